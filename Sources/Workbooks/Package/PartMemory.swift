import ZipArchives

/// Small parts that workbooks have in common: what a program writes about its styles, its relationships
/// and its sheets it writes into every file alike, and packs alike.
///
/// A part is known by its packed bytes, with what the archive declares of them: that these are true was
/// found when they were unpacked. Handed from file to file by who reads many; one thread at a time.
package final class PartMemory {
    private struct Key: Hashable {
        var packed: [UInt8]
        var method: Int
        var size: Int
        var checksum: UInt32

        /// The checksum tells nearly all parts from one another; where it does not, the bytes do.
        func hash(into hasher: inout Hasher) {
            hasher.combine(checksum)
            hasher.combine(size)
        }
    }

    /// A part that was unpacked.
    final class Part {
        let bytes: [UInt8]
        /// The handlers that have read it, by its name: what it says may hang on where it stands.
        fileprivate var handlers: [String: AnyObject] = [:]

        fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

        func handler<Handler: XMLHandler>(named name: String) -> Handler? {
            handlers[name] as? Handler
        }

        func remember(_ handler: some XMLHandler, named name: String) {
            if handlers.count < PartMemory.names { handlers[name] = handler }
        }
    }

    private var parts: [Key: Part] = [:]
    /// Some programs with some forms each; a hostile file may hold any number of parts, and long ones.
    private static let capacity = 2_000
    private static let longest = 8 << 10
    private static let names = 10

    package init() {}

    /// The part that an entry holds; nil where it is too long to be kept.
    func part(
        _ entry: ZipEntry, of archive: inout ZipArchive, atMost limit: Int
    ) throws(ZipError) -> Part? {
        guard entry.size <= Self.longest, entry.size <= limit,
            entry.compressedSize <= Self.longest
        else { return nil }
        let key = Key(
            packed: archive.compressedBytes(of: entry), method: entry.method, size: entry.size,
            checksum: entry.checksum)
        if let part = parts[key] { return part }
        let part = Part(try archive.bytes(of: entry, atMost: limit))
        if parts.count < Self.capacity { parts[key] = part }
        return part
    }
}
