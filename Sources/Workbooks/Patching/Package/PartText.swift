import Findings

/// An XML part in UTF-8, accepted by libxml2.
enum PartText {
    /// Checks a part and brings it to UTF-8, with its declaration saying so.
    ///
    /// What is UTF-8 already stays as it is, a byte order mark too.
    ///
    /// - Throws: `.damaged` where it is no well-formed XML or has a document type.
    static func checked(
        _ bytes: [UInt8], part: String, limits: WorkbookLimits
    ) throws(WorkbookError) -> [UInt8] {
        let parser = XMLPushParser(part: part, of: .other, into: Unheard(), limits: limits)
        var index = 0
        while index < bytes.count {
            let end = min(bytes.count, index + 64 << 10)
            guard parser.feed(bytes.span.extracting(index..<end)) else { break }
            index = end
        }
        try parser.finish()
        return try utf8(bytes, part: part)
    }

    private static func utf8(_ bytes: [UInt8], part: String) throws(WorkbookError) -> [UInt8] {
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
            // Without a mark UTF-16 shows by the NUL beside `<`.
            let sign: [UInt8] = encoding == .utf16LittleEndian ? [0x3C, 0] : [0, 0x3C]
            if bytes.starts(with: mark) {
                return declaringUTF8(try encoding.decoded(Array(bytes.dropFirst(mark.count))))
            }
            if bytes.starts(with: sign) { return declaringUTF8(try encoding.decoded(bytes)) }
        }
        guard let encoding = declaredEncoding(in: bytes) else { return bytes }
        switch String(decoding: bytes[encoding], as: UTF8.self).uppercased() {
        case "UTF-8", "UTF8": return bytes
        case "US-ASCII", "ASCII": return declaringUTF8(bytes)
        case "GB18030", "GBK", "GB2312":
            return declaringUTF8(try TextEncoding.gb18030.decoded(bytes))
        default: throw .damaged(part)
        }
    }

    private static func declaringUTF8(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if let encoding = declaredEncoding(in: bytes) {
            bytes.replaceSubrange(encoding, with: "UTF-8".utf8)
        }
        return bytes
    }

    /// Where the XML declaration names an encoding.
    private static func declaredEncoding(in bytes: [UInt8]) -> Range<Int>? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes.dropFirst(start).starts(with: "<?xml".utf8),
            let end = MarkupEscapes.end(of: "?>", in: bytes[...], from: start)
        else { return nil }
        var index = start + 5
        while index < end, let attribute = MarkupScanner.attribute(in: bytes, from: index) {
            if bytes[attribute.name].elementsEqual("encoding".utf8) { return attribute.value }
            index = attribute.whole.upperBound
        }
        return nil
    }
}

/// Wants to know nothing but that the XML is well-formed.
private final class Unheard: XMLHandler {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {}
    func end(_ name: XMLName) throws(WorkbookError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
