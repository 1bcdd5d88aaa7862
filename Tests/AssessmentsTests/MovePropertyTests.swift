import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// What holds of the moves in any county, tried on small random ones in two months.
struct MovePropertyTests {
    private static let seeds = Array(UInt64(1)...12)

    /// A random county, and what a random month made of it.
    private static func months(_ seed: UInt64) throws -> TwoMonths {
        var months = try TwoMonths(CountyPropertyTests.county(seed))
        var dice = Dice(state: seed &+ 7000)
        months.last.expected += months.last.units.map {
            TestCounty.accepted($0.code, form: "ledger")
        }
        months.this.expected = months.last.expected
        months.last.indicators.append(
            TestCounty.indicator(
                "X01", weight: "3", numerator: "SUM(on_time)", denominator: "COUNT(*)",
                form: "submission"))
        months.this.indicators = months.last.indicators
        change(&months.this, &dice)
        if seed % 3 == 0 {
            // Known since: what was published was another month.
            months.this.previous = try TwoMonths.ranks(months.last)
            change(&months.last, &dice)
        }
        if seed % 4 == 0 {
            months.lastAsTold = months.last
            months.last.settings["late_points"] = "1"
            for place in months.last.indicators.indices where Bool.random(using: &dice) {
                months.last.indicators[place].target = ExactDecimal("0.6")
                if seed % 8 == 0 { months.last.indicators[place].weightTownship = ExactDecimal(2) }
            }
            months.this.settings = months.last.settings
            months.this.indicators = months.last.indicators
        }
        return months
    }

    private static func change(
        _ county: inout TestCounty, _ dice: inout Dice
    ) {
        for place in county.rows.indices.reversed() {
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: county.rows.remove(at: place)
            case 1: county.rows[place].unit = county.units.randomElement(using: &dice)?.code ?? ""
            case 2...4:
                county.rows[place].done = .real(Double(Int.random(in: 0...220, using: &dice)) / 10)
            default: break
            }
        }
        for (place, unit) in county.units.enumerated() {
            if Int.random(in: 0..<4, using: &dice) == 0 {
                county.rows.append(
                    .init(
                        code: "N\(place)", unit: unit.code, done: .real(3),
                        due: .real(Double(Int.random(in: 0...9, using: &dice)))))
            }
            switch Int.random(in: 0..<8, using: &dice) {
            case 0: county.misreports.append(TestCounty.record("V\(place)", unit: unit.code))
            case 1:
                county.awards.append(
                    Award(unit: unit.code, points: ExactDecimal(2), basis: "文件"))
            case 2:
                county.deliveries.append(
                    TwoMonths.returned(unit.code, at: county.campaign.due(county.period)))
            default: break
            }
        }
        for place in county.expected.indices {
            let unit = county.expected[place].unit
            let form = county.expected[place].form
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: county.expected[place] = TestCounty.missing(unit, form: form)
            case 1: county.expected[place] = TestCounty.accepted(unit, form: form, lateDays: 2)
            case 2:
                county.expected[place] = TestCounty.missing(unit, form: form)
                county.expected[place].relief = .waived(reason: "洪灾")
            default: break
            }
        }
    }

    private static func splits(_ months: TwoMonths) throws -> [Move] {
        try months.moves().answers.compactMap { _, answer in
            if case .split(let move) = answer { move } else { nil }
        }
    }

    @Test(arguments: seeds) func `printed parts add up to the printed change`(seed: UInt64) throws {
        for move in try Self.splits(Self.months(seed)) {
            #expect(move.parts.map(\.hundredths).reduce(0, +) == move.change)
            let scores = [move.previousScore, move.score].compactMap { text in
                Int(text.filter { $0 != "." })
            }
            #expect(scores.count == 2 && scores[1] - scores[0] == move.change)
        }
    }

    @Test(arguments: seeds)
    func
        `exact parts add up to the change before rounding, and no printed part is off by a hundredth`(
            seed: UInt64
        ) throws
    {
        for move in try Self.splits(Self.months(seed)) {
            let difference = move.parts.map(\.points).sum - Fraction(move.change, 100)
            #expect(-Fraction(1, 100) < difference && difference < Fraction(1, 100))
            for part in move.parts {
                let off = part.points - Fraction(part.hundredths, 100)
                #expect(-Fraction(1, 100) < off && off < Fraction(1, 100), "\(part)")
                #expect(!part.points.isZero || part.places != 0)
            }
        }
    }

    @Test(arguments: seeds) func `places of the parts and of the others add up`(seed: UInt64) throws
    {
        for move in try Self.splits(Self.months(seed)) {
            guard let rank = move.rank else {
                #expect(move.parts.allSatisfy { $0.places == 0 })
                continue
            }
            #expect(move.parts.map(\.places).reduce(0, +) + rank.others == rank.places)
        }
    }

    @Test(arguments: seeds) func `the order of the rows changes nothing`(seed: UInt64) throws {
        let months = try Self.months(seed)
        var shuffled = months
        var dice = Dice(state: seed &+ 9000)
        shuffled.last.rows.shuffle(using: &dice)
        shuffled.this.rows.shuffle(using: &dice)
        shuffled.this.expected.shuffle(using: &dice)
        shuffled.this.previous.shuffle(using: &dice)
        #expect(try Self.splits(shuffled) == Self.splits(months))
    }

    @Test(arguments: seeds) func `the order of the units changes nobody's move`(seed: UInt64) throws
    {
        let months = try Self.months(seed)
        var turned = months
        turned.last.units.reverse()
        turned.this.units.reverse()
        turned.lastAsTold?.units.reverse()
        #expect(
            try Set(Self.splits(turned)) == Set(Self.splits(months)))
    }

    @Test(arguments: seeds) func `a month equal to the last has no parts`(seed: UInt64) throws {
        var county = try CountyPropertyTests.county(seed)
        // The calendar asks for more even where nothing happens.
        for place in county.indicators.indices { county.indicators[place].phase = .monthly }
        for move in try Self.splits(TwoMonths(county)) {
            #expect(move.parts.isEmpty && move.change == 0)
            if let rank = move.rank { #expect(rank.places == 0 && rank.others == 0) }
        }
    }

    @Test func `the random months try every cause`() throws {
        var causes: Set<Move.Heading> = []
        for seed in UInt64(1)...24 {
            for move in try Self.splits(Self.months(seed)) {
                causes.formUnion(move.parts.map(\.cause.heading))
            }
        }
        #expect(causes == Set(Move.Heading.allCases))
    }

    @Test func `the largest remainders get the missing hundredths, ties the earlier`() {
        let third = Fraction(1, 3)
        #expect(Apportionment.hundredths([third, third, third], total: 100) == [34, 33, 33])
        #expect(
            Apportionment.hundredths([Fraction(-1, 3), Fraction(1, 3)], total: 0) == [-33, 33])
        #expect(
            Apportionment.hundredths([Fraction(1, 2), Fraction(-1, 1000)], total: 50) == [50, 0])
        #expect(Apportionment.hundredths([Fraction(1, 100)], total: 2) == [2])
        #expect(Apportionment.hundredths([Fraction(1, 100)], total: 0) == [0])
        #expect(Apportionment.hundredths([], total: 0).isEmpty)
        #expect([0, 5, -5, -120].map(Hundredths.signed) == ["0.00", "+0.05", "-0.05", "-1.20"])
    }
}
