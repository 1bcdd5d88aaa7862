package import Campaigns
import Findings

extension MoveAnswer {
    /// Why the unit moved since a period, as a node below its score: headings, then every part.
    package func explanation(since period: Period, in campaign: Campaign) -> Explanation {
        let lead = Bilingual("与\(period.chinese)比", "since \(period)")
        switch self {
        case .unsplit(let obstacle):
            let words = obstacle.words
            return Explanation(
                "\(lead.chinese)：\(words.chinese)", "\(lead.english): \(words.english)")
        case .split(let move):
            return move.explanation(lead, in: campaign)
        }
    }
}

extension Move {
    fileprivate func explanation(_ lead: Bilingual, in campaign: Campaign) -> Explanation {
        let scores = "\(previousScore) → \(score)"
        var line = Bilingual(
            "\(lead.chinese)：得分 \(scores)，\(Hundredths.signed(change))",
            "\(lead.english): score \(scores), \(Hundredths.signed(change))")
        if let rank {
            let places = Self.signed(rank.places)
            line.chinese += "；名次 \(rank.previous) → \(rank.now)，\(places)位"
            line.english += "; rank \(rank.previous) → \(rank.now), places \(places)"
        } else {
            line.chinese += "；分组或权重有变动，名次不比较"
            line.english += "; ranks are not compared: group or weights changed"
        }
        var children = Heading.allCases.compactMap { node(of: $0, in: campaign) }
        if let rank, rank.others != 0 {
            let places = Self.signed(rank.others)
            children.append(
                Explanation("其他单位变动：\(places)位", "other units: places \(places)"))
        }
        return Explanation(line, children: children)
    }

    private func node(of heading: Heading, in campaign: Campaign) -> Explanation? {
        let parts = parts(under: heading)
        guard !parts.isEmpty else { return nil }
        let sum = effect(
            parts.map(\.hundredths).reduce(0, +), parts.map(\.places).reduce(0, +))
        return Explanation(
            Bilingual(
                "\(heading.title.chinese)：\(sum.chinese)",
                "\(heading.title.english): \(sum.english)"),
            children: parts.map { part in
                let (detail, effect) = (
                    part.cause.detail(in: campaign), effect(part.hundredths, part.places)
                )
                return Explanation(
                    "\(detail.chinese)：\(effect.chinese)", "\(detail.english): \(effect.english)")
            })
    }

    /// `+1.20分，+2位`; places where there are any.
    private func effect(_ hundredths: Int, _ places: Int) -> Bilingual {
        let points = Hundredths.signed(hundredths)
        guard places != 0 else { return Bilingual("\(points)分", points) }
        return Bilingual(
            "\(points)分，\(Self.signed(places))位", "\(points), places \(Self.signed(places))")
    }

    private static func signed(_ places: Int) -> String {
        places > 0 ? "+\(places)" : String(places)
    }
}
