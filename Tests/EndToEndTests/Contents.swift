import Foundation
import ZipArchives

/// All that a file holds, containers opened.
enum Contents {
    /// Whether a text stands anywhere in a file: in its bytes, in the parts of a workbook, in what a
    /// mail encloses and in the parts of that.
    static func of(_ bytes: Data, path: String, hold text: String) throws -> Bool {
        let wanted = Data(text.utf8)
        return try layers(of: bytes, isMail: path.hasSuffix(".eml"))
            .contains { $0.range(of: wanted) != nil }
    }

    private static func layers(of bytes: Data, isMail: Bool) throws -> [Data] {
        if bytes.starts(with: [0x50, 0x4B]) {
            var archive = try ZipArchive(Array(bytes))
            return try [bytes] + archive.entries.map { Data(try archive.bytes(of: $0)) }
        }
        guard isMail else { return [bytes] }
        return try [bytes]
            + blocks(of: bytes).flatMap { block in
                guard let decoded = Data(base64Encoded: block, options: .ignoreUnknownCharacters)
                else {
                    return [Data]()
                }
                return try layers(of: decoded, isMail: false)
            }
    }

    /// What stands between empty lines: heads, and bodies in base64 up to their boundary.
    private static func blocks(of mail: Data) -> [Data] {
        var blocks: [Data] = []
        var start = mail.startIndex
        while let end = mail.range(of: Data("\r\n\r\n".utf8), in: start..<mail.endIndex) {
            blocks.append(mail[start..<end.lowerBound])
            start = end.upperBound
        }
        return (blocks + [mail[start...]]).map { block in
            block.range(of: Data("\r\n--".utf8)).map { Data(block[..<$0.lowerBound]) }
                ?? Data(block)
        }
    }
}
