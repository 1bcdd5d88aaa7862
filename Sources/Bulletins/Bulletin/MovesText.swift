import Assessments
import Campaigns

/// Who rose and who fell most, a sentence a group of the bulletin's text.
///
/// Ranks are compared with those first told: what a correction of last month has moved is said, and nobody
/// is named for it alone.
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
        let lead = "\(word)的有\(moves.count)家"
        let named = moves.filter { !$0.isByCorrectionAlone }
        guard !named.isEmpty else { return lead }
        return "\(lead)，较多的是"
            + named.prefix(Self.namedAtMost).map(words).joined(separator: "、")
    }

    private func words(_ move: Move) -> String {
        let corrected = move.correctedPlaces
        let part =
            corrected == 0
            ? "" : "，其中上月更正\(corrected > 0 ? "上升" : "下降")\(abs(corrected))位"
        return "\(cover.vocabulary.unit(move.unit))（\(abs(move.rank?.places ?? 0))位\(part)）"
    }
}
