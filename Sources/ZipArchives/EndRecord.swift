import Glibc

/// Where the central directory is: the end record, or its ZIP64 form (APPNOTE 4.3.14 to 4.3.16).
struct EndRecord {
    var entries: Int
    var directory: Range<Int>

    private static let size = 22
    private static let locatorSize = 20
    private static let longestComment = 0xFFFF

    init(in source: ByteSource) throws(ZipError) {
        let start = max(0, source.count - Self.size - Self.longestComment - Self.locatorSize)
        let tail = source.bytes(at: start, count: source.count - start)
        let offset = try Self.offset(in: tail)
        guard let disk = tail.number16(at: offset + 4),
            let directoryDisk = tail.number16(at: offset + 6),
            let entriesOnDisk = tail.number16(at: offset + 8),
            let entries = tail.number16(at: offset + 10),
            let length = tail.number32(at: offset + 12),
            let directory = tail.number32(at: offset + 16)
        else { throw .noDirectory }
        let isSaturated = entries == 0xFFFF || length == 0xFFFF_FFFF || directory == 0xFFFF_FFFF
        let locator = offset - Self.locatorSize
        if isSaturated, tail.number32(at: locator) == 0x0706_4B50 {
            guard let record = tail.number64(at: locator + 8), record < start + locator else {
                throw .damagedDirectory
            }
            try self.init(zip64In: source, at: record)
            return
        }
        guard disk == 0, directoryDisk == 0, entriesOnDisk == entries else {
            throw .ambiguousDirectory
        }
        try self.init(entries: entries, start: directory, length: length, before: start + offset)
    }

    private init(zip64In source: ByteSource, at offset: Int) throws(ZipError) {
        let record = source.bytes(at: offset, count: 56)
        guard record.number32(at: 0) == 0x0606_4B50,
            let disk = record.number32(at: 16),
            let directoryDisk = record.number32(at: 20),
            let entries = record.number64(at: 32),
            let length = record.number64(at: 40),
            let start = record.number64(at: 48)
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
    private static func offset(in tail: [UInt8]) throws(ZipError) -> Int {
        var exact: Int?
        var loose: Int?
        let last = tail.count - size
        var start = max(0, last - longestComment)
        while start <= last, let offset = tail.firstPlace(of: 0x50, in: start...last) {
            start = offset + 1
            guard tail.number32(at: offset) == 0x0605_4B50,
                let comment = tail.number16(at: offset + 20)
            else { continue }
            if comment == tail.count - size - offset {
                guard exact == nil else { throw .ambiguousDirectory }
                exact = offset
            } else if comment < tail.count - size - offset {
                loose = offset
            }
        }
        guard let found = exact ?? loose else { throw .noDirectory }
        return found
    }
}

extension [UInt8] {
    fileprivate func firstPlace(of byte: UInt8, in range: ClosedRange<Int>) -> Int? {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let place = memchr(base + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return UnsafeRawPointer(place) - base
        }
    }
}
