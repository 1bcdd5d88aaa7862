package import Assessments
import Campaigns

extension YearPart {
    /// What the part is called on paper.
    package var chinese: String {
        switch self {
        case .months: "各月平均得分"
        case .yearEnd: "年终指标达成"
        case .review: "述职评议测评"
        }
    }
}

extension YearScorecard.Reason {
    /// Why a part is open, in a few words.
    package var chinese: String {
        switch self {
        case .neverRanked: "各月均未参评"
        case .notPublished: "12月尚未通报"
        case .weightsChanged: "权重与12月通报时不同"
        case .unranked: "12月不参评"
        case .notReviewed: "测评未登记"
        case .noVotes: "测评登记的票数全是0"
        case .reviewedTwice: "测评登记了两次"
        case .noValue: "测评选项没有分值"
        }
    }

    /// What closes it; empty where nothing can.
    var advice: String {
        switch self {
        case .neverRanked, .unranked: ""
        case .notPublished: "12月通报后再出年度得分"
        case .weightsChanged: "用12月通报时的活动表格再出一次（--campaign）"
        case .notReviewed: "把测评结果填入登记表，放进收件箱"
        case .noVotes: "核对票数，改好整张再放一次"
        case .reviewedTwice: "登记表里删去多余的一行后重放"
        case .noValue: "在设置 review_values 里给每个选项定分值"
        }
    }
}

extension YearScorecard {
    /// Of each open part why, joined.
    var openWords: String { parts.compactMap(\.open).map(\.chinese).joined(separator: "；") }

    /// The grade as it is printed: with the mark of a veto, which never changes a score.
    var gradeWords: String {
        guard !vetoes.isEmpty else { return grade ?? "" }
        return (grade ?? "待定") + "（一票否决）"
    }

    func part(_ part: YearPart) -> PartFigure? { parts.first { $0.part == part } }
}

extension YearAssessment {
    /// `各月平均得分60%＋年终指标达成25%＋述职评议测评15%`.
    var shareWords: String {
        shares.map { "\($0.part.chinese)\($0.percent)%" }.joined(separator: "＋")
    }

    /// What must be read beside every table of the year.
    var notes: [String] {
        [
            "年度得分＝\(shareWords)，按未取舍的分数合计，最后一次取舍。",
            "各月平均为参评各月已通报得分（更正过的为更正后）的平均数；年终指标达成为12月的指标得分，不含扣分、加分；测评按各选项的分值和票数折算。",
            "有一项未定的不出年度得分；组内还有单位未定的不排名次。一票否决只影响等次，不改分。",
            CoverText.roundingStatement,
        ]
    }
}
