/// Puts a ZIP container together in memory: same entries, same bytes.
///
/// Entries stand in the order in which they were added; `ZipStream` is for what should not be in
/// memory at once.
///
/// ```swift
/// var writer = ZipWriter()
/// writer.add("[Content_Types].xml", types)
/// let bytes = try writer.finished()
/// ```
package struct ZipWriter: Sendable {
    private var archive: [UInt8] = []
    private var directory = ZipDirectory()

    /// An archive without entries.
    package init() {}

    /// Adds an entry, deflated where that makes it shorter.
    ///
    /// - Precondition: No entry of the same name was added before.
    package mutating func add(_ name: String, _ bytes: [UInt8], level: Int = 6) {
        let deflated = Deflater.deflated(bytes.span, level: level)
        var entry = ZipDirectory.Entry(name: Array(name.utf8), method: deflated == nil ? 0 : 8)
        entry.checksum = checksum(of: bytes.span)
        entry.size = bytes.count
        add(entry, (deflated ?? bytes)[...])
    }

    /// Adds an entry of another archive without inflating it.
    ///
    /// - Precondition: No entry of the same name was added before.
    package mutating func copy(_ entry: ZipEntry, from source: ZipArchive) {
        var copy = ZipDirectory.Entry(
            name: entry.nameBytes, flags: Int(entry.flags & 0x800), method: entry.method)
        copy.checksum = entry.checksum
        copy.size = entry.size
        add(copy, source.compressedBytes(of: entry)[...])
    }

    /// Adds other bytes under the name of another archive's entry, deflated where that is shorter.
    ///
    /// - Precondition: No entry of the same name was added before.
    package mutating func add(_ bytes: [UInt8], inPlaceOf entry: ZipEntry, level: Int = 6) {
        let deflated = Deflater.deflated(bytes.span, level: level)
        var replaced = ZipDirectory.Entry(
            name: entry.nameBytes, flags: Int(entry.flags & 0x800),
            method: deflated == nil ? 0 : 8)
        replaced.checksum = checksum(of: bytes.span)
        replaced.size = bytes.count
        add(replaced, (deflated ?? bytes)[...])
    }

    /// The whole archive.
    ///
    /// - Throws: `ZipError.limit` beyond 4 GiB or 65,534 entries, which would need ZIP64.
    package func finished() throws(ZipError) -> [UInt8] {
        try archive + directory.end(at: archive.count)
    }

    private mutating func add(_ entry: ZipDirectory.Entry, _ data: ArraySlice<UInt8>) {
        var entry = entry
        entry.compressedSize = data.count
        directory.claim(entry.name)
        directory.add(entry, at: archive.count)
        archive.append(contentsOf: entry.localHeader)
        archive.append(contentsOf: data)
    }
}
