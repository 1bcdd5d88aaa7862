import ZipArchives

/// What stands between the fields of a text file.
struct Delimiter: Equatable {
    let bytes: [UInt8]
    /// The first of its bytes and how many they are, at hand for the scanner.
    let first: UInt8
    let count: Int

    init(_ character: Character) {
        bytes = Array(character.utf8)
        first = bytes.first ?? 0
        count = bytes.count
    }

    /// In the order in which they are preferred where nothing else decides.
    static let candidates = ([",", ";", "\t", "，", "|"] as [Character]).map(Delimiter.init)

    /// As `Workbook.Format` says it, which has one byte: a full-width comma counts as a comma.
    var name: UInt8 { count == 1 ? first : UInt8(ascii: ",") }
}

/// The first bytes of a text, decoded; enough to guess by.
struct TextBeginning {
    var bytes: [UInt8]
    /// There is no more of the text.
    var isWhole: Bool

    /// At most so many bytes of the source.
    private static var length: Int { 128 << 10 }

    init(_ source: ByteSource, _ decision: EncodingDecision) throws(WorkbookError) {
        var stream = DecodedStream(
            source, decision.encoding, from: decision.start, piece: Self.length)
        let window = ByteWindow(capacity: stream.room)
        let count = try stream.fill(window, at: 0)
        bytes = Array(UnsafeBufferPointer(start: window.base, count: count))
        isWhole = stream.position >= source.count
    }
}

/// Which delimiter makes a table of a text, by its first fifty records.
struct DelimiterGuess {
    /// The candidate that gives most of the records the same number of fields; among equals the one
    /// that gives more fields.
    private(set) var delimiter: Delimiter
    /// The number of fields that more than half of the records have; without one no number is too
    /// many.
    private(set) var usualFields = Int.max

    init(_ beginning: TextBeginning) throws(WorkbookError) {
        delimiter = Delimiter.candidates[0]
        var best = Score()
        for candidate in Delimiter.candidates {
            let score = try Score(beginning, candidate)
            guard (score.agreeing, score.fields) > (best.agreeing, best.fields) else { continue }
            (best, delimiter) = (score, candidate)
        }
        if best.agreeing * 2 > best.records { usualFields = best.fields }
    }

    private struct Score {
        var records = 0
        /// The number of fields that most of those have that are parted at all.
        var fields = 1
        /// How many have so many.
        var agreeing = 0

        init() {}

        init(_ beginning: TextBeginning, _ delimiter: Delimiter) throws(WorkbookError) {
            var scanner = DelimitedScanner(beginning, delimiter)
            var counts: [Int: Int] = [:]
            while records < 50, let record = try scanner.next({ _, _ in }) {
                guard record.fields > 1 || record.lastFilled > 0 else { continue }
                records += 1
                if record.fields > 1 { counts[record.fields, default: 0] += 1 }
            }
            let common = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
            if let common { (agreeing, fields) = (common.value, common.key) }
        }
    }
}
