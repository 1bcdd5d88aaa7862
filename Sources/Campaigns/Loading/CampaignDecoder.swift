import Findings
import Workbooks

/// Turns tables of text into a campaign; every fault becomes a finding at its cell.
///
/// Each row of a table becomes one value at the same place of its list, faulty or not, so that the lint
/// can go from a value back to its row.
struct CampaignDecoder {
    let tables: CampaignTables
    var findings: [Finding] = []

    /// A row under the decoder's eyes.
    struct Row {
        var table: CampaignTable
        var row: CampaignTable.Row

        func text(_ column: String) -> String { table.text(row, column) }
        func optional(_ column: String) -> String? { text(column).isEmpty ? nil : text(column) }

        /// The parts of a list, which `;` separates (the full-width one will do).
        func list(_ column: String) -> [String] {
            text(column).unicodeScalars.split { $0 == ";" || $0 == "；" }
                .map { String($0).trimmed }.filter { !$0.isEmpty }
        }
    }

    init(_ tables: CampaignTables) {
        self.tables = tables
    }

    mutating func campaign() -> Campaign {
        for name in CampaignTables.TableName.allCases { checkColumns(of: name) }
        let settings = settings()
        let (units, roster) = (units(), roster())
        return Campaign(
            settings: settings, units: units, roster: roster, forms: forms(), choices: choices(),
            rules: rules(), indicators: indicators(), inspectionItems: inspectionItems(),
            tasks: tasks(), calendar: calendar(), recipients: recipients(),
            clockOffset: clockOffset(settings), unitAttributes: attributeNames(of: .units),
            rosterAttributes: attributeNames(of: .roster))
    }

    func rows(_ name: CampaignTables.TableName) -> [Row] {
        guard let table = tables[name] else { return [] }
        return table.rows.map { Row(table: table, row: $0) }
    }

    // MARK: Columns

    private mutating func checkColumns(of name: CampaignTables.TableName) {
        guard let table = tables[name] else {
            if name.isRequired {
                findings.append(Finding(.tableMissing(table: name.rawValue), at: Place(file: "")))
            }
            return
        }
        let columns = TableColumns(name)
        for column in columns.required where table.column(column) == nil {
            findings.append(
                Finding(
                    .tableColumnMissing(table: name.rawValue, column: column), at: table.place))
        }
        let missing = columns.all.filter { table.column($0) == nil }
        var seen: Set<String> = []
        for header in table.header {
            let key = Folding.key(header.name)
            if !seen.insert(key).inserted {
                note(.tableDuplicate(column: name.rawValue, found: header.name), table, header)
            } else if !columns.all.contains(key) {
                let near = nearest(to: key, among: missing).first {
                    editDistance(key, $0, limit: 2) != nil
                }
                guard near != nil || !columns.takesAttributes else { continue }
                let guess = near ?? nearest(to: key, among: columns.all).first
                note(
                    .tableColumnUnknown(table: name.rawValue, column: header.name, nearest: guess),
                    table, header)
            }
        }
        checkHeadless(table)
    }

    /// Values in columns without a head.
    private mutating func checkHeadless(_ table: CampaignTable) {
        let heads = Set(table.header.map(\.column))
        var told: Set<Int> = []
        for row in table.rows {
            for column in row.texts.keys.sorted() where !heads.contains(column) {
                guard told.insert(column).inserted else { continue }
                findings.append(
                    Finding(
                        .tableColumnUnknown(
                            table: table.name, column: CellReference.letters(ofColumn: column),
                            nearest: nil),
                        at: table.place(row: row.number, column: column, line: row.line)))
            }
        }
    }

    private mutating func note(
        _ problem: Problem, _ table: CampaignTable, _ header: CampaignTable.Header
    ) {
        findings.append(Finding(problem, at: table.place(header)))
    }

    /// The columns beyond the table's own, by their names in the order of the table.
    func attributeNames(of name: CampaignTables.TableName) -> [String] {
        guard let table = tables[name] else { return [] }
        let own = TableColumns(name).all
        return table.header.map { Folding.key($0.name) }.filter { !own.contains($0) }
    }

    /// The attributes of a row, empty ones left out.
    func attributes(_ row: Row, _ names: [String]) -> [String: String] {
        var attributes: [String: String] = [:]
        for name in names { attributes[name] = row.optional(name) }
        return attributes
    }
}
