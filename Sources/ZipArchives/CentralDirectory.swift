/// The entries of an archive, checked against one another and against their local headers before
/// anything is inflated (APPNOTE 4.3.12).
struct CentralDirectory {
    private(set) var entries: [ZipEntry] = []
    /// Position in `entries` by key.
    private(set) var positions: [String: Int] = [:]

    init(of source: ByteSource, limits: ZipLimits) throws(ZipError) {
        let end = try EndRecord(in: source)
        guard end.directory.count <= limits.directorySize else {
            throw .limit(.directorySize, entry: nil)
        }
        guard end.entries <= limits.entries else { throw .limit(.entries, entry: nil) }
        let records = source.bytes(at: end.directory.lowerBound, count: end.directory.count)
        guard records.count == end.directory.count else { throw .damagedDirectory }
        var offset = 0
        while offset < records.count {
            let header = try Self.header(in: records, at: &offset, limits: limits)
            let entry = try Self.entry(header, in: source, before: end.directory.lowerBound)
            guard positions.updateValue(entries.count, forKey: entry.key) == nil else {
                throw .duplicateName(entry.name)
            }
            entries.append(entry)
            guard entries.count <= end.entries else { throw .damagedDirectory }
        }
        guard entries.count == end.entries else { throw .damagedDirectory }
        try refuseOverlaps()
    }

    /// What the central directory says of an entry.
    private struct Header {
        var name: [UInt8]
        var text: String
        var key: String
        var flags: Int
        var method: Int
        var checksum: Int
        var sizes: Sizes
        var unicodeName: String?
        var isLink: Bool
    }

    /// Reads one header and moves `offset` behind it.
    private static func header(
        in records: [UInt8], at offset: inout Int, limits: ZipLimits
    ) throws(ZipError) -> Header {
        guard records.number32(at: offset) == 0x0201_4B50,
            let flags = records.number16(at: offset + 8),
            let method = records.number16(at: offset + 10),
            let checksum = records.number32(at: offset + 16),
            let nameLength = records.number16(at: offset + 28),
            let extraLength = records.number16(at: offset + 30),
            let commentLength = records.number16(at: offset + 32),
            let system = records.number16(at: offset + 4),
            let attributes = records.number32(at: offset + 38),
            var sizes = Sizes(in: records, header: offset)
        else { throw .damagedDirectory }
        let name = offset + 46
        let next = name + nameLength + extraLength + commentLength
        guard next <= records.count else { throw .damagedDirectory }
        let nameBytes = Array(records[name..<name + nameLength])
        let unicode = String(validating: nameBytes, as: UTF8.self)
        let text = unicode ?? ZipEntry.latin1(nameBytes)
        // In an old code page a trail byte may look like a letter or a slash and be neither.
        let key = unicode.map(ZipEntry.key) ?? text
        guard nameLength <= limits.nameLength else { throw .limit(.nameLength, entry: nil) }
        guard !ZipEntry.isUnsafe(key) else { throw .unsafeName(text) }
        guard flags & 0x2041 == 0 else { throw .encrypted(text) }
        guard method == 0 || method == 8 else { throw .unsupportedMethod(method, entry: text) }
        let extra = name + nameLength
        guard sizes.widen(from: records, extra: extra..<extra + extraLength) else {
            throw .damagedDirectory
        }
        offset = next
        return Header(
            name: nameBytes, text: text, key: key, flags: flags, method: method,
            checksum: checksum, sizes: sizes,
            unicodeName: UnicodeName.of(nameBytes, in: records[extra..<extra + extraLength]),
            // Made on Unix or macOS: the upper half holds what stat() says of the file.
            isLink: [3, 19].contains(system >> 8) && attributes >> 28 == 0xA)
    }

    /// Finds where the bytes of an entry stand; they must end before the central directory.
    private static func entry(
        _ header: Header, in source: ByteSource, before end: Int
    ) throws(ZipError) -> ZipEntry {
        let start = try dataStart(of: header, in: source)
        guard start <= end, header.sizes.compressed <= end - start else {
            throw .overlap(header.text)
        }
        return ZipEntry(
            name: header.text, key: header.key, nameBytes: header.name,
            flags: UInt16(truncatingIfNeeded: header.flags), method: header.method,
            checksum: UInt32(truncatingIfNeeded: header.checksum),
            compressedSize: header.sizes.compressed, size: header.sizes.inflated,
            dataRange: start..<start + header.sizes.compressed,
            unicodeName: header.unicodeName, isLink: header.isLink)
    }

    /// Behind the local header, whose own sizes and checksum are not believed (APPNOTE 4.3.7).
    private static func dataStart(
        of header: Header, in source: ByteSource
    ) throws(ZipError) -> Int {
        let offset = header.sizes.offset
        guard offset < source.count else { throw .damagedEntry(header.text) }
        let local = source.bytes(at: offset, count: 30 + header.name.count)
        guard local.number32(at: 0) == 0x0403_4B50,
            let localMethod = local.number16(at: 8),
            let nameLength = local.number16(at: 26),
            let extraLength = local.number16(at: 28)
        else { throw .damagedEntry(header.text) }
        guard localMethod == header.method, nameLength == header.name.count,
            local.dropFirst(30).elementsEqual(header.name)
        else { throw .headersDiffer(header.text) }
        return offset + local.count + extraLength
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

/// The name that Info-ZIP and others give in Unicode beside one in an old code page (APPNOTE 4.6.9).
private enum UnicodeName {
    /// Nil where there is none, or it was written for another name than the one that stands there now.
    static func of(_ name: [UInt8], in extra: ArraySlice<UInt8>) -> String? {
        let extra = Array(extra)
        var field = 0
        while field + 4 <= extra.count,
            let identifier = extra.number16(at: field), let length = extra.number16(at: field + 2)
        {
            let value = field + 4
            field = value + length
            guard identifier == 0x7075, length > 5, field <= extra.count else { continue }
            guard extra[value] == 1, let sum = extra.number32(at: value + 1),
                UInt32(truncatingIfNeeded: sum) == checksum(of: name.span)
            else { return nil }
            return String(validating: extra[value + 5..<field], as: UTF8.self)
        }
        return nil
    }
}
