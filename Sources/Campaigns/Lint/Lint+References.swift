import Findings
import Workbooks

extension Lint {
    /// Codes and ids that lead nowhere.
    mutating func checkReferences() {
        let units = campaign.units.map(\.code)
        let forms = campaign.forms.map(\.id)
        for row in rows(.units) {
            check(row, "merged_into", in: units, of: "units", except: row.text("code"))
            checkValidity(row)
        }
        let sectors = campaign.forms.compactMap(\.sector)
        let entries = campaign.roster.map(\.code)
        for row in rows(.roster) {
            check(row, "unit", in: units, of: "units")
            check(row, "co_unit", in: units, of: "units")
            check(row, "sector", in: sectors, of: "forms")
            check(row, "merged_into", in: entries, of: "roster", except: row.text("code"))
            checkValidity(row)
        }
        let lists = campaign.choices.keys.sorted()
        for row in rows(.fields) {
            check(row, "form", in: forms, of: "forms")
            check(row, "choices", in: lists, of: "choices")
            if row.text("choices").isEmpty, row.text("type").hasPrefix("enum:") {
                let list = String(row.text("type").dropFirst(5))
                check(row, "type", list, in: lists, of: "choices")
            }
        }
        for row in rows(.rules) { check(row, "form", in: forms + ["*"], of: "forms") }
        for row in rows(.indicators) { check(row, "form", in: forms + ["submission"], of: "forms") }
        checkInspectionItems()
        checkTalkIndicators()
        checkProblemRules()
        checkRecipients(units: units)
    }

    /// Entries of a unit that has ended, which nobody reports any more.
    mutating func checkOwners() {
        for (ordinal, unit) in campaign.units.enumerated() {
            let left = campaign.entriesLeft(by: unit)
            guard !left.isEmpty, let end = unit.validTo, let row = row(.units, ordinal) else {
                continue
            }
            let successor = unit.mergedInto.flatMap { campaign.unit($0) }
            note(
                .closedOwner(
                    unit: unit.name, lastDay: end.description, entries: left.map(\.name),
                    successor: successor?.name), row, "valid_to")
        }
    }

    private mutating func checkInspectionItems() {
        for (ordinal, item) in campaign.inspectionItems.enumerated() {
            guard let target = item.target, let row = row(.inspectionItems, ordinal),
                campaign.form(target.form)?.field(target.field) == nil
            else { continue }
            let fields = campaign.forms.filter { $0.nature == .units }.flatMap { form in
                form.fields.map { "\(form.id).\($0.id)" }
            }
            check(row, "field", in: fields, of: "fields")
        }
    }

    private mutating func checkTalkIndicators() {
        let ids = campaign.indicators.map(\.id)
        for row in rows(.settings) where row.text("key") == Settings.Key.talkIndicators.rawValue {
            for id in row.list("value") { check(row, "value", id, in: ids, of: "indicators") }
        }
    }

    private mutating func checkProblemRules() {
        let ids = campaign.rules.map(\.id)
        for row in rows(.settings) where row.text("key") == Settings.Key.problemRules.rawValue {
            for id in row.list("value") { check(row, "value", id, in: ids, of: "rules") }
        }
    }

    /// A recipient without a mailbox is a kind of unit.
    private mutating func checkRecipients(units: [String]) {
        let kinds = campaign.units.map(\.kind) + campaign.forms.flatMap(\.submittedBy)
        for row in rows(.recipients) where row.text("mailbox").isEmpty {
            check(row, "name", in: kinds, of: "units")
        }
    }

    /// A period of validity that ends before it begins.
    private mutating func checkValidity(_ row: CampaignDecoder.Row) {
        let (from, to) = (row.text("valid_from"), row.text("valid_to"))
        if !from.isEmpty, !to.isEmpty, to < from {
            let expected = Bilingual("不早于\(from)的日期", "a date not before \(from)")
            note(.tableValue(column: "valid_to", found: to, expected: expected), row, "valid_to")
        }
    }

    private mutating func check(
        _ row: CampaignDecoder.Row, _ column: String, _ found: String? = nil, in known: [String],
        of table: String, except own: String? = nil
    ) {
        let text = found ?? row.text(column)
        guard !text.isEmpty, text == own || !known.contains(text) else { return }
        let proposal = nearest(to: text, among: known.filter { $0 != own }).first
        note(
            .tableReference(column: column, found: text, table: table, nearest: proposal), row,
            column)
    }
}
