import Campaigns
import GRDB
import Workbooks

// How decisions on items and objections stand in events and in the tables `itemAct` and `objectionAct`.
// The words are never renamed.

extension OfficeAct.ItemDecision {
    /// What its event says, the reason aside.
    var json: JSONObject {
        var members: JSONObject = [
            "act": .string(word), "unit": .string(unit), "period": .string(period.description),
        ]
        members["number"] = number.map { .string($0) }
        switch step {
        case .open(let task):
            members["list"] = .string(task.list.rawValue)
            members["subject"] = task.subject.map { .string($0) }
            members["text"] = .string(task.text)
            members["due"] = .string(task.due.description)
        case .extend(_, let due): members["due"] = .string(due.description)
        case .close(_, let done): members["done"] = .string(done.description)
        case .verify, .reopen: break
        }
        return members
    }

    /// Nil where the row is none that this program has written.
    init?(_ word: String, _ row: Row) {
        func text(_ column: String) -> String? { row[column] }
        func date(_ column: String) -> CivilDate? { text(column).flatMap { CivilDate($0) } }
        guard let unit = text("unit"), let period = text("period").flatMap({ Period($0) }) else {
            return nil
        }
        let number = text("itemNumber")
        let step: Step
        switch (word, number) {
        case ("item_open", nil):
            guard let list = text("itemList").flatMap({ ItemList(rawValue: $0) }),
                let content = text("itemText"), let due = date("itemDue")
            else { return nil }
            step = .open(
                .init(list: list, subject: text("subject"), text: content, due: due))
        case ("item_extend", let number?):
            guard let due = date("itemDue") else { return nil }
            step = .extend(number, due: due)
        case ("item_close", let number?):
            guard let done = date("itemDone") else { return nil }
            step = .close(number, done: done)
        case ("item_verify", let number?): step = .verify(number)
        case ("item_reopen", let number?): step = .reopen(number)
        default: return nil
        }
        self.init(unit: unit, period: period, step: step)
    }
}

extension OfficeAct.Content {
    /// What the event of an objection, or of the decision on one, says.
    static func json(of protest: OfficeAct.Protest) -> JSONObject {
        [
            "act": .string("objection"), "unit": .string(protest.unit),
            "period": .string(protest.period.description), "about": .string(protest.about),
            "text": .string(protest.text),
        ]
    }

    static func json(ofDecision isUpheld: Bool, on number: Int) -> JSONObject {
        [
            "act": .string("objection_decide"), "objection": .integer(number),
            "outcome": .string(isUpheld ? "upheld" : "rejected"),
        ]
    }

    /// A decision on an item, an objection or the decision on one; nil for any other row.
    init?(lists row: Row) {
        func text(_ column: String) -> String? { row[column] }
        guard let word = text("act") else { return nil }
        switch word {
        case "objection":
            guard let unit = text("unit"), let period = text("period").flatMap({ Period($0) }),
                let about = text("objectionAbout"), let content = text("objectionText")
            else { return nil }
            self = .objection(.init(unit: unit, period: period, about: about, text: content))
        case "objection_decide":
            guard let number: Int = row["objection"], let outcome = text("objectionOutcome") else {
                return nil
            }
            self = .objectionDecision(number, isUpheld: outcome == "upheld")
        default:
            guard let decision = OfficeAct.ItemDecision(word, row) else { return nil }
            self = .item(decision)
        }
    }
}
