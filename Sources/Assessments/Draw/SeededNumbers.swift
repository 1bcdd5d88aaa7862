import Ledgers

/// Whole numbers that follow from a seed alone: SHA-256 in counter mode.
///
/// The i-th number, from 0, is the first 8 bytes, big end first, of the SHA-256 of the ASCII text
/// `<seed>:<stream>:<i>`; the seed is its 64 hexadecimal digits in lower case. A number below a bound
/// takes the remainder and rejects what lies in the last, incomplete round, so that each is as likely as
/// the next.
struct SeededNumbers {
    private let seed: String
    private let stream: String
    private var counter = 0

    init(seed: String, stream: String) {
        self.seed = seed
        self.stream = stream
    }

    private mutating func next() -> UInt64 {
        let digest = Ledger.hash(of: Array("\(seed):\(stream):\(counter)".utf8))
        counter += 1
        // A digest is made of hexadecimal digits.
        return UInt64(digest.prefix(16), radix: 16) ?? 0
    }

    /// A number from 0 up to, and without, a bound above 0.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "there is something to choose from")
        let bound = UInt64(bound)
        // 2^64 mod bound, without 2^64.
        let rest = (UInt64.max % bound + 1) % bound
        while true {
            let number = next()
            if number <= UInt64.max - rest { return Int(number % bound) }
        }
    }
}
