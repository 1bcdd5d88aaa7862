import Findings

/// Writes rows and cells (ECMA-376 Part 1, 18.3.1.73 and 18.3.1.4); texts and styles go to the
/// tables that all sheets share.
struct CellWriter {
    var strings = SharedStringTable()
    var styles = StyleTable()
    /// Some cell holds a formula, so programs are told to compute when they open the workbook.
    private(set) var hasFormulas = false

    /// What a date wears that has no format of its own.
    private static let dateFormat = "yyyy-mm-dd"

    mutating func write(_ rows: [RowDraft], to text: inout XMLText) throws(WorkbookError) {
        guard rows.count <= 1_048_576 else { throw .limit("行太多", "too many rows") }
        text.open("sheetData")
        for (index, row) in rows.enumerated() {
            guard row.cells.count <= 16_384 else { throw .limit("列太多", "too many columns") }
            let isEmpty = row.cells.allSatisfy { $0 == nil }
            if isEmpty && row.height == nil && !row.isHidden { continue }
            text.open(
                "row",
                [
                    "r": "\(index + 1)",
                    "ht": row.height.map { shortestDigits(min(409, max(0, $0))) },
                    "customHeight": row.height == nil ? nil : "1",
                    "hidden": row.isHidden ? "1" : nil,
                ], isEmpty: isEmpty)
            if isEmpty { continue }
            for (column, cell) in row.cells.enumerated() {
                guard let cell else { continue }
                write(cell, at: CellReference(row: index + 1, column: column + 1), to: &text)
            }
            text.close("row")
        }
        text.close("sheetData")
        guard !styles.isOverfull else { throw .limit("样式太多", "too many styles") }
    }

    private mutating func write(
        _ cell: CellDraft, at reference: CellReference, to text: inout XMLText
    ) {
        var formula: String?
        var content = cell.content
        while case .formula(let source, let result) = content {
            if formula == nil { formula = source }
            content = result
        }
        var key = StyleTable.Key(style: cell.style)
        if case .date = content, key.style.numberFormat == nil {
            key.style.numberFormat = Self.dateFormat
        }
        if formula == nil, case .string(let string) = content {
            key.quotesPrefix = string.utf8.first.map { Self.signs.contains($0) } ?? false
        }
        let value = value(of: content, isResult: formula != nil)
        let isEmpty = value == nil && formula == nil
        text.open(
            "c",
            [
                "r": reference.description, "s": "\(styles.index(of: key))",
                "t": value.flatMap(\.type),
            ], isEmpty: isEmpty)
        if isEmpty { return }
        if let formula {
            hasFormulas = true
            text.element("f", text: formula)
        }
        if let value { text.element("v", text: value.text) }
        text.close("c")
    }

    /// What stands in `v`, and the type; nil for a blank cell.
    private mutating func value(
        of content: CellDraft.Content, isResult: Bool
    ) -> (type: String?, text: String)? {
        switch content {
        case .blank, .formula: return isResult ? ("str", "") : nil
        case .string(let string):
            if isResult { return ("str", string.cut(toUnits: SharedStringTable.longest)) }
            return string.isEmpty ? nil : ("s", String(strings.index(of: string)))
        case .integer(let number): return (nil, String(number))
        case .decimal(let number):
            return number.isFinite ? (nil, shortestDigits(number)) : ("e", "#NUM!")
        case .digits(let digits):
            return plainNumber(digits) == nil
                ? value(of: .string(digits), isResult: isResult) : (nil, digits)
        case .date(let date):
            let serial = DateSerial.serial(of: date)
            // Before 1900 there are no numbers of days, only text.
            return serial < 1
                ? value(of: .string(date.description), isResult: isResult) : (nil, String(serial))
        case .bool(let bool): return ("b", bool ? "1" : "0")
        }
    }

    /// Characters with which a typed text would become a formula.
    private static let signs: Set<UInt8> = [
        UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    ]
}
