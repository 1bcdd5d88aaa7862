import Campaigns
import Findings
import Ledgers

extension OfficeDesk {
    /// 免报: a return is not owed.
    package func waive(
        unit: String, form: String, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let key = try owed(unit: unit, form: form, workshop)
        let owed = try expected(key, workshop)
        var notices: [Bilingual] = []
        if owed?.isAccepted == true {
            notices.append(
                Bilingual(
                    "这张表已经收到合格的：照常计分，只是不算迟报",
                    "the return has been accepted: it counts as ever, only never as late"))
        }
        return try note(
            .waive(key), reason: reason, workshop,
            notices: notices, about: [key.period])
    }

    /// 延期: a return is due later; a day without a time is that day at the campaign's due time.
    package func extend(
        unit: String, form: String, until text: String?, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let key = try owed(unit: unit, form: form, workshop)
        let campaign = workshop.campaign
        let due = campaign.due(key.period)
        guard let text, var until = Moment(iso: text, offset: campaign.clockOffset) else {
            throw .usage(
                Bilingual(
                    "--until 应写成 2020-07-10 或 2020-07-10T12:00 这样",
                    "--until takes a day or a moment such as 2020-07-10T12:00"))
        }
        if text.utf8.count == 10 { until = Moment(until.date, secondOfDay: due.secondOfDay) }
        guard due < until else {
            throw .usage(
                Bilingual(
                    "\(until.short) 不晚于原来的截止时间 \(due.short)，不算延期",
                    "\(until.short) is not later than the ordinary due time, \(due.short)"))
        }
        let waiver = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.act(about: .waive(key))
        }
        if let waiver {
            throw .usage(
                Bilingual(
                    "这张表已经免报（第\(waiver.id)号）；要改成延期，先撤销：tongbao office revoke \(waiver.id) --reason …",
                    "the return is waived (no. \(waiver.id)); revoke that first: tongbao office revoke "
                        + "\(waiver.id) --reason …"))
        }
        return try note(
            .extend(key, until: until), reason: reason, workshop,
            notices: [], about: [key.period])
    }

    /// The return that is meant, which the unit has to owe.
    private func owed(
        unit: String, form: String, _ workshop: Workshop
    ) throws(RunError) -> ExpectedReturn.Key {
        let campaign = workshop.campaign
        let names = NameDesk(campaign)
        let (unit, form) = (try names.unit(unit), try names.form(form))
        let period = try period(workshop)
        guard
            campaign.unitsExpected(for: form, in: period).contains(where: { $0.code == unit.code })
        else {
            let owes = campaign.forms.filter { form in
                campaign.unitsExpected(for: form, in: period).contains { $0.code == unit.code }
            }.map { $0.folder ?? $0.title }
            throw .usage(
                Bilingual(
                    "\(unit.shortName) \(period.chinese)不报《\(form.title)》；"
                        + (owes.isEmpty ? "那个月它什么都不用报" : "它应报：\(owes.joined(separator: "、"))"),
                    "\(unit.shortName) does not owe \(form.id) for \(period); it owes "
                        + (owes.isEmpty ? "nothing" : owes.joined(separator: ", "))))
        }
        return .init(form: form.id, unit: unit.code, period: period)
    }

    private func expected(
        _ key: ExpectedReturn.Key, _ workshop: Workshop
    ) throws(RunError) -> ExpectedReturn? {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(
                of: key.period, of: workshop.campaign, asOf: workshop.asOf)
        }.expected.first { $0.form == key.form && $0.unit == key.unit }
    }
}
