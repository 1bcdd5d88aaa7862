import Assessments
import Campaigns
import Ledgers

/// Which months are to be told anew because of an act of the office (影响的月份).
///
/// Found by computing them without the act and with it: points lie in the bulletin that took them, a value
/// in the month that was looked at, and neither need be the month that the act is about.
struct ActReach {
    let workshop: Workshop

    /// The published months of which something was told that the act makes untrue, earliest first.
    ///
    /// The act is named by its number, `period` is what it is about: nothing that lies before the year before
    /// it can change. `moment` is when it takes effect.
    func published(
        changedBy act: Int, about period: Period, from moment: Moment
    ) throws(RunError) -> [Period] {
        let first = Period(year: period.year - 1, month: 1) ?? period
        let published = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publishedPeriods()
        }
        var changed: [Period] = []
        for period in published where first <= period {
            let now = try figures(of: period, knownBy: act, at: moment)
            guard let told = try told(of: period), !told.changes(to: now).isEmpty else { continue }
            let before = try figures(of: period, knownBy: act - 1, at: moment)
            if !before.changes(to: now).isEmpty { changed.append(period) }
        }
        return changed
    }

    private func figures(
        of period: Period, knownBy event: Int, at moment: Moment
    ) throws(RunError) -> PrintedFigures {
        var then = workshop
        (then.horizon, then.asOf) = (event, moment)
        return PrintedFigures(
            try PeriodRendering(workshop: then, period: period).assessment())
    }

    /// What was told last.
    private func told(of period: Period) throws(RunError) -> PrintedFigures? {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.publications(of: period)
        }.last.map { PrintedFigures(ranks: $0.ranks, figures: $0.figures) }
    }
}
