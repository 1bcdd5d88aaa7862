import Findings
import Workbooks

/// The kinds of value that cells hold.
extension CampaignDecoder {
    mutating func wrong(_ row: Row, _ column: String, expected: Bilingual) {
        findings.append(
            Finding(
                .tableValue(column: column, found: row.text(column), expected: expected),
                at: row.table.place(row.row, column)))
    }

    /// A text that must be there.
    mutating func required(_ row: Row, _ column: String) -> String {
        let text = row.text(column)
        if text.isEmpty, row.table.column(column) != nil {
            wrong(row, column, expected: Bilingual("必填", "filled in"))
        }
        return text
    }

    /// A name that formulas can use.
    mutating func identifier(_ row: Row, _ column: String) -> String {
        let text = required(row, column)
        let isName = text.utf8.enumerated().allSatisfy { place, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): place > 0
            default: false
            }
        }
        if !isName {
            wrong(
                row, column,
                expected: Bilingual(
                    "英文字母、数字和下划线，字母开头", "letters, digits and underscores, a letter first"))
        }
        return text
    }

    mutating func date(_ row: Row, _ column: String) -> CivilDate? {
        guard let text = row.optional(column) else { return nil }
        if let date = CivilDate(text) { return date }
        wrong(row, column, expected: Bilingual("2020-06-30这样的日期", "a date such as 2020-06-30"))
        return nil
    }

    /// Empty is no.
    mutating func boolean(_ row: Row, _ column: String) -> Bool {
        switch Folding.key(row.text(column)) {
        case "yes": return true
        case "no", "": return false
        default:
            wrong(row, column, expected: Bilingual("yes 或 no", "yes or no"))
            return false
        }
    }

    /// `20%` is 0.2.
    mutating func decimal(_ row: Row, _ column: String) -> ExactDecimal? {
        guard let text = row.optional(column) else { return nil }
        if let number = Self.decimal(text) { return number }
        wrong(row, column, expected: Bilingual("数字", "a number"))
        return nil
    }

    static func decimal(_ text: String) -> ExactDecimal? {
        text.hasSuffix("%")
            ? ExactDecimal(text.dropLast())?.shifted(by: -2) : ExactDecimal(text)
    }

    /// A word of an enumeration; an empty cell gives the standard, which must be there if it may not be
    /// empty.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ row: Row, _ column: String, standard: Word?, or fallback: Word
    ) -> Word where Word.RawValue == String {
        let text = row.text(column)
        let key = Folding.key(text)
        let word = Word.allCases.first { Folding.key($0.rawValue) == key }
        if let word { return word }
        if text.isEmpty, let standard { return standard }
        guard row.table.column(column) != nil else { return fallback }
        let words = Word.allCases.map(\.rawValue)
        wrong(
            row, column,
            expected: Bilingual(
                words.joined(separator: "、") + "之一", "one of " + words.joined(separator: ", ")))
        return fallback
    }
}
