/// The shared strings of a workbook as UTF-8 in one piece of memory; a `String` is made only for a
/// text that somebody asks for, and once.
final class SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var made: [String?] = []
    /// The indices of texts of which some is struck out; nearly always none.
    private(set) var struck: Set<Int> = []

    var count: Int { ends.count }

    func append(_ text: some Collection<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// Some of the text with an index is struck out.
    func strike(_ index: Int) { struck.insert(index) }

    /// Nil where there is no such text; empty is a text.
    func byteCount(at index: Int) -> Int? {
        guard index >= 0, index < ends.count else { return nil }
        return ends[index] - (index == 0 ? 0 : ends[index - 1])
    }

    /// The bytes of a text, which must be there.
    func withBytes<Result>(
        at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        let start = index == 0 ? 0 : ends[index - 1]
        return try bytes.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]]))
        }
    }

    /// A text, which must be there.
    func text(at index: Int) -> String {
        if made.isEmpty { made = Array(repeating: nil, count: ends.count) }
        if let text = made[index] { return text }
        let text = withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
        made[index] = text
        return text
    }
}
