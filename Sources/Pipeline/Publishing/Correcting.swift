import Assessments
import Campaigns
import Ledgers

/// Finds what has changed of what was told of a period (更正), and because of what.
///
/// What counts is what was told last: the bulletin, or its last correction. Of a bulletin that an older
/// program published without its indicators' values, these are computed as they stood, and used only if the
/// scores come out as they were printed.
struct Correcting {
    let workshop: Workshop
    let period: Period

    /// The correction that is due; nil where the period has not been published, or all that was printed is
    /// still so.
    func correction(
        of told: [Publication], by assessment: Assessment
    ) throws(RunError) -> Publication? {
        guard !assessment.isDraft, let last = told.last else { return nil }
        let now = PrintedFigures(assessment)
        // Most often nothing has changed, and nothing more is asked.
        if last.figures != nil, printed(last).changes(to: now).isEmpty { return nil }
        let then = try workshop.asItWas(when: last)
        var recomputed: PrintedFigures?
        if let then {
            recomputed = PrintedFigures(
                try PeriodRendering(workshop: then, period: period).assessment())
        }
        let before = last.figures == nil ? trusted(last, recomputed) : printed(last)
        guard !before.changes(to: now).isEmpty else { return nil }
        var draft = PublicationDraft(assessment, files: [])
        draft.changes = before.changes(to: now)
        // Without the tables of that time nobody can tell what made the difference, only that there is one.
        if let then, let recomputed {
            var search = CauseSearch(
                workshop: workshop, period: period, told: before, recomputed: recomputed, now: now,
                then: then,
                news: try ledgerWork { () throws(LedgerError) in
                    try workshop.ledger.news(
                        after: last.event, about: period, of: workshop.campaign)
                })
            draft.changes = try search.changes()
        }
        let number = (told.compactMap(\.number).max() ?? 0) + 1
        return draft.publication(.correction(number: number), at: workshop.asOf)
    }

    private func printed(_ publication: Publication) -> PrintedFigures {
        PrintedFigures(ranks: publication.ranks, figures: publication.figures)
    }

    /// The figures as they stood, where they agree with the ranks and scores that were kept; else these alone.
    private func trusted(
        _ publication: Publication, _ recomputed: PrintedFigures?
    ) -> PrintedFigures {
        let kept = printed(publication)
        guard let recomputed, kept.changes(to: recomputed).isEmpty else { return kept }
        return recomputed
    }
}
