/// A unit's objection to a figure (异议), and what became of it.
///
/// It changes no figure by itself: a correction comes by a return, a verdict or another act.
package struct Objection: Hashable, Sendable {
    /// By which the office decides it.
    package var number: Int
    package var unit: String
    package var period: Period
    /// An indicator's id or the code of a finding.
    package var about: String
    /// In the unit's words, as the office noted them.
    package var text: String
    package var raised: Moment
    package var outcome: Outcome?

    /// The office's decision, with its reason.
    package struct Outcome: Hashable, Sendable {
        package var isUpheld: Bool
        package var reason: String
        package var moment: Moment

        package init(isUpheld: Bool, reason: String, moment: Moment) {
            self.isUpheld = isUpheld
            self.reason = reason
            self.moment = moment
        }
    }

    package init(
        number: Int, unit: String, period: Period, about: String, text: String, raised: Moment,
        outcome: Outcome? = nil
    ) {
        self.number = number
        self.unit = unit
        self.period = period
        self.about = about
        self.text = text
        self.raised = raised
        self.outcome = outcome
    }
}
