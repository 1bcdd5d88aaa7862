/// Finds the references in a formula and leaves all else alone: texts, names, functions that look
/// like cells (`LOG10(`), structured references, errors, other workbooks.
struct FormulaScanner {
    private let formula: [UInt8]
    private var index = 0
    private var found: [Found] = []

    struct Found {
        var reference: FormulaReference
        /// Where the address stands, behind the sheet's name.
        var range: Range<Int>
    }

    /// The references of a formula in UTF-8, without its `=`.
    static func references(in formula: [UInt8]) -> [Found] {
        var scanner = FormulaScanner(formula: formula)
        scanner.scan()
        return scanner.found
    }

    private init(formula: [UInt8]) { self.formula = formula }

    private mutating func scan() {
        while index < formula.count {
            switch formula[index] {
            case UInt8(ascii: "\""): skipText()
            case UInt8(ascii: "'"): quoted()
            case UInt8(ascii: "["): bracketed()
            case UInt8(ascii: "#"): skipError()
            case let byte where Self.isWord(byte): word(sheet: .own)
            default: index += 1
            }
        }
    }

    /// A quote within is written twice, which looks like two texts and does no harm.
    private mutating func skipText() {
        index =
            formula[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 }
            ?? formula.count
    }

    /// `'农村 2'!`, or something that is no sheet.
    private mutating func quoted() {
        var name: [UInt8] = []
        index += 1
        while index < formula.count {
            let byte = formula[index]
            index += 1
            if byte == UInt8(ascii: "'") {
                guard index < formula.count, formula[index] == byte else { break }
                index += 1
            }
            name.append(byte)
        }
        guard index < formula.count, formula[index] == UInt8(ascii: "!") else { return }
        index += 1
        address(of: sheet(named: name))
    }

    /// `[1]表!A1` is another workbook's; `[列]` behind a name is a table's.
    private mutating func bracketed() {
        skipBrackets()
        let start = index
        while index < formula.count, Self.isWord(formula[index]) { index += 1 }
        if index < formula.count, formula[index] == UInt8(ascii: "!") {
            index += 1
            address(of: .elsewhere)
        } else {
            index = start
        }
    }

    /// Behind the matching bracket; `'` makes the next character a plain one (18.17.6.1).
    private mutating func skipBrackets() {
        var depth = 0
        while index < formula.count {
            let byte = formula[index]
            index += 1
            switch byte {
            case UInt8(ascii: "'"): index = min(formula.count, index + 1)
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return }
            default: continue
            }
        }
    }

    private mutating func skipError() {
        index += 1
        let rest = formula[index...]
        for name in ["REF!", "N/A", "DIV/0!", "NAME?", "NULL!", "NUM!", "VALUE!", "GETTING_DATA"]
        where rest.starts(with: name.utf8) {
            index += name.utf8.count
            return
        }
    }

    /// A word is a reference, the name of a sheet, a function, a name or a number.
    private mutating func word(sheet: FormulaReference.Sheet) {
        let start = index
        let first = takeWord()
        switch index < formula.count ? formula[index] : 0 {
        case UInt8(ascii: "!"):
            index += 1
            address(of: self.sheet(named: Array(first)))
        case UInt8(ascii: "("): break
        case UInt8(ascii: "["):
            skipBrackets()
        case UInt8(ascii: ":"): area(from: first, at: start, sheet: sheet)
        default: cell(first, at: start, sheet: sheet)
        }
    }

    private mutating func address(of sheet: FormulaReference.Sheet) {
        guard index < formula.count, Self.isWord(formula[index]) else { return }
        let start = index
        let first = takeWord()
        if index < formula.count, formula[index] == UInt8(ascii: ":") {
            area(from: first, at: start, sheet: sheet)
        } else if index == formula.count || formula[index] != UInt8(ascii: "(") {
            cell(first, at: start, sheet: sheet)
        }
    }

    /// Behind `A1` stands a colon.
    private mutating func area(
        from first: ArraySlice<UInt8>, at start: Int, sheet: FormulaReference.Sheet
    ) {
        let colon = index
        index += 1
        let second = takeWord()
        let next = index < formula.count ? formula[index] : 0
        if next == UInt8(ascii: "!") {
            // `一月:三月!A1` is on several sheets, `A1:表!B2` on none that can be told.
            index += 1
            return address(of: .elsewhere)
        }
        guard next != UInt8(ascii: "("), next != UInt8(ascii: "["),
            let one = FormulaReference.Corner(first), let other = FormulaReference.Corner(second),
            (one.column == nil) == (other.column == nil), (one.row == nil) == (other.row == nil)
        else {
            index = colon
            cell(first, at: start, sheet: sheet)
            index = colon + 1
            return
        }
        let reference = FormulaReference(sheet: sheet, first: one, last: other)
        found.append(Found(reference: reference, range: start..<index))
    }

    private mutating func cell(
        _ word: ArraySlice<UInt8>, at start: Int, sheet: FormulaReference.Sheet
    ) {
        guard let corner = FormulaReference.Corner(word), corner.column != nil, corner.row != nil
        else { return }
        let reference = FormulaReference(sheet: sheet, first: corner, last: nil)
        found.append(Found(reference: reference, range: start..<start + word.count))
    }

    private mutating func takeWord() -> ArraySlice<UInt8> {
        let start = index
        while index < formula.count, Self.isWord(formula[index]) { index += 1 }
        return formula[start..<index]
    }

    private func sheet(named name: [UInt8]) -> FormulaReference.Sheet {
        // `[1]表`, `C:\表\[书.xlsx]表` and, in quotes, `一月:三月`.
        let isElsewhere = name.contains(UInt8(ascii: "[")) || name.contains(UInt8(ascii: ":"))
        return isElsewhere ? .elsewhere : .named(String(decoding: name, as: UTF8.self))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "?"), 0x80...:
            true
        default: false
        }
    }
}
