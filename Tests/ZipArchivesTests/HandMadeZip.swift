import ZipArchives

/// Archives with fields that our writer would never write.
enum HandMadeZip {
    static func number(_ value: UInt64, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }

    /// One stored entry "a.txt": a local header without sizes, a descriptor behind the data, every
    /// number of the directory in ZIP64.
    static var zip64WithDescriptor: [UInt8] {
        let name = Array("a.txt".utf8)
        let sum = number(0x3610_A686, bytes: 4)
        let full = number(0xFFFF_FFFF, bytes: 4)
        var bytes = number(0x0403_4B50, bytes: 4) + number(45, bytes: 2) + number(8, bytes: 2)
        bytes += number(0, bytes: 2) + number(0x21_0000, bytes: 4) + number(0, bytes: 12)
        bytes += number(5, bytes: 2) + number(0, bytes: 2) + name + Array("hello".utf8)
        bytes += number(0x0807_4B50, bytes: 4) + sum + number(5, bytes: 8) + number(5, bytes: 8)
        let directory = UInt64(bytes.count)
        bytes += number(0x0201_4B50, bytes: 4) + number(45, bytes: 2) + number(45, bytes: 2)
        bytes += number(8, bytes: 2) + number(0, bytes: 2) + number(0x21_0000, bytes: 4) + sum
        bytes += full + full + number(5, bytes: 2) + number(28, bytes: 2) + number(0, bytes: 10)
        bytes += full + name
        bytes += number(1, bytes: 2) + number(24, bytes: 2)
        bytes += number(5, bytes: 8) + number(5, bytes: 8) + number(0, bytes: 8)
        let end = UInt64(bytes.count)
        bytes += number(0x0606_4B50, bytes: 4) + number(44, bytes: 8) + number(45, bytes: 2)
        bytes += number(45, bytes: 2) + number(0, bytes: 8) + number(1, bytes: 8)
        bytes +=
            number(1, bytes: 8) + number(end - directory, bytes: 8) + number(directory, bytes: 8)
        bytes += number(0x0706_4B50, bytes: 4) + number(0, bytes: 4) + number(end, bytes: 8)
        bytes += number(1, bytes: 4)
        bytes += number(0x0605_4B50, bytes: 4) + number(0, bytes: 4)
        return bytes + number(0xFFFF_FFFF, bytes: 4) + full + full + number(0, bytes: 2)
    }

    /// Two small entries, a stored "one.txt" and a deflated "two.txt".
    static func pair() throws(ZipError) -> [UInt8] {
        var writer = ZipWriter()
        writer.add("one.txt", Array("1".utf8))
        writer.add("two.txt", [UInt8](repeating: 50, count: 100))
        return try writer.finished()
    }
}

extension [UInt8] {
    /// Where some bytes stand first, or last.
    func position(of wanted: [UInt8], last: Bool = false) -> Int? {
        let starts = (0...Swift.max(0, count - wanted.count)).filter {
            self[$0...].starts(with: wanted)
        }
        return last ? starts.last : starts.first
    }
}
