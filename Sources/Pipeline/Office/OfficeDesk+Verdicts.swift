import Campaigns
import Findings
import Ledgers
import Workbooks

extension OfficeDesk {
    /// 认定: the office's verdict on a record of an inspection, whatever a file says of it, then or later.
    ///
    /// `subject` is the code or a name of the object; it must be given where the visit looked at the item of
    /// several.
    package func verdict(
        visit: String, item: String, subject: String?, verdict: String, feedback: String?,
        reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let (form, record) = try InspectionDesk(workshop)
            .record(visit: visit, item: item, subject: subject)
        let verdict = try choice(verdict, of: "verdict", in: form, workshop.campaign)
        var answer: String?
        if let feedback {
            answer = try choice(feedback, of: "feedback", in: form, workshop.campaign)
        }
        let date = CivilDate(record.visitDate)
        let ruling = OfficeAct.Ruling(
            form: form.id, visit: record.visit, item: record.item, subject: record.subject,
            period: date.map { Period(containing: $0) }, verdict: verdict, feedback: answer)
        var result = try note(.verdict(ruling), reason: reason, workshop, notices: [])
        if result.isNew {
            let stands = try InspectionDesk(workshop).records().first {
                $0.record.visit == record.visit && $0.record.item == record.item
                    && $0.record.subject == record.subject && $0.form == form.id
            }?.record
            var lines = effects(of: stands ?? record, date, workshop)
            if let period = ruling.period {
                lines += try commands(
                    forVerdict: result.act.number, about: period,
                    from: effective(stands ?? record, date, workshop), workshop)
            }
            result.lines += lines.map { "  " + $0.text(in: language) }
        }
        return result
    }

    /// When a verdict counts: now, or at the end of the days in which the unit may answer.
    private func effective(
        _ record: InspectionRecord, _ date: CivilDate?, _ workshop: Workshop
    ) -> Moment {
        guard record.isConfirming, !record.isConfirmed, let date else { return workshop.asOf }
        return max(workshop.asOf, Moment(lastDay(after: date, workshop), secondOfDay: 86_399))
    }

    private func lastDay(after visit: CivilDate, _ workshop: Workshop) -> CivilDate {
        workshop.campaign.calendar.day(
            afterWorkdays: workshop.campaign.settings.integer(.answerDays), since: visit)
    }

    /// Which commands tell the months anew whose told figures a verdict, or its revocation, changes.
    ///
    /// Its points lie in the bulletin that took them, be the visit of an earlier month.
    func commands(
        forVerdict act: Int, about period: Period, from moment: Moment, _ workshop: Workshop
    ) throws(RunError) -> [Bilingual] {
        let changed = try ActReach(workshop: workshop)
            .published(changedBy: act, about: period, from: moment)
        guard changed.isEmpty else { return try commands(for: changed, workshop) }
        return [
            Bilingual(
                "已经通报的数都没有变动", "no figure that has been published is changed by it")
        ]
    }

    /// What follows, and when.
    private func effects(
        of record: InspectionRecord, _ date: CivilDate?, _ workshop: Workshop
    ) -> [Bilingual] {
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
            return effects
        }
        var effects: [Bilingual] = []
        if !record.isConfirmed, let date {
            let day = lastDay(after: date, workshop)
            effects.append(
                Bilingual(
                    "单位还没有反馈：\(day) 起才算数；已经反馈的，加 --feedback 无异议 或 有异议",
                    "the unit has not answered: it takes effect on \(day); if it has, say --feedback"
                ))
        }
        let reader = ObservedText(campaign: workshop.campaign, item: record.item)
        if let reader, reader.value(.text(record.observed)) == nil {
            return effects + [
                Bilingual(
                    "现场核实值“\(record.observed)”不是“\(reader.field.header)”的写法：不换数，也不扣分；改好暗访记录再放一次",
                    "“\(record.observed)” is no value of “\(reader.field.header)”: it changes no value and "
                        + "takes no points; correct the record and hand it in again")
            ]
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
        return effects
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
