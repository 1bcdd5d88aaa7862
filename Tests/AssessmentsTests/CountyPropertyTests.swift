import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// What holds in any county, tried on small random ones; the seed makes every failure repeatable.
struct CountyPropertyTests {
    private static let seeds = Array(UInt64(1)...24)

    static func county(_ seed: UInt64) throws -> TestCounty {
        var dice = Dice(state: seed)
        let month = Int.random(in: 1...12, using: &dice)
        var county = try TestCounty(month < 10 ? "2020-0\(month)" : "2020-\(month)")
        let phases = Indicator.Phase.allCases
        for number in 1...Int.random(in: 2...6, using: &dice) {
            let credits = Indicator.Credit.allCases
            county.indicators.append(
                TestCounty.indicator(
                    "R\(number)", target: ["1", "0.8", "0.5"].randomElement(using: &dice),
                    base: ["0", "0.1"].randomElement(using: &dice) ?? "0",
                    phase: phases.randomElement(using: &dice) ?? .monthly,
                    due: ["2020-05-31", "2020-12-31"].randomElement(using: &dice),
                    credit: credits.randomElement(using: &dice) ?? .unit,
                    weight: "\(Int.random(in: 1...9, using: &dice))",
                    numerator: "COALESCE(SUM(LEAST(done, due)) FILTER (WHERE reported = 1), 0)"))
        }
        let count = Int.random(in: 1...10, using: &dice)
        for number in 1...count {
            let unit = "U\(number)"
            let group = number % 3 == 0 ? "办事处组" : "乡镇组"
            county.units.append(TestCounty.township(unit, group: group))
            let isAccepted = Int.random(in: 0..<5, using: &dice) > 0
            for row in 1...Int.random(in: 1...4, using: &dice) {
                let due = Double(Int.random(in: 0...200, using: &dice)) / 10
                let done = Double(Int.random(in: 0...220, using: &dice)) / 10
                county.rows.append(
                    .init(
                        code: "\(unit)-\(row)", unit: unit,
                        coUnit: Bool.random(using: &dice)
                            ? "U\(Int.random(in: 1...count, using: &dice))" : nil,
                        done: .real(done), due: .real(due), isReported: isAccepted))
            }
            let lateDays = Int.random(in: -3...6, using: &dice)
            county.expected.append(
                isAccepted
                    ? TestCounty.accepted(unit, lateDays: lateDays < 0 ? nil : lateDays)
                    : TestCounty.missing(unit))
        }
        return county
    }

    /// The scores of ranked units in hundredths.
    private func scores(_ county: TestCounty) throws -> [String: Int] {
        let standings = try county.assess().groups.flatMap(\.standings)
        return Dictionary(
            standings.compactMap { standing in cents(standing.score).map { (standing.unit, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A printed score in hundredths.
    private func cents(_ text: String?) -> Int? {
        text.flatMap { Int($0.filter { $0 != "." }) }
    }

    @Test(arguments: seeds) func `shuffling rows and facts changes nothing`(seed: UInt64) throws {
        let county = try Self.county(seed)
        var shuffled = county
        var dice = Dice(state: seed &+ 1000)
        shuffled.rows.shuffle(using: &dice)
        shuffled.expected.shuffle(using: &dice)
        shuffled.misreports.shuffle(using: &dice)
        let (one, other) = (try county.assess(), try shuffled.assess())
        #expect(one.groups == other.groups)
        #expect(one.indicators == other.indicators)
        #expect(one.talks.map(\.reasons) == other.talks.map(\.reasons))
    }

    @Test(arguments: seeds)
    func `raising a numerator never lowers its unit's score`(seed: UInt64) throws {
        let county = try Self.county(seed)
        let scores = try scores(county)
        for index in county.rows.indices {
            var better = county
            better.rows[index].done = .real((county.rows[index].done.number ?? 0) + 3)
            let unit = county.rows[index].unit
            let (before, after) = (scores[unit], try self.scores(better)[unit])
            #expect((before == nil) == (after == nil))
            if let before, let after { #expect(after >= before) }
        }
    }

    @Test(arguments: seeds)
    func `a unit that sends nothing never gains by it`(seed: UInt64) throws {
        let county = try Self.county(seed)
        let scores = try scores(county)
        for (index, expected) in county.expected.enumerated() where expected.isAccepted {
            var silent = county
            silent.expected[index] = TestCounty.missing(expected.unit)
            for row in silent.rows.indices where silent.rows[row].unit == expected.unit {
                silent.rows[row].isReported = false
            }
            let (before, after) = (scores[expected.unit], try self.scores(silent)[expected.unit])
            if let kept = before, let lost = after {
                #expect(lost <= kept, "\(expected.unit)")
            }
        }
    }

    @Test(arguments: seeds) func `equal scores share a rank and ranks skip`(seed: UInt64) throws {
        for group in try Self.county(seed).assess().groups {
            let ranked = group.standings.filter { !$0.isUnranked }
            for standing in ranked {
                let ahead = ranked.count {
                    (cents($0.score) ?? 0) > (cents(standing.score) ?? 0)
                }
                #expect(standing.rank == ahead + 1)
            }
            #expect(ranked.map { $0.rank ?? 0 } == ranked.map { $0.rank ?? 0 }.sorted())
        }
    }

    @Test(arguments: seeds) func `SQL sums equal a plain sum in Swift`(seed: UInt64) throws {
        var county = try Self.county(seed)
        county.indicators = [TestCounty.indicator(credit: .both)]
        let measured = try county.assess().indicators[0].rows
        for unit in county.units {
            let rows = county.rows.filter { $0.unit == unit.code || $0.coUnit == unit.code }
            let tenths = rows.map { Int(($0.done.number ?? 0) * 10 + 0.5) }.reduce(0, +)
            let expected = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
            #expect(measured.first { $0.code == unit.code }?.numerator == expected)
        }
    }
}
