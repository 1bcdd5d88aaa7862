import Assessments
import Campaigns
import Findings

/// Why a unit moved, in a sentence of an official paper.
struct MoveWords {
    let campaign: Campaign
    let move: Move

    /// Indicators that are named one by one.
    private static let namedAtMost = 3

    /// `比上月增3.87分，由第14名升至第10名。本单位工作增4.10分，主要是…；未报扣分减少增2.00分。…`
    var sentence: String {
        let causes = causes
        return headline + (causes.isEmpty ? "" : causes.joined(separator: "；") + "。") + places
    }

    private var headline: String {
        var text = "得\(move.score)分，比上月\(Self.change(move.change))"
        if let rank = move.rank {
            switch rank.places {
            case 0: text += "，仍为第\(rank.now)名"
            case 1...: text += "，由第\(rank.previous)名升至第\(rank.now)名"
            default: text += "，由第\(rank.previous)名降至第\(rank.now)名"
            }
        }
        return text + "。"
    }

    private var causes: [String] {
        Move.Heading.allCases.compactMap { heading in
            let parts = move.parts(under: heading)
            guard parts.contains(where: { $0.hundredths != 0 }) else { return nil }
            let sum = parts.map(\.hundredths).reduce(0, +)
            let lead = heading.title.chinese + (sum == 0 ? "增减相抵" : Self.change(sum))
            switch heading {
            case .work, .scope, .demand:
                let details = details(of: parts)
                return details.isEmpty ? lead : "\(lead)，主要是\(details)"
            case .reporting:
                let words = parts.filter { $0.hundredths != 0 }
                    .map { "\($0.cause.detail(in: campaign).chinese)，\(Self.change($0.hundredths))" }
                return "\(lead)（\(words.joined(separator: "；"))）"
            case .misreport, .bonus, .roster, .tables, .corrections:
                return lead
            }
        }
    }

    /// What weighs most among some indicators, both ways.
    private func details(of parts: [Move.Part]) -> String {
        let largest = parts.enumerated().filter { $0.element.hundredths != 0 }
            .sorted {
                let (one, other) = (abs($0.element.hundredths), abs($1.element.hundredths))
                return one != other ? one > other : $0.offset < $1.offset
            }
        let shown = largest.prefix(Self.namedAtMost).map { _, part in
            part.cause.detail(in: campaign).chinese + Self.change(part.hundredths)
        }
        return shown.joined(separator: "、") + (largest.count > shown.count ? "等" : "")
    }

    /// What it would have been alone, and what the others did.
    private var places: String {
        guard let rank = move.rank, rank.places != 0 || rank.others != 0 else { return "" }
        let own = rank.places - rank.others
        if rank.others == 0 { return "名次变化由自身得分而来。" }
        let others = "其他单位变动使名次\(Self.places(rank.others))"
        return own == 0 ? "\(others)。" : "自身得分变化使名次\(Self.places(own))，\(others)。"
    }

    /// `增1.20分`, `减0.50分`, `持平`.
    static func change(_ hundredths: Int) -> String {
        guard hundredths != 0 else { return "持平" }
        return (hundredths < 0 ? "减" : "增") + "\(Hundredths.plain(hundredths))分"
    }

    /// `上升2位`, `下降1位`.
    static func places(_ places: Int) -> String {
        places < 0 ? "下降\(-places)位" : "上升\(places)位"
    }
}
