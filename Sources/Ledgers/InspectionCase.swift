package import Campaigns
package import Workbooks

/// A record of an unannounced inspection held against what the return says now (暗访核查事项).
///
/// Compared whenever it is asked for, never stored: a return that comes late or is corrected is compared
/// as it stands.
package struct InspectionCase: Hashable, Sendable {
    package var record: InspectionRecord
    /// The form of the record itself.
    package var form: String
    /// The submission that it stands in, and its place among the rows of it.
    package var submission: Int
    package var ordinal: Int
    /// The record as it counts: the office's verdict in the place of the file's.
    package var values: FieldValues
    /// The verdict is the office's own act.
    package var isRuled: Bool
    /// Until the end of this day the unit may answer; from it on the office's verdict counts without an
    /// answer.
    package var answerBy: CivilDate
    /// What the unit stated; nil for an item that is a clue only.
    package var claim: Claim?

    /// The figure of a return that a record speaks of.
    package struct Claim: Hashable, Sendable {
        package var form: String
        package var field: String
        package var period: Period
        /// The return in which the object belongs has come and stands.
        package var isReturned: Bool
        /// The return has a row for the object.
        package var isReported: Bool
        /// As it was reported: never a carried value, never a confirmed one.
        package var value: FieldValue?
        /// The submission of that return; nil where none stands.
        package var submission: Int?

        package init(
            form: String, field: String, period: Period, isReturned: Bool, isReported: Bool,
            value: FieldValue?, submission: Int?
        ) {
            self.form = form
            self.field = field
            self.period = period
            self.isReturned = isReturned
            self.isReported = isReported
            self.value = value
            self.submission = submission
        }
    }

    package init(
        record: InspectionRecord, form: String, submission: Int, ordinal: Int,
        values: FieldValues, isRuled: Bool, answerBy: CivilDate, claim: Claim?
    ) {
        self.record = record
        self.form = form
        self.submission = submission
        self.ordinal = ordinal
        self.values = values
        self.isRuled = isRuled
        self.answerBy = answerBy
        self.claim = claim
    }

    /// The office has decided, and what it decided counts: a verdict that confirms counts once the unit
    /// has answered or its days have passed.
    package var isClosed: Bool {
        record.isDecided && (record.isConfirmed || !record.isConfirming)
    }

    /// Nothing is left to be decided: it is closed, or it agrees with the return and nobody says otherwise.
    package var isSettled: Bool { isClosed || record.isConsistent }

    /// A verdict was given before the unit answered and before its days had passed.
    package var isEarly: Bool { record.isConfirming && !record.isConfirmed }
}

extension InspectionRecord {
    /// The office has given a verdict: anything but nothing and 待认定.
    package var isDecided: Bool { !["", "待认定"].contains(verdict) }

    /// The two agree by what was meant, not by what was seen: 口径不一.
    package var isOfDefinition: Bool { verdict == "口径不一" }

    /// 虚报.
    package var isOverstatement: Bool { verdict == "虚报" }

    /// 瞒报.
    package var isConcealment: Bool { verdict == "瞒报" }

    /// What was seen agrees with the return, by the inspector's word or the office's.
    package var isMatch: Bool { result == InspectionBook.agrees }

    /// What was seen says something of the return: 相符 or 不符.
    package var isCompared: Bool { isMatch || result == InspectionBook.differs }

    /// The office found the return right.
    package var isJudgedRight: Bool { verdict == InspectionBook.agrees }

    /// The office found right what the inspector had found wrong.
    package var isOverruled: Bool { result != foundResult }

    /// It agrees, and no verdict says otherwise.
    package var isConsistent: Bool { isMatch && (!isDecided || isJudgedRight) }

    /// The unit has answered.
    package var isAnswered: Bool { InspectionBook.answers.contains(feedback) }
}

/// A reported value that the office's confirmed verdict has replaced (认定值): both are kept.
package struct ConfirmedValue: Hashable, Sendable {
    package var form: String
    /// The roster entry.
    package var subject: String
    package var field: String
    /// Nil where the return left it open, or did not come.
    package var reported: FieldValue?
    package var confirmed: FieldValue
    /// The record that it rests on.
    package var record: InspectionRecord

    package init(
        form: String, subject: String, field: String, reported: FieldValue?,
        confirmed: FieldValue, record: InspectionRecord
    ) {
        self.form = form
        self.subject = subject
        self.field = field
        self.reported = reported
        self.confirmed = confirmed
        self.record = record
    }
}
