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
    var hasFormula = false
}

/// Tells what a raw cell holds, by its type, its number format and the date system.
struct CellReader {
    let strings: SharedStrings
    let styles: StylesPart
    let dates: DateSerial
    let limits: WorkbookLimits

    /// Hands the value to `body`, or does not where the cell is blank.
    ///
    /// - Returns: What was odd about it.
    func read(
        _ raw: RawCell,
        _ body: (StreamedCell.Value, UnsafeBufferPointer<UInt8>, Bool) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> Bilingual? {
        if let inline = raw.inline { return try text(inline, body) }
        guard let content = raw.value, case let bytes = content.trimmed,
            !bytes.isEmpty || raw.type == .text
        else {
            if raw.hasFormula { try body(.uncomputed, .empty, false) }
            return nil
        }
        switch raw.type {
        case .number:
            guard let number = DecimalNumber.value(of: bytes) else {
                _ = try text(bytes, body)
                return Self.noNumber
            }
            let format = styles[raw.style]
            if format == .plain {
                try body(.number(number), bytes, false)
            } else if let date = dates.value(of: number, shownAs: format) {
                try body(.date(date, serial: number), .empty, false)
            } else {
                try body(.number(number), bytes, format == .percent)
            }
        case .shared:
            guard let index = wholeNumber(bytes), let count = strings.byteCount(at: index) else {
                return Self.lostText
            }
            if count > 0 { try body(.shared(index), .empty, false) }
        case .inline: return try text(content, body)
        case .text:
            // WPS keeps pictures in cells as a formula that only it can compute.
            if raw.hasFormula, content.starts(with: "=DISPIMG(".utf8) {
                var picture = "[图片]"
                return try picture.utf8Bytes { bytes throws(WorkbookError) in
                    try text(bytes, body)
                }
            }
            return try text(content, body)
        case .bool:
            let isTrue = bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)
            try body(.bool(isTrue), .empty, false)
        case .error: try body(.error(bytes), .empty, false)
        case .date:
            guard let date = DateValue(iso: String(decoding: bytes, as: UTF8.self)) else {
                return try text(bytes, body)
            }
            try body(.date(date, serial: dates.serial(of: date)), .empty, false)
        }
        return nil
    }

    /// A text, cut at the limit and with its escapes decoded.
    private func text(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ body: (StreamedCell.Value, UnsafeBufferPointer<UInt8>, Bool) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> Bilingual? {
        let cut = bytes.cut(to: limits.textLength)
        if EscapedText.mayHoldEscape(cut) {
            var text = EscapedText.decoded(cut)
            try text.utf8Bytes { bytes throws(WorkbookError) in
                if !bytes.isEmpty { try body(.text(bytes), .empty, false) }
            }
        } else if !cut.isEmpty {
            try body(.text(cut), .empty, false)
        }
        return cut.count < bytes.count ? Self.cutText : nil
    }

    private static let noNumber = Bilingual("数字单元格里不是数字", "a number cell holds no number")
    private static let lostText = Bilingual("单元格的文字找不到了", "the cell's text is not in the file")
    private static let cutText = Bilingual("文字太长，已截断", "the text was too long and is cut")
}

extension String {
    /// The text's bytes, with a typed error.
    fileprivate mutating func utf8Bytes<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Result
    ) throws(WorkbookError) -> Result {
        let bytes = Array(utf8)
        return try bytes.withUnsafeBufferPointer { bytes throws(WorkbookError) in
            try body(bytes)
        }
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
