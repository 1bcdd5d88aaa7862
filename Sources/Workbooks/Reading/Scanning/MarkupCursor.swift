/// Why a scanner leaves off: it wants more bytes, or somebody who knows XML better.
enum ScanStop: Error {
    case incomplete
    /// Markup that is rare or wrong; libxml2 says which.
    case unusual
    /// The content was refused; the scanner holds the reason.
    case refused
}

/// A place in UTF-8 markup of the plain kind that office programs write in masses.
///
/// It accepts a part of what XML allows and nothing that XML forbids; at anything else it stops as
/// `.unusual`. Eight bytes of zero stand behind the last byte, so reading a little ahead is safe,
/// and a zero tells where more bytes are wanted.
struct MarkupCursor {
    let base: UnsafePointer<UInt8>
    let count: Int
    var position: Int
    /// Line ends passed, for the places of errors that libxml2 finds later.
    var lines: Int

    var byte: UInt8 { base[position] }

    /// At the end of the bytes more are wanted; before it, this is not for a scanner.
    func stop(at position: Int) -> ScanStop { position >= count ? .incomplete : .unusual }

    /// Passes the very bytes of a tag.
    @inline(__always)
    mutating func expect(_ markup: StaticString) throws(ScanStop) {
        let wanted = markup.utf8Start
        let length = markup.utf8CodeUnitCount
        for index in 0..<length where base[position + index] != wanted[index] {
            throw stop(at: position + index)
        }
        position += length
    }

    @inline(__always)
    mutating func skipSpace() {
        while base[position] <= 32 {
            switch base[position] {
            case 10:
                lines += 1
                position += 1
            case 32, 9, 13: position += 1
            default: return
            }
        }
    }

    /// The value of an attribute whose quote is at the cursor: printing ASCII without references.
    @inline(__always)
    mutating func quoted() throws(ScanStop) -> UnsafeBufferPointer<UInt8> {
        let quote = byte
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw stop(at: position)
        }
        position += 1
        let start = position
        while base[position] != quote {
            guard ByteClass.isAttribute(base[position]) else { throw stop(at: position) }
            position += 1
        }
        let value = UnsafeBufferPointer(start: base + start, count: position - start)
        position += 1
        // XML wants white space between attributes.
        switch byte {
        case 9, 10, 13, 32, UInt8(ascii: ">"), UInt8(ascii: "/"): return value
        default: throw stop(at: position)
        }
    }

    /// The name of an attribute and the `=` behind it, without a blank between.
    mutating func attributeName() throws(ScanStop) -> UnsafeBufferPointer<UInt8> {
        let start = position
        guard ByteClass.isLetter(byte) else { throw stop(at: position) }
        while ByteClass.isName(byte) { position += 1 }
        guard byte == UInt8(ascii: "=") else { throw stop(at: position) }
        let name = UnsafeBufferPointer(start: base + start, count: position - start)
        position += 1
        return name
    }
}

/// What a byte may be in markup that a scanner takes; comparisons, for a table costs a look at
/// whether it is there already.
enum ByteClass {
    /// Printing ASCII in an attribute's value: neither `<` nor `&`; quotes are looked at before.
    @inline(__always)
    static func isAttribute(_ byte: UInt8) -> Bool {
        byte &- 32 < 95 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&")
    }

    /// In a text: bytes that need no second look, which `<` and `>` do.
    @inline(__always)
    static func isText(_ byte: UInt8) -> Bool {
        byte &- 32 < 95 && byte & 0xFD != UInt8(ascii: "<") && byte != UInt8(ascii: "&")
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }

    /// In the name of an attribute.
    static func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
