import Assessments
import Campaigns
import Findings
import Formulas
import Ledgers
import Testing

/// The draw of inspections: what follows from a seed, and what speaks for an object.
struct DrawTests {
    /// The SHA-256 of “tongbao”.
    private static let seed = "0b9b1882a89245fa7d5110bf55bd675a4155d48e392523dc177bdaa47fc4c0b1"
    private static let weights = [0, 3, 0, 1, 0, 0, 7, 0, 2, 0, 0, 5]

    private func draw(_ objects: Int, random: Int, seed: String = Self.seed) -> InspectionDraw {
        InspectionDraw(seed: seed, objects: objects, random: random)
    }

    private func seeds(_ count: Int) -> [String] {
        (0..<count).map { Ledger.hash(of: Array("seed \($0)".utf8)) }
    }

    /// As the program that is published beside a seed printed it, which is written in Python.
    @Test func `the same seed and weights give the list that another program draws`() {
        let picks = draw(9, random: 3).picks(weights: Self.weights)
        #expect(picks.map(\.place) == [10, 0, 7, 1, 6, 11, 8, 3, 4])
        #expect(
            picks.map(\.stratum)
                == [.random, .random, .random, .risk, .risk, .risk, .risk, .risk, .filling])
    }

    @Test func `nothing is drawn twice, and never more than there is`() {
        for seed in seeds(50) {
            let picks = draw(40, random: 5, seed: seed).picks(weights: Self.weights)
            #expect(picks.map(\.place).sorted() == Array(Self.weights.indices))
        }
        #expect(draw(3, random: 1).picks(weights: []).isEmpty)
        #expect(draw(2, random: 5).picks(weights: Self.weights).count == 2)
    }

    @Test func `the random stratum does not look at the weights`() {
        for seed in seeds(20) {
            let draw = draw(6, random: 4, seed: seed)
            let one = draw.picks(weights: Self.weights).prefix(4)
            let other = draw.picks(weights: Self.weights.reversed()).prefix(4)
            #expect(one == other)
        }
    }

    @Test func `an object without a weight is in the risk stratum only once no other is left`() {
        for seed in seeds(50) {
            for pick in draw(5, random: 0, seed: seed).picks(weights: Self.weights) {
                #expect(pick.stratum == .risk && Self.weights[pick.place] > 0)
            }
        }
    }

    @Test func `each object is as likely as its share`() {
        // 600 draws of one object: by chance 100 each of six, and by weight 1 to 5.
        var (uniform, weighed) = ([0, 0, 0, 0, 0, 0], [0, 0])
        for seed in seeds(600) {
            for pick in draw(1, random: 1, seed: seed).picks(weights: [9, 0, 0, 0, 0, 0]) {
                uniform[pick.place] += 1
            }
            for pick in draw(1, random: 0, seed: seed).picks(weights: [1, 5]) {
                weighed[pick.place] += 1
            }
        }
        // Five standard deviations; the seeds are fixed, so that this never changes.
        #expect(uniform.allSatisfy { abs($0 - 100) < 46 })
        #expect(abs(weighed[0] - 100) < 46)
    }

    // MARK: Frame

    private func county() throws -> TestCounty {
        var county = try TestCounty()
        county.units = [TestCounty.township("A"), TestCounty.township("B")]
        county.roster = [("A1", "A"), ("A2", "A"), ("B1", "B")].map { code, unit in
            RosterEntry(code: code, name: code + "村", sector: "rural", unit: unit)
        }
        return county
    }

    private func weights(_ county: TestCounty) throws -> [Int] {
        try DrawFrame(of: county.period, facts: county.facts, campaign: county.campaign)
            .objects.map(\.weight)
    }

    private func delivery(
        _ unit: String, _ subjects: [String?], isStanding: Bool = true, severity: Severity
    ) throws -> Delivery {
        var delivery = Delivery(
            form: "rural", unit: unit, period: Period("2020-06"), file: "x.xlsx",
            sheet: nil, received: Moment(try #require(Period("2020-07")).firstDay, secondOfDay: 0),
            status: .accepted, isLate: false, lateDays: 0, revision: 1, rows: 1,
            findings: subjects.map { code in
                Finding(
                    code: "V49", severity: severity, at: Place(file: "x.xlsx"),
                    subject: code.map { .init(code: $0, name: $0) }, message: Bilingual("", ""))
            })
        delivery.isStanding = isStanding
        return delivery
    }

    @Test func `suspicions weigh on their object, those of a whole sheet on all of its objects`()
        throws
    {
        var county = try county()
        county.deliveries = [try delivery("A", ["A2", nil], severity: .suspicion)]
        #expect(try weights(county) == [1, 2, 0])
        // A return that does not stand, and what is no suspicion, say nothing.
        county.deliveries = [
            try delivery("A", ["A1"], isStanding: false, severity: .suspicion),
            try delivery("B", ["B1"], severity: .query),
        ]
        #expect(try weights(county) == [0, 0, 0])
    }

    @Test func `mismatches weigh on the object, confirmed misreports on all of its unit`() throws {
        var county = try county()
        county.inspections = [
            TestCounty.record("AF1", unit: "A", result: "不符", verdict: "虚报"),
            TestCounty.record("AF2", unit: "B", result: "相符"),
        ]
        // A1 2 + 3, A2 3.
        #expect(try weights(county) == [5, 3, 0])
        county.settings["draw_misreport"] = "0"
        county.settings["draw_mismatch"] = "10"
        #expect(try weights(county) == [10, 0, 0])
    }

    @Test
    func `only entries valid at the month's end are objects, of the sector that is asked for`()
        throws
    {
        var county = try county()
        county.roster[0].validTo = county.period.firstDay
        county.roster[2].sector = "community"
        func codes(_ sector: String?) throws -> [String] {
            try DrawFrame(
                of: county.period, sector: sector, facts: county.facts,
                campaign: county.campaign
            ).objects.map(\.code)
        }
        #expect(try codes(nil) == ["A2", "B1"])
        #expect(try codes("rural") == ["A2"])
    }

    @Test func `the random stratum is never below its share`() {
        func random(_ objects: Int, _ share: String) -> Int {
            DrawFrame.random(
                of: objects, settings: Settings(texts: ["inspection_share_min": share]))
        }
        #expect(random(20, "0.1") == 2)
        #expect(random(21, "0.1") == 3)
        #expect(random(7, "0.3") == 3)
        #expect(random(5, "0") == 0)
        #expect(random(5, "2") == 5)
        #expect(random(30, "10%") == 3)
    }
}
