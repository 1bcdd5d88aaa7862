package import Workbooks

/// An item of the three lists (清单事项) as it stands at the end of a month: who has to do what by when,
/// where it came from, and how far it is.
///
/// Made from the tables, the returns, the inspections and the office's acts whenever it is asked for;
/// nothing of it is stored.
package struct ListItem: Hashable, Sendable {
    /// A unit's own number; the county's begin with X: `XW57`, `XW1204-3`; a task of the campaign has
    /// its id, once a unit.
    ///
    /// Empty for what closes itself, which nobody has to name.
    package var number: String
    package var list: ItemList
    package var unit: String
    /// The roster entry that it is about; empty for none.
    package var subject: String
    package var text: String
    package var source: Source
    package var opened: CivilDate?
    package var due: CivilDate?
    /// How often it was put off: by the office, by the unit's own count, or as its returns show.
    package var extensions = 0
    /// How often it was sent back, or came back by itself.
    package var reopenings = 0
    package var state = State.open
    /// When it was done, as far as anybody said; also of one that was reopened since.
    package var done: CivilDate?
    /// The number under which the unit has it on its own list.
    package var ownNumber: String?
    /// The office opened it or decided something about it.
    package var isDecided = false
    /// What the office said last.
    package var reason = ""
    /// It stands in the unit's return of this month.
    package var isReported = false
    /// The row as it was last reported, by field; empty where it never was.
    package var row: FieldValues = [:]
    /// Verified before this month: it is no longer listed.
    package var isPast = false

    /// Where an item came from.
    package enum Source: Hashable, Sendable {
        /// A rule of the setting `problem_rules`.
        case rule(String)
        /// A confirmed verdict on what was seen.
        case inspection
        /// The table `tasks`, with its quote.
        case task(String)
        /// 县里交办: the office's act.
        case hand
        /// The same explanation for the third time.
        case explanation
        /// The unit's own list, with the word it gives there.
        case own(String)
    }

    /// How far it is.
    package enum State: String, Sendable, CaseIterable {
        /// 未完成.
        case open
        /// 已完成待核: the unit says so, the office noted it, or the finding no longer holds.
        case closed
        /// 已销号.
        case verified
        /// 退回再办: sent back by the office, or the finding holds again.
        case reopened
    }

    package init(
        number: String, list: ItemList, unit: String, subject: String = "", text: String,
        source: Source, opened: CivilDate? = nil, due: CivilDate? = nil
    ) {
        self.number = number
        self.list = list
        self.unit = unit
        self.subject = subject
        self.text = text
        self.source = source
        self.opened = opened
        self.due = due
    }

    /// Nobody has said that it is done.
    package var isOpen: Bool { state == .open || state == .reopened }

    /// Open, and its day has come; the day itself counts, as in indicators over the lists.
    package func isDue(on day: CivilDate) -> Bool {
        guard let due else { return false }
        return isOpen && due <= day
    }

    /// Open, and its day is over: the whole of the day is the unit's.
    package func isOverdue(on day: CivilDate) -> Bool {
        guard let due else { return false }
        return isOpen && due < day
    }

    /// Open, and its day lies in the month after a day's.
    package func isDueNextMonth(after day: CivilDate) -> Bool {
        guard let due, isOpen, day < due else { return false }
        return Period(containing: due) == Period(containing: day).next
    }
}
