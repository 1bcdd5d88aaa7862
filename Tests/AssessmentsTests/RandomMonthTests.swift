import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// What holds of the shipped formulas whatever is reported, tried on random months; the argument is the
/// seed that repeats a failure.
struct RandomMonthTests {
    private static let seeds = Array(UInt64(1)...12)

    @Test(arguments: seeds) func `the order of rows and files changes nothing`(seed: UInt64) throws
    {
        let month = try RandomMonth(seed: seed)
        var shuffled = month
        var dice = Dice(state: seed &+ 1000)
        for form in month.rows.keys.sorted() { shuffled.rows[form]?.shuffle(using: &dice) }
        shuffled.expected.shuffle(using: &dice)
        shuffled.deliveries.shuffle(using: &dice)
        shuffled.misreports.shuffle(using: &dice)
        shuffled.awards.shuffle(using: &dice)
        let (one, other) = (try month.assess(), try shuffled.assess())
        #expect(one.groups == other.groups)
        #expect(one.indicators == other.indicators)
        #expect(one.talks == other.talks)
    }

    @Test func `a value that raises a numerator and leaves every denominator never lowers a score`()
        throws
    {
        var raised = 0
        for seed in Self.seeds.prefix(10) {
            let month = try RandomMonth(seed: seed)
            let before = try month.assess()
            var dice = Dice(state: seed &+ 2000)
            for _ in 0..<14 {
                let (other, what) = try month.withAnotherValue(using: &dice)
                let after = try other.assess()
                for (unit, score) in before.hundredths {
                    let pairs = zip(before.measures(of: unit), after.measures(of: unit))
                    guard pairs.allSatisfy({ $0.denominator == $1.denominator }),
                        pairs.allSatisfy({ ($0.numerator ?? .zero) <= ($1.numerator ?? .zero) })
                    else { continue }
                    if pairs.contains(where: { $0.numerator != $1.numerator }) { raised += 1 }
                    let newScore = try #require(
                        after.hundredths[unit], "seed \(seed): \(unit) is no longer ranked")
                    #expect(newScore >= score, "seed \(seed): \(unit), \(what)")
                }
            }
        }
        #expect(raised >= 5, "hardly anything was raised: \(raised)")
    }

    @Test(arguments: seeds)
    func `a unit that sends nothing never gains by it, whatever it would have sent`(
        seed: UInt64
    ) throws {
        let month = try RandomMonth(seed: seed)
        let scores = try month.assess().hundredths
        var dice = Dice(state: seed &+ 3000)
        let sent = month.expected.filter { $0.isAccepted && $0.relief == nil }
        for owed in sent.shuffled(using: &dice).prefix(5) {
            var silent = month
            silent.silence(owed.form, owed.unit)
            let (kept, lost) = (scores[owed.unit], try silent.assess().hundredths[owed.unit])
            if let kept, let lost { #expect(lost <= kept, "\(owed.unit) \(owed.form)") }
        }
    }

    @Test(arguments: seeds) func `equal scores share a rank, and the ranks after them skip`(
        seed: UInt64
    ) throws {
        let assessment = try RandomMonth(seed: seed).assess()
        let scores = assessment.hundredths
        for group in assessment.groups {
            let ranked = group.standings.filter { !$0.isUnranked }
            for standing in ranked {
                let ahead = ranked.count { (scores[$0.unit] ?? 0) > (scores[standing.unit] ?? 0) }
                #expect(standing.rank == ahead + 1, "\(standing.unit)")
            }
        }
    }
}

extension RandomMonth {
    /// The same month with one other value in one row, and which field it is of.
    fileprivate func withAnotherValue(
        using dice: inout Dice
    ) throws -> (month: RandomMonth, field: String) {
        let forms = rows.keys.filter { campaign.form($0)?.sector != nil }.sorted()
        let form = try #require(forms.randomElement(using: &dice).flatMap { campaign.form($0) })
        let index = try #require(rows[form.id]?.indices.randomElement(using: &dice))
        let field = try #require(form.fields.randomElement(using: &dice))
        var other = self
        other.rows[form.id]?[index].values[field.id] = random(field, using: &dice)
        return (other, "\(form.id).\(field.id)")
    }
}
