import Campaigns
import Ledgers

/// The parts of one unit's year, exactly, or why they are open.
struct YearParts {
    let unit: String
    let record: YearRecord
    /// Attainment in December by unit; nil before December was published.
    let yearEnd: [String: Fraction]?
    /// Of the campaign's tables as they are now.
    let weights: String
    /// What an answer on the ballot is worth, by its field.
    let values: [Settings.Step]

    struct Figure {
        var value: Fraction?
        var open: YearScorecard.Reason?
        var count: String?
    }

    func figure(of part: YearPart) -> Figure {
        switch part {
        case .months: months
        case .yearEnd: attainment
        case .review: review
        }
    }

    private var months: Figure {
        let scores = record.months.map { $0.figure(of: unit) }.compactMap {
            Fraction(printed: $0.score)
        }
        return Figure(
            value: scores.mean, open: scores.isEmpty ? .neverRanked : nil,
            count: String(scores.count))
    }

    /// Of December's tables: where the weights are others now, today's tables cannot say what was attained.
    private var attainment: Figure {
        guard let yearEnd, let december = record.months.last(where: { $0.period.month == 12 })
        else { return Figure(open: .notPublished) }
        if december.lastRanks.contains(where: { $0.weights != weights }) {
            return Figure(open: .weightsChanged)
        }
        guard let value = yearEnd[unit] else { return Figure(open: .unranked) }
        return Figure(value: value)
    }

    private var review: Figure {
        let reviews = record.reviews.filter { $0.unit == unit }
        guard let review = reviews.first else { return Figure(open: .notReviewed) }
        guard reviews.count == 1 else { return Figure(open: .reviewedTwice) }
        var (sum, count) = (Fraction.zero, Fraction.zero)
        for votes in review.votes {
            guard let value = values.first(where: { $0.name == votes.field })?.value else {
                return Figure(open: .noValue)
            }
            sum += Fraction(votes.count) * Fraction(value)
            count += Fraction(votes.count)
        }
        guard count > 0 else { return Figure(open: .noVotes) }
        return Figure(value: sum / count, count: count.shortText(places: 6))
    }
}
