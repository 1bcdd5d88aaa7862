import Campaigns
import Findings
import Ledgers
import Workbooks

/// What became of an act: the act, whether it is new, and the lines for the terminal.
package struct OfficeAnswer: Codable, Sendable {
    package var act: ActRecord
    /// False: it stood already and nothing was noted.
    package var isNew: Bool
    package var lines: [String]
}

/// An act for programs; what does not belong to its kind is left out.
package struct ActRecord: Codable, Sendable {
    package var number: Int
    package var at: String
    package var act: String
    package var period: String?
    package var form: String?
    /// Codes, as in the tables.
    package var unit: String?
    package var until: String?
    package var file: String?
    package var sha256: String?
    package var name: String?
    package var visit: String?
    package var item: String?
    /// The code of the object that a verdict is about.
    package var subject: String?
    package var verdict: String?
    package var feedback: String?
    /// Of an item of the three lists and of an objection.
    package var list: String?
    package var text: String?
    package var due: String?
    package var done: String?
    package var about: String?
    package var objection: Int?
    package var outcome: String?
    /// The number of a flag.
    package var suspicion: String?
    package var revokes: Int?
    package var reason: String
    package var revokedBy: Int?

    init(_ act: OfficeAct) {
        number = act.id
        at = act.moment.description
        self.act = act.content.word
        period = act.content.period?.description
        reason = act.reason
        revokedBy = act.revokedBy
        switch act.content {
        case .waive(let key): (form, unit) = (key.form, key.unit)
        case .extend(let key, let until):
            (form, unit, self.until) = (key.form, key.unit, until.description)
        case .withdraw(let sha256, let path, _): (self.sha256, file) = (sha256, path)
        case .alias(let code, let name): (unit, self.name) = (code, name)
        case .verdict(let ruling):
            (form, visit, item) = (ruling.form, ruling.visit, ruling.item)
            (subject, verdict, feedback) = (ruling.subject, ruling.verdict, ruling.feedback)
        case .item(let decision): put(decision, act.id)
        case .objection(let protest):
            (unit, about, text) = (protest.unit, protest.about, protest.text)
        case .objectionDecision(let number, let isUpheld):
            (objection, outcome) = (number, isUpheld ? "upheld" : "rejected")
        case .suspicion(let ruling):
            (form, unit, suspicion) = (ruling.form, ruling.unit, ruling.flag)
            verdict = ruling.isConfirmed ? "confirmed" : "dismissed"
        case .revoke(let number): revokes = number
        }
    }

    private mutating func put(_ decision: OfficeAct.ItemDecision, _ id: Int) {
        (unit, item) = (decision.unit, decision.number)
        switch decision.step {
        case .open(let task):
            item = OfficeAct.ItemDecision.number(of: id, in: task.list)
            (list, text, due) = (task.list.rawValue, task.text, task.due.description)
            name = task.subject
        case .extend(_, let due): self.due = due.description
        case .close(_, let done): self.done = done.description
        case .verify, .reopen: break
        }
    }
}

/// How acts are told on the terminal.
struct ActWords {
    let campaign: Campaign
    let say: Say

    init(_ campaign: Campaign, _ language: Language) {
        self.campaign = campaign
        say = Say(language)
    }

    func record(of act: OfficeAct) -> ActRecord { ActRecord(act) }

    /// `第12号  2020-07-06 09:00  免报  城关镇 2020-06《农村基层党建工作月报表》  原因：洪灾`.
    func line(of act: OfficeAct) -> String {
        var line =
            say("第\(act.id)号", "no. \(act.id)") + "  \(act.moment.short)  "
            + words(of: act) + reason(of: act)
        if let revoked = act.revokedBy {
            line += say("  〔已由第\(revoked)号撤销〕", "  [revoked by no. \(revoked)]")
        }
        return line
    }

    /// An objection is in the unit's words.
    private func reason(of act: OfficeAct) -> String {
        guard case .objection(let protest) = act.content else {
            return say("  原因：\(act.reason)", "  reason: \(act.reason)")
        }
        return say("  单位说：\(protest.text)", "  in the unit's words: \(protest.text)")
    }

    private func words(of act: OfficeAct) -> String {
        switch act.content {
        case .waive(let key): return say("免报", "waived") + "  " + owed(key)
        case .extend(let key, let until):
            return say("延期至 \(until.short)", "due \(until.short)") + "  " + owed(key)
        case .withdraw(let sha256, let path, _):
            return say("撤回", "withdrawn") + "  \(path)（\(sha256.prefix(8))）"
        case .alias(let code, let name):
            let holder = campaign.unit(code)?.name ?? campaign.entry(code)?.name ?? ""
            return say("“\(name)”认作 ", "“\(name)” stands for ") + "\(code) \(holder)"
        case .verdict(let ruling):
            let answer = ruling.feedback.map { say("，单位\($0)", ", the unit: \($0)") } ?? ""
            let object = ruling.subject.map { campaign.entry($0)?.name ?? $0 }
            let record = [ruling.visit, ruling.item, object].compactMap(\.self)
            return say("认定", "verdict") + "  " + record.joined(separator: " ")
                + "  \(ruling.verdict)\(answer)"
        case .item(let decision): return words(of: decision, act.id)
        case .objection(let protest):
            return say("异议", "objection") + "  \(name(protest.unit)) \(protest.period) "
                + protest.about
        case .objectionDecision(let number, let isUpheld):
            return say(
                "第\(number)号异议\(isUpheld ? "成立" : "不成立")",
                "objection no. \(number) \(isUpheld ? "upheld" : "rejected")")
        case .suspicion(let ruling):
            let unit = campaign.unit(ruling.unit)?.shortName ?? ruling.unit
            let outcome =
                ruling.isConfirmed ? say("属实", "confirmed") : say("不实", "dismissed")
            return say("疑点", "suspicion") + "  \(ruling.flag) \(unit) \(ruling.period)  \(outcome)"
        case .revoke(let number): return say("撤销第\(number)号", "revoked no. \(number)")
        }
    }

    /// `交办 XW57  城关镇 问题：村级财务没有公开  时限 2020-08-15`.
    private func words(of decision: OfficeAct.ItemDecision, _ id: Int) -> String {
        let unit = name(decision.unit)
        switch decision.step {
        case .open(let task):
            let number = OfficeAct.ItemDecision.number(of: id, in: task.list)
            return say("交办 \(number)", "opened \(number)") + "  \(unit) "
                + say(task.list.chinese, task.list.rawValue) + say("：", ": ") + task.text + "  "
                + say("时限 \(task.due)", "due \(task.due)")
        case .extend(let number, let due):
            return say("延期 \(number)", "put off \(number)") + "  \(unit)  "
                + say("时限改为 \(due)", "due \(due)")
        case .close(let number, let done):
            return say("完成 \(number)", "done \(number)") + "  \(unit)  "
                + say("\(done) 完成，待核", "on \(done), to be checked")
        case .verify(let number):
            return say("销号 \(number)", "verified \(number)") + "  \(unit)"
        case .reopen(let number):
            return say("退回 \(number)", "sent back \(number)") + "  \(unit)"
        }
    }

    private func name(_ unit: String) -> String { campaign.unit(unit)?.shortName ?? unit }

    private func owed(_ key: ExpectedReturn.Key) -> String {
        let unit = campaign.unit(key.unit)?.shortName ?? key.unit
        let form = campaign.form(key.form)?.title ?? key.form
        return "\(unit) \(key.period)《\(form)》"
    }
}
