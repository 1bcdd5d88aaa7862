import ZipArchives

/// The names at the root of a compound file ([MS-CFB] 2.6), which tell what program it belongs to.
///
/// Only what stands at the root counts: a workbook may hold a text document as an object, and a text
/// document a workbook. Chains and trees are followed so far and no further, whatever they say.
struct CompoundFile {
    /// Streams and storages directly below the root; empty where the file does not get that far.
    private(set) var rootNames: Set<String> = []
    /// The header or a sector that it needs lies beyond the file's end.
    private(set) var isCut = false

    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private static let entrySize = 128
    /// Directory sectors that are followed: 8,000 entries and more.
    private static let chainLimit = 2_000

    private let source: ByteSource
    private var sectorShift = 9
    /// Where the allocation table is, as far as the header says it (6.8 MB of a file).
    private var tables: [UInt32] = []
    /// Of the directory, in the order of its chain.
    private var sectors: [UInt32] = []

    init(_ source: ByteSource) {
        self.source = source
        let header = source.bytes(at: 0, count: 512)
        guard header.count == 512, let first = header.word(at: 48) else {
            isCut = true
            return
        }
        sectorShift = header[30] == 12 ? 12 : 9
        tables = (0..<109).compactMap { header.word(at: 76 + 4 * $0) }
        follow(from: first)
        collect()
    }

    /// The chain of directory sectors, until it ends, breaks or is long enough.
    private mutating func follow(from first: UInt32) {
        var sector = first
        while sector < 0xFFFF_FFFA, sectors.count < Self.chainLimit {
            guard offset(of: sector) < source.count else { return isCut = true }
            sectors.append(sector)
            guard let next = successor(of: sector) else { return }
            sector = next
        }
    }

    private func offset(of sector: UInt32) -> Int { (Int(sector) + 1) << sectorShift }

    private func successor(of sector: UInt32) -> UInt32? {
        let entries = 1 << (sectorShift - 2)
        let (table, index) = Int(sector).quotientAndRemainder(dividingBy: entries)
        // The rest of a very large table is listed elsewhere; the directory of such a file is long
        // known by its first sectors.
        guard tables.indices.contains(table) else { return nil }
        return source.bytes(at: offset(of: tables[table]) + 4 * index, count: 4).word(at: 0)
    }

    /// Walks the tree of the root's members: each entry names its two neighbours.
    private mutating func collect() {
        guard let root = entry(0), let first = root.word(at: 76) else { return }
        var waiting = [first]
        var seen: Set<UInt32> = []
        while let index = waiting.popLast() {
            guard index < 0xFFFF_FFFA, seen.insert(index).inserted, let entry = entry(index) else {
                continue
            }
            rootNames.insert(Self.name(of: entry))
            waiting += [entry.word(at: 68), entry.word(at: 72)].compactMap { $0 }
        }
    }

    private func entry(_ index: UInt32) -> [UInt8]? {
        let perSector = 1 << (sectorShift - 7)
        let (place, rest) = Int(index).quotientAndRemainder(dividingBy: perSector)
        guard sectors.indices.contains(place) else { return nil }
        let bytes = source.bytes(
            at: offset(of: sectors[place]) + rest * Self.entrySize, count: Self.entrySize)
        return bytes.count == Self.entrySize ? bytes : nil
    }

    private static func name(of entry: [UInt8]) -> String {
        let length = min(Int(entry[64]) | Int(entry[65]) << 8, 64)
        let units = stride(from: 0, to: length - 3, by: 2).map {
            UInt16(entry[$0]) | UInt16(entry[$0 + 1]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }
}

extension [UInt8] {
    /// Four bytes, little end first; nil beyond the end.
    fileprivate func word(at offset: Int) -> UInt32? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        return UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16
            | UInt32(self[offset + 3]) << 24
    }
}
