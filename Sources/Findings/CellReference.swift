/// One cell of a sheet by row and column, both counted from 1; printed the way a clerk says it (`F9`).
package struct CellReference: Hashable, Sendable, Comparable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `F9`, `$F$9` or `f9`; nil for anything else or beyond 16,384 columns × 1,048,576 rows.
    package init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var sawDigit = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"):
                continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !sawDigit:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where !sawDigit:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                sawDigit = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default:
                return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column)
    }

    /// The letters of a column counted from 1: 1 is `A`, 27 is `AA`.
    package static func letters(ofColumn column: Int) -> String {
        precondition(column > 0, "columns are counted from 1")
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

extension CellReference: CustomStringConvertible {
    package var description: String { Self.letters(ofColumn: column) + String(row) }
}

/// A rectangle of cells, corners included; printed `B2:D9`, or `B2` where it is one cell.
package struct CellRange: Hashable, Sendable {
    package var first: CellReference
    package var last: CellReference

    /// Orders the corners itself.
    package init(_ one: CellReference, _ other: CellReference) {
        first = CellReference(
            row: min(one.row, other.row), column: min(one.column, other.column))
        last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
    }

    /// Reads `B2:D9` or `B2`; nil for anything else.
    package init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// The same of a whole text, as which nearly all come.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            guard let cell = CellReference(text) else { return nil }
            self.init(cell, cell)
            return
        }
        guard let one = CellReference(text[..<colon]),
            let other = CellReference(text[text.utf8.index(after: colon)...])
        else { return nil }
        self.init(one, other)
    }

    package func contains(_ cell: CellReference) -> Bool {
        (first.row...last.row).contains(cell.row)
            && (first.column...last.column).contains(cell.column)
    }
}

extension CellRange: CustomStringConvertible {
    package var description: String {
        first == last ? first.description : "\(first):\(last)"
    }
}
