import Campaigns
import Findings
import Ledgers

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
    package var verdict: String?
    package var feedback: String?
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
            (verdict, feedback) = (ruling.verdict, ruling.feedback)
        case .suspicion(let ruling):
            (form, unit, suspicion) = (ruling.form, ruling.unit, ruling.flag)
            verdict = ruling.isConfirmed ? "confirmed" : "dismissed"
        case .revoke(let number): revokes = number
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
            + words(of: act.content) + say("  原因：\(act.reason)", "  reason: \(act.reason)")
        if let revoked = act.revokedBy {
            line += say("  〔已由第\(revoked)号撤销〕", "  [revoked by no. \(revoked)]")
        }
        return line
    }

    private func words(of content: OfficeAct.Content) -> String {
        switch content {
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
            return say("认定", "verdict") + "  \(ruling.visit) \(ruling.item)  \(ruling.verdict)"
                + answer
        case .suspicion(let ruling):
            let unit = campaign.unit(ruling.unit)?.shortName ?? ruling.unit
            let outcome =
                ruling.isConfirmed ? say("属实", "confirmed") : say("不实", "dismissed")
            return say("疑点", "suspicion") + "  \(ruling.flag) \(unit) \(ruling.period)  \(outcome)"
        case .revoke(let number): return say("撤销第\(number)号", "revoked no. \(number)")
        }
    }

    private func owed(_ key: ExpectedReturn.Key) -> String {
        let unit = campaign.unit(key.unit)?.shortName ?? key.unit
        let form = campaign.form(key.form)?.title ?? key.form
        return "\(unit) \(key.period)《\(form)》"
    }
}
