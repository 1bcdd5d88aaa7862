/// A ZIP archive put together field by field, as other people's programs write them: names in any encoding,
/// with and without their flags, and what honest programs never write.
package struct ArchiveDraft {
    /// One entry; all of them are stored, not deflated.
    package struct Entry {
        package var name: [UInt8]
        package var content: [UInt8]
        package var flags: UInt64 = 0
        package var method: UInt64 = 0
        package var extra: [UInt8] = []
        /// 3 in the upper byte is Unix.
        package var madeBy: UInt64 = 20
        package var attributes: UInt64 = 0
        /// Nil where it is the content's own.
        package var checksum: UInt32?

        package init(_ name: [UInt8], _ content: [UInt8]) {
            self.name = name
            self.content = content
        }

        package init(_ name: String, _ content: some Collection<UInt8>) {
            self.init(Array(name.utf8), Array(content))
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// As macOS or Linux write it: UTF-8 that says so.
    package static func utf8(_ files: [(name: String, content: [UInt8])]) -> ArchiveDraft {
        ArchiveDraft(
            files.map {
                var entry = Entry($0.name, $0.content)
                entry.flags = 0x800
                return entry
            })
    }

    /// The whole archive.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let sum = UInt64(entry.checksum ?? Self.checksum(of: entry.content))
            let size = UInt64(entry.content.count)
            var fields = Self.number(entry.flags, 2) + Self.number(entry.method, 2)
            fields += Self.number(0x0021_0000, 4) + Self.number(sum, 4)
            fields += Self.number(size, 4) + Self.number(size, 4)
            fields += Self.number(UInt64(entry.name.count), 2)
            let offset = UInt64(bytes.count)
            bytes += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + fields
            bytes += Self.number(0, 2) + entry.name + entry.content
            directory += Self.number(0x0201_4B50, 4) + Self.number(entry.madeBy, 2)
            directory += Self.number(20, 2) + fields
            directory += Self.number(UInt64(entry.extra.count), 2) + Self.number(0, 6)
            directory += Self.number(entry.attributes, 4) + Self.number(offset, 4)
            directory += entry.name + entry.extra
        }
        let start = UInt64(bytes.count)
        bytes += directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4)
        for _ in 0..<2 { bytes += Self.number(UInt64(entries.count), 2) }
        return bytes + Self.number(UInt64(directory.count), 4) + Self.number(start, 4)
            + Self.number(0, 2)
    }

    /// Info-ZIP's field 0x7075: the name in Unicode beside the one it is about.
    package static func unicodeField(_ name: String, about raw: [UInt8]) -> [UInt8] {
        let value = [1] + number(UInt64(checksum(of: raw)), 4) + Array(name.utf8)
        return number(0x7075, 2) + number(UInt64(value.count), 2) + value
    }

    /// CRC-32, bit by bit.
    package static func checksum(of bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func number(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }
}
