/// One entry as the central directory describes it; the local header only says where it begins.
package struct ZipEntry: Hashable, Sendable {
    /// The name as the archive spells it; bytes that are no UTF-8 are read as Latin-1.
    package let name: String
    /// The name under which it is looked up: ASCII letters in lower case, `\` as `/`; a name that is no
    /// UTF-8 stands as it is.
    package let key: String
    /// The name's own bytes, for copies.
    package let nameBytes: [UInt8]
    /// The general purpose bit flag (APPNOTE 4.4.4).
    package let flags: UInt16
    /// 0 is stored, 8 is deflated.
    package let method: Int
    /// CRC-32 of the inflated bytes, as declared; checked while reading.
    package let checksum: UInt32
    /// How many bytes it takes in the archive.
    package let compressedSize: Int
    /// As declared; checked while reading.
    package let size: Int
    /// Where the compressed bytes are in the archive.
    package let dataRange: Range<Int>
    /// The name in Unicode where the archive gives it besides (APPNOTE 4.6.9, Info-ZIP's field
    /// 0x7075), and that field is about this name.
    package let unicodeName: String?
    /// A symbolic link: its content is a path.
    package let isLink: Bool

    /// The archive says that the name is UTF-8 (APPNOTE 4.4.4, bit 11).
    package var saysUTF8: Bool { flags & 0x800 != 0 }

    /// The entry only says that there is a folder.
    package var isFolder: Bool { key.hasSuffix("/") }

    /// The form in which names are compared: producers differ in case and in the slash.
    package static func key(of name: String) -> String {
        func folded(_ byte: UInt8) -> UInt8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "\\"): UInt8(ascii: "/")
            default: byte
            }
        }
        if name.utf8.allSatisfy({ folded($0) == $0 }) { return name }
        return String(decoding: name.utf8.map(folded), as: UTF8.self)
    }
}

extension ZipEntry {
    /// Names that could leave the archive's own tree, on any system that might unpack it.
    static func isUnsafe(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        if bytes.isEmpty || bytes[0] == UInt8(ascii: "/") || bytes.contains(where: { $0 < 32 }) {
            return true
        }
        if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return true }
        return bytes.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
    }

    static func text(of bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self) ?? latin1(bytes)
    }

    /// Each byte is the character of its number.
    static func latin1(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }
}
