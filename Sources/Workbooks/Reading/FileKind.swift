import Findings
import ZipArchives

/// What some bytes are by their beginning, whatever the file is called.
enum FileKind: Equatable {
    case package
    case text
    case unreadable(Problem.Unreadable)

    init(_ bytes: [UInt8]) { self.init(ByteSource(bytes)) }

    /// Looks at the beginning, and further only into a compound file and into one of zeros.
    init(_ source: ByteSource) {
        let bytes = source.bytes(at: 0, count: min(source.count, 4096))
        self =
            if bytes.isEmpty {
                .unreadable(.empty)
            } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
                .package
            } else if bytes.starts(with: CompoundFile.signature) {
                .unreadable(Self.compound(source))
            } else if Self.isBareRecords(bytes) {
                .unreadable(.legacyWorkbook)
            } else if let document = Self.document(bytes) {
                .unreadable(document)
            } else if bytes[0] == 0, Self.isOnlyZeros(source) {
                .unreadable(.truncated)
            } else {
                .text
            }
    }

    /// A compound file: the old binary formats, or a new one behind a password.
    private static func compound(_ source: ByteSource) -> Problem.Unreadable {
        let file = CompoundFile(source)
        let names = file.rootNames
        return if names.contains("EncryptedPackage") {
            .encrypted
        } else if names.contains("Workbook") || names.contains("Book") {
            .legacyWorkbook
        } else if names.contains("WordDocument") {
            .document(.word)
        } else if names.contains("PowerPoint Document") {
            .document(.presentation)
        } else { file.isCut ? .truncated : .notAWorkbook }
    }

    /// Excel 2 to 4 wrote their records without a compound file; the first is BOF
    /// ([MS-XLS] 2.4.21 and before it).
    private static func isBareRecords(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [9, 0, 4, 0]) || bytes.starts(with: [9, 2, 6, 0])
            || bytes.starts(with: [9, 4, 6, 0])
    }

    /// What is left of a file whose name was written and whose content was not.
    private static func isOnlyZeros(_ source: ByteSource) -> Bool {
        var position = 0
        while position < source.count {
            let piece = source.bytes(at: position, count: min(source.count - position, 64 << 10))
            guard !piece.isEmpty, piece.allSatisfy({ $0 == 0 }) else { return false }
            position += piece.count
        }
        return true
    }

    private static func document(_ bytes: [UInt8]) -> Problem.Unreadable? {
        func begins(_ magic: String) -> Bool { bytes.starts(with: magic.utf8) }
        if begins("%PDF") { return .document(.pdf) }
        if begins("{\\rtf") { return .document(.richText) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
            || begins("GIF8") || begins("II*\0") || begins("MM\0*")
            || (begins("BM") && bytes.prefix(16).contains(0))
            || (begins("RIFF") && bytes.dropFirst(8).starts(with: "WEBP".utf8))
        {
            return .document(.picture)
        }
        if begins("Rar!") || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
            || bytes.starts(with: [0x1F, 0x8B, 8]) || begins("BZh")
            || bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A])
        {
            return .archive
        }
        if bytes.starts(with: [0x50, 0x4B, 5, 6]) { return .bundle(.empty) }
        if bytes.starts(with: [0x4C, 0, 0, 0, 1, 0x14, 2, 0]) { return .shortcut }
        return recording(bytes) ?? program(bytes)
    }

    /// Sound, film and the pictures that telephones take: what a messenger leaves in a folder.
    private static func recording(_ bytes: [UInt8]) -> Problem.Unreadable? {
        func stands(_ magic: String, at offset: Int) -> Bool {
            bytes.dropFirst(offset).starts(with: magic.utf8)
        }
        if stands("ftyp", at: 4) {
            let brand = String(decoding: bytes.dropFirst(8).prefix(3), as: UTF8.self)
            return .document(["hei", "hev", "mif", "avi"].contains(brand) ? .picture : .recording)
        }
        let isSound =
            stands("ID3", at: 0) || stands("#!AMR", at: 0) || stands("OggS", at: 0)
            || stands("RIFF", at: 0) && (stands("WAVE", at: 8) || stands("AVI ", at: 8))
            || bytes.starts(with: [0xFF, 0xFB]) || bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        return isSound ? .document(.recording) : nil
    }

    /// Windows and Linux programs: their first words, and the NUL that no text has so early.
    private static func program(_ bytes: [UInt8]) -> Problem.Unreadable? {
        let isProgram =
            bytes.starts(with: [0x4D, 0x5A]) && bytes.prefix(64).contains(0)
            || bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46])
        return isProgram ? .document(.program) : nil
    }

    /// HTML, XML or a web archive under the name of a spreadsheet.
    static func isMarkup(_ text: some Collection<UInt8>) -> Bool {
        let start = text.drop { $0 <= 32 }.prefix(16).map { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }
        return [
            "<?xml", "<!doctype", "<!--", "<html", "<head", "<meta", "<body", "<table", "<style",
            "<script", "<title", "<div", "<font", "<center", "<workbook", "mime-version:",
        ].contains { start.starts(with: $0.utf8) }
    }
}
