/// Character data up to the next tag.
struct MarkupText {
    var start: Int
    var end: Int
    /// It holds `&amp;` and the like.
    var hasReferences: Bool
}

extension MarkupCursor {
    /// Passes the text up to the next tag.
    ///
    /// It takes characters of XML in sound UTF-8, and of references only the five that every parser
    /// knows. Carriage returns, which XML turns into line feeds, are not for here.
    @inline(__always)
    mutating func text() throws(ScanStop) -> MarkupText {
        let start = position
        while ByteClass.isText(base[position]) { position += 1 }
        if base[position] == UInt8(ascii: "<") {
            return MarkupText(start: start, end: position, hasReferences: false)
        }
        return try restOfText(from: start)
    }

    private mutating func restOfText(from start: Int) throws(ScanStop) -> MarkupText {
        var hasReferences = false
        while true {
            while ByteClass.isText(base[position]) { position += 1 }
            switch base[position] {
            case UInt8(ascii: "<"):
                return MarkupText(start: start, end: position, hasReferences: hasReferences)
            case UInt8(ascii: "&"):
                position += try referenceLength()
                hasReferences = true
            case UInt8(ascii: ">"):
                // "]]>" must not stand in a text.
                if position >= start + 2, base[position - 1] == UInt8(ascii: "]"),
                    base[position - 2] == UInt8(ascii: "]")
                {
                    throw .unusual
                }
                position += 1
            case 10:
                lines += 1
                position += 1
            case 9: position += 1
            case 0x80...: try passCharacter()
            default: throw stop(at: position)
            }
        }
    }

    /// Passes one character beyond ASCII: sound UTF-8 of a character that XML allows.
    @inline(__always)
    private mutating func passCharacter() throws(ScanStop) {
        let first = base[position]
        let second = base[position + 1]
        switch first {
        case 0xE1...0xEC, 0xEE:
            guard second & 0xC0 == 0x80, base[position + 2] & 0xC0 == 0x80 else { break }
            position += 3
            return
        case 0xE0, 0xED, 0xEF:
            let third = base[position + 2]
            guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { break }
            // Overlong, surrogates, U+FFFE and U+FFFF.
            if first == 0xE0, second < 0xA0 { throw .unusual }
            if first == 0xED, second >= 0xA0 { throw .unusual }
            if first == 0xEF, second == 0xBF, third >= 0xBE { throw .unusual }
            position += 3
            return
        case 0xC2...0xDF:
            guard second & 0xC0 == 0x80 else { break }
            position += 2
            return
        case 0xF0...0xF4:
            guard second & 0xC0 == 0x80, base[position + 2] & 0xC0 == 0x80,
                base[position + 3] & 0xC0 == 0x80
            else { break }
            if first == 0xF0, second < 0x90 { throw .unusual }
            if first == 0xF4, second >= 0x90 { throw .unusual }
            position += 4
            return
        default: throw .unusual
        }
        throw stop(at: position + 3)
    }

    private func referenceLength() throws(ScanStop) -> Int {
        for (name, _) in Self.references where matches(name) { return name.utf8CodeUnitCount }
        throw stop(at: position + 5)
    }

    private func matches(_ markup: StaticString) -> Bool {
        (0..<markup.utf8CodeUnitCount).allSatisfy {
            base[position + $0] == markup.utf8Start[$0]
        }
    }

    /// The bytes of a text: as they stand here, or resolved in `memory` where they hold references.
    @inline(__always)
    func bytes(
        of text: MarkupText, resolvedInto memory: TextMemory
    ) -> UnsafeBufferPointer<UInt8> {
        guard !text.hasReferences else { return resolved(text, into: memory) }
        return UnsafeBufferPointer(start: base + text.start, count: text.end - text.start)
    }

    private func resolved(
        _ text: MarkupText, into memory: TextMemory
    ) -> UnsafeBufferPointer<UInt8> {
        memory.removeAll()
        var cursor = self
        cursor.position = text.start
        while cursor.position < text.end {
            if cursor.byte == UInt8(ascii: "&"),
                let (name, character) = Self.references.first(where: { cursor.matches($0.0) })
            {
                memory.append(character)
                cursor.position += name.utf8CodeUnitCount
            } else {
                memory.append(cursor.byte)
                cursor.position += 1
            }
        }
        return memory.bytes
    }

    private static let references: [(StaticString, UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]
}
