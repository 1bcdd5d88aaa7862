/// Puts a ZIP container together: same entries, same bytes.
///
/// Every entry bears the DOS time 1980-01-01 00:00, there are no data descriptors and no ZIP64;
/// entries stand in the order in which they were added.
///
/// ```swift
/// var writer = ZipWriter()
/// writer.add("[Content_Types].xml", types)
/// let bytes = try writer.finished()
/// ```
package struct ZipWriter: Sendable {
    private var archive: [UInt8] = []
    private var directory: [UInt8] = []
    private var keys: Set<String> = []

    /// An archive without entries.
    package init() {}

    /// Adds an entry, deflated where that makes it shorter.
    ///
    /// - Precondition: No entry of the same name was added before.
    package mutating func add(_ name: String, _ bytes: [UInt8], level: Int = 6) {
        let deflated = Deflater.deflated(bytes, level: level)
        add(
            name: Array(name.utf8), flags: name.utf8.contains { $0 >= 0x80 } ? 0x800 : 0,
            method: deflated == nil ? 0 : 8,
            checksum: checksum(of: bytes.span), size: bytes.count, data: (deflated ?? bytes)[...])
    }

    /// Adds an entry of another archive without inflating it.
    ///
    /// - Precondition: No entry of the same name was added before.
    package mutating func copy(_ entry: ZipEntry, from source: ZipArchive) {
        add(
            name: entry.nameBytes, flags: Int(entry.flags & 0x800), method: entry.method,
            checksum: entry.checksum, size: entry.size, data: source.compressedBytes(of: entry)[...]
        )
    }

    /// Adds other bytes under the name of another archive's entry, deflated where that is shorter.
    ///
    /// - Precondition: No entry of the same name was added before.
    package mutating func add(_ bytes: [UInt8], inPlaceOf entry: ZipEntry, level: Int = 6) {
        let deflated = Deflater.deflated(bytes, level: level)
        add(
            name: entry.nameBytes, flags: Int(entry.flags & 0x800),
            method: deflated == nil ? 0 : 8, checksum: checksum(of: bytes.span),
            size: bytes.count, data: (deflated ?? bytes)[...])
    }

    /// The whole archive.
    ///
    /// - Throws: `ZipError.limit` beyond 4 GiB or 65,534 entries, which would need ZIP64.
    package func finished() throws(ZipError) -> [UInt8] {
        guard keys.count < 0xFFFF else { throw .limit(.entries, entry: nil) }
        guard archive.count + directory.count < 0xFFFF_FFFF else {
            throw .limit(.archiveSize, entry: nil)
        }
        var bytes = archive
        bytes.append(contentsOf: directory)
        bytes.append32(0x0605_4B50)
        bytes.append32(0)
        bytes.append16(keys.count)
        bytes.append16(keys.count)
        bytes.append32(directory.count)
        bytes.append32(archive.count)
        bytes.append16(0)
        return bytes
    }

    private mutating func add(
        name: [UInt8], flags: Int, method: Int, checksum: UInt32, size: Int,
        data: ArraySlice<UInt8>
    ) {
        let isNew = keys.insert(ZipEntry.key(of: ZipEntry.text(of: name))).inserted
        precondition(isNew, "an archive names each entry once")
        let offset = archive.count
        var header: [UInt8] = []
        header.append16(20)
        // Only bit 11 is ever set: the name is UTF-8 beyond ASCII.
        header.append16(flags)
        header.append16(method)
        header.append16(0)
        header.append16(0x21)
        header.append32(Int(checksum))
        header.append32(data.count)
        header.append32(size)
        header.append16(name.count)
        header.append16(0)
        archive.append32(0x0403_4B50)
        archive.append(contentsOf: header)
        archive.append(contentsOf: name)
        archive.append(contentsOf: data)
        directory.append32(0x0201_4B50)
        directory.append16(20)
        directory.append(contentsOf: header)
        directory.append16(0)
        directory.append16(0)
        directory.append16(0)
        directory.append32(0)
        directory.append32(offset)
        directory.append(contentsOf: name)
    }
}
