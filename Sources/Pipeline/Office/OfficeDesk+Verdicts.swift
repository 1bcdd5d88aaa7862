import Campaigns
import Findings
import Ledgers
import Workbooks

extension OfficeDesk {
    /// 认定: the office's verdict on a record of an inspection, whatever a file says of it, then or later.
    package func verdict(
        visit: String, item: String, verdict: String, feedback: String?, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let (form, record) = try record(visit: visit, item: item, workshop)
        let verdict = try choice(verdict, of: "verdict", in: form, workshop.campaign)
        var answer: String?
        if let feedback {
            answer = try choice(feedback, of: "feedback", in: form, workshop.campaign)
        }
        let date = CivilDate(record.visitDate)
        let ruling = OfficeAct.Ruling(
            form: form.id, visit: record.visit, item: record.item,
            period: date.map { Period(containing: $0) }, verdict: verdict, feedback: answer)
        var result = try note(.verdict(ruling), reason: reason, workshop, notices: [])
        if result.isNew {
            let records = try records(workshop)
            let stands = records.first {
                $0.record.visit == record.visit
                    && $0.record.item == record.item && $0.form == form.id
            }?.record
            result.lines += try effects(of: stands ?? record, before: record, workshop)
                .map { "  " + $0.text(in: language) }
        }
        return result
    }

    /// What follows, and when.
    private func effects(
        of record: InspectionRecord, before: InspectionRecord, _ workshop: Workshop
    ) throws(RunError) -> [Bilingual] {
        let date = CivilDate(record.visitDate)
        guard record.isConfirming else {
            var effects = [
                Bilingual(
                    "这样认定的不换数、不扣分", "such a verdict changes no value and takes no points")
            ]
            if record.isOverruled {
                effects.append(
                    Bilingual(
                        "核查结论由“\(record.foundResult)”改按“\(record.result)”计，有关的比率随之变动",
                        "it counts as “\(record.result)” and no longer as “\(record.foundResult)”: "
                            + "rates over the inspections change"))
            }
            if record.result != before.result {
                effects += notices(for: window(of: date, workshop), workshop)
            } else if before.isConfirmed {
                effects += notices(for: date.map { [Period(containing: $0)] } ?? [], workshop)
            }
            return effects
        }
        var effects: [Bilingual] = []
        if !record.isConfirmed, let date {
            let day = workshop.campaign.calendar.day(
                afterWorkdays: workshop.campaign.settings.integer(.answerDays), since: date)
            effects.append(
                Bilingual(
                    "单位还没有反馈：\(day) 起才算数；已经反馈的，加 --feedback 无异议 或 有异议",
                    "the unit has not answered: it takes effect on \(day); if it has, say --feedback"
                ))
        }
        effects.append(
            Bilingual("核实值代替上报值", "the value seen takes the place of the one reported"))
        if record.isMisreport {
            effects.append(
                Bilingual(
                    "每项扣\(workshop.campaign.settings.text(.misreportPoints))分，只扣一次，"
                        + "计入此后第一次写出的那一期；已经通报过的月份不补扣",
                    "\(workshop.campaign.settings.text(.misreportPoints)) points are taken once, in the "
                        + "first bulletin that is published from now on, not in one that was"))
        }
        return effects + notices(for: date.map { [Period(containing: $0)] } ?? [], workshop)
    }

    /// The closed months in whose match window a visit lies.
    private func window(of date: CivilDate?, _ workshop: Workshop) -> [Period] {
        guard let date else { return [] }
        let latest = workshop.campaign.latestClosed(asOf: workshop.asOf)
        var period = Period(containing: date)
        var periods: [Period] = []
        for _ in 0..<max(1, workshop.campaign.settings.integer(.matchMonths))
        where period <= latest {
            periods.append(period)
            period = period.next
        }
        return periods
    }

    private func records(
        _ workshop: Workshop
    ) throws(RunError) -> [(form: String, record: InspectionRecord)] {
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.inspections(of: workshop.campaign, asOf: workshop.asOf)
        }
    }

    private func record(
        visit: String, item: String, _ workshop: Workshop
    ) throws(RunError) -> (Form, InspectionRecord) {
        let all = try records(workshop)
        let (visitKey, itemKey) = (Folding.key(visit), Folding.key(item))
        let onVisit = all.filter { Folding.key($0.record.visit) == visitKey }
        guard !onVisit.isEmpty else {
            throw NameDesk.unknown(
                Bilingual("没有编号“\(visit)”的暗访记录", "there is no inspection “\(visit)”"),
                proposals: nearest(to: visit, among: all.map(\.record.visit), count: 3))
        }
        let titles = Dictionary(
            workshop.campaign.inspectionItems.map { (Folding.key($0.title), $0.id) },
            uniquingKeysWith: { first, _ in first })
        let found = onVisit.filter {
            Folding.key($0.record.item) == itemKey || $0.record.item == titles[itemKey]
        }
        guard let one = found.first, found.count == 1, let form = workshop.campaign.form(one.form)
        else {
            let items = onVisit.map { entry in
                let title = workshop.campaign.inspectionItems.first { $0.id == entry.record.item }
                return "\(entry.record.item) \(title?.title ?? "")".trimmed
            }
            throw .usage(
                Bilingual(
                    "\(visit) 没有查“\(item)”；查的是：\(items.joined(separator: "、"))",
                    "\(visit) did not look at “\(item)”; it looked at: "
                        + items.joined(separator: ", ")))
        }
        return (form, one.record)
    }

    /// A value that the form's field admits, by any of its spellings; as it stands where the field has
    /// no list.
    private func choice(
        _ text: String, of field: String, in form: Form, _ campaign: Campaign
    ) throws(RunError) -> String {
        guard let list = form.field(field)?.choices.flatMap({ campaign.choices[$0] }) else {
            return text.trimmed
        }
        guard let value = list.spellings[Folding.key(text)] else {
            throw .usage(
                Bilingual(
                    "没有“\(text)”这一种；可以是\(list.values.quotedChinese)",
                    "“\(text)” is none of \(list.values.quotedEnglish)"))
        }
        return value
    }
}
