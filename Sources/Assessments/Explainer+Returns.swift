import Campaigns
import Findings
package import Ledgers

extension Explainer {
    /// What a deduction is made of, return by return.
    ///
    /// Misreports are only counted: what was seen on a visit is told elsewhere.
    func grounds(of kind: DeductionItem.Kind, for unit: String) -> [Explanation] {
        let owed = facts.expected.filter { $0.unit == unit }
        switch kind {
        case .late: return owed.filter { $0.isAccepted && $0.isLate }.map(receipt)
        case .missing: return owed.filter(\.isMissing).map(receipt)
        case .returned:
            return facts.deliveries.filter { $0.isReturnedReturn && $0.unit == unit }.map {
                delivery in
                Explanation(
                    "\(delivery.file)，\(delivery.received.short)收到",
                    "\(delivery.file), received \(delivery.received.short)", .returned,
                    [
                        "file": .text(delivery.file),
                        "form": delivery.form.map { .text($0) } ?? .nothing,
                        "received": .text(delivery.received.description),
                    ])
            }
        case .misreport: return []
        }
    }

    /// When a return was due, and when which file of it came: `《农村…》应于7月5日17:00前报…`.
    ///
    /// Judged by the first accepted file. Where the office allowed it something, its reason stands behind.
    package func receipt(of owed: ExpectedReturn) -> Explanation {
        let due = due(of: owed)
        let title = campaign.form(owed.form)?.title ?? owed.form
        let first = facts.deliveries.first {
            $0.form == owed.form && $0.unit == owed.unit && $0.revision == 1
        }
        var words = Bilingual("《\(title)》应于\(due.short)前报", "“\(title)” was due \(due.short)")
        if let first {
            words.chinese += "，\(first.received.short)收到（\(first.file)）"
            words.english += ", received \(first.received.short) (\(first.file))"
        }
        if !owed.isAccepted {
            words.chinese += owed.isExcused ? "，没有报" : "，没有合格的报表"
            words.english += owed.isExcused ? ", none came" : ", none was accepted"
        } else if owed.isLate {
            words.chinese += "，迟报\(owed.lateDays)个工作日"
            words.english += ", late by \(owed.lateDays) working days"
        } else {
            words.chinese += "，按时"
            words.english += ", on time"
        }
        if let relief = owed.relief?.words {
            words.chinese += "（\(relief.chinese)）"
            words.english += " (\(relief.english))"
        }
        return Explanation(
            words, .receipt,
            [
                "form": .text(owed.form), "unit": .text(owed.unit),
                "due": .text(due.description), "accepted": .flag(owed.isAccepted),
                "received": first.map { .text($0.received.description) } ?? .nothing,
                "file": first.map { .text($0.file) } ?? .nothing, "late": .flag(owed.isLate),
                "late_days": owed.isLate ? .count(owed.lateDays) : .nothing,
                "relief": owed.relief.map { .text($0.words.chinese) } ?? .nothing,
            ])
    }

    private func due(of owed: ExpectedReturn) -> Moment {
        if case .extended(let until, _, _) = owed.relief { return until }
        return campaign.due(facts.period)
    }
}
