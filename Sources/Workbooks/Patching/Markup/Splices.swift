/// Changes of some bytes, collected first and then made in one pass.
struct Splices {
    /// The new bytes of all changes, one behind the other.
    private var pool: [UInt8] = []
    private var edits: [Edit] = []

    private struct Edit {
        var range: Range<Int>
        var new: Range<Int>
        var isRemoval = false
    }

    var isEmpty: Bool { edits.isEmpty }

    /// Puts other bytes in the place of a range; what is inserted at one place keeps its order.
    mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
        let start = pool.count
        pool.append(contentsOf: bytes)
        edits.append(Edit(range: range, new: start..<pool.count))
    }

    /// Takes a range out, and with it all changes that are told of places inside.
    mutating func remove(_ range: Range<Int>) {
        edits.append(Edit(range: range, new: pool.count..<pool.count, isRemoval: true))
    }

    mutating func insert(_ bytes: some Collection<UInt8>, at index: Int) {
        replace(index..<index, with: bytes)
    }

    /// The bytes with all changes made, or with those within a range of it.
    ///
    /// - Throws: `.damaged` where changes overlap, `.limit` beyond so many bytes.
    func applied(
        to source: [UInt8], part: String, atMost limit: Int
    ) throws(WorkbookError) -> [UInt8] {
        let order = edits.indices.sorted { one, other in
            let (left, right) = (edits[one].range, edits[other].range)
            if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
            // What is inserted comes before what is replaced at the same place.
            if left.isEmpty != right.isEmpty { return left.isEmpty }
            // The larger of two removals takes the other in.
            if edits[one].isRemoval, edits[other].isRemoval, left != right {
                return left.upperBound > right.upperBound
            }
            if edits[one].isRemoval != edits[other].isRemoval { return edits[one].isRemoval }
            return one < other
        }
        guard source.count + pool.count <= limit else {
            throw .limit("部件\(part)太大", "the part \(part) is too large")
        }
        var result: [UInt8] = []
        result.reserveCapacity(source.count + pool.count)
        var index = 0
        var removedEnd = 0
        for edit in order.lazy.map({ edits[$0] }) {
            if edit.range.upperBound <= removedEnd, edit.range.lowerBound < removedEnd { continue }
            guard edit.range.lowerBound >= index, edit.range.upperBound <= source.count else {
                throw .damaged(part)
            }
            result.append(contentsOf: source[index..<edit.range.lowerBound])
            result.append(contentsOf: pool[edit.new])
            index = edit.range.upperBound
            if edit.isRemoval { removedEnd = index }
        }
        result.append(contentsOf: source[index...])
        return result
    }
}
