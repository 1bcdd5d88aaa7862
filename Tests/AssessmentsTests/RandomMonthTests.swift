import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// What holds of the shipped formulas whatever is reported, tried on random months; the argument is the
/// seed that repeats a failure.
struct RandomMonthTests {
    private static let seeds = Array(UInt64(1)...20)

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

    @Test(arguments: seeds)
    func `a value that raises a numerator and leaves every denominator never lowers a score`(
        seed: UInt64
    ) throws {
        let month = try RandomMonth(seed: seed)
        let before = try month.assess()
        var dice = Dice(state: seed &+ 2000)
        var (tries, raised) = (0, 0)
        while raised < 3, tries < 60 {
            tries += 1
            var other = month
            let forms = month.rows.keys.filter { month.campaign.form($0)?.sector != nil }.sorted()
            let form = try #require(
                forms.randomElement(using: &dice).flatMap { month.campaign.form($0) })
            let index = try #require(month.rows[form.id]?.indices.randomElement(using: &dice))
            let field = try #require(form.fields.randomElement(using: &dice))
            other.rows[form.id]?[index].values[field.id] = month.random(field, using: &dice)
            let after = try other.assess()
            for (unit, score) in before.hundredths {
                let pairs = zip(before.measures(of: unit), after.measures(of: unit))
                guard pairs.allSatisfy({ $0.denominator == $1.denominator }),
                    pairs.allSatisfy({ ($0.numerator ?? .zero) <= ($1.numerator ?? .zero) })
                else { continue }
                if pairs.contains(where: { $0.numerator != $1.numerator }) { raised += 1 }
                let newScore = try #require(
                    after.hundredths[unit], "\(unit) is no longer ranked")
                #expect(newScore >= score, "\(unit), \(form.id).\(field.id)")
            }
        }
        #expect(raised > 0, "nothing was raised")
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
