/// What stands between the fields of a text file.
struct Delimiter {
    let bytes: [UInt8]

    /// In the order in which they are preferred where nothing else decides.
    static let candidates = [",", ";", "\t", "，", "|"].map { Delimiter(bytes: Array($0.utf8)) }

    /// As `Workbook.Format` says it, which has one byte: a full-width comma counts as a comma.
    var name: UInt8 { bytes.count == 1 ? bytes[0] : UInt8(ascii: ",") }

    /// The candidate that gives most of the first fifty records the same number of fields; among
    /// equals the one that gives more fields.
    static func guessed(for text: [UInt8]) -> Delimiter {
        var best = candidates[0]
        var bestScore = (records: 0, fields: 1)
        for candidate in candidates {
            let score = candidate.score(for: text)
            if score > bestScore { (best, bestScore) = (candidate, score) }
        }
        return best
    }

    private func score(for text: [UInt8]) -> (records: Int, fields: Int) {
        var parser = DelimitedParser(text, delimiter: bytes)
        var counts: [Int: Int] = [:]
        var seen = 0
        while seen < 50, let record = parser.next() {
            guard !record.isBlank else { continue }
            seen += 1
            if record.fields.count > 1 { counts[record.fields.count, default: 0] += 1 }
        }
        let common = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return common.map { ($0.value, $0.key) } ?? (0, 1)
    }
}
