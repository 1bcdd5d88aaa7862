import Assessments
import Campaigns
import Findings

/// Why a unit moved, in a sentence of an official paper.
struct MoveWords {
    let campaign: Campaign
    let move: Move

    /// Indicators that are named one by one.
    private static let namedAtMost = 3

    /// The change, its causes with the largest parts of each, and what the others did to the rank.
    ///
    /// `得83.07分，比上月增5.26分，由第14名升至第10名。本单位工作增2.92分（第一书记到岗率增2.14分；…等），…。`
    var sentence: String {
        let causes = causes
        return headline + (causes.isEmpty ? "" : causes.joined(separator: "，") + "。") + places
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
            switch heading {
            case .misreport: return "认定虚报、瞒报" + Self.deduction(sum)
            case .bonus: return "加分\(sum < 0 ? "少" : "多")\(Hundredths.plain(sum))分"
            case .work, .scope, .demand, .reporting:
                let lead = heading.title.chinese + Self.change(sum)
                return parts.count == 1
                    ? "\(lead)（\(name(of: parts[0]))）" : "\(lead)（\(details(of: parts))）"
            case .roster, .tables, .corrections:
                return heading.title.chinese + Self.change(sum)
            }
        }
    }

    private func name(of part: Move.Part) -> String {
        part.cause.detail(in: campaign, numbered: false).chinese
    }

    private func phrase(_ part: Move.Part) -> String {
        guard case .deduction(let kind) = part.cause else {
            return name(of: part) + Self.change(part.hundredths)
        }
        let word =
            switch kind {
            case .late: "迟报"
            case .missing: "未报"
            case .returned: "退回"
            case .misreport: "虚报瞒报"
            }
        return word + Self.deduction(part.hundredths)
    }

    /// What weighs most among some indicators, both ways.
    private func details(of parts: [Move.Part]) -> String {
        let largest = parts.enumerated().filter { $0.element.hundredths != 0 }
            .sorted {
                let (one, other) = (abs($0.element.hundredths), abs($1.element.hundredths))
                return one != other ? one > other : $0.offset < $1.offset
            }
        let shown = largest.prefix(Self.namedAtMost).map { phrase($0.element) }
        return shown.joined(separator: "；") + (largest.count > shown.count ? "等" : "")
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

    /// Of points taken off: `少扣0.20分`, `多扣2.00分`, `持平`.
    private static func deduction(_ hundredths: Int) -> String {
        guard hundredths != 0 else { return "持平" }
        return (hundredths < 0 ? "多扣" : "少扣") + "\(Hundredths.plain(hundredths))分"
    }

    /// `上升2位`, `下降1位`.
    static func places(_ places: Int) -> String {
        places < 0 ? "下降\(-places)位" : "上升\(places)位"
    }
}
