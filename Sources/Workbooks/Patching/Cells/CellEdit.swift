/// What is to become of one cell.
struct CellEdit {
    /// Nil leaves what it holds.
    var content: CellDraft.Content?
    var style = StyleChange()
    /// A style by its number, before `style` is applied.
    var styleNumber: Int?
    /// The look changes only where the cell is filled with one of these colours, `RRGGBB`.
    var whereFilled: Set<String>?
    /// The fill that the cell had is to be remembered.
    var isMark = false
    /// What the cell held is to be nowhere in the package.
    var isRedaction = false

    /// Takes in a later edit of the same cell.
    mutating func merge(_ later: CellEdit) {
        if let content = later.content { self.content = content }
        whereFilled = later.whereFilled ?? whereFilled
        isMark = isMark || later.isMark
        isRedaction = isRedaction || later.isRedaction
        if let number = later.styleNumber {
            styleNumber = number
            style = later.style
        } else {
            style.merge(later.style)
        }
    }
}

/// What stands inside a cell: the type and the children (ECMA-376 Part 1, 18.3.1.4).
struct CellMarkup {
    var type: String?
    var children: [UInt8] = []
    /// The value is an entry of the shared strings.
    var isShared: Bool { type == "s" }

    /// - Parameters:
    ///   - content: What the cell is to hold.
    ///   - prefix: Of the names of elements, with its colon.
    ///   - is1904: Days are counted from 1904.
    ///   - strings: Takes the text, if it is one.
    init(
        _ content: CellDraft.Content, prefix: String, is1904: Bool,
        strings: inout StringAppender
    ) {
        var content = content
        var formula: String?
        while case .formula(let source, let result) = content {
            formula = formula ?? source
            content = result
        }
        var text = XMLText(isPiece: true)
        if let formula { text.element(prefix + "f", text: formula) }
        if case .string(let string) = content, formula == nil {
            guard !string.isEmpty else { return }
            type = "s"
            text.element(prefix + "v", text: String(strings.index(of: string)))
        } else if let value = Self.value(of: content, is1904: is1904) {
            type = value.type
            text.element(prefix + "v", text: value.text)
        }
        children = text.bytes
    }

    private static func value(
        of content: CellDraft.Content, is1904: Bool
    ) -> (type: String?, text: String)? {
        switch content {
        case .blank, .formula: nil
        case .string(let string): ("str", string.cut(toUnits: HeldText.longest))
        case .integer(let number): (nil, String(number))
        case .decimal(let number):
            number.isFinite ? (nil, shortestDigits(number)) : ("e", "#NUM!")
        case .digits(let digits): (nil, digits)
        case .date(let date): (nil, String(serial(of: date, is1904: is1904)))
        case .bool(let bool): ("b", bool ? "1" : "0")
        case .error(let error): ("e", error)
        }
    }

    /// The number of a day in the workbook's own count; below 1 where there is none.
    static func serial(of date: CivilDate, is1904: Bool) -> Int {
        is1904 ? date.daysSince1970 + 24_107 : DateSerial.serial(of: date)
    }
}

extension CellDraft.Content {
    /// The same with what no cell can hold made text: digits that are no number, errors that are
    /// none, days before the workbook's first.
    func holdable(is1904: Bool) -> CellDraft.Content {
        switch self {
        case .digits(let digits) where plainNumber(digits) == nil: .string(digits)
        case .error(let error) where !CellWriter.errors.contains(error): .string(error)
        case .date(let date) where CellMarkup.serial(of: date, is1904: is1904) < (is1904 ? 0 : 1):
            .string(date.description)
        case .formula(let source, let result):
            .formula(source, result: result.holdable(is1904: is1904))
        default: self
        }
    }

    /// What a formula results in, or the content itself.
    var result: CellDraft.Content {
        if case .formula(_, let result) = self { return result.result }
        return self
    }
}

extension CellDraft.Content {
    var isFormula: Bool {
        if case .formula = self { return true }
        return false
    }
}
