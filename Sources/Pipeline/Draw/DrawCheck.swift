import Assessments
import Campaigns
import Files
package import Findings
import Ledgers

/// Draws a list again from what was published, and says whether hash and list agree (核验); needs no ledger.
package struct DrawCheck: Codable, Sendable {
    /// The SHA-256 of the seed's file, to be held against what was published beforehand.
    package var hash: String
    package var month: String
    /// Nil where no hash was given.
    package var isHashRight: Bool?
    /// The frame is the one that the seed's file names.
    package var isFrameRight: Bool
    /// Nil where there are no weights: then the random stratum alone can be drawn again.
    package var areWeightsRight: Bool?
    /// Nil where there is no list.
    package var isListRight: Bool?
    /// The codes of the objects, in the order in which they are drawn.
    package var random: [String]
    package var risk: [String]

    /// Everything that could be compared agrees.
    package var isRight: Bool {
        isHashRight != false && isFrameRight && areWeightsRight != false && isListRight != false
    }

    /// Checks a seed's file against a frame; weights and list are looked for beside the seed where they are
    /// not named.
    package init(
        seed: String, frame: String, weights: String?, list: String?, hash published: String?
    ) throws(RunError) {
        let bytes = try DrawFiles.read(seed)
        guard let seal = DrawSeal(bytes) else {
            throw .usage(
                Bilingual(
                    "\(Files.name(of: seed)) 不是抽查的种子文件，或者被改过",
                    "\(Files.name(of: seed)) is no seed of a draw, or was changed"))
        }
        let table = try DrawFiles.read(frame)
        let beside = Files.parent(of: seed) ?? "."
        let weighed = try Self.optional(weights, beside + "/" + DrawFiles.weights)
        let objects = try DrawFrame(table: table, weights: weighed).objects
        hash = seal.hash
        month = seal.month.description
        isHashRight = published.map { $0.lowercased() == seal.hash }
        isFrameRight = Ledger.hash(of: table) == seal.frame
        areWeightsRight = weighed.map { Ledger.hash(of: $0) == seal.weights }
        let picks = seal.draw.picks(weights: objects.map(\.weight))
        random = picks.filter { $0.stratum == .random }.map { objects[$0.place].code }
        risk =
            weighed == nil
            ? [] : picks.filter { $0.stratum != .random }.map { objects[$0.place].code }
        if let rows = try Self.optional(list, beside + "/" + DrawFiles.list) {
            let codes = try DrawFiles.rows(rows, name: DrawFiles.list).map { row in
                row.count > 2 ? row[2] : ""
            }
            // What was published holds the random stratum only.
            isListRight = codes == random + risk || codes == random
        }
    }

    private static func optional(
        _ named: String?, _ beside: String
    ) throws(RunError) -> [UInt8]? {
        if let named { return try DrawFiles.read(named) }
        return Files.exists(beside) ? try DrawFiles.read(beside) : nil
    }

    /// The lines for the terminal.
    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        func verdict(_ isRight: Bool?, _ absent: String) -> String {
            isRight.map { $0 ? say("相符", "agrees") : say("不符", "does not agree") } ?? absent
        }
        return [
            say("\(month) 抽查核验", "draw of \(month)"),
            say("  种子文件的SHA-256  ", "  SHA-256 of the seed's file  ") + hash,
            say("  与事前公布的  ", "  what was published beforehand  ")
                + verdict(
                    isHashRight, say("请自行比对，或用 --hash 写明", "compare it, or give it as --hash")),
            say("  名册  ", "  frame  ") + verdict(isFrameRight, ""),
            say("  权重  ", "  weights  ")
                + verdict(
                    areWeightsRight,
                    say("没有提供，只核随机部分", "not given: the random stratum alone is drawn again")),
            say("  名单  ", "  list  ") + verdict(isListRight, say("没有提供", "not given")),
            say("  随机抽取 \(random.count) 个：", "  random, \(random.count): ")
                + random.joined(separator: " "),
        ]
            + (risk.isEmpty
                ? []
                : [
                    say("  风险抽取 \(risk.count) 个：", "  risk, \(risk.count): ")
                        + risk.joined(separator: " ")
                ])
    }
}
