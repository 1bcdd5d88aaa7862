import Findings
import Workbooks

/// The tables of a campaign as text: a folder of CSV files or one workbook, read but not understood.
package struct CampaignTables: Sendable {
    private var tables: [TableName: CampaignTable] = [:]

    /// The tables there can be; the raw value names the file or sheet.
    package enum TableName: String, CaseIterable, Sendable {
        case settings, units, roster, forms, fields, choices, rules, indicators
        case inspectionItems = "inspection_items"
        case tasks, calendar, recipients

        /// A campaign without it is none.
        package var isRequired: Bool {
            switch self {
            case .settings, .units, .roster, .forms, .fields, .indicators: true
            default: false
            }
        }
    }

    /// No tables yet.
    package init() {}

    /// Nil where the campaign has no such table.
    package subscript(_ name: TableName) -> CampaignTable? {
        get { tables[name] }
        set { tables[name] = newValue }
    }

    /// The tables that are there, in the order of `TableName`.
    package var all: [CampaignTable] { TableName.allCases.compactMap { tables[$0] } }

    /// Takes in the bytes of a file; what cannot be read as a workbook comes back as a finding.
    ///
    /// A CSV becomes the table that it is named after; of a workbook each sheet that is named after a
    /// table.
    mutating func read(_ bytes: [UInt8], file: String) -> [Finding] {
        let workbook: Workbook
        do {
            workbook = try WorkbookReader.read(bytes, fileName: file)
        } catch {
            return [Finding(.unreadableFile(error.reason), at: Place(file: file))]
        }
        var isText = false
        if case .csv = workbook.format { isText = true }
        for grid in workbook.sheets {
            guard let name = TableName(rawValue: Folding.key(grid.name)) else { continue }
            if tables[name] == nil {
                tables[name] = CampaignTable(grid, name: name.rawValue, file: file, isText: isText)
            }
        }
        return workbook.notices.map { notice in
            Finding(
                .damagedText(reason: notice.reason.chinese, reasonEnglish: notice.reason.english),
                at: Place(
                    file: file, sheet: notice.sheet, cells: notice.cell.map { [$0] } ?? [],
                    line: notice.line))
        }
    }
}
