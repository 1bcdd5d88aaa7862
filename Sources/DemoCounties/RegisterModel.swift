import Campaigns

/// 加分登记: what the office writes down of honours and vetoes, a few rows a month.
struct RegisterModel: Sendable {
    let seed: UInt64
    let units: [Unit]

    private static let honours = [
        (points: 50, note: "市级经验交流会发言"), (points: 100, note: "省级简报刊发经验做法"),
        (points: 50, note: "市级先进基层党组织"),
    ]

    /// In the last month of a demo the worst unit has a veto too.
    func rows(in period: Period, isLast: Bool) -> [SheetRow] {
        var random = SplitMix64(seed, "register", period.description)
        let good = units.filter { Quality(seed: seed, unit: $0.code).general > 0.75 }
        var rows: [SheetRow] = []
        for (number, unit) in random.shuffled(good).prefix(random.integer(2...3)).enumerated() {
            let honour = random.pick(Self.honours)
            rows.append(
                SheetRow(
                    values: [
                        "unit_name": .text(unit.shortName), "points": .hundredths(honour.points),
                        "veto": .yes(false),
                        "basis": .text("岚组通〔\(period.year)〕\(period.month * 4 + number)号"),
                        "note": .text(honour.note),
                    ]))
        }
        let levels = units.map { ($0, Quality(seed: seed, unit: $0.code).general) }
        if isLast, let worst = levels.min(by: { $0.1 < $1.1 })?.0 {
            rows.append(
                SheetRow(
                    values: [
                        "unit_name": .text(worst.shortName), "points": .blank, "veto": .yes(true),
                        "basis": .text("岚组通〔\(period.year)〕\(period.month * 4 + 3)号"),
                        "note": .text("取消年度评优资格"),
                    ]))
        }
        return rows
    }
}
