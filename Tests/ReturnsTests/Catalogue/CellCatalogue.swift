import Campaigns
import Findings
import Testing
import Workbooks

/// The catalogue of what clerks type into cells, and what each is read as or sent back for.
///
/// A line is a cell: `column | typed | expected | reason`. The column is one of `ColumnKind`. What was
/// typed is text unless a bracket says otherwise ([数] a number, [百分] one shown as a percentage, [日期]
/// a date, [时刻] a time, [逻辑] a truth value, [错误] an error, [无结果] a formula without a result,
/// [空] nothing at all); `{200B}` is a character that cannot be seen, by its code point, `{bar}` is |.
/// Expected is the value, 不适用, 空 for a blank, or the code of a finding; the reason is that of the
/// change, — for none. `Documentation/Spellings.md` is made from these lines.
enum CellCatalogue {
    /// Lines that are read, or sent back, for one reason.
    struct Group {
        var title: Bilingual
        /// Why they are read so; for lines sent back, why they are.
        var why: Bilingual
        var cases: [CellCase]

        init(
            _ chinese: String, _ english: String, why: String, _ whyEnglish: String, _ lines: String
        ) {
            title = Bilingual(chinese, english)
            self.why = Bilingual(why, whyEnglish)
            cases = lines.split(separator: "\n").map { CellCase(line: $0, group: chinese) }
        }
    }

    static let groups = numbers + words + estimates + units + dates + choices + texts

    static let cases = groups.flatMap(\.cases)
}

/// One line of the catalogue.
struct CellCase: Hashable, Sendable, CustomTestStringConvertible {
    var group: String
    var column: String
    /// As the line draws it.
    var typed: String
    var expected: String
    var reason: String

    init(line: some StringProtocol, group: String) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        precondition(parts.count == 4, "a line has four parts: \(line)")
        self.group = group
        (column, typed, expected, reason) = (parts[0], parts[1], parts[2], parts[3])
    }

    var testDescription: String { "\(column) \(typed) → \(expected)" }

    /// It is read as a value, 不适用 and blank among them.
    var isRead: Bool { !(expected.hasPrefix("F") && expected.utf8.count == 4) }

    /// The cell; nil for a blank one.
    var cell: Cell? {
        for (bracket, make) in Self.makers where typed.hasPrefix(bracket) {
            return make(String(typed.dropFirst(bracket.count)))
        }
        return Cell(column: 1, value: .string(text))
    }

    /// What was typed, with the characters that cannot be seen.
    var text: String {
        var text = ""
        var rest = typed[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            if let scalar = UInt32(name, radix: 16).flatMap(Unicode.Scalar.init) {
                text.unicodeScalars.append(scalar)
            } else {
                text += name == "bar" ? "|" : "{\(name)}"
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private static let makers: [(String, @Sendable (String) -> Cell?)] = [
        ("[空]", { _ in nil }),
        (
            "[数]",
            { text in
                Double(text).map { Cell(column: 1, value: .number($0, digits: text)) }
            }
        ),
        (
            "[百分]",
            { text in
                Double(text).map {
                    Cell(column: 1, value: .number($0, digits: text), isPercent: true)
                }
            }
        ),
        (
            "[日期]",
            { text in
                CivilDate(text).map { date in
                    Cell(
                        column: 1,
                        value: .date(.date(date), serial: Double(date.daysSince1970 + 25_569)))
                }
            }
        ),
        (
            "[时刻]",
            { text in
                Int(text).map {
                    Cell(column: 1, value: .date(.time(milliseconds: $0 * 3_600_000), serial: 0.5))
                }
            }
        ),
        ("[逻辑]", { Cell(column: 1, value: .bool($0 == "TRUE")) }),
        ("[错误]", { Cell(column: 1, value: .error($0), isFormula: true) }),
        ("[无结果]", { _ in Cell(column: 1, value: .uncomputed, isFormula: true) }),
    ]
}
