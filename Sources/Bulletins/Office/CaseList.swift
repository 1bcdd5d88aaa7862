package import Campaigns

/// The records of inspections on which something is still to be done, or was (暗访办理).
package struct CaseList: Sendable {
    package var period: Period
    package var asOf: Moment
    /// Open ones first, then by day, visit, item.
    package var lines: [Line]
    /// The county, then the units that were visited, in the order of the table.
    package var tallies: [InspectionTally]

    package init(period: Period, asOf: Moment, lines: [Line], tallies: [InspectionTally]) {
        self.period = period
        self.asOf = asOf
        self.lines = lines
        self.tallies = tallies
    }

    /// One record.
    package struct Line: Sendable, Hashable {
        package var visit: String
        package var date: String
        package var item: String
        package var itemTitle: String
        /// The field's head, and the month of the return that is meant; empty for a clue only.
        package var column: String
        package var period: String
        /// Codes.
        package var subject: String
        package var subjectName: String
        /// The visit looked at the item of several objects: a verdict must name this one.
        package var isOneOfSeveral = false
        package var unit: String
        /// As it was reported, and where; empty where it was not.
        package var reported: String
        package var place: String
        package var observed: String
        package var result: String
        package var comparison: Comparison
        package var feedback: String
        /// From this day on the office may decide without an answer.
        package var answerBy: String
        package var verdict: String
        package var state: State

        /// What the return, as it stands now, says beside what was seen.
        package enum Comparison: String, Sendable {
            case over, under, within
            case leftOut = "left_out"
            /// The visit could not see what the return states.
            case incomparable
            /// The return has not come.
            case missing
        }

        /// What is to be done.
        package enum State: String, Sendable, CaseIterable {
            /// The inspector found the return right, but as it stands now it says something else.
            case recheck
            /// The unit may still answer.
            case answer
            /// The unit has answered, or its days have passed: the office may decide.
            case decide
            /// Decided too early: counts for nothing until the unit answers or its days pass.
            case early
            /// Decided.
            case closed

            package var isOpen: Bool { self != .closed }
        }

        package init(
            visit: String, date: String, item: String, itemTitle: String, column: String,
            period: String, subject: String, subjectName: String, unit: String, reported: String,
            place: String, observed: String, result: String, comparison: Comparison,
            feedback: String, answerBy: String, verdict: String, state: State
        ) {
            self.visit = visit
            self.date = date
            self.item = item
            self.itemTitle = itemTitle
            self.column = column
            self.period = period
            self.subject = subject
            self.subjectName = subjectName
            self.unit = unit
            self.reported = reported
            self.place = place
            self.observed = observed
            self.result = result
            self.comparison = comparison
            self.feedback = feedback
            self.answerBy = answerBy
            self.verdict = verdict
            self.state = state
        }
    }
}

/// How the returns of one unit, or of the county, stood to what inspectors saw in the match window.
package struct InspectionTally: Sendable, Hashable {
    /// Empty for the county.
    package var unit: String
    /// Records that say something: 相符 or 不符.
    package var compared = 0
    package var matched = 0
    /// Closed, by the return as it stands: better than seen (or what was bad left out), worse than seen.
    package var over = 0
    package var under = 0
    /// Confirmed.
    package var overstated = 0
    package var concealed = 0
    /// 口径不一: in none of the four above.
    package var definition = 0
    /// Still to be done, however old.
    package var open = 0

    package init(unit: String = "") {
        self.unit = unit
    }

    /// `93.8%（45/48，95%置信区间83.2%—97.9%）`; no share without its number.
    package var rate: String {
        guard let interval = WilsonInterval(matched, of: compared) else { return "—" }
        let share = WilsonInterval.percent(Double(matched) / Double(compared))
        return "\(share)（\(matched)/\(compared)，95%置信区间\(interval.text)）"
    }
}
