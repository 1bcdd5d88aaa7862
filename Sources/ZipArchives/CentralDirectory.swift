/// The entries of an archive, checked against one another and against their local headers before
/// anything is inflated (APPNOTE 4.3.12).
struct CentralDirectory {
    private(set) var entries: [ZipEntry] = []
    /// Position in `entries` by key.
    private(set) var positions: [String: Int] = [:]

    init(of bytes: [UInt8], limits: ZipLimits) throws(ZipError) {
        let end = try EndRecord(in: bytes)
        guard end.directory.count <= limits.directorySize else {
            throw .limit(.directorySize, entry: nil)
        }
        guard end.entries <= limits.entries else { throw .limit(.entries, entry: nil) }
        var offset = end.directory.lowerBound
        while offset < end.directory.upperBound {
            let entry = try Self.entry(in: bytes, at: &offset, end: end.directory, limits: limits)
            guard positions.updateValue(entries.count, forKey: entry.key) == nil else {
                throw .duplicateName(entry.name)
            }
            entries.append(entry)
            guard entries.count <= end.entries else { throw .damagedDirectory }
        }
        guard entries.count == end.entries else { throw .damagedDirectory }
        try refuseOverlaps()
    }

    /// Reads one header and moves `offset` behind it.
    private static func entry(
        in bytes: [UInt8], at offset: inout Int, end: Range<Int>, limits: ZipLimits
    ) throws(ZipError) -> ZipEntry {
        guard bytes.number32(at: offset) == 0x0201_4B50,
            let flags = bytes.number16(at: offset + 8),
            let method = bytes.number16(at: offset + 10),
            let checksum = bytes.number32(at: offset + 16),
            let nameLength = bytes.number16(at: offset + 28),
            let extraLength = bytes.number16(at: offset + 30),
            let commentLength = bytes.number16(at: offset + 32),
            var sizes = Sizes(in: bytes, header: offset)
        else { throw .damagedDirectory }
        let name = offset + 46
        let next = name + nameLength + extraLength + commentLength
        guard next <= end.upperBound else { throw .damagedDirectory }
        let nameBytes = Array(bytes[name..<name + nameLength])
        let text = ZipEntry.text(of: nameBytes)
        let key = ZipEntry.key(of: text)
        guard nameLength <= limits.nameLength else { throw .limit(.nameLength, entry: nil) }
        guard !ZipEntry.isUnsafe(key) else { throw .unsafeName(text) }
        guard flags & 0x2041 == 0 else { throw .encrypted(text) }
        guard method == 0 || method == 8 else { throw .unsupportedMethod(method, entry: text) }
        let extra = name + nameLength
        guard sizes.widen(from: bytes, extra: extra..<extra + extraLength) else {
            throw .damagedDirectory
        }
        offset = next
        let start = try dataStart(
            in: bytes, header: sizes.offset, name: nameBytes, method: method, text: text)
        guard start <= end.lowerBound, sizes.compressed <= end.lowerBound - start else {
            throw .overlap(text)
        }
        return ZipEntry(
            name: text, key: key, nameBytes: nameBytes, flags: UInt16(truncatingIfNeeded: flags),
            method: method, checksum: UInt32(truncatingIfNeeded: checksum),
            compressedSize: sizes.compressed, size: sizes.inflated,
            dataRange: start..<start + sizes.compressed)
    }

    /// Behind the local header, whose own sizes and checksum are not believed (APPNOTE 4.3.7).
    private static func dataStart(
        in bytes: [UInt8], header: Int, name: [UInt8], method: Int, text: String
    ) throws(ZipError) -> Int {
        guard bytes.number32(at: header) == 0x0403_4B50,
            let localMethod = bytes.number16(at: header + 8),
            let nameLength = bytes.number16(at: header + 26),
            let extraLength = bytes.number16(at: header + 28)
        else { throw .damagedEntry(text) }
        let start = header + 30 + nameLength
        guard localMethod == method, nameLength == name.count, start <= bytes.count,
            bytes[header + 30..<start].elementsEqual(name)
        else { throw .headersDiffer(text) }
        return start + extraLength
    }

    private func refuseOverlaps() throws(ZipError) {
        let ordered = entries.sorted { $0.dataRange.lowerBound < $1.dataRange.lowerBound }
        for (one, next) in zip(ordered, ordered.dropFirst()) {
            let header = 30 + next.nameBytes.count
            guard one.dataRange.upperBound <= next.dataRange.lowerBound - header else {
                throw .overlap(next.name)
            }
        }
    }
}

/// The three numbers of a header that ZIP64 may move into the extra field (APPNOTE 4.5.3).
private struct Sizes {
    var compressed: Int
    var inflated: Int
    var offset: Int

    init?(in bytes: [UInt8], header: Int) {
        guard let compressed = bytes.number32(at: header + 20),
            let inflated = bytes.number32(at: header + 24),
            let offset = bytes.number32(at: header + 42)
        else { return nil }
        self.compressed = compressed
        self.inflated = inflated
        self.offset = offset
    }

    /// Takes the saturated numbers from the extra field; false where they are not all there.
    mutating func widen(from bytes: [UInt8], extra: Range<Int>) -> Bool {
        guard compressed == 0xFFFF_FFFF || inflated == 0xFFFF_FFFF || offset == 0xFFFF_FFFF else {
            return true
        }
        var field = extra.lowerBound
        while field + 4 <= extra.upperBound,
            let identifier = bytes.number16(at: field), let length = bytes.number16(at: field + 2)
        {
            var value = field + 4
            field = value + length
            guard identifier == 1, field <= extra.upperBound else { continue }
            for path in [\Sizes.inflated, \.compressed, \.offset]
            where self[keyPath: path] == 0xFFFF_FFFF {
                guard value + 8 <= field, let wide = bytes.number64(at: value) else { return false }
                self[keyPath: path] = wide
                value += 8
            }
            return true
        }
        return false
    }
}
