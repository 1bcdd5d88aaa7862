package import Findings
package import Workbooks

/// A table drawn in a test, with ①–⑨ before the cells that findings should point at.
///
/// Columns are separated by `|`, spaces around a cell are not part of it, an empty cell is blank,
/// and a line is a row. `<` is merged with the cell to its left, `^` with the one above, a line that
/// begins with `~` is a hidden row, and with `readsNumbers` `=12` is a formula that gives 12, `=` one
/// without a result. So a test shows the sheet and never counts rows:
///
/// ```swift
/// let table = MarkedGrid(
///     """
///     乡镇   | 户数
///     城关镇 | 1204
///     东坪乡 | ①约三百
///     """)
/// #expect(findings.map(\.place.cells) == [[try #require(table.places["①"])]])
/// ```
package struct MarkedGrid: Sendable {
    /// The table without its marks, on a visible sheet.
    package let grid: Grid
    /// Where each mark stands, by the mark.
    package let places: [String: CellReference]

    /// Draws a sheet; cells are strings unless `readsNumbers` makes those numbers that look it.
    package init(
        _ drawing: String, sheet: String = "Sheet1", firstRow: Int = 1, readsNumbers: Bool = false
    ) {
        var places: [String: CellReference] = [:]
        var rows: [Grid.Row] = []
        let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
        var merges = DrawnMerges()
        for (offset, line) in lines.enumerated() {
            let isHidden = line.first == "~"
            let line = isHidden ? line.dropFirst() : line
            var row = Grid.Row(number: firstRow + offset, isHidden: isHidden, cells: [])
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            for (index, field) in fields.enumerated() {
                var text = Self.trimmed(field)
                while let mark = text.first, Self.marks.contains(mark) {
                    precondition(places[String(mark)] == nil, "a mark stands at one cell")
                    places[String(mark)] = CellReference(row: row.number, column: index + 1)
                    text = Self.trimmed(text.dropFirst())
                }
                guard !text.isEmpty else { continue }
                let place = CellReference(row: row.number, column: index + 1)
                guard !merges.take(text, at: place) else { continue }
                row.cells.append(Self.cell(String(text), column: index + 1, readsNumbers))
            }
            if !row.cells.isEmpty { rows.append(row) }
        }
        grid = Grid(name: sheet, rows: rows, merges: merges.ranges)
        self.places = places
    }

    private static let marks: Set<Character> = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return text
    }

    private static func cell(_ text: String, column: Int, _ readsNumbers: Bool) -> Cell {
        guard readsNumbers, text.hasPrefix("=") else {
            return Cell(column: column, value: value(text, readsNumbers))
        }
        let result = String(text.dropFirst())
        return Cell(
            column: column, value: result.isEmpty ? .uncomputed : value(result, readsNumbers),
            isFormula: true)
    }

    private static func value(_ text: String, _ readsNumbers: Bool) -> CellValue {
        guard readsNumbers, text.utf8.allSatisfy({ $0 < 0x80 }), let number = Double(text),
            number.isFinite
        else { return .string(text) }
        return .number(number, digits: text)
    }
}

/// The merged regions that `<` and `^` draw.
private struct DrawnMerges {
    private var owners: [CellReference: CellReference] = [:]
    private var last: [CellReference: CellReference] = [:]

    /// Whether a text is one of the two signs.
    mutating func take(_ text: Substring, at place: CellReference) -> Bool {
        let neighbour: CellReference
        switch text {
        case "<": neighbour = CellReference(row: place.row, column: place.column - 1)
        case "^": neighbour = CellReference(row: place.row - 1, column: place.column)
        default: return false
        }
        let owner = owners[neighbour] ?? neighbour
        owners[place] = owner
        let corner = last[owner] ?? owner
        last[owner] = CellReference(
            row: max(corner.row, place.row), column: max(corner.column, place.column))
        return true
    }

    var ranges: [CellRange] { last.sorted { $0.key < $1.key }.map { CellRange($0.key, $0.value) } }
}
