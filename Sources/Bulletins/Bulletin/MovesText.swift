import Assessments
import Campaigns

/// Who rose and who fell most, a sentence a group of the bulletin's text.
struct MovesText {
    let cover: CoverText

    private static let namedAtMost = 3

    var lines: [String] {
        guard let moves = cover.facts.moves else { return [] }
        let settings = cover.vocabulary.campaign.settings
        return cover.assessment.groups.compactMap { group in
            let (rising, falling) = moves.movers(in: group.name, by: settings)
            let phrases = [
                phrase("上升", rising.filter { $0.rank != nil }),
                phrase("下降", falling.filter { $0.rank != nil }),
            ].compactMap(\.self)
            guard !phrases.isEmpty else { return nil }
            return "\(group.name)名次与上月相比，\(phrases.joined(separator: "；"))，原因见“升降原因”表。"
        }
    }

    private func phrase(_ word: String, _ moves: [Move]) -> String? {
        guard !moves.isEmpty else { return nil }
        let shown = moves.prefix(Self.namedAtMost).map { move in
            "\(cover.vocabulary.unit(move.unit))（\(abs(move.rank?.places ?? 0))位）"
        }
        return "\(word)的有\(moves.count)家，较多的是\(shown.joined(separator: "、"))"
    }
}
