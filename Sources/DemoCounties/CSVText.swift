import Glibc

/// Comma-separated text as programs on Windows save it: CRLF, quotes where they are needed.
struct CSVText: Sendable {
    private var text = ""

    mutating func append(_ cells: [String]) {
        text += cells.map(Self.quoted).joined(separator: ",") + "\r\n"
    }

    /// With the mark that tells spreadsheet programs the encoding.
    var utf8: [UInt8] { [0xEF, 0xBB, 0xBF] + Array(text.utf8) }

    /// Little-endian with its mark, as Excel saves “Unicode text”, commas all the same.
    var utf16: [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    /// As a Chinese Excel saves it, without a mark; nil where the system has no such converter.
    var gb18030: [UInt8]? { GB18030.encode(text) }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            return cell
        }
        return "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

/// GB 18030 by the system's own converter.
enum GB18030 {
    /// Nil where the converter is missing or the text cannot be written so.
    static func encode(_ text: String) -> [UInt8]? {
        let converter = iconv_open("GB18030", "UTF-8")
        // The library says failure with the address −1.
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var source = text.utf8.map { CChar(bitPattern: $0) }
        // No character needs more than four bytes, and none is shorter than one in UTF-8.
        var target = [CChar](repeating: 0, count: source.count * 2 + 4)
        let capacity = target.count
        let rest: Int? = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (from, fromLeft) = (source.baseAddress, source.count)
                var (to, toLeft) = (target.baseAddress, capacity)
                return iconv(converter, &from, &fromLeft, &to, &toLeft) == -1 ? nil : toLeft
            }
        }
        return rest.map { target.prefix(capacity - $0).map { UInt8(bitPattern: $0) } }
    }
}
