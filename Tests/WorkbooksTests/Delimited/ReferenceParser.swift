/// RFC 4180 and what is made of text that breaks it, character by character over the whole text.
///
/// Slow and plain; the scanner is held equal to it.
struct ReferenceParser {
    struct Field: Equatable {
        var row: Int
        var column: Int
        var line: Int
        var isQuoted: Bool
        var text: String
    }

    private let scalars: [Unicode.Scalar]
    private let delimiter: Unicode.Scalar
    private var index = 0
    private var line = 1
    private(set) var fields: [Field] = []
    /// Line, row and column of each field with a quote that does not fit.
    private(set) var oddities: [[Int]] = []

    init(_ text: String, delimiter: Unicode.Scalar) {
        scalars = Array(text.unicodeScalars)
        self.delimiter = delimiter
        var row = 0
        while index < scalars.count {
            row += 1
            readRecord(row)
        }
    }

    private mutating func readRecord(_ row: Int) {
        var column = 0
        while true {
            column += 1
            readField(row, column)
            guard index < scalars.count else { return }
            let end = scalars[index]
            index += 1
            if end == delimiter { continue }
            if end == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
            line += 1
            return
        }
    }

    private mutating func readField(_ row: Int, _ column: Int) {
        var field = Field(row: row, column: column, line: line, isQuoted: false, text: "")
        var isOdd = false
        if index < scalars.count, scalars[index] == "\"", let closing = closingQuote() {
            let content = String(String.UnicodeScalarView(scalars[index + 1..<closing]))
            field.isQuoted = true
            field.text = content.replacing("\"\"", with: "\"")
            line += Self.lineEnds(in: content)
            index = closing + 1
            isOdd = !isAtFieldEnd
        }
        while !isAtFieldEnd {
            if scalars[index] == "\"" { isOdd = true }
            field.text.unicodeScalars.append(scalars[index])
            index += 1
        }
        if isOdd { oddities.append([line, row, column]) }
        fields.append(field)
    }

    private var isAtFieldEnd: Bool {
        guard index < scalars.count else { return true }
        return scalars[index] == delimiter || scalars[index] == "\n" || scalars[index] == "\r"
    }

    /// Of the quote at `index`; nil where it has none.
    private func closingQuote() -> Int? {
        var place = index + 1
        while place < scalars.count {
            if scalars[place] != "\"" {
                place += 1
            } else if place + 1 < scalars.count, scalars[place + 1] == "\"" {
                place += 2
            } else {
                return place
            }
        }
        return nil
    }

    private static func lineEnds(in text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.count { index in
            scalars[index] == "\n"
                || scalars[index] == "\r"
                    && !(index + 1 < scalars.count && scalars[index + 1] == "\n")
        }
    }
}
