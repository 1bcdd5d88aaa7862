import Campaigns
import Findings
import Workbooks

/// Fills an Inbox, file by file: what the units send in, what the inspectors and the office write, and
/// the register of receipts at the end.
struct InboxMaker {
    let seed: UInt64
    let campaign: Campaign
    let months: [Period]
    let situation: SituationModel
    let faults: FaultPlan
    private let layout: SheetLayout
    private let desk: FrontDesk
    private let body: (DemoFile) throws(DemoError) -> Void
    private var receipts: [FrontDesk.Receipt] = []

    /// The campaign has the county's own units and roster; `body` is handed every file.
    init(
        seed: UInt64, campaign: Campaign, months: [Period], layout: SheetLayout = .mixed,
        body: @escaping (DemoFile) throws(DemoError) -> Void
    ) {
        self.seed = seed
        self.campaign = campaign
        self.months = months
        self.layout = layout
        self.body = body
        situation = SituationModel(
            seed: seed, calendar: campaign.calendar, units: campaign.units)
        desk = FrontDesk(seed: seed, campaign: campaign)
        faults = FaultPlan(
            roster: campaign.roster, months: layout == .mixed ? months : [],
            forms: campaign.forms, owing: campaign.unitsExpected)
    }

    mutating func make() throws(DemoError) {
        for period in months {
            for form in campaign.forms where form.nature == .units {
                try makeReturns(of: form, in: period)
            }
            for form in campaign.forms where form.nature != .units && form.isDue(in: period) {
                try makeOfficeFile(of: form, in: period)
            }
        }
        try body(
            DemoFile(path: "收件登记.csv", bytes: FrontDesk.register(receipts).utf8))
    }

    // MARK: Returns

    private mutating func makeReturns(of form: Form, in period: Period) throws(DemoError) {
        let entries = Dictionary(grouping: campaign.entries(of: form, in: period), by: \.unit)
        for unit in campaign.unitsExpected(for: form, in: period) {
            if unit.isDepartment && form.sector == nil { continue }
            let habits = layout.habits(SheetHabits(seed: seed, unit: unit, form: form))
            let rows = rows(of: form, unit: unit, entries: entries[unit.code] ?? [], in: period)
            guard !rows.isEmpty else { continue }
            let submission = Submission(
                form: form, unit: unit, period: period, habits: habits, rows: rows,
                name: unit.isDepartment && form.id == "organ"
                    ? FileNames.combinedName(unit, in: period)
                    : FileNames.name(of: form, unit: unit, in: period, habits: habits))
            if let fault = faults[form, unit, period] {
                try send(submission, with: fault.fault)
            } else {
                try send(submission)
            }
        }
    }

    struct Submission {
        var form: Form
        var unit: Unit
        var period: Period
        var habits: SheetHabits
        var rows: [SheetRow]
        var name: String
    }

    private func rows(
        of form: Form, unit: Unit, entries: [RosterEntry], in period: Period
    ) -> [SheetRow] {
        if form.id == "ledger" {
            let villages = campaign.roster.filter {
                $0.unit == unit.code && $0.sector == "rural" && $0.isValid(on: period.firstDay)
            }
            return LedgerModel(seed: seed).rows(of: unit, villages: villages, in: period)
        }
        return entries.compactMap { entry in
            let values = situation.values(of: entry, in: period)
            return values.isEmpty ? nil : SheetRow(entry: entry, values: values)
        }
    }

    /// What one file of a submission is.
    private struct Variant {
        var kind: PlannedFault.Kind?
        var turn = FrontDesk.Turn.usual
        /// Behind the name.
        var mark = ""
    }

    private mutating func send(_ submission: Submission) throws(DemoError) {
        _ = try send(submission, Variant())
    }

    private mutating func send(
        _ submission: Submission, with fault: PlannedFault
    ) throws(DemoError) {
        switch fault.kind {
        case .missing: return
        case .late: _ = try send(submission, Variant(turn: .late(1)))
        case .veryLate: _ = try send(submission, Variant(turn: .late(3)))
        case .revisedLate:
            _ = try send(submission, Variant(turn: .early))
            _ = try send(submission, Variant(kind: fault.kind, turn: .late(1), mark: "（改报）"))
        case .sameBytes:
            var file = try send(submission, Variant(turn: .early))
            if let dot = file.path.lastIndex(of: ".") {
                file.path.insert(contentsOf: " - 副本", at: dot)
            }
            try hand(in: file, receipt: submission.period, .lastDay)
        case .misplacedInspection, .unknownForm:
            try send(submission)
            try sendStray(submission, fault.kind)
        default:
            _ = try send(submission, Variant(kind: fault.kind, turn: .early))
        }
        guard fault.sequel != .none else { return }
        let isLate = fault.sequel == .correctedLate
        _ = try send(
            submission, Variant(turn: isLate ? .late(1) : .lastDay, mark: isLate ? "（补报）" : "（更正）"))
    }

    private mutating func send(
        _ submission: Submission, _ variant: Variant
    ) throws(DemoError) -> DemoFile {
        let isOld = variant.kind == .legacyWorkbook
        var habits = submission.habits
        if variant.kind != nil { habits.format = .workbook }
        let isCombined = submission.unit.isDepartment && submission.form.id == "organ"
        if isCombined && !layout.isText { habits.format = .workbook }
        let ending = isOld ? ".xls" : habits.format == .workbook ? ".xlsx" : ".csv"
        let name = submission.name + variant.mark + ending
        let path = FileNames.folder(of: submission.form, in: submission.period) + "/" + name
        let receipt = desk.receipt(of: name, in: submission.period, variant.turn)
        var plan = SheetPlan(
            form: submission.form, unit: submission.unit, month: submission.period,
            filled: receipt.moment.date, habits: habits, rows: submission.rows, seed: seed)
        if let kind = variant.kind {
            plan = FaultMaker(situation: situation, roster: campaign.roster)
                .apply(kind, to: plan, in: submission.period)
        }
        var sheets = [draw(plan)]
        if isCombined, let ledger = ledgerSheet(of: submission, filled: plan.filled) {
            if layout.bytes(ledger) == nil {
                sheets.append(ledger)
            } else {
                try sendAlone(ledger, of: submission)
            }
        }
        let file = DemoFile(path: path, bytes: try bytes(sheets, plan, variant.kind, path: path))
        receipts.append(receipt)
        try body(file)
        return file
    }

    private func bytes(
        _ sheets: [SheetDraft], _ plan: SheetPlan, _ kind: PlannedFault.Kind?, path: String
    ) throws(DemoError) -> [UInt8] {
        switch kind {
        case .legacyWorkbook: return CompoundFile.legacyWorkbook
        case .encrypted: return CompoundFile.encryptedWorkbook
        case .emptyFile: return []
        case .uncomputedFormula: return PlainWorkbook.bytes(sheets[0])
        default: break
        }
        if let bytes = layout.bytes(sheets[0]) { return bytes }
        switch plan.habits.format {
        case .csv: return SheetFiles.text(sheets[0]).utf8
        case .legacyCSV:
            let text = SheetFiles.text(sheets[0])
            return text.gb18030 ?? text.utf8
        case .workbook:
            do throws(WorkbookError) {
                return try SheetFiles.workbook(sheets, title: plan.title, created: plan.filled)
            } catch {
                throw .unwritable(path: path, because: error)
            }
        }
    }

    func draw(_ plan: SheetPlan) -> SheetDraft {
        let name = plan.habits.title == 1 ? "Sheet1" : plan.form.folder ?? plan.form.title
        let draft = SheetDrawing(plan, name: name, choices: campaign.choices).draft
        let isGrouped = plan.columns.contains { $0.group != nil }
        return layout.rearranged(draft, heads: isGrouped ? 2 : 1)
    }

    /// A second sheet as a file of its own, where a file has room for one.
    private mutating func sendAlone(
        _ sheet: SheetDraft, of submission: Submission
    ) throws(DemoError) {
        guard let form = campaign.form("ledger"), let bytes = layout.bytes(sheet) else { return }
        let name = FileNames.name(
            of: form, unit: submission.unit, in: submission.period, habits: submission.habits)
        let path =
            FileNames.folder(of: form, in: submission.period) + "/" + name
            + (layout.isText ? ".csv" : ".xlsx")
        try hand(in: DemoFile(path: path, bytes: bytes), receipt: submission.period, .usual)
    }

    /// A department's lists stand on the second sheet of its workbook.
    private func ledgerSheet(of submission: Submission, filled: CivilDate) -> SheetDraft? {
        guard let form = campaign.form("ledger"),
            form.submittedBy.contains(submission.unit.kind)
        else { return nil }
        let rows = rows(of: form, unit: submission.unit, entries: [], in: submission.period)
        var habits = layout.habits(SheetHabits(seed: seed, unit: submission.unit, form: form))
        habits.title = 0
        return draw(
            SheetPlan(
                form: form, unit: submission.unit, month: submission.period, filled: filled,
                habits: habits, rows: rows, seed: seed))
    }

    mutating func hand(
        in file: DemoFile, receipt period: Period, _ turn: FrontDesk.Turn
    ) throws(DemoError) {
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        receipts.append(desk.receipt(of: name, in: period, turn))
        try body(file)
    }
}
