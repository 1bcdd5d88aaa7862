import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

@testable import Returns

/// One sheet, or workbook, as it arrives, with what is to be made of it.
///
/// The drawing is a `MarkedGrid`; `=== 名称` begins a further sheet, `=== 名称 hidden` a hidden one. Unless
/// it says otherwise a case is expected to be read as the plain return: the rural form of 城关镇 for
/// June 2020, its three villages, no finding.
///
///     SheetCase("the unit in the next cell", """
///         农村月报表（2020年6月）
///         填报单位： | 城关镇
///         …
///         """)
struct SheetCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var path: String
    var drawing: String
    /// Form, unit and month of each return with its rows: `rural T1 2020-06`, `东关村 7 2 8.4 8.4 达标`.
    var reads: [String]
    /// Each finding as check and marks: `wrong_total ①`; of one without a cell the check alone.
    var finds: [String]
    var markers: [FormMarker]

    static let plain = [
        "rural T1 2020-06", "东关村 7 2 8.4 8.4 达标", "西关村 5 1 6 5.5 新建中", "南关村 6 3 7.2 7.2 达标",
    ]
    static let usual = "2020-06/农村/城关镇农村月报.xlsx"

    init(
        _ name: String, _ drawing: String, path: String = Self.usual,
        reads: [String] = Self.plain, finds: [String] = [], markers: [FormMarker] = []
    ) {
        testDescription = name
        self.path = path
        self.drawing = drawing
        self.reads = reads
        self.finds = finds
        self.markers = markers
    }

    /// The drawing read as a file of the Inbox and compared.
    func check(_ county: CatalogueCounty = CatalogueCounty()) {
        let drawn = DrawnWorkbook(drawing)
        let reading = county.read(drawn.workbook(markers), path: path)
        #expect(reading.shown(in: county) == reads)
        #expect(drawn.marks(reading.allFindings).sorted() == finds.sorted())
    }
}

/// The sheets of a drawing.
struct DrawnWorkbook {
    private var sheets: [MarkedGrid] = []

    init(_ drawing: String) {
        var names = ["Sheet1"]
        var lines: [[Substring]] = [[]]
        for line in drawing.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("===") {
                let name = String(line.dropFirst(3)).trimmed
                if lines.count == 1, lines[0].isEmpty { (names, lines) = ([], []) }
                names.append(name)
                lines.append([])
            } else {
                lines[lines.count - 1].append(line)
            }
        }
        sheets = zip(names, lines).map { name, lines in
            MarkedGrid(lines.joined(separator: "\n"), sheet: name, readsNumbers: true)
        }
    }

    func workbook(_ markers: [FormMarker]) -> Workbook {
        Workbook(
            sheets: sheets.map { drawn in
                var grid = drawn.grid
                if grid.name.hasSuffix(" hidden") {
                    grid.name.removeLast(7)
                    grid.isHidden = true
                }
                return grid
            }, definedNames: FormMarker.definedNames(for: markers), format: .xlsx)
    }

    /// Findings by check and the marks at their cells; a cell that is not marked is told by its name.
    func marks(_ findings: [Finding]) -> [String] {
        findings.map { finding in
            let cells = finding.place.cells.map { cell in
                sheets.lazy.filter { drawn in
                    finding.place.sheet.map { drawn.grid.name.hasPrefix($0) } ?? true
                }.compactMap { drawn in
                    drawn.places.first { $0.value == cell }?.key
                }.first ?? cell.description
            }
            let check = finding.check?.rawValue ?? finding.code
            let isUsual = finding.severity == finding.check?.severity
            return ([check + (isUsual ? "" : "!")] + cells).joined(separator: " ")
        }
    }
}

extension FileReading {
    /// The returns as a case lists them.
    func shown(in county: CatalogueCounty) -> [String] {
        returns.flatMap { sheet in
            let head = [sheet.form.id, sheet.unit ?? "?", sheet.period?.description ?? "?"]
            let columns = county.shown[sheet.form.id] ?? []
            return [head.joined(separator: " ")]
                + sheet.rows.map { row in
                    let name = row.subject.flatMap { county.campaign.entry($0)?.name } ?? "?"
                    let values = columns.map { row.values[$0]?.description ?? "·" }
                    return (sheet.form.sector == nil ? values : [name] + values)
                        .joined(separator: " ")
                }
        }
    }
}
