import Findings

/// One `c` element as it stands in the part, before anybody decides what it holds; references to
/// characters are resolved, `_xHHHH_` is not.
struct RawCell {
    /// ST_CellType (ECMA-376 Part 1, 18.18.11); what is unknown is read as a number.
    enum Kind {
        case number, shared, inline, text, bool, error, date

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard let first = bytes.first else {
                self = .number
                return
            }
            self =
                switch (first, bytes.count) {
                case (UInt8(ascii: "s"), 1): .shared
                case (UInt8(ascii: "b"), 1): .bool
                case (UInt8(ascii: "e"), 1): .error
                case (UInt8(ascii: "d"), 1): .date
                case (UInt8(ascii: "s"), _) where bytes.elementsEqual("str".utf8): .text
                case (UInt8(ascii: "i"), _) where bytes.elementsEqual("inlineStr".utf8): .inline
                default: .number
                }
        }
    }

    var type = Kind.number
    var style = 0
    /// What `v` holds; nil where there is none.
    var value: UnsafeBufferPointer<UInt8>?
    /// The text of `is`, which goes before a value, whatever the type says; nil where there is none.
    var inline: UnsafeBufferPointer<UInt8>?
    /// Some of the text of `is` is struck out.
    var isInlineStruck = false
    var hasFormula = false
}

/// Tells what a raw cell holds, by its type, its number format and the date system.
final class CellReader {
    private let strings: SharedStrings
    /// By the index that cells give as `s`.
    private let formats: [NumberFormat]
    private let struckStyles: Set<Int>
    private let mayBeStruck: Bool
    private let dates: DateSerial
    private let decoded = TextMemory()
    let limits: WorkbookLimits

    init(
        strings: SharedStrings, styles: StylesPart, dates: DateSerial, limits: WorkbookLimits
    ) {
        self.strings = strings
        formats = styles.formats
        struckStyles = styles.struck
        mayBeStruck = !styles.struck.isEmpty || !strings.struck.isEmpty
        self.dates = dates
        self.limits = limits
    }

    /// What a cell holds; its bytes are good until the next cell is read.
    struct Reading {
        /// Nil for a blank cell.
        var value: StreamedCell.Value?
        var digits = UnsafeBufferPointer<UInt8>.empty
        var isPercent = false
        var oddity: Oddity?
    }

    enum Oddity {
        case noNumber, lostText, cutText

        var reason: Bilingual {
            switch self {
            case .noNumber: Bilingual("数字单元格里不是数字", "a number cell holds no number")
            case .lostText: Bilingual("单元格的文字找不到了", "the cell's text is not in the file")
            case .cutText: Bilingual("文字太长，已截断", "the text was too long and is cut")
            }
        }
    }

    @inline(__always)
    func reading(of raw: RawCell) -> Reading {
        if let inline = raw.inline { return text(inline) }
        guard let content = raw.value, case let bytes = content.trimmed,
            !bytes.isEmpty || raw.type == .text
        else { return Reading(value: raw.hasFormula ? .uncomputed : nil) }
        switch raw.type {
        case .number: return number(bytes, style: raw.style)
        case .shared:
            guard let index = wholeNumber(bytes), let count = strings.byteCount(at: index) else {
                return Reading(oddity: .lostText)
            }
            return Reading(value: count > 0 ? .shared(index) : nil)
        case .inline: return text(content)
        case .text:
            // WPS keeps pictures in cells as a formula that only it can compute.
            if raw.hasFormula, content.starts(with: "=DISPIMG(".utf8) {
                return Reading(value: .text(decoded.store("[图片]")))
            }
            return text(content)
        case .bool:
            let isTrue = bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)
            return Reading(value: .bool(isTrue))
        case .error: return Reading(value: .error(bytes))
        case .date:
            guard let date = DateValue(iso: String(decoding: bytes, as: UTF8.self)) else {
                return text(bytes)
            }
            return Reading(value: .date(date, serial: dates.serial(of: date)))
        }
    }

    /// Whether a cell is struck out (删除线), as a whole or in part.
    @inline(__always)
    func isStruck(_ raw: RawCell, _ value: StreamedCell.Value) -> Bool {
        guard mayBeStruck || raw.isInlineStruck else { return false }
        if case .shared(let index) = value, strings.struck.contains(index) { return true }
        return raw.isInlineStruck || struckStyles.contains(raw.style)
    }

    @inline(__always)
    private func number(_ bytes: UnsafeBufferPointer<UInt8>, style: Int) -> Reading {
        guard let number = DecimalNumber.value(of: bytes) else {
            var reading = text(bytes)
            reading.oddity = .noNumber
            return reading
        }
        let format = formats.indices.contains(style) ? formats[style] : .plain
        if format != .plain, let date = dates.value(of: number, shownAs: format) {
            return Reading(value: .date(date, serial: number))
        }
        return Reading(value: .number(number), digits: bytes, isPercent: format == .percent)
    }

    /// A text, cut at the limit and with its escapes decoded.
    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        let cut = bytes.cut(to: limits.textLength)
        let text =
            EscapedText.mayHoldEscape(cut) ? decoded.store(EscapedText.decoded(cut)) : cut
        return Reading(
            value: text.isEmpty ? nil : .text(text),
            oddity: cut.count < bytes.count ? .cutText : nil)
    }
}

extension UnsafeBufferPointer<UInt8> {
    static var empty: Self { Self(start: nil, count: 0) }

    /// Without white space of XML at both ends.
    var trimmed: Self {
        guard let first, let last, first <= 32 || last <= 32 else { return self }
        var slice = self[...]
        while let first = slice.first, first <= 32 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 32 { slice = slice.dropLast() }
        return Self(rebasing: slice)
    }

    /// The longest beginning of at most so many bytes that splits no UTF-8 sequence.
    func cut(to limit: Int) -> Self {
        guard count > limit else { return self }
        var end = limit
        while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
        return Self(rebasing: self[..<end])
    }
}
