import Campaigns
import GRDB

// How acts stand in events and in the table `act`. The words are never renamed.

extension OfficeAct.Content {
    /// What its event says, the reason aside.
    var json: JSONObject {
        var members: JSONObject = ["act": .string(word)]
        func put(_ key: ExpectedReturn.Key) {
            members["form"] = .string(key.form)
            members["unit"] = .string(key.unit)
            members["period"] = .string(key.period.description)
        }
        switch self {
        case .waive(let key): put(key)
        case .extend(let key, let until):
            put(key)
            members["until"] = .string(until.description)
        case .withdraw(let sha256, let path, let period):
            members["file"] = .string(sha256)
            members["path"] = .string(path)
            members["period"] = period.map { .string($0.description) }
        case .alias(let code, let name):
            members["subject"] = .string(code)
            members["name"] = .string(name)
        case .verdict(let ruling):
            members["form"] = .string(ruling.form)
            members["visit"] = .string(ruling.visit)
            members["item"] = .string(ruling.item)
            members["subject"] = ruling.subject.map { .string($0) }
            members["period"] = ruling.period.map { .string($0.description) }
            members["verdict"] = .string(ruling.verdict)
            members["feedback"] = ruling.feedback.map { .string($0) }
        case .item(let decision): members = decision.json
        case .objection(let protest): members = Self.json(of: protest)
        case .objectionDecision(let number, let isUpheld):
            members = Self.json(ofDecision: isUpheld, on: number)
        case .suspicion(let ruling):
            members["item"] = .string(ruling.flag)
            members["name"] = .string(ruling.screen)
            members["form"] = .string(ruling.form)
            members["unit"] = .string(ruling.unit)
            members["period"] = .string(ruling.period.description)
            members["verdict"] = .string(ruling.isConfirmed ? "confirmed" : "dismissed")
        case .revoke(let id): members["revokes"] = .integer(id)
        }
        return members
    }

    /// The columns of `act` that hold texts, in their order, between its key and `revokes`.
    static let columns = [
        "act", "form", "unit", "period", "until", "file", "path", "subject", "name", "visit",
        "item", "verdict", "feedback", "reason",
    ]

    /// Nil where the row is none that this program has written.
    init?(_ row: Row) {
        func text(_ column: String) -> String? { row[column] }
        let period = text("period").flatMap { Period($0) }
        var key: ExpectedReturn.Key? {
            guard let form = text("form"), let unit = text("unit"), let period else { return nil }
            return .init(form: form, unit: unit, period: period)
        }
        switch text("act") {
        case "waive":
            guard let key else { return nil }
            self = .waive(key)
        case "extend":
            guard let key, let until = text("until").flatMap({ Moment(stored: $0) }) else {
                return nil
            }
            self = .extend(key, until: until)
        case "withdraw":
            guard let file = text("file"), let path = text("path") else { return nil }
            self = .withdraw(sha256: file, path: path, period: period)
        case "alias":
            guard let code = text("subject"), let name = text("name") else { return nil }
            self = .alias(code: code, name: name)
        case "verdict":
            guard let form = text("form"), let visit = text("visit"), let item = text("item"),
                let verdict = text("verdict")
            else { return nil }
            self = .verdict(
                .init(
                    form: form, visit: visit, item: item, subject: text("subject"), period: period,
                    verdict: verdict, feedback: text("feedback")))
        case "suspicion":
            guard let flag = text("item"), let screen = text("name"), let key,
                let verdict = text("verdict"), ["confirmed", "dismissed"].contains(verdict)
            else { return nil }
            self = .suspicion(
                .init(
                    flag: flag, screen: screen, form: key.form, unit: key.unit,
                    period: key.period, isConfirmed: verdict == "confirmed"))
        case "revoke":
            guard let id: Int = row["revokes"] else { return nil }
            self = .revoke(id)
        default: self.init(lists: row)
        }
    }
}
