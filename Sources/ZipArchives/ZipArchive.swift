/// A ZIP container, read within limits and a piece at a time.
///
/// Only the central directory is believed; local headers say where the bytes begin and must agree,
/// data descriptors are not looked at. Reading is `mutating` because the inflated bytes of all
/// entries count against one limit.
///
/// ```swift
/// var archive = try ZipArchive(bytes)
/// if let entry = archive["xl/workbook.xml"] { let part = try archive.bytes(of: entry) }
/// ```
package struct ZipArchive: Sendable {
    /// In the order of the central directory.
    package var entries: [ZipEntry] { directory.entries }
    private let source: ByteSource
    private let directory: CentralDirectory
    private let limits: ZipLimits
    private var inflated = 0

    /// Checks names, sizes and positions of all entries; inflates nothing.
    package init(_ source: ByteSource, limits: ZipLimits = .default) throws(ZipError) {
        guard source.count <= limits.archiveSize else { throw .limit(.archiveSize, entry: nil) }
        directory = try CentralDirectory(of: source, limits: limits)
        self.source = source
        self.limits = limits
    }

    /// An archive in memory.
    package init(_ bytes: [UInt8], limits: ZipLimits = .default) throws(ZipError) {
        try self.init(ByteSource(bytes), limits: limits)
    }

    /// The entry of a name, whatever the case of its letters and the kind of its slashes.
    package subscript(name: String) -> ZipEntry? {
        directory.positions[ZipEntry.key(of: name)].map { directory.entries[$0] }
    }

    /// The bytes of an entry as they stand in the archive, for copying it unchanged.
    package func compressedBytes(of entry: ZipEntry) -> [UInt8] {
        source.bytes(at: entry.dataRange.lowerBound, count: entry.dataRange.count)
    }

    /// Inflates an entry piece by piece and checks its size and CRC at the end.
    ///
    /// - Parameters:
    ///   - entry: One of `entries`.
    ///   - limit: The most bytes to inflate.
    ///   - consume: Takes at most `ZipLimits.pieceSize` bytes a call; false ends the reading, which is no
    ///     error, and leaves size and CRC unchecked.
    /// - Throws: `.damagedEntry` or `.limit`; what was handed out until then is not to be trusted.
    package mutating func read(
        _ entry: ZipEntry, atMost limit: Int = .max, _ consume: (Span<UInt8>) -> Bool
    ) throws(ZipError) {
        guard entry.size <= limit else { throw .limit(.entrySize, entry: entry.name) }
        var meter = Meter(entry: entry, limits: limits, earlier: inflated)
        defer { inflated = meter.total }
        let isWhole =
            entry.method == 0
            ? try copy(entry, &meter, consume) : try inflate(entry, &meter, consume)
        guard !isWhole || meter.isComplete else { throw .damagedEntry(entry.name) }
    }

    /// A whole entry in memory; grows with what is really there, not with what is declared.
    package mutating func bytes(
        of entry: ZipEntry, atMost limit: Int = .max
    ) throws(ZipError) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(entry, atMost: limit) { chunk in
            chunk.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            return true
        }
        return bytes
    }

    private func copy(
        _ entry: ZipEntry, _ meter: inout Meter, _ consume: (Span<UInt8>) -> Bool
    ) throws(ZipError) -> Bool {
        var input = EntryInput(of: entry, in: source, pieceSize: limits.pieceSize)
        while !input.isAtEnd {
            guard input.refill() else { throw .damagedEntry(entry.name) }
            let chunk = input.rest
            try meter.count(chunk.span)
            guard consume(chunk.span) else { return false }
            input.skip(chunk.count)
        }
        return true
    }

    private func inflate(
        _ entry: ZipEntry, _ meter: inout Meter, _ consume: (Span<UInt8>) -> Bool
    ) throws(ZipError) -> Bool {
        var inflater = Inflater()
        var input = EntryInput(of: entry, in: source, pieceSize: limits.pieceSize)
        // Most parts are small; a declared size may make the piece shorter, never longer.
        let size = min(limits.pieceSize, max(1 << 10, entry.size &+ 64))
        var output = [UInt8](repeating: 0, count: size)
        while true {
            guard input.refill() else { throw .damagedEntry(entry.name) }
            let step = input.rest.withUnsafeBufferPointer { input in
                output.withUnsafeMutableBufferPointer { inflater.step(input, into: $0) }
            }
            let (consumed, produced, isEnd) =
                switch step {
                case .more(let consumed, let produced): (consumed, produced, false)
                case .end(let consumed, let produced): (consumed, produced, true)
                case .damaged: throw .damagedEntry(entry.name)
                }
            input.skip(consumed)
            let chunk = output.span.extracting(0..<produced)
            try meter.count(chunk)
            if produced > 0, !consume(chunk) { return false }
            guard isEnd else { continue }
            guard input.isAtEnd else { throw .damagedEntry(entry.name) }
            return true
        }
    }
}

/// The compressed bytes of an entry, a piece at a time.
private struct EntryInput {
    private let source: ByteSource
    private let pieceSize: Int
    private var left: Range<Int>
    private var piece: [UInt8] = []
    private var position = 0

    init(of entry: ZipEntry, in source: ByteSource, pieceSize: Int) {
        self.pieceSize = pieceSize
        self.source = source
        left = entry.dataRange
    }

    /// Nothing is left, neither here nor in the source.
    var isAtEnd: Bool { position == piece.count && left.isEmpty }

    /// What stands here and is not yet used up.
    var rest: ArraySlice<UInt8> { piece[position...] }

    mutating func skip(_ count: Int) { position += count }

    /// Reads the next piece where the last one is used up; false where the source ends too early.
    ///
    /// Behind the last piece there is nothing to read, and zlib may still have something to give.
    mutating func refill() -> Bool {
        guard position == piece.count, !left.isEmpty else { return true }
        piece = source.bytes(at: left.lowerBound, count: min(pieceSize, left.count))
        position = 0
        left = left.lowerBound + piece.count..<left.upperBound
        return !piece.isEmpty
    }
}

/// What has come out of an entry so far, against its declaration and the limits.
private struct Meter {
    let entry: ZipEntry
    let limits: ZipLimits
    private(set) var total: Int
    private var produced = 0
    private var sum: UInt32 = 0

    init(entry: ZipEntry, limits: ZipLimits, earlier: Int) {
        self.entry = entry
        self.limits = limits
        total = earlier
    }

    var isComplete: Bool { produced == entry.size && sum == entry.checksum }

    mutating func count(_ chunk: Span<UInt8>) throws(ZipError) {
        produced += chunk.count
        total += chunk.count
        guard produced <= entry.size else { throw .damagedEntry(entry.name) }
        guard total <= limits.totalSize else { throw .limit(.totalSize, entry: entry.name) }
        if produced > limits.ratioGrace,
            produced / max(1, entry.compressedSize) > limits.ratio
        {
            throw .limit(.ratio, entry: entry.name)
        }
        sum = checksum(of: chunk, continuing: sum)
    }
}
