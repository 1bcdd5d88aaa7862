/// Where the central directory is: the end record, or its ZIP64 form (APPNOTE 4.3.14 to 4.3.16).
struct EndRecord {
    var entries: Int
    var directory: Range<Int>

    private static let size = 22

    init(in bytes: [UInt8]) throws(ZipError) {
        let offset = try Self.offset(in: bytes)
        guard let disk = bytes.number16(at: offset + 4),
            let directoryDisk = bytes.number16(at: offset + 6),
            let entriesOnDisk = bytes.number16(at: offset + 8),
            let entries = bytes.number16(at: offset + 10),
            let length = bytes.number32(at: offset + 12),
            let start = bytes.number32(at: offset + 16)
        else { throw .noDirectory }
        let isSaturated = entries == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF
        if isSaturated, bytes.number32(at: offset - 20) == 0x0706_4B50 {
            try self.init(zip64In: bytes, locator: offset - 20)
            return
        }
        guard disk == 0, directoryDisk == 0, entriesOnDisk == entries else {
            throw .ambiguousDirectory
        }
        try self.init(entries: entries, start: start, length: length, before: offset)
    }

    private init(zip64In bytes: [UInt8], locator: Int) throws(ZipError) {
        guard let offset = bytes.number64(at: locator + 8), offset < locator,
            bytes.number32(at: offset) == 0x0606_4B50,
            let disk = bytes.number32(at: offset + 16),
            let directoryDisk = bytes.number32(at: offset + 20),
            let entries = bytes.number64(at: offset + 32),
            let length = bytes.number64(at: offset + 40),
            let start = bytes.number64(at: offset + 48)
        else { throw .damagedDirectory }
        guard disk == 0, directoryDisk == 0 else { throw .ambiguousDirectory }
        try self.init(entries: entries, start: start, length: length, before: offset)
    }

    private init(entries: Int, start: Int, length: Int, before end: Int) throws(ZipError) {
        guard start <= end, length <= end - start else { throw .damagedDirectory }
        self.entries = entries
        directory = start..<start + length
    }

    /// The one signature whose comment ends with the file; failing that, the last one that has
    /// room for its comment (bytes behind it were added on the way).
    private static func offset(in bytes: [UInt8]) throws(ZipError) -> Int {
        var exact: Int?
        var loose: Int?
        var offset = bytes.count - size
        let first = max(0, offset - 0xFFFF)
        while offset >= first {
            if bytes[offset] == 0x50, bytes.number32(at: offset) == 0x0605_4B50,
                let comment = bytes.number16(at: offset + 20)
            {
                if comment == bytes.count - size - offset {
                    guard exact == nil else { throw .ambiguousDirectory }
                    exact = offset
                } else if comment < bytes.count - size - offset, loose == nil {
                    loose = offset
                }
            }
            offset -= 1
        }
        guard let found = exact ?? loose else { throw .noDirectory }
        return found
    }
}
