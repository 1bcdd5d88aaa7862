package import Findings
import Formulas

/// What is wrong with a campaign though each of its cells can be read: doubles, references that lead
/// nowhere, names that stand for two things, formulas that do not run or would not run elsewhere.
///
/// The loader's findings are not repeated. It looks at the draft, so that a clerk sees every fault of
/// every table at once.
package enum CampaignLint {
    /// The findings by place; a campaign with an error among them is not used.
    package static func findings(for reading: CampaignReading) -> [Finding] {
        var lint = Lint(reading)
        lint.checkDoubles()
        lint.checkReferences()
        lint.checkOwners()
        lint.checkForms()
        lint.checkUnitNames()
        lint.checkEntryNames()
        lint.checkSpellings()
        lint.checkRules()
        lint.checkWeights()
        lint.checkFormulas()
        var seen: Set<Finding> = []
        return lint.findings.filter { seen.insert($0).inserted }.sorted()
    }
}

/// The campaign under lint, with the rows that its values came from.
struct Lint {
    let campaign: Campaign
    let tables: CampaignTables
    var findings: [Finding] = []

    init(_ reading: CampaignReading) {
        campaign = reading.draft
        tables = reading.tables
    }

    func rows(_ name: CampaignTables.TableName) -> [CampaignDecoder.Row] {
        guard let table = tables[name] else { return [] }
        return table.rows.map { CampaignDecoder.Row(table: table, row: $0) }
    }

    /// The row behind the value at a place of its list.
    func row(_ name: CampaignTables.TableName, _ ordinal: Int) -> CampaignDecoder.Row? {
        guard let table = tables[name], table.rows.indices.contains(ordinal) else { return nil }
        return CampaignDecoder.Row(table: table, row: table.rows[ordinal])
    }

    mutating func note(_ problem: Problem, _ row: CampaignDecoder.Row, _ column: String) {
        findings.append(Finding(problem, at: row.table.place(row.row, column)))
    }

    // MARK: Doubles

    /// Identities that stand twice; the second is the fault.
    mutating func checkDoubles() {
        let keys: [(CampaignTables.TableName, [String])] = [
            (.settings, ["key"]), (.units, ["code"]), (.roster, ["code"]), (.forms, ["id"]),
            (.fields, ["form", "id"]), (.rules, ["id"]), (.indicators, ["id"]),
            (.inspectionItems, ["id"]), (.tasks, ["id"]), (.calendar, ["date"]),
        ]
        for (table, columns) in keys {
            var seen: Set<[String]> = []
            for row in rows(table) {
                // Views know no difference between upper and lower case.
                let key = columns.map { row.text($0).lowercased() }
                guard let column = columns.last, !row.text(column).isEmpty else { continue }
                if !seen.insert(key).inserted {
                    note(.tableDuplicate(column: column, found: row.text(column)), row, column)
                }
            }
        }
    }

    // MARK: Weights

    mutating func checkWeights() {
        guard let table = tables[.indicators] else { return }
        for column in ["weight_township", "weight_department"] {
            let weights = campaign.indicators.map {
                column == "weight_township" ? $0.weightTownship : $0.weightDepartment
            }
            let scale = weights.map(\.scale).max() ?? 0
            let sum = weights.reduce(0) { sum, weight in
                sum + weight.shifted(by: scale).unscaled
            }
            let total = ExactDecimal(unscaled: sum, scale: scale)
            guard total != .zero, total != ExactDecimal(100),
                let header = table.header.first(where: { Folding.key($0.name) == column })
            else { continue }
            findings.append(
                Finding(
                    .weightTotal(column: column, sum: total.description), at: table.place(header)))
        }
    }
}
