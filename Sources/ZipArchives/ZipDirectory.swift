/// The headers of an archive that is being written (APPNOTE 4.3.7, 4.3.12 and 4.3.16): every entry
/// bears the DOS time 1980-01-01 00:00, and neither data descriptors nor ZIP64 are used.
struct ZipDirectory {
    /// Headers of the entries in their order; one that should come first is put there.
    private var headers: [UInt8] = []
    private var keys: Set<String> = []

    /// What the local header and the central directory say alike.
    struct Entry {
        var name: [UInt8]
        /// Only bit 11 is ever set: the name is UTF-8 beyond ASCII.
        var flags: Int
        var method: Int
        var checksum: UInt32 = 0
        var compressedSize = 0
        var size = 0

        init(name: [UInt8], flags: Int? = nil, method: Int) {
            self.name = name
            self.flags = flags ?? (name.contains { $0 >= 0x80 } ? 0x800 : 0)
            self.method = method
        }

        fileprivate var fields: [UInt8] {
            var bytes: [UInt8] = []
            bytes.append16(20)
            bytes.append16(flags)
            bytes.append16(method)
            bytes.append16(0)
            bytes.append16(0x21)
            bytes.append(contentsOf: sizes)
            bytes.append16(name.count)
            bytes.append16(0)
            return bytes
        }

        /// Checksum and both sizes, as they stand at `sizesOffset` of a local header.
        var sizes: [UInt8] {
            var bytes: [UInt8] = []
            bytes.append32(Int(checksum))
            bytes.append32(compressedSize)
            bytes.append32(size)
            return bytes
        }

        static let sizesOffset = 14

        var localHeader: [UInt8] {
            var bytes: [UInt8] = []
            bytes.append32(0x0403_4B50)
            bytes.append(contentsOf: fields)
            bytes.append(contentsOf: name)
            return bytes
        }
    }

    /// Takes a name for an entry.
    ///
    /// - Precondition: No entry of the same name was there before.
    mutating func claim(_ name: [UInt8]) {
        let isNew = keys.insert(ZipEntry.key(of: ZipEntry.text(of: name))).inserted
        precondition(isNew, "an archive names each entry once")
    }

    /// Adds an entry whose local header stands at an offset.
    mutating func add(_ entry: Entry, at offset: Int, isFirst: Bool = false) {
        var header: [UInt8] = []
        header.append32(0x0201_4B50)
        header.append16(20)
        header.append(contentsOf: entry.fields)
        header.append16(0)
        header.append16(0)
        header.append16(0)
        header.append32(0)
        header.append32(offset)
        header.append(contentsOf: entry.name)
        headers.insert(contentsOf: header, at: isFirst ? 0 : headers.count)
    }

    /// The directory and the end record, to stand at an offset.
    ///
    /// - Throws: `.limit` beyond 4 GiB or 65,534 entries, which would need ZIP64.
    func end(at offset: Int) throws(ZipError) -> [UInt8] {
        guard keys.count < 0xFFFF else { throw .limit(.entries, entry: nil) }
        guard offset + headers.count < 0xFFFF_FFFF else {
            throw .limit(.archiveSize, entry: nil)
        }
        var bytes = headers
        bytes.append32(0x0605_4B50)
        bytes.append32(0)
        bytes.append16(keys.count)
        bytes.append16(keys.count)
        bytes.append32(headers.count)
        bytes.append32(offset)
        bytes.append16(0)
        return bytes
    }
}
