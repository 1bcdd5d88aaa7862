import ZipArchives

/// Looks for texts in all that a workbook's package holds, in cells or not.
///
/// What the reader of a workbook never opens (properties, drawings, caches of other workbooks) can hold
/// what must not be kept. Who searches says by `isSought` what that is.
package struct TextSearch {
    package let isSought: (String) -> Bool

    package init(_ isSought: @escaping (String) -> Bool) {
        self.isSought = isSought
    }

    /// A text that was sought, and the part of the package in which it stands.
    package struct Find: Hashable, Sendable {
        package var part: String
        package var text: String
    }
}

/// The finds in one package, each text once.
struct PackageSearch {
    private let search: TextSearch
    private let memory: PartMemory?
    private(set) var finds: [TextSearch.Find] = []
    private var known: Set<String> = []
    private var runs = DigitRuns()
    private var part = ""
    /// The parts that were searched while they were read.
    private var searched: Set<String> = []

    /// More than this are no accident.
    private static let most = 1_000
    /// Parts with words in shapes and notes; longer ones are searched for digits only.
    private static let wordsSize = 1 << 20

    init(_ search: TextSearch, memory: PartMemory?) {
        self.search = search
        self.memory = memory
    }

    /// Begins a part; false where it has been searched already.
    mutating func begin(_ part: String) -> Bool {
        guard searched.insert(part).inserted else { return false }
        self.part = part
        runs = DigitRuns()
        return true
    }

    mutating func feed(_ piece: Span<UInt8>) {
        var texts: [String] = []
        piece.withUnsafeBufferPointer { bytes in
            runs.feed(bytes) { texts.append(String(decoding: $0, as: UTF8.self)) }
        }
        take(texts)
    }

    /// Ends a part.
    mutating func end() {
        var texts: [String] = []
        runs.finish { texts.append(String(decoding: $0, as: UTF8.self)) }
        take(texts)
    }

    private mutating func take(_ texts: [String]) {
        for text in texts where finds.count < Self.most && !known.contains(text) {
            guard search.isSought(text) else { continue }
            known.insert(text)
            finds.append(TextSearch.Find(part: part, text: text))
        }
    }

    // MARK: Parts that nobody reads

    /// Searches what no reader has opened.
    ///
    /// A part that is damaged or beyond a limit is left: what can be
    /// read of the workbook stands without it.
    mutating func searchRest(
        of archive: inout ZipArchive, limits: WorkbookLimits, budget: TimeBudget
    ) throws(WorkbookError) {
        for entry in archive.entries where !entry.isFolder && !Self.isPicture(entry.key) {
            try search(entry, of: &archive, named: entry.key, limits: limits, budget: budget)
        }
    }

    private mutating func search(
        _ entry: ZipEntry, of archive: inout ZipArchive, named name: String,
        limits: WorkbookLimits, budget: TimeBudget
    ) throws(WorkbookError) {
        guard begin(name) else { return }
        try budget.check()
        guard let bytes = bytes(of: entry, in: &archive, limits) else { return }
        feed(bytes.span)
        end()
        if bytes.count <= Self.wordsSize, name.hasSuffix("xml") {
            take(ShapeText.paragraphs(of: bytes))
        }
        // A workbook inside the workbook.
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]), !name.contains("!"),
            var inner = try? ZipArchive(bytes, limits: limits.zip)
        else { return }
        for part in inner.entries where !part.isFolder && !Self.isPicture(part.key) {
            try search(
                part, of: &inner, named: "\(name)!\(part.key)", limits: limits, budget: budget)
        }
    }

    private func bytes(
        of entry: ZipEntry, in archive: inout ZipArchive, _ limits: WorkbookLimits
    ) -> [UInt8]? {
        let known = try? memory?.part(entry, of: &archive, atMost: limits.partSize)
        if let known { return known.bytes }
        return try? archive.bytes(of: entry, atMost: limits.partSize)
    }

    private static func isPicture(_ part: String) -> Bool {
        [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp"]
            .contains { part.hasSuffix($0) }
    }
}

/// The words of shapes and notes: what stands in elements `t`, joined up to the end of their paragraph.
///
/// Programs cut a text into runs wherever its format or spelling mark changes, in the middle of a number
/// as well.
private enum ShapeText {
    static func paragraphs(of bytes: [UInt8]) -> [String] {
        var paragraphs: [String] = []
        var text: [UInt8] = []
        var digits = 0
        func isTag(_ name: String, at position: Int) -> Bool {
            // `a:t`, `t`, `xdr:t xml:space=…`
            var start = position
            if bytes[start...].prefix(12).contains(UInt8(ascii: ":")),
                let colon = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ":")),
                bytes[start..<colon].allSatisfy({ ($0 | 0x20) &- 97 < 26 })
            {
                start = colon + 1
            }
            guard bytes[start...].starts(with: name.utf8), start + name.utf8.count < bytes.count
            else { return false }
            return [UInt8(ascii: ">"), 32, 9, 10, 13].contains(bytes[start + name.utf8.count])
        }
        func close() {
            if digits >= DigitRuns.shortest {
                paragraphs.append(String(decoding: text, as: UTF8.self))
            }
            text.removeAll(keepingCapacity: true)
            digits = 0
        }
        var position = 0
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")),
            open + 1 < bytes.count
        {
            position = open + 1
            if bytes[position] == UInt8(ascii: "/") {
                if ["p", "si", "comment", "text"].contains(where: { isTag($0, at: position + 1) }) {
                    close()
                }
            } else if isTag("t", at: position),
                let start = bytes[position...].firstIndex(of: UInt8(ascii: ">"))
            {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                for byte in bytes[(start + 1)..<max(start + 1, end)] {
                    // A full-width digit ends in 90 to 99 behind EF BC.
                    if byte &- 48 < 10 || (byte &- 0x90 < 10 && text.last == 0xBC) { digits += 1 }
                    text.append(byte)
                }
                position = end
            }
        }
        close()
        return paragraphs
    }
}
