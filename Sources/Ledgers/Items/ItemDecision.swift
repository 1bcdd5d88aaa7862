package import Campaigns
package import Workbooks

extension OfficeAct {
    /// What the office decided about an item of the three lists (清单事项).
    package struct ItemDecision: Hashable, Sendable {
        package var unit: String
        /// The month from which on it counts: later decisions change no earlier bulletin.
        package var period: Period
        package var step: Step

        /// The steps of an item; each but the first names it by its number.
        package enum Step: Hashable, Sendable {
            /// 交办: a new item.
            case open(Task)
            /// 延期: a later due date.
            case extend(String, due: CivilDate)
            /// 完成: it was done on a day.
            case close(String, done: CivilDate)
            /// 销号: checked, and passed.
            case verify(String)
            /// 退回: checked, and to be done again.
            case reopen(String)
        }

        /// What is to be done in an item that the office opens.
        package struct Task: Hashable, Sendable {
            package var list: ItemList
            /// A roster entry; nil for none.
            package var subject: String?
            package var text: String
            package var due: CivilDate

            package init(list: ItemList, subject: String?, text: String, due: CivilDate) {
                self.list = list
                self.subject = subject
                self.text = text
                self.due = due
            }
        }

        package init(unit: String, period: Period, step: Step) {
            self.unit = unit
            self.period = period
            self.step = step
        }
    }

    /// A unit's objection to a figure of a period (异议).
    package struct Protest: Hashable, Sendable {
        package var unit: String
        package var period: Period
        /// An indicator's id or the code of a finding.
        package var about: String
        package var text: String

        package init(unit: String, period: Period, about: String, text: String) {
            self.unit = unit
            self.period = period
            self.about = about
            self.text = text
        }
    }
}

extension OfficeAct.ItemDecision {
    /// The item; nil for one that is only opened, which takes its number from the act.
    package var number: String? {
        switch step {
        case .open: nil
        case .extend(let number, _), .close(let number, _), .verify(let number),
            .reopen(let number):
            number
        }
    }

    /// The act's word, in events and for programs.
    var word: String {
        switch step {
        case .open: "item_open"
        case .extend: "item_extend"
        case .close: "item_close"
        case .verify: "item_verify"
        case .reopen: "item_reopen"
        }
    }

    /// Of closings, verifications and reopenings the last counts; everything else stands beside each
    /// other.
    var subject: [String] {
        switch step {
        case .open(let task):
            [
                word, unit, period.description, task.list.rawValue, task.subject ?? "", task.text,
                task.due.description,
            ]
        case .extend(let number, let due): [word, unit, number, due.description]
        case .close(let number, _), .verify(let number), .reopen(let number):
            ["item_state", unit, number]
        }
    }

    /// The number of an item that the office opened, by the number of the act.
    package static func number(of act: Int, in list: ItemList) -> String { "X\(list.letter)\(act)" }
}
