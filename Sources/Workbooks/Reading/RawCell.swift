import Findings

/// One `c` element as it stands in the part, before anybody decides what it holds.
struct RawCell {
    /// ST_CellType (ECMA-376 Part 1, 18.18.11).
    enum Kind {
        case number, shared, inline, text, bool, error, date

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self =
                switch String(decoding: bytes, as: UTF8.self) {
                case "s": .shared
                case "inlineStr": .inline
                case "str": .text
                case "b": .bool
                case "e": .error
                case "d": .date
                default: .number
                }
        }
    }

    var type = Kind.number
    var style = 0
    var value: [UInt8] = []
    var inline = RichText()
    var hasValue = false
    var hasInline = false
    var hasFormula = false

    struct Reading {
        /// Nil for a blank cell.
        var value: CellValue?
        var isPercent = false
        var notice: Bilingual?
    }

    mutating func reset() {
        value.removeAll(keepingCapacity: true)
        inline.removeAll()
        hasValue = false
        hasInline = false
        hasFormula = false
    }

    func reading(
        strings: [String], format: NumberFormat, dates: DateSerial, limits: WorkbookLimits
    ) -> Reading {
        // An inline text goes before a value, whatever the type says.
        if hasInline { return Self.text(inline.text(limit: limits.textLength)) }
        let bytes = value.trimmed
        guard hasValue, !bytes.isEmpty || type == .text else {
            return Reading(value: hasFormula ? .uncomputed : nil)
        }
        switch type {
        case .number: return number(bytes, format, dates)
        case .shared:
            guard let index = wholeNumber(bytes), strings.indices.contains(index) else {
                return Reading(notice: Self.lostText)
            }
            return Self.text(strings[index])
        case .inline, .text:
            let cut = value.cut(to: limits.textLength)
            let text = EscapedText.decoded(cut)
            // WPS keeps pictures in cells as a formula that only it can compute.
            if hasFormula, text.hasPrefix("=DISPIMG(") { return Self.text("[图片]") }
            return Self.text(text, isCut: cut.count < value.count)
        case .bool:
            return Reading(
                value: .bool(bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)))
        case .error: return Reading(value: .error(String(decoding: bytes, as: UTF8.self)))
        case .date:
            let text = String(decoding: bytes, as: UTF8.self)
            guard let date = DateValue(iso: text) else { return Self.text(text) }
            return Reading(value: .date(date, serial: dates.serial(of: date)))
        }
    }

    private func number(
        _ bytes: ArraySlice<UInt8>, _ format: NumberFormat, _ dates: DateSerial
    ) -> Reading {
        let digits = String(decoding: bytes, as: UTF8.self)
        guard let number = plainNumber(digits) else {
            var reading = Self.text(digits)
            reading.notice = Bilingual("数字单元格里不是数字", "a number cell holds no number")
            return reading
        }
        if let date = dates.value(of: number, shownAs: format) {
            return Reading(value: .date(date, serial: number))
        }
        return Reading(value: .number(number, digits: digits), isPercent: format == .percent)
    }

    private static func text(_ text: String, isCut: Bool = false) -> Reading {
        Reading(
            value: text.isEmpty ? nil : .string(text),
            notice: isCut ? Bilingual("文字太长，已截断", "the text was too long and is cut") : nil)
    }

    private static var lostText: Bilingual {
        Bilingual("单元格的文字找不到了", "the cell's text is not in the file")
    }
}

/// A finite number in decimal digits with an optional exponent; nil for anything else, such as
/// `inf` or `0x10`, which `Double` would take.
func plainNumber(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "E"), UInt8(ascii: "e"):
            true
        default: false
        }
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
}

extension [UInt8] {
    /// Without white space of XML at both ends.
    var trimmed: ArraySlice<UInt8> {
        var slice = self[...]
        while let first = slice.first, first <= 32 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 32 { slice = slice.dropLast() }
        return slice
    }
}

extension CellReference {
    /// Reads `F9` without making a `String`.
    init?(bytes: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var row = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column)
    }
}
