extension YearAssessment {
    /// 年度.csv: a row a scored unit, groups in their order, by rank; what is open is empty and named in
    /// `open` (`review:not_reviewed`), joined by `;`.
    package var table: ContractTable {
        let rows = groups.flatMap { group in
            group.scorecards.map { card in
                func figure(_ part: YearPart) -> YearScorecard.PartFigure? {
                    card.parts.first { $0.part == part }
                }
                return [
                    group.name, card.rank.map(String.init) ?? "", card.unit, card.name,
                    card.total ?? "", figure(.months)?.value ?? "", figure(.months)?.count ?? "",
                    figure(.yearEnd)?.value ?? "", figure(.review)?.value ?? "",
                    figure(.review)?.count ?? "", card.grade ?? "",
                    card.vetoes.map(\.basis).joined(separator: ";"), card.openCodes,
                ]
            }
        }
        return ContractTable(
            file: "年度.csv",
            header: [
                "group", "rank", "code", "name", "score", "months_mean", "months", "year_end",
                "review", "votes", "grade", "veto", "open",
            ], rows: rows)
    }
}

extension YearScorecard {
    /// `year_end:not_published;review:not_reviewed`.
    package var openCodes: String {
        parts.compactMap { part in part.open.map { "\(part.part.rawValue):\($0.code)" } }
            .joined(separator: ";")
    }
}

extension YearScorecard.Reason {
    /// The word for programs.
    package var code: String {
        switch self {
        case .neverRanked: "never_ranked"
        case .notPublished: "not_published"
        case .weightsChanged: "weights_changed"
        case .unranked: "unranked"
        case .notReviewed: "not_reviewed"
        case .noVotes: "no_votes"
        case .reviewedTwice: "reviewed_twice"
        case .noValue: "no_value"
        }
    }
}
