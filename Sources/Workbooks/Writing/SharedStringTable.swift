/// The texts of a workbook's cells, each once, numbered as they come (ECMA-376 Part 1, 18.4.9).
///
/// The bytes are kept one after another and found by a hash; beyond its bounds the table takes no
/// new texts, and cells hold them themselves then.
struct SharedStringTable: ~Copyable {
    /// How much the table takes, so that memory stays bounded whatever is written.
    struct Bounds: Sendable {
        var strings = 1 << 16
        var bytes = 8 << 20

        /// For what is in memory anyway.
        static let none = Bounds(strings: 0xFFFF_FFFE, bytes: .max)
    }

    private let bounds: Bounds
    private var arena: [UInt8] = []
    /// Where each text ends in the arena.
    private var ends: [Int] = []
    private var hashes: [UInt32] = []
    /// Numbers of texts by hash, `vacant` where there is none; at most half of them are taken.
    private var slots = [UInt32](repeating: Self.vacant, count: 1 << 10)
    private(set) var references = 0

    private static let vacant = UInt32.max

    init(bounds: Bounds) { self.bounds = bounds }

    var isEmpty: Bool { ends.isEmpty }
    var count: Int { ends.count }

    /// The number of a text that a cell can hold; nil where it is new and the table full.
    mutating func index(of text: Span<UInt8>) -> Int? {
        // The seed is the process's own, against crafted collisions; no number depends on it.
        var hasher = Hasher()
        text.withUnsafeBytes { hasher.combine(bytes: $0) }
        let hash = UInt32(truncatingIfNeeded: hasher.finalize())
        var slot = Int(hash) & (slots.count &- 1)
        while slots[slot] != Self.vacant {
            let index = Int(slots[slot])
            if hashes[index] == hash, isEqual(text, index) {
                references &+= 1
                return index
            }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        guard ends.count < bounds.strings, text.count <= bounds.bytes - arena.count else {
            return nil
        }
        references &+= 1
        slots[slot] = UInt32(ends.count)
        hashes.append(hash)
        text.withUnsafeBufferPointer { arena.append(contentsOf: $0) }
        ends.append(arena.count)
        if ends.count * 2 > slots.count { widen() }
        return ends.count - 1
    }

    /// Writes the shared strings part by way of a buffer, which is empty before and behind.
    func write(
        by buffer: inout ByteBuffer, into package: inout PackageStream
    ) throws(WorkbookError) {
        var head = XMLText()
        head.open(
            "sst",
            [
                "xmlns": OfficeNames.spreadsheet, "count": "\(references)",
                "uniqueCount": "\(ends.count)",
            ])
        buffer.append(head.bytes.span)
        var start = 0
        for end in ends {
            let text = arena.span.extracting(start..<end)
            buffer.append(
                CellText.needsPreserving(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>")
            CellText.write(text, to: &buffer)
            buffer.append("</t></si>")
            start = end
            try buffer.drainIfFull(into: &package)
        }
        buffer.append("</sst>")
        try buffer.drain(into: &package)
    }

    private func isEqual(_ text: Span<UInt8>, _ index: Int) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == text.count else { return false }
        for offset in text.indices where arena[start &+ offset] != text[offset] { return false }
        return true
    }

    private mutating func widen() {
        slots = [UInt32](repeating: Self.vacant, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != Self.vacant { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index)
        }
    }
}
