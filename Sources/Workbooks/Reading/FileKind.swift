import Findings
import ZipArchives

/// What some bytes are by their beginning, whatever the file is called.
enum FileKind: Equatable {
    case package
    case text
    case unreadable(Problem.Unreadable)

    init(_ bytes: [UInt8]) {
        self =
            if bytes.isEmpty {
                .unreadable(.empty)
            } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
                .package
            } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
                .unreadable(Self.compound(bytes))
            } else if let document = Self.document(bytes) {
                .unreadable(document)
            } else {
                .text
            }
    }

    /// Looks at the beginning, and further only into a compound file.
    init(_ source: ByteSource) {
        self.init(source.bytes(at: 0, count: min(source.count, 4096)))
        if self == .unreadable(.legacyWorkbook) {
            self.init(source.bytes(at: 0, count: min(source.count, 8 << 20)))
        }
    }

    /// A compound file: the old binary formats, or a new one behind a password.
    ///
    /// Names of streams are UTF-16, little end first.
    private static func compound(_ bytes: [UInt8]) -> Problem.Unreadable {
        func holds(_ name: String) -> Bool {
            let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            return contains(wanted, in: bytes)
        }
        if holds("EncryptedPackage") { return .encrypted }
        if holds("WordDocument") { return .document("Word 文档") }
        if holds("PowerPoint Document") { return .document("演示文稿") }
        return .legacyWorkbook
    }

    private static func contains(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            (0...bytes.count - wanted.count).contains { start in
                bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }

    private static func document(_ bytes: [UInt8]) -> Problem.Unreadable? {
        func begins(_ magic: String) -> Bool { bytes.starts(with: magic.utf8) }
        if begins("%PDF") { return .document("PDF") }
        if begins("{\\rtf") { return .document("RTF 文档") }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
            || begins("GIF8") || begins("II*\0") || begins("MM\0*")
            || (begins("BM") && bytes.prefix(16).contains(0))
            || (begins("RIFF") && bytes.dropFirst(8).starts(with: "WEBP".utf8))
        {
            return .document("图片")
        }
        if begins("Rar!") || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
            || bytes.starts(with: [0x1F, 0x8B, 8]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
        {
            return .archive
        }
        return nil
    }

    /// HTML, XML or a web archive under the name of a spreadsheet.
    static func isMarkup(_ text: some Collection<UInt8>) -> Bool {
        let start = text.drop { $0 <= 32 }.prefix(16).map { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }
        return [
            "<?xml", "<!doctype", "<!--", "<html", "<head", "<meta", "<body", "<table", "<style",
            "<workbook", "mime-version:",
        ].contains { start.starts(with: $0.utf8) }
    }
}
