import Glibc

/// A table by texts: the same key is the same bytes.
///
/// A `String` in a dictionary is looked up by what it canonically means, which has to be worked out each
/// time; and of the tables here thousands of cells a second ask. The number by which a text is found hangs on
/// a secret of the process, so that nobody can write texts that are found slowly.
struct TextTable<Value> {
    private var entries: [(hash: UInt64, text: String, value: Value)] = []
    /// Where an entry stands, counted from 1, or 0; a power of two of them, at most half of it taken.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    var count: Int { entries.count }

    subscript(text: String) -> Value? {
        let hash = TextHash.of(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if entries[place].hash == hash, TextHash.areSame(entries[place].text, text) {
                return entries[place].value
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds a text that is not there.
    mutating func add(_ text: String, _ value: Value) {
        if 2 * (entries.count + 1) > slots.count { grow() }
        let hash = TextHash.of(text)
        entries.append((hash, text, value))
        place(hash, at: entries.count)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (place, entry) in entries.enumerated() { self.place(entry.hash, at: place + 1) }
    }

    private mutating func place(_ hash: UInt64, at number: Int) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
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

    static func areSame(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        var (one, other) = (one, other)
        return one.withUTF8 { one in
            other.withUTF8 { other in
                // Nothing is the same as nothing.
                guard let start = one.baseAddress, let other = other.baseAddress else {
                    return true
                }
                return memcmp(start, other, one.count) == 0
            }
        }
    }

    private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
