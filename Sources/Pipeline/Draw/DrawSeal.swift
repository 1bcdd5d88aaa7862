import Assessments
import Campaigns
import Findings
import Ledgers

/// What a draw is bound to: 种子.txt, whose SHA-256 is published before the visits, and whose text after
/// them.
///
/// It names the hashes of frame and weights, so that neither can be changed afterwards, and whoever has the
/// weights can check them without their being published.
struct DrawSeal: Hashable {
    var month: Period
    var objects: Int
    var random: Int
    /// Of the bytes of 名册.csv and 权重.csv.
    var frame: String
    var weights: String
    var seed: String

    private static let head = "tongbao-draw-1"

    var text: String {
        """
        \(Self.head)
        month=\(month)
        objects=\(objects)
        random=\(random)
        frame=\(frame)
        weights=\(weights)
        seed=\(seed)

        """
    }

    /// What is published beforehand.
    var hash: String { Ledger.hash(of: Array(text.utf8)) }

    var draw: InspectionDraw { InspectionDraw(seed: seed, objects: objects, random: random) }

    init(
        month: Period, objects: Int, random: Int, frame: [UInt8], weights: [UInt8], seed: String
    ) {
        self.month = month
        self.objects = objects
        self.random = random
        self.frame = Ledger.hash(of: frame)
        self.weights = Ledger.hash(of: weights)
        self.seed = seed
    }

    /// Reads exactly what `text` writes; nil for anything else, whose hash would be another.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 8, lines[0] == Self.head else { return nil }
        let values = lines[1...6].map { $0.split(separator: "=").last.map(String.init) ?? "" }
        guard let month = Period(values[0]), let objects = Int(values[1]),
            let random = Int(values[2])
        else { return nil }
        self.month = month
        self.objects = objects
        self.random = random
        (frame, weights, seed) = (values[3], values[4], values[5])
        guard Array(self.text.utf8) == bytes else { return nil }
    }

    /// 64 hexadecimal digits of the system's randomness, the one place where chance comes in.
    static func freshSeed() -> String {
        var source = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(source.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
