import Findings

/// A text file's bytes as UTF-8, and the encoding they came in.
///
/// The set of encodings is closed and each is decoded strictly, so no statistics are needed: a byte
/// order mark, the parity of NULs, UTF-8, and GB18030, which contains GBK and GB 2312.
struct DecodedText {
    var bytes: [UInt8]
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or `GB18030`.
    var encoding: String

    init(_ source: [UInt8]) throws(WorkbookError) {
        if source.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(source.dropFirst(3))
            if let offset = Self.firstFault(in: rest) {
                throw WorkbookError(.encoding(offset: offset + 3))
            }
            self.init(bytes: rest, encoding: "UTF-8")
        } else if source.starts(with: [0xFF, 0xFE]) {
            try self.init(wide: source, from: 2, littleEndian: true)
        } else if source.starts(with: [0xFE, 0xFF]) {
            try self.init(wide: source, from: 2, littleEndian: false)
        } else if source.starts(with: [0x84, 0x31, 0x95, 0x33]) {
            self.init(
                bytes: Array(try GB18030.decoded(source).dropFirst(3)), encoding: "GB18030")
        } else if source.contains(0) {
            try self.init(withNULs: source)
        } else if let offset = Self.firstFault(in: source) {
            do throws(WorkbookError) {
                self.init(bytes: try GB18030.decoded(source), encoding: "GB18030")
            } catch {
                // The encoding that got further is the one that was meant.
                guard case .encoding(offset: let other) = error.reason, other < offset else {
                    throw error
                }
                throw WorkbookError(.encoding(offset: offset))
            }
        } else {
            self.init(bytes: source, encoding: "UTF-8")
        }
        if bytes.contains(0) { throw WorkbookError(.notAWorkbook) }
    }

    private init(bytes: [UInt8], encoding: String) {
        self.bytes = bytes
        self.encoding = encoding
    }

    /// Digits and separators of a UTF-16 text have their NULs all on one side.
    private init(withNULs source: [UInt8]) throws(WorkbookError) {
        var odd = 0
        var even = 0
        for (index, byte) in source.enumerated() where byte == 0 {
            if index & 1 == 1 { odd += 1 } else { even += 1 }
        }
        // A text may hold 一 (U+4E00), whose NUL is on the other side, but not as many.
        guard odd != even else { throw WorkbookError(.notAWorkbook) }
        do throws(WorkbookError) {
            try self.init(wide: source, from: 0, littleEndian: odd > even)
        } catch { throw WorkbookError(.notAWorkbook) }
        let isText = bytes.allSatisfy { $0 >= 32 || $0 == 9 || $0 == 10 || $0 == 13 }
        guard isText else { throw WorkbookError(.notAWorkbook) }
    }

    private init(wide source: [UInt8], from start: Int, littleEndian: Bool) throws(WorkbookError) {
        var text: [UInt8] = []
        text.reserveCapacity(source.count)
        var high: UInt32?
        var index = start
        while index < source.count {
            guard index + 1 < source.count else { throw WorkbookError(.encoding(offset: index)) }
            let one = UInt32(source[index])
            let two = UInt32(source[index + 1])
            let unit = littleEndian ? two << 8 | one : one << 8 | two
            var value = unit
            if let first = high {
                guard unit & 0xFC00 == 0xDC00 else { throw WorkbookError(.encoding(offset: index)) }
                value = 0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF
                high = nil
            } else if unit & 0xFC00 == 0xD800 {
                high = unit
                index += 2
                continue
            }
            guard let scalar = Unicode.Scalar(value) else {
                throw WorkbookError(.encoding(offset: index))
            }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            index += 2
        }
        guard high == nil else { throw WorkbookError(.encoding(offset: source.count - 2)) }
        self.init(bytes: text, encoding: littleEndian ? "UTF-16LE" : "UTF-16BE")
    }

    /// The offset of the first byte that is no UTF-8.
    private static func firstFault(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch { return error.byteOffsets.lowerBound }
    }
}
