import Campaigns
import Findings
import Workbooks

extension InboxMaker {
    /// An inspection record outside its folder, or a sheet of another office.
    mutating func sendStray(
        _ submission: Submission, _ kind: PlannedFault.Kind
    ) throws(DemoError) {
        let period = submission.period
        let folder = FileNames.folder(of: submission.form, in: period)
        if kind == .unknownForm {
            let name = "\(submission.unit.shortName)\(period.chinese)饮水安全排查统计表.xlsx"
            let sheet = StraySheet.draft(
                unit: submission.unit, period: period, rows: submission.rows)
            try handIn([sheet], path: "\(period)/其他/\(name)", title: "饮水安全排查统计表", period)
        } else if let form = campaign.forms.first(where: { $0.nature == .inspection }) {
            let rows = Array(officeRows(of: form, in: period).prefix(2))
            let plan = officePlan(of: form, in: period, rows: rows)
            try handIn(
                [draw(plan)], path: "\(folder)/\(period.chinese)暗访记录（抄送）.xlsx", title: plan.title,
                period)
        }
    }

    mutating func makeOfficeFile(of form: Form, in period: Period) throws(DemoError) {
        let rows = officeRows(of: form, in: period)
        guard !rows.isEmpty else { return }
        let plan = officePlan(of: form, in: period, rows: rows)
        let topic = form.nature == .inspection ? "暗访核查记录" : form.folder ?? form.title
        try handIn(
            [draw(plan)],
            path: FileNames.folder(of: form, in: period) + "/\(period.chinese)\(topic).xlsx",
            title: plan.title, period)
    }

    private mutating func handIn(
        _ sheets: [SheetDraft], path: String, title: String, _ period: Period
    ) throws(DemoError) {
        let bytes: [UInt8]
        do throws(WorkbookError) {
            bytes = try SheetFiles.workbook(sheets, title: title, created: period.lastDay)
        } catch {
            throw .unwritable(path: path, because: error)
        }
        try hand(in: DemoFile(path: path, bytes: bytes), receipt: period, .usual)
    }

    private func officePlan(of form: Form, in period: Period, rows: [SheetRow]) -> SheetPlan {
        let office = Unit(code: "office", name: "办公室", shortName: "办公室", kind: "office")
        var habits = SheetHabits(seed: seed, unit: office, form: form)
        (habits.headerRows, habits.usesTicks, habits.isShuffled) = (1, false, false)
        return SheetPlan(
            form: form, unit: nil, month: period, filled: period.lastDay, habits: habits,
            rows: rows, seed: seed)
    }

    private func officeRows(of form: Form, in period: Period) -> [SheetRow] {
        let isLast = period == months.last
        if form.nature == .review {
            return ReviewModel(seed: seed, units: campaign.units.filter { $0.rankGroup != nil })
                .rows(of: form, in: period)
        }
        guard form.nature == .inspection else {
            return RegisterModel(seed: seed, units: campaign.units.filter { $0.rankGroup != nil })
                .rows(in: period, isLast: isLast)
        }
        // Inspectors go where a return stands that they can be held against.
        let entries = campaign.roster.filter { entry in
            guard let form = campaign.form(entry.sector) else { return false }
            return faults.standsTrue(form, entry.unit, period)
                && faults.standsTrue(form, entry.unit, period.previous)
        }
        let units = Dictionary(
            campaign.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        return InspectionModel(seed: seed, situation: situation, calendar: campaign.calendar).rows(
            entries: entries, units: units, in: period, isFirst: period == months.first,
            isLast: isLast)
    }
}
