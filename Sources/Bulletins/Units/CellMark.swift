import Campaigns
import Findings
import Workbooks

/// What is said of one cell of a returned sheet: the gravest severity, every sentence with its advice.
struct CellMark: Hashable {
    var sheet: String
    var cell: CellReference
    var severity: Severity
    private var texts: [String]

    /// Programs slow down where a sheet has thousands of notes.
    static let limit = 500
    /// A note is read in a small box; the rest is on the list.
    private static let textLimit = 5
    private static let mergeLimit = 2000

    /// The words of the note.
    var text: String {
        let rest = texts.count - Self.textLimit
        return
            (texts.prefix(Self.textLimit)
            + (rest > 0 ? ["另有\(rest)条，见“\(ErrorListSheet.name)”。"] : []))
            .joined(separator: "\n")
    }

    /// The marks for errors and queries on some sheets, by sheet and cell; what stands in a merged
    /// region is marked at the cell that the region shows.
    static func marks(of findings: [Finding], on grids: [Grid]) -> [CellMark] {
        var marks: [CellMark] = []
        for grid in grids {
            let own = findings.filter {
                $0.place.sheet.map { $0 == grid.name } ?? (grids.count == 1)
            }
            marks += self.marks(of: own, on: grid)
        }
        return marks
    }

    private static func marks(of findings: [Finding], on grid: Grid) -> [CellMark] {
        var marks: [CellReference: CellMark] = [:]
        let shown = shownCells(of: findings, in: grid)
        for finding in findings.sorted(by: { $0.severity < $1.severity })
        where Palette.severity(finding.severity) != nil {
            var seen: Set<CellReference> = []
            for cell in finding.place.cells {
                let cell = shown[cell] ?? cell
                guard seen.insert(cell).inserted else { continue }
                marks[
                    cell,
                    default: CellMark(
                        sheet: grid.name, cell: cell, severity: finding.severity, texts: [])
                ].texts.append(text(of: finding))
            }
        }
        return marks.values.sorted { $0.cell < $1.cell }
    }

    /// Cells inside merged regions with the one that each region shows.
    private static func shownCells(
        of findings: [Finding], in grid: Grid
    ) -> [CellReference: CellReference] {
        let cells = Set(findings.flatMap(\.place.cells))
        var shown: [CellReference: CellReference] = [:]
        for merge in grid.merges.prefix(mergeLimit) {
            for cell in cells where merge.contains(cell) && shown[cell] == nil {
                shown[cell] = merge.first
            }
        }
        return shown
    }

    private static func text(of finding: Finding) -> String {
        let advice = finding.advice.chinese
        let severity = finding.severity.title(in: .chinese)
        return "\(severity) \(finding.code)：\(finding.message.chinese)"
            + (advice.isEmpty ? "" : "\n改法：\(advice)")
    }

    /// Those that are made where there are too many: errors first, in the order of the sheets.
    static func first(_ marks: [CellMark]) -> [CellMark] {
        guard marks.count > limit else { return marks }
        let errors = marks.filter { $0.severity == .error }
        let others = marks.filter { $0.severity != .error }
        return Array((errors + others).prefix(limit))
    }
}
