package import Campaigns

/// Something that the office itself decided (办理事项): a waiver, a later due time, a file taken back, a
/// name confirmed, a verdict; with the reason that it gave.
///
/// An act is an event and is never edited: where it was a mistake, another act revokes it. What it is
/// about stands in `content`, when it became known in `moment`.
package struct OfficeAct: Hashable, Sendable {
    /// The number of its event, by which people name it.
    package var id: Int
    package var moment: Moment
    package var content: Content
    package var reason: String
    /// The act that revoked it; nil while it stands.
    package var revokedBy: Int?

    /// What an act is about, and what it says.
    package enum Content: Hashable, Sendable {
        /// 免报: the return is not owed.
        case waive(ExpectedReturn.Key)
        /// 延期: the return is due at another time.
        case extend(ExpectedReturn.Key, until: Moment)
        /// 撤回: what lies under a path was misfiled; the same bytes elsewhere are read anew.
        case withdraw(sha256: String, path: String, period: Period?)
        /// 确认名称: a spelling that stands for a unit or a roster entry.
        case alias(code: String, name: String)
        /// 认定: the verdict on a record of an inspection, whatever a file says of it.
        case verdict(Ruling)
        /// 清单事项: opened, put off, done, verified or sent back.
        case item(ItemDecision)
        /// 异议: a unit objects to a figure.
        case objection(Protest)
        /// The office's decision on an objection, by its number.
        case objectionDecision(Int, isUpheld: Bool)
        /// 疑点: what came of looking into a flag of a screen.
        case suspicion(FlagRuling)
        /// 撤销: an earlier act no longer stands.
        case revoke(Int)
    }

    /// What the office found when it looked into a flag.
    package struct FlagRuling: Hashable, Sendable {
        /// The flag's number.
        package var flag: String
        package var screen: String
        package var form: String
        package var unit: String
        /// The period of the return.
        package var period: Period
        /// Something was wrong there; else nothing was.
        package var isConfirmed: Bool

        package init(_ flag: NotedFlag, isConfirmed: Bool) {
            self.init(
                flag: flag.id, screen: flag.screen, form: flag.form, unit: flag.unit,
                period: flag.period, isConfirmed: isConfirmed)
        }

        package init(
            flag: String, screen: String, form: String, unit: String, period: Period,
            isConfirmed: Bool
        ) {
            self.flag = flag
            self.screen = screen
            self.form = form
            self.unit = unit
            self.period = period
            self.isConfirmed = isConfirmed
        }
    }

    /// The office's verdict on what was seen on a visit.
    package struct Ruling: Hashable, Sendable {
        package var form: String
        package var visit: String
        package var item: String
        /// The roster entry that was inspected; nil in the events of programs that knew no more than one
        /// object of a visit and item.
        package var subject: String?
        /// The month of the visit.
        package var period: Period?
        package var verdict: String
        /// The unit's answer; nil: as the file says.
        package var feedback: String?

        package init(
            form: String, visit: String, item: String, subject: String?, period: Period?,
            verdict: String, feedback: String?
        ) {
            self.form = form
            self.visit = visit
            self.item = item
            self.subject = subject
            self.period = period
            self.verdict = verdict
            self.feedback = feedback
        }
    }
}

extension OfficeAct.Content {
    /// The act's word, in events and for programs.
    package var word: String {
        switch self {
        case .waive: "waive"
        case .extend: "extend"
        case .withdraw: "withdraw"
        case .alias: "alias"
        case .verdict: "verdict"
        case .item(let decision): decision.word
        case .objection: "objection"
        case .objectionDecision: "objection_decide"
        case .suspicion: "suspicion"
        case .revoke: "revoke"
        }
    }

    /// The period that it is about; nil where it is about none, or about all.
    package var period: Period? {
        switch self {
        case .waive(let key), .extend(let key, _): key.period
        case .withdraw(_, _, let period): period
        case .verdict(let ruling): ruling.period
        case .item(let decision): decision.period
        case .objection(let protest): protest.period
        case .suspicion(let ruling): ruling.period
        case .alias, .objectionDecision, .revoke: nil
        }
    }

    /// What a later act must say something else about to take this one's place.
    var subject: [String] {
        switch self {
        case .waive(let key), .extend(let key, _):
            [word, key.form, key.unit, key.period.description]
        case .withdraw(let sha256, let path, _): [word, sha256, path]
        case .alias(let code, let name): [word, code, name]
        case .verdict(let ruling):
            [word, ruling.form, ruling.visit, ruling.item] + [ruling.subject].compactMap(\.self)
        case .item(let decision): decision.subject
        case .objection(let protest):
            [word, protest.unit, protest.period.description, protest.about, protest.text]
        case .objectionDecision(let number, _): [word, String(number)]
        case .suspicion(let ruling): [word, ruling.flag]
        case .revoke(let id): [word, String(id)]
        }
    }
}
