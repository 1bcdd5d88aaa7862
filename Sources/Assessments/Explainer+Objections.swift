import Campaigns
import Findings
import Ledgers

extension Explainer {
    /// The unit's objections to an indicator.
    func objectionNodes(of unit: String, about indicator: String) -> [Explanation] {
        facts.objections.filter { $0.unit == unit && $0.about == indicator }.map(Self.node)
    }

    /// Its objections to what has no node of its own: findings, and indicators that do not apply.
    func otherObjectionNodes(of unit: String) -> [Explanation] {
        let shown = Set(figures.filter { $0.units[unit]?.k != nil }.map(\.indicator.id))
        return facts.objections.filter { $0.unit == unit && !shown.contains($0.about) }
            .map(Self.node)
    }

    private static func node(_ objection: Objection) -> Explanation {
        let words = objection.words
        return Explanation(
            "异议（第\(objection.number)号）\(words.chinese)",
            "objection (no. \(objection.number)) \(words.english)")
    }
}
