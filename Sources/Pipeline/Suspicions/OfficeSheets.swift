import Assessments
import Bulletins
import Campaigns
import Findings
import Ledgers
import Workbooks

/// Writes what the office alone reads of a period into its folder below the state folder: suspicions, and
/// the records of inspections that want something.
struct OfficeSheets {
    let workshop: Workshop
    let period: Period

    /// Writes the sheets; gives the flags that stand on them, the folded ones among them.
    @discardableResult
    func write(
        _ facts: PeriodFacts, _ assessment: Assessment, previous: Assessment
    ) throws(RunError) -> [NotedFlag] {
        let found = try SuspicionDesk(workshop: workshop)
            .found(facts, assessment, previous: previous)
        try write(found)
        let desk = CaseDesk(workshop)
        let cases = try desk.list(of: facts)
        try put("暗访办理.csv", CSVWriter.file(desk.table(cases)))
        try put(rendered { renderer throws(WorkbookError) in try renderer.cases(cases) })
        return found.flags
    }

    /// The suspicions alone, after the office has said something of one.
    func write(_ found: SuspicionDesk.Found) throws(RunError) {
        let sheet = SuspicionSheet(campaign: workshop.campaign, found: found)
        let list = sheet.list(of: period, asOf: workshop.asOf)
        try put("疑似.csv", CSVWriter.file(sheet.table))
        try put(rendered { renderer throws(WorkbookError) in try renderer.suspicions(list) })
    }

    /// The period's suspicions, gathered anew.
    func suspicions() throws(RunError) -> SuspicionDesk.Found {
        let (campaign, asOf) = (workshop.campaign, workshop.asOf)
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(of: [period, period.previous], of: campaign, asOf: asOf)
        }
        let assessments: [Assessment]
        do throws(AssessmentError) {
            let assessor = Assessor(campaign: campaign)
            assessments = [try assessor.assess(facts[0]), try assessor.assess(facts[1])]
        } catch {
            throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
        }
        return try SuspicionDesk(workshop: workshop)
            .found(facts[0], assessments[0], previous: assessments[1])
    }

    private func rendered(
        _ render: (OfficeRenderer) throws(WorkbookError) -> OutputFile
    ) throws(RunError) -> OutputFile {
        do throws(WorkbookError) {
            return try render(OfficeRenderer(campaign: workshop.campaign))
        } catch {
            throw .fault(
                Bilingual(
                    "写不出工作簿：\(error.reason)", "a workbook could not be written: \(error.reason)"))
        }
    }

    private func put(_ file: OutputFile) throws(RunError) { try put(file.path, file.bytes) }

    private func put(_ name: String, _ bytes: [UInt8]) throws(RunError) {
        try OutboxMarks(state: workshop.options.state).writeOffice(bytes, to: name, of: period)
    }
}
