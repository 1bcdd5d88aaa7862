import Campaigns

/// A table by texts: the same key is the same bytes.
///
/// A `String` in a dictionary is looked up by what it canonically means, which has to be worked out each
/// time; and of the tables here thousands of cells a second ask. The number by which a text is found hangs on
/// a secret of the process, so that nobody can write texts that are found slowly.
struct TextTable<Value> {
    // Apart, so that to look at one is not to copy the others.
    private var hashes: [UInt64] = []
    private var texts: [String] = []
    private var values: [Value] = []
    /// Where an entry stands, counted from 1, or 0; a power of two of them, at most half of it taken.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    var count: Int { texts.count }

    subscript(text: String) -> Value? {
        let hash = TextHash.of(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if hashes[place] == hash, texts[place].isSame(as: text) { return values[place] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a text that is not there.
    mutating func add(_ text: String, _ value: Value) {
        if 2 * (count + 1) > slots.count { grow() }
        hashes.append(TextHash.of(text))
        texts.append(text)
        values.append(value)
        place(count)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0..<count { place(number + 1) }
    }

    /// Finds a slot for an entry, counted from 1.
    private mutating func place(_ number: Int) {
        var slot = Int(truncatingIfNeeded: hashes[number - 1]) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number)
    }
}

/// A number made of a text's bytes, eight at a time, by products of 128 bits folded into 64.
private enum TextHash {
    private static let secret: (UInt64, UInt64) = (
        .random(in: .min ... .max) | 1, .random(in: .min ... .max) | 1
    )

    static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            let (first, second) = secret
            var hash = first ^ UInt64(truncatingIfNeeded: bytes.count)
            var rest = UnsafeRawBufferPointer(bytes)
            while rest.count >= 8 {
                hash = folded(hash ^ rest.loadUnaligned(as: UInt64.self), second)
                rest = UnsafeRawBufferPointer(rebasing: rest[8...])
            }
            var word: UInt64 = 0
            for byte in rest { word = word << 8 | UInt64(byte) }
            return folded(hash ^ word, first ^ second)
        }
    }

    private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
