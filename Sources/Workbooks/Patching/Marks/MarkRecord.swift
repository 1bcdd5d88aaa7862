import Findings

/// Which cells of a workbook are marked, and how they were filled before: names of the workbook.
///
/// ```
/// _tongbao_mark_1        '农村'!$D$11,'农村'!$F$12
/// _tongbao_mark_1_fill   "solid rgb:FFDDEBF7 -"
/// ```
/// Names follow their cells where rows come and sheets are renamed, and every program keeps them; a
/// name without a fill stands for cells that had none.
enum MarkRecord {
    /// Some marked cells of one sheet that were filled alike.
    struct Group: Hashable {
        var sheet: String
        var fill: CellFill?
    }

    private static let beginning = "_tongbao_mark_"
    private static let ending = "_fill"
    /// Excel takes names of at most 8,192 characters.
    private static let cellsPerName = 100
    /// What is read back of a stranger's names.
    private static let mostCells = 20_000

    /// It is one of these names.
    static func isOne(_ name: String) -> Bool { name.lowercased().hasPrefix(beginning) }

    /// The names for some marked cells, none of which is among those that are taken.
    static func names(
        for marks: [(sheet: String, cell: CellReference, fill: CellFill?)], besides taken: [String]
    ) -> [(name: String, value: String)] {
        var order: [Group] = []
        var cells: [Group: [CellReference]] = [:]
        for mark in marks {
            let group = Group(sheet: mark.sheet, fill: mark.fill)
            if cells[group] == nil { order.append(group) }
            cells[group, default: []].append(mark.cell)
        }
        let taken = Set(taken.map { $0.lowercased() })
        var number = 0
        var names: [(String, String)] = []
        for group in order {
            let all = cells[group] ?? []
            for start in stride(from: 0, to: all.count, by: cellsPerName) {
                repeat { number += 1 } while taken.contains(beginning + String(number))
                let name = beginning + String(number)
                let sheet = quoted(group.sheet)
                names.append(
                    (
                        name,
                        all[start..<min(all.count, start + cellsPerName)].map { cell in
                            let column = CellReference.letters(ofColumn: cell.column)
                            return "\(sheet)!$\(column)$\(cell.row)"
                        }.joined(separator: ",")
                    ))
                if let fill = group.fill { names.append((name + ending, "\"\(fill.text)\"")) }
            }
        }
        return names
    }

    /// The marked cells by sheet, as names tell them; what was deleted is left out.
    static func cells(
        in names: [(name: String, value: String)]
    ) -> [(sheet: String, cell: CellReference, fill: CellFill?)] {
        var fills: [String: CellFill] = [:]
        for (name, value) in names where isOne(name) && name.lowercased().hasSuffix(ending) {
            fills[String(name.lowercased().dropLast(ending.count))] =
                CellFill(value.filter { $0 != "\"" })
        }
        var cells: [(String, CellReference, CellFill?)] = []
        for (name, value) in names where isOne(name) && !name.lowercased().hasSuffix(ending) {
            for (sheet, range) in areas(in: value) {
                let rows = range.last.row - range.first.row + 1
                let columns = range.last.column - range.first.column + 1
                guard rows * columns <= mostCells - cells.count else { continue }
                for row in range.first.row...range.last.row {
                    for column in range.first.column...range.last.column {
                        cells.append(
                            (
                                sheet, CellReference(row: row, column: column),
                                fills[name.lowercased()]
                            ))
                    }
                }
            }
        }
        return cells
    }

    private static func quoted(_ sheet: String) -> String {
        "'" + sheet.replacing("'", with: "''") + "'"
    }

    /// `'农村'!$D$11,农村!F12:F13` as sheets and ranges.
    private static func areas(in text: String) -> [(sheet: String, range: CellRange)] {
        var areas: [(String, CellRange)] = []
        var isQuoted = false
        let parts = text.split(omittingEmptySubsequences: true) { character in
            if character == "'" { isQuoted.toggle() }
            return !isQuoted && (character == "," || character == "~")
        }
        for part in parts {
            guard let mark = part.lastIndex(of: "!"),
                let range = CellRange(part[part.index(after: mark)...])
            else { continue }
            var sheet = part[..<mark]
            if sheet.first == "'", sheet.last == "'", sheet.count > 1 {
                sheet = sheet.dropFirst().dropLast()
            }
            // LibreOffice's own form of a reference to a sheet.
            if sheet.first == "$" { sheet = sheet.dropFirst() }
            areas.append((String(sheet).replacing("''", with: "'"), range))
        }
        return areas
    }
}
