import Campaigns
import Workbooks

/// The blank forms of a unit (空表): how to fill them in, a sheet each, and what they check behind.
struct BlankWorkbook {
    /// One form of the workbook.
    struct Sheet {
        let layout: FormLayout
        let check: SelfCheck
        let checks: CheckSheet
    }

    let facts: BlankFormFacts
    let sheets: [Sheet]
    private let campaign: Campaign
    private let guideName: String

    private static let guideTitle = "填表说明"

    /// Nil for a unit that owes nothing.
    init?(vocabulary: Vocabulary, facts: BlankFormFacts) {
        let campaign = vocabulary.campaign
        let forms = campaign.forms.filter { form in
            campaign.unitsExpected(for: form, in: facts.period)
                .contains { $0.code == facts.unit.code }
        }
        guard !forms.isEmpty else { return nil }
        let titles = forms.map { vocabulary.form($0.id) }
        let names = SheetNames.unique([Self.guideTitle] + titles + titles.map { "自检-\($0)" })
        guideName = names[0]
        sheets = forms.enumerated().map { index, form in
            let layout = FormLayout(
                form, sheet: names[1 + index], facts: facts, campaign: campaign)
            let check = SelfCheck(layout)
            return Sheet(
                layout: layout, check: check,
                checks: CheckSheet(
                    layout: layout, check: check, name: names[1 + forms.count + index]))
        }
        self.facts = facts
        self.campaign = campaign
    }

    var draft: WorkbookDraft {
        let markers = sheets.map {
            FormMarker(
                form: $0.layout.form.id, unit: facts.unit.code, period: facts.period,
                version: facts.version, sheet: $0.layout.sheet)
        }
        var names = FormMarker.definedNames(for: markers)
        for sheet in sheets where !sheet.layout.rows.isEmpty {
            names[sheet.checks.definedName] = sheet.checks.definedRange
        }
        var draft = WorkbookDraft(
            sheets: [
                FillingGuide(facts: facts, sheets: sheets, campaign: campaign).sheet(
                    named: guideName)
            ]
                + sheets.map {
                    FormSheet(layout: $0.layout, marks: CheckMarks(check: $0.checks)).sheet
                }
                + sheets.map(\.checks.sheet),
            definedNames: names,
            properties: WorkbookDraft.Properties(
                title: "\(facts.unit.name)\(facts.period.chinese)空表", created: facts.asOf.date))
        draft.isStructureProtected = true
        return draft
    }
}
