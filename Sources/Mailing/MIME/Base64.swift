/// Base64 as mail wants it (RFC 2045).
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// On one line, padded.
    static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group = 0
        var count = 0
        for byte in bytes {
            group = group << 8 | Int(byte)
            count += 1
            guard count == 3 else { continue }
            for shift in [18, 12, 6, 0] { result.append(alphabet[group >> shift & 63]) }
            (group, count) = (0, 0)
        }
        if count == 1 {
            result += [alphabet[group >> 2 & 63], alphabet[group << 4 & 63], 61, 61]
        } else if count == 2 {
            result += [
                alphabet[group >> 10 & 63], alphabet[group >> 4 & 63], alphabet[group << 2 & 63],
                61,
            ]
        }
        return result
    }

    /// In lines of 76 characters, each ended with CRLF.
    static func lines(_ bytes: [UInt8]) -> [UInt8] {
        let encoded = encoded(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(encoded.count + encoded.count / 38 + 2)
        var start = 0
        while start < encoded.count {
            let end = min(start + 76, encoded.count)
            result += encoded[start..<end]
            result += [13, 10]
            start = end
        }
        return result
    }
}
