import Campaigns
import Findings
import Ledgers

extension OfficeDesk {
    /// 撤销: an act no longer stands; the act itself stays in the ledger.
    package func revoke(_ number: Int, reason: String?) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let acts = try ledgerWork { () throws(LedgerError) in try workshop.ledger.acts() }
        guard let act = acts.first(where: { $0.id == number }) else {
            throw .usage(
                Bilingual(
                    "没有第\(number)号；编号见 tongbao office list",
                    "there is no act no. \(number); tongbao office list has the numbers"))
        }
        if case .revoke(let other) = act.content {
            throw .usage(
                Bilingual(
                    "第\(number)号是撤销第\(other)号的，不能再撤销；要恢复，把原来的事再办一次",
                    "no. \(number) revokes no. \(other) and cannot be revoked; say the act again instead"
                ))
        }
        let told = Bilingual(
            "撤销了：\(ActWords(workshop.campaign, .chinese).line(of: act))",
            "revoked: \(ActWords(workshop.campaign, .english).line(of: act))")
        var answer = try note(
            .revoke(number), reason: reason, workshop, notices: [told] + follow(act),
            about: periods(of: act))
        if answer.isNew, case .verdict(let ruling) = act.content, let period = ruling.period {
            answer.lines += try commands(
                forVerdict: answer.act.number, about: period, from: workshop.asOf, workshop
            ).map { "  " + $0.text(in: language) }
        }
        return answer
    }

    private func follow(_ act: OfficeAct) -> [Bilingual] {
        switch act.content {
        case .alias:
            [
                Bilingual(
                    "按它认下的表仍然有效；以后的表不再这样认",
                    "returns that were accepted by it stand; later ones are no longer read so")
            ]
        case .suspicion:
            [
                Bilingual(
                    "下次写出疑点清单时不再算数", "the office's next sheet no longer counts it")
            ]
        default: []
        }
    }

    /// The periods whose output tells of an act itself, whatever its figures; a verdict is told of where it
    /// changes them.
    private func periods(of act: OfficeAct) -> [Period] {
        switch act.content {
        case .alias, .suspicion, .verdict: []
        default: act.content.period.map { [$0] } ?? []
        }
    }
}
