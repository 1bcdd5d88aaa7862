import Findings

/// One reference in a formula (ECMA-376 Part 1, 18.17.2.3): a cell, an area, or whole rows or
/// columns.
struct FormulaReference: Equatable {
    /// A row or column number counted from 1, and whether a `$` stands before it.
    struct Coordinate: Equatable {
        var number: Int
        var isAbsolute: Bool
    }

    /// A corner; whole rows have no column, whole columns no row.
    struct Corner: Equatable {
        var column: Coordinate?
        var row: Coordinate?
    }

    /// Which sheet is meant.
    enum Sheet: Equatable {
        /// None is named: the formula's own.
        case own
        case named(String)
        /// Several sheets, or another workbook.
        case elsewhere
    }

    var sheet: Sheet
    var first: Corner
    /// Nil for a single cell.
    var last: Corner?

    /// As a formula writes it, without the sheet.
    var text: String {
        last.map { Self.text(of: first) + ":" + Self.text(of: $0) } ?? Self.text(of: first)
    }

    private static func text(of corner: Corner) -> String {
        var text = ""
        if let column = corner.column {
            text += (column.isAbsolute ? "$" : "") + CellReference.letters(ofColumn: column.number)
        }
        if let row = corner.row { text += (row.isAbsolute ? "$" : "") + String(row.number) }
        return text
    }
}

extension FormulaReference.Corner {
    /// Reads `$B$7`, `$B` or `7`; nil for anything else or beyond the sheet.
    init?(_ token: ArraySlice<UInt8>) {
        var rest = token
        let isColumnAbsolute = rest.first == UInt8(ascii: "$")
        if isColumnAbsolute { rest = rest.dropFirst() }
        let letters = rest.prefix {
            ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        }
        rest = rest.dropFirst(letters.count)
        guard letters.count <= 3 else { return nil }
        var number = 0
        for letter in letters {
            number = number * 26 + Int((letter & 0xDF) - UInt8(ascii: "A")) + 1
        }
        guard number <= 16_384 else { return nil }
        column = letters.isEmpty ? nil : .init(number: number, isAbsolute: isColumnAbsolute)
        var isRowAbsolute = letters.isEmpty && isColumnAbsolute
        if !letters.isEmpty, rest.first == UInt8(ascii: "$") {
            isRowAbsolute = true
            rest = rest.dropFirst()
        }
        if rest.isEmpty {
            guard column != nil, !isRowAbsolute else { return nil }
            row = nil
            return
        }
        guard rest.count <= 7, rest.allSatisfy({ 48...57 ~= $0 }), rest.first != 48,
            let number = wholeNumber(rest), number <= 1_048_576
        else { return nil }
        row = .init(number: number, isAbsolute: isRowAbsolute)
    }
}
