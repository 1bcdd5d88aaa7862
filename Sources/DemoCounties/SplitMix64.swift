/// The generator behind everything invented: splitmix64, the same numbers for the same seed for ever.
///
/// The standard library's generators and its ways to draw from them may change between versions; the
/// shipped county must not, so the draws are our own as well.
struct SplitMix64: Sendable {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    /// A stream of its own for one purpose, so that no draw depends on how many were made elsewhere.
    init(_ seed: UInt64, _ purpose: String...) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in purpose {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        state = seed ^ hash
        // Neighbouring seeds and keys are torn apart before the first draw.
        state = next() ^ hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of a range, all equally likely (but for a bias far below what can be seen).
    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// A fraction from 0 up to but not including 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with a probability.
    mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    /// One of some values; the list is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element {
        precondition(!list.isEmpty, "something to pick from")
        return list[integer(0...(list.count - 1))]
    }

    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for place in list.indices.dropFirst().reversed() {
            list.swapAt(place, integer(0...place))
        }
        return list
    }
}
