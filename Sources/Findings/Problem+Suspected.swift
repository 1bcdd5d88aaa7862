extension Problem {
    /// What the county's returns together make one look at twice (疑点): figures, and never a verdict.
    package enum Suspected: Hashable, Sendable {
        /// `rows` of `total` rows have the figures of another unit's.
        case twinSheets(other: String, rows: Int, total: Int)
        /// `elsewhere` is the share of rows at the threshold in the rest of the county.
        case heaping(column: String, threshold: String, rows: Int, total: Int, elsewhere: String)
        /// An indicator's base, and its rate, in the month before and now.
        case shrinkingBase(indicator: String, base: Change, rate: Change)
        /// A figure beside the medians of the earlier months and of the county.
        case outlier(column: String, found: String, usual: String, county: String)
    }

    /// A figure before and now, as printed.
    package struct Change: Hashable, Sendable {
        package var before: String
        package var now: String

        package init(before: String, now: String) {
            self.before = before
            self.now = now
        }
    }
}

extension Problem.Suspected {
    var check: Check {
        switch self {
        case .twinSheets: .twinSheets
        case .heaping: .heaping
        case .shrinkingBase: .shrinkingBase
        case .outlier: .outlier
        }
    }

    var message: Bilingual {
        switch self {
        case .twinSheets(let other, let rows, let total):
            Bilingual(
                "\(total)行中有\(rows)行的当月数字与“\(other)”的完全一样",
                "the month's figures of \(rows) of \(total) rows are those of “\(other)”")
        case .heaping(let column, let threshold, let rows, let total, let elsewhere):
            Bilingual(
                "“\(column)”\(total)行中有\(rows)行恰好是标准线\(threshold)，全县其他单位只有\(elsewhere)",
                "“\(column)” is exactly the required \(threshold) in \(rows) of \(total) rows, "
                    + "in the rest of the county in \(elsewhere)")
        case .shrinkingBase(let indicator, let base, let rate):
            Bilingual(
                "“\(indicator)”的底数由\(base.before)减为\(base.now)，完成率由\(rate.before)升到\(rate.now)",
                "the base of “\(indicator)” fell from \(base.before) to \(base.now) while its rate "
                    + "rose from \(rate.before) to \(rate.now)")
        case .outlier(let column, let found, let usual, let county):
            Bilingual(
                "“\(column)”报\(found)，前几个月一般为\(usual)，全县一般为\(county)",
                "“\(column)” is \(found); in earlier months it was about \(usual), in the county it "
                    + "is about \(county)")
        }
    }
}
