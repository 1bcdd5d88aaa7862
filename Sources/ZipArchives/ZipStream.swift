/// Writes a ZIP container into a sink in one pass, an entry at a time, whatever its size: same
/// entries, same bytes.
///
/// An entry whose size is not known first is deflated as it comes; its header is mended at its end.
///
/// ```swift
/// var stream = ZipStream(to: sink)
/// try stream.begin("xl/worksheets/sheet1.xml")
/// try stream.append(piece)
/// try stream.end()
/// try stream.finish()
/// ```
package struct ZipStream: ~Copyable {
    private let sink: any ByteSink
    private let level: Int
    private var directory = ZipDirectory()
    private var deflater: Deflater
    private var open: OpenEntry?

    private struct OpenEntry {
        var entry: ZipDirectory.Entry
        let header: Int
    }

    /// - Parameters:
    ///   - sink: Must be empty.
    ///   - level: Of deflate, from 1 for fast to 9 for small.
    package init(to sink: any ByteSink, level: Int = 6) {
        self.sink = sink
        self.level = level
        deflater = Deflater(level: level)
    }

    /// Begins an entry; what is appended from here on is its content.
    ///
    /// - Precondition: No entry is open, and none of the same name was there before.
    package mutating func begin(_ name: String) throws(ZipError) {
        precondition(open == nil, "entries come one after another")
        let entry = ZipDirectory.Entry(name: Array(name.utf8), method: 8)
        directory.claim(entry.name)
        open = OpenEntry(entry: entry, header: sink.count)
        deflater.reset()
        let header = entry.localHeader
        try sink.append(header.span)
    }

    /// Adds to the content of the open entry; large pieces are quicker than small ones.
    package mutating func append(_ bytes: Span<UInt8>) throws(ZipError) {
        try take(bytes, isLast: false)
    }

    /// Ends the open entry.
    ///
    /// - Throws: `.limit` beyond 4 GiB, which would need ZIP64.
    package mutating func end() throws(ZipError) {
        let nothing: [UInt8] = []
        try take(nothing.span, isLast: true)
        guard let ended = open else { return }
        open = nil
        let sizes = ended.entry.sizes
        try sink.overwrite(at: ended.header + ZipDirectory.Entry.sizesOffset, with: sizes.span)
        directory.add(ended.entry, at: ended.header)
    }

    /// Adds a whole entry, deflated where that makes it shorter; the directory lists the first one
    /// before all others, wherever its bytes are.
    ///
    /// - Precondition: No entry is open, and none of the same name was there before.
    package mutating func add(
        _ name: String, _ bytes: [UInt8], isFirst: Bool = false
    ) throws(ZipError) {
        precondition(open == nil, "entries come one after another")
        guard bytes.count < 0xFFFF_FFFF else { throw .limit(.entrySize, entry: name) }
        let deflated = Deflater.deflated(bytes.span, level: level)
        var entry = ZipDirectory.Entry(name: Array(name.utf8), method: deflated == nil ? 0 : 8)
        entry.checksum = checksum(of: bytes.span)
        entry.size = bytes.count
        entry.compressedSize = (deflated ?? bytes).count
        directory.claim(entry.name)
        directory.add(entry, at: sink.count, isFirst: isFirst)
        let header = entry.localHeader
        try sink.append(header.span)
        let content = deflated ?? bytes
        try sink.append(content.span)
    }

    /// Writes the directory; the archive is whole then.
    ///
    /// - Throws: `.limit` beyond 4 GiB or 65,534 entries, which would need ZIP64.
    package mutating func finish() throws(ZipError) {
        precondition(open == nil, "the last entry is ended before the archive")
        let end = try directory.end(at: sink.count)
        try sink.append(end.span)
    }

    private mutating func take(_ bytes: Span<UInt8>, isLast: Bool) throws(ZipError) {
        guard var current = open else { preconditionFailure("content belongs to an entry") }
        current.entry.checksum = checksum(of: bytes, continuing: current.entry.checksum)
        current.entry.size += bytes.count
        let before = sink.count
        try deflater.deflate(bytes, isLast: isLast) { [sink] piece throws(ZipError) in
            try sink.append(piece)
        }
        current.entry.compressedSize += sink.count - before
        guard max(current.entry.size, current.entry.compressedSize) < 0xFFFF_FFFF else {
            throw .limit(.entrySize, entry: nil)
        }
        open = current
    }
}
