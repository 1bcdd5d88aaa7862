/// The container of old Office files and of encrypted new ones, just complete enough to be known.
enum CompoundFile {
    /// A workbook of the old format (.xls): a container with a stream `Workbook`.
    static var legacyWorkbook: [UInt8] { bytes(streams: ["Workbook"]) }

    /// A workbook with a password: a container with the streams of the encryption.
    static var encryptedWorkbook: [UInt8] {
        bytes(streams: ["EncryptionInfo", "EncryptedPackage"])
    }

    private static let sector = 512
    private static let (free, end, table) = (0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFD)

    /// Header, one sector of the allocation table, one of the directory, then the streams, which hold
    /// nothing but zeros and have the least size that is kept outside the small store.
    private static func bytes(streams: [String]) -> [UInt8] {
        let length = 4096 / sector
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        header += [UInt8](repeating: 0, count: 16)
        header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 6)
        for number in [0, 1, 1, 0, 4096, end, 0, end, 0, 0] { header += four(number) }
        for _ in 1..<109 { header += four(free) }

        var allocation = [table, end]
        var directory = entry("Root Entry", kind: 5, child: 1, start: end, size: 0)
        for (place, name) in streams.enumerated() {
            let start = allocation.count
            for step in 1...length { allocation.append(step == length ? end : start + step) }
            directory += entry(
                name, kind: 2, right: place + 1 < streams.count ? place + 2 : free, start: start,
                size: 4096)
        }
        directory += [UInt8](repeating: 0, count: sector - directory.count)
        allocation += Array(repeating: free, count: sector / 4 - allocation.count)
        return header + allocation.flatMap(four) + directory
            + [UInt8](repeating: 0, count: streams.count * 4096)
    }

    private static func entry(
        _ name: String, kind: UInt8, right: Int = free, child: Int = free, start: Int, size: Int
    ) -> [UInt8] {
        var bytes = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let length = bytes.count + 2
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        bytes += [UInt8(length), 0, kind, 1] + four(free) + four(right) + four(child)
        bytes += [UInt8](repeating: 0, count: 36)
        return bytes + four(start) + four(size) + four(0)
    }

    private static func four(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
