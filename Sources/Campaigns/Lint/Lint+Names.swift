import Findings
import Workbooks

/// Names, headers and spellings that stand for two things.
extension Lint {
    /// A name of something, with the cell that says it.
    private struct Name {
        var text: String
        var column: String
        var ordinal: Int
    }

    mutating func checkUnitNames() {
        var names: [Name] = []
        for (ordinal, unit) in campaign.units.enumerated() {
            names.append(Name(text: unit.name, column: "name", ordinal: ordinal))
            names.append(Name(text: unit.shortName, column: "short_name", ordinal: ordinal))
            names += unit.aliases.map { Name(text: $0, column: "aliases", ordinal: ordinal) }
        }
        let units = campaign.units
        checkNames(names, of: .units, scope: { _ in "" }, called: { units[$0].name }) {
            one, other in
            Self.meet(
                units[one].validFrom, units[one].validTo, units[other].validFrom,
                units[other].validTo)
        }
    }

    mutating func checkEntryNames() {
        var names: [Name] = []
        for (ordinal, entry) in campaign.roster.enumerated() {
            names.append(Name(text: entry.name, column: "name", ordinal: ordinal))
            names += entry.aliases.map { Name(text: $0, column: "aliases", ordinal: ordinal) }
        }
        let roster = campaign.roster
        checkNames(
            names, of: .roster, scope: { roster[$0].unit + "\u{0}" + roster[$0].sector },
            called: { "\(roster[$0].name)（\(roster[$0].code)）" }
        ) { one, other in
            Self.meet(
                roster[one].validFrom, roster[one].validTo, roster[other].validFrom,
                roster[other].validTo)
        }
    }

    /// Each name once more than it may stand is a finding at its cell.
    private mutating func checkNames(
        _ names: [Name], of table: CampaignTables.TableName, scope: (Int) -> String,
        called: (Int) -> String, meet: (Int, Int) -> Bool
    ) {
        var owners: [String: [Int]] = [:]
        for name in names {
            let folded = NameFolding.key(name.text)
            guard !folded.isEmpty, let row = row(table, name.ordinal) else { continue }
            let key = scope(name.ordinal) + "\u{0}" + folded
            let others = owners[key, default: []]
            guard !others.contains(name.ordinal) else { continue }
            if let other = others.first(where: { meet($0, name.ordinal) }) {
                note(
                    .tableAmbiguous(
                        column: name.column, found: name.text, one: called(other),
                        other: called(name.ordinal)), row, name.column)
            }
            owners[key, default: []].append(name.ordinal)
        }
    }

    /// Whether two periods of validity have a day in common.
    private static func meet(
        _ from: CivilDate?, _ to: CivilDate?, _ otherFrom: CivilDate?, _ otherTo: CivilDate?
    ) -> Bool {
        func ends(_ to: CivilDate?, before from: CivilDate?) -> Bool {
            guard let to, let from else { return false }
            return to < from
        }
        return !ends(to, before: otherFrom) && !ends(otherTo, before: from)
    }

    /// Two fields of one form under one header; a form without rows to recognise.
    mutating func checkForms() {
        for (ordinal, form) in campaign.forms.enumerated() {
            guard let row = row(.forms, ordinal) else { continue }
            if FormSchema.reservedNames.contains(form.id) {
                note(.tableReserved(column: "id", found: form.id), row, "id")
            }
            if form.fields.isEmpty {
                note(
                    .tableReference(column: "id", found: form.id, table: "fields", nearest: nil),
                    row, "id")
            }
            let namesRows = form.fields.contains {
                $0.type == .subjectCode || $0.type == .subjectName
            }
            if form.sector != nil, !form.fields.isEmpty, !namesRows {
                note(.tableColumnMissing(table: form.title, column: "subject_name"), row, "sector")
            }
        }
        var owners: [String: (id: String, header: String)] = [:]
        let reserved = Dictionary(
            campaign.forms.map { ($0.id, FormSchema.ownNames(ofViewOf: $0, in: campaign)) },
            uniquingKeysWith: { first, _ in first })
        for row in rows(.fields) {
            let (form, id) = (row.text("form"), row.text("id"))
            for (column, name) in [("header", row.text("header"))]
                + row.list("aliases").map({ ("aliases", $0) })
            {
                let key = form + "\u{0}" + Folding.key(name)
                if let owner = owners[key], owner.id != id {
                    note(
                        .tableAmbiguous(
                            column: column, found: name, one: owner.header,
                            other: row.text("header")), row, column)
                } else {
                    owners[key] = (id, row.text("header"))
                }
            }
            if !id.isEmpty, reserved[form]?.contains(id.lowercased()) ?? false {
                note(.tableReserved(column: "id", found: id), row, "id")
            }
        }
    }

    /// One spelling of two values.
    mutating func checkSpellings() {
        var values: [String: String] = [:]
        for row in rows(.choices) {
            let (list, value) = (row.text("list"), row.text("value"))
            let key = list + "\u{0}" + Folding.key(value)
            if values[key] == nil { values[key] = value }
        }
        for row in rows(.choices) {
            let (list, value) = (row.text("list"), row.text("value"))
            let spelling = row.text("spelling").isEmpty ? value : row.text("spelling")
            let key = list + "\u{0}" + Folding.key(spelling)
            if let other = values[key], other != value {
                note(
                    .tableAmbiguous(column: "spelling", found: spelling, one: other, other: value),
                    row, "spelling")
            } else {
                values[key] = value
            }
        }
    }
}
