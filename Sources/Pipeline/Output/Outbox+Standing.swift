import Campaigns

extension Outbox {
    /// What was reported when the period was rendered, if it was rendered from just this and all of its
    /// files are still there; nil where it has to be rendered.
    func standing(_ period: Period, key: String) -> RunReport.PeriodReport? {
        let marks = OutboxMarks(state: state)
        guard marks.key(of: period) == key, isWhole(period) else { return nil }
        return marks.report(of: period)
    }
}
