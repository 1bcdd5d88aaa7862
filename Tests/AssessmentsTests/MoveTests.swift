import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// Why a unit moved: for each kind of part a county in which nothing else changes.
struct MoveTests {
    @Test func `a month equal to the last has no parts`() throws {
        let move = try TwoMonths(done: [("A", 80), ("B", 60)]).move()
        #expect(move.change == 0)
        #expect(move.parts.isEmpty)
        #expect(move.rank == Move.RankMove(previous: 1, now: 1, others: 0))
    }

    @Test func `own work is told by indicator, in the order of the table`() throws {
        var months = try TwoMonths(
            done: [("A", 80)], "2020-05",
            [
                TestCounty.indicator("R02"),
                TestCounty.indicator("R01", numerator: "SUM(due)", denominator: "SUM(due) + 100"),
                TestCounty.indicator("R03", denominator: "100"),
            ])
        months.this.rows[0].done = .real(70)
        // R01 does not read it.
        #expect(try months.parts() == ["R02 指标R02: -3.33", "R03 指标R03: -3.34"])
        #expect(try months.move().change == -667)
    }

    @Test func `standing still against a rising demand costs what the demand costs`() throws {
        // 30% done: k is 0.3/(5/12) = 0.72 in May, 0.3/(6/12) = 0.6 in June.
        var months = try TwoMonths(
            done: [("A", 30)], "2020-05", [TestCounty.indicator(phase: .linear)])
        #expect(try months.parts() == ["R01 指标R01: -12.00"])
        #expect(try months.move().parts.map(\.cause) == [.demand(indicator: "R01")])
        months.this.rows[0].done = .real(36)
        #expect(
            try months.move().parts.map(\.cause)
                == [.demand(indicator: "R01"), .work(indicator: "R01")])
        #expect(try months.parts() == ["R01 指标R01: -12.00", "R01 指标R01: +12.00"])
    }

    @Test func `a due date that comes is the calendar's, not the unit's`() throws {
        let months = try TwoMonths(
            done: [("A", 90)], "2020-05",
            [TestCounty.indicator(phase: .deadline, due: "2020-06-30")])
        // 1 before; 0.6 × 0.9 from the due date on.
        #expect(try months.parts() == ["R01 指标R01: -46.00"])
        #expect(try months.move().parts[0].cause == .demand(indicator: "R01"))
    }

    @Test func `an annual indicator comes with December whole and goes with January whole`() throws
    {
        let indicators = [
            TestCounty.indicator("R01"),
            TestCounty.indicator("R02", phase: .annual, numerator: "40"),
        ]
        let december = try TwoMonths(done: [("A", 80)], "2020-11", indicators)
        #expect(try december.move().parts.map(\.cause) == [.demand(indicator: "R02")])
        #expect(try december.parts() == ["R02 指标R02: -20.00"])
        let january = try TwoMonths(done: [("A", 80)], "2020-12", indicators)
        #expect(try january.parts() == ["R02 指标R02: +20.00"])
    }

    @Test func `over New Year demand and cumulative work start again together`() throws {
        var months = try TwoMonths(
            done: [("A", 90)], "2020-12", [TestCounty.indicator(phase: .linear)])
        months.this.rows[0].done = .real(5)
        // 0.9 in December; 0.05 of 1/12 in January.
        #expect(try months.move().parts.map(\.cause) == [.work(indicator: "R01")])
        #expect(try months.parts() == ["R01 指标R01: -30.00"])
    }

    @Test func `a village that leaves or joins is the roster's`() throws {
        var months = try TwoMonths(done: [("A", 80)])
        months.last.rows.append(
            .init(code: "A2", unit: "A", done: .real(20), due: .real(100)))
        // 100/200 with it, 80/100 without.
        #expect(try months.move().parts.map(\.cause) == [.roster])
        #expect(try months.move().change == 3000)
        swap(&months.last.rows, &months.this.rows)
        #expect(try months.move().parts.map(\.cause) == [.roster])
        #expect(try months.move().change == -3000)
    }

    @Test func `a village that goes to another unit leaves the one and joins the other`() throws {
        var months = try TwoMonths(done: [("A", 80), ("B", 60)])
        months.last.rows.append(
            .init(code: "V", unit: "A", done: .real(20), due: .real(100)))
        months.this.rows.append(
            .init(code: "V", unit: "B", done: .real(20), due: .real(100)))
        #expect(try months.move("A").parts.map(\.cause) == [.roster])
        #expect(try months.move("B").parts.map(\.cause) == [.roster])
    }

    @Test func `work is compared over the villages that both months have`() throws {
        var months = try TwoMonths(done: [("A", 80)])
        months.last.rows.append(.init(code: "L", unit: "A", done: .real(20), due: .real(100)))
        months.this.rows[0].done = .real(90)
        months.this.rows.append(.init(code: "J", unit: "A", done: .real(0), due: .real(100)))
        // 50 → 80 (L leaves) → 90 (work) → 45 (J joins).
        #expect(
            try months.parts()
                == ["entries that came, left or changed hands: -15.00", "R01 指标R01: +10.00"])
    }

    @Test func `late, missing and returned are told apart, silence by its form`() throws {
        var months = try TwoMonths(done: [("A", 80)])
        months.this.expected = [TestCounty.accepted("A", lateDays: 3)]
        #expect(try months.parts() == ["points off for late returns: -1.50"])
        months.this.expected = [TestCounty.missing("A")]
        months.this.rows[0].isReported = false
        #expect(
            try months.parts() == [
                "农村月报: no return this month, counts 0: -80.00",
                "points off for missing returns: -2.00",
            ])
        swap(&months.last, &months.this)
        swap(&months.last.period, &months.this.period)
        #expect(
            try months.parts() == [
                "农村月报: no return last month: +80.00", "points off for missing returns: +2.00",
            ])
        months = try TwoMonths(done: [("A", 80)])
        let due = months.this.campaign.due(months.this.period)
        months.this.deliveries = [TwoMonths.returned("A", at: due)]
        #expect(try months.parts() == ["points off for returns sent back: -0.20"])
    }

    @Test func `a cap holds in the parts as it does in the score`() throws {
        var months = try TwoMonths(done: [("A", 80)])
        months.last.expected = [TestCounty.accepted("A", lateDays: 2)]
        months.this.expected = [TestCounty.accepted("A", lateDays: 99)]
        // One late return never costs more than a missing one.
        #expect(try months.parts() == ["points off for late returns: -1.00"])
        months.this.awards = [
            Award(unit: "A", points: ExactDecimal(9), basis: "〔2020〕1号")
        ]
        #expect(try months.parts().last == "bonus points of the register: +3.00")
    }

    @Test func `a confirmed misreport is told by itself`() throws {
        var months = try TwoMonths(done: [("A", 80)])
        months.this.misreports = [TestCounty.record(unit: "A", result: "不符", verdict: "虚报")]
        #expect(try months.parts() == ["points off for misreports: -5.00"])
    }

    @Test func `an indicator that begins or ceases to count is not called work`() throws {
        var months = try TwoMonths(
            done: [("A", 80)], "2020-05",
            [TestCounty.indicator(), TestCounty.indicator("R02", denominator: "SUM(due) - 100")])
        months.this.rows[0].due = .real(120)
        let causes = try months.move().parts.map(\.cause)
        #expect(causes == [.work(indicator: "R01"), .scope(indicator: "R02", begins: true)])
        swap(&months.last.rows, &months.this.rows)
        #expect(
            try months.move().parts.map(\.cause)
                == [.work(indicator: "R01"), .scope(indicator: "R02", begins: false)])
    }

    @Test func `what the office excused is told as such`() throws {
        var months = try TwoMonths(
            done: [("A", 80)], "2020-05",
            [TestCounty.indicator(), TestCounty.indicator("R02", numerator: "1", form: "ledger")])
        months.this.indicators[1] = TestCounty.indicator(
            "R02", numerator: "1", denominator: "1", form: "submission")
        months.last.indicators = months.this.indicators
        months.last.expected.append(TestCounty.accepted("A", form: "ledger"))
        months.this.expected = [TestCounty.missing("A"), TestCounty.accepted("A", form: "ledger")]
        months.this.expected[0].relief = .waived(reason: "洪灾")
        #expect(try months.move().parts.map(\.cause) == [.relief(form: "rural", isNow: true)])
    }

    @Test func `a changed target is the tables', the rank is still compared`() throws {
        var months = try TwoMonths(done: [("A", 40), ("B", 30)])
        months.lastAsTold = months.last
        months.last.indicators = [TestCounty.indicator(target: "0.5")]
        months.this.indicators = months.last.indicators
        let move = try months.move()
        #expect(move.parts.map(\.cause) == [.tables])
        #expect(move.change == 4000)
        #expect(move.rank?.places == 0)
    }

    @Test func `where the weights changed the score is split and the rank is not`() throws {
        var months = try TwoMonths(
            done: [("A", 40), ("B", 30)], "2020-05",
            [TestCounty.indicator(), TestCounty.indicator("R02", numerator: "100")])
        months.lastAsTold = months.last
        months.last.indicators[1].weightTownship = ExactDecimal(30)
        months.this.indicators = months.last.indicators
        months.this.rows[0].done = .real(50)
        let move = try months.move()
        #expect(move.rank == nil)
        #expect(
            try months.parts() == [
                "weights, targets, formulas or settings: +15.00", "R01 指标R01: +2.50",
            ])
        #expect(move.parts.allSatisfy { $0.places == 0 })
    }

    @Test func `a roster that was written anew is the roster's, the rules' share is the rules'`()
        throws
    {
        var months = try TwoMonths(done: [("A", 40)])
        var told = months.last
        told.rows.append(.init(code: "A2", unit: "A", done: .real(0), due: .real(100)))
        months.lastAsTold = told
        var halfWay = told
        halfWay.indicators = [TestCounty.indicator(target: "0.5")]
        months.lastHalfWay = halfWay
        months.last.indicators = halfWay.indicators
        months.this.indicators = halfWay.indicators
        // 20 as told, 40 by the rules of today, 80 over the roster of today.
        #expect(
            try months.parts() == [
                "weights, targets, formulas or settings: +20.00",
                "entries that came, left or changed hands: +40.00",
            ])
    }

    @Test func `what became known of last month since it was published is a correction`() throws {
        var months = try TwoMonths(done: [("A", 40), ("B", 45)])
        months.this.previous = try TwoMonths.ranks(months.last)
        months.last.rows[0].done = .real(50)
        months.this.rows[0].done = .real(50)
        let move = try months.move()
        #expect(move.parts.map(\.cause) == [.corrections])
        #expect(move.change == 1000)
        #expect(move.parts[0].places == 1)
        #expect(move.rank == Move.RankMove(previous: 2, now: 1, others: 0))
    }

    @Test func `places that others lost are not the unit's own`() throws {
        var months = try TwoMonths(done: [("A", 60), ("B", 80), ("C", 70)])
        months.this.rows[1].done = .real(50)
        let move = try months.move()
        #expect(move.parts.isEmpty)
        #expect(move.rank == Move.RankMove(previous: 3, now: 2, others: 1))
        let fallen = try months.move("B")
        #expect(fallen.parts.map(\.places) == [-2])
        #expect(fallen.rank?.others == 0)
    }

    @Test func `a unit without a score in either month has no split, and it is said why`() throws {
        var months = try TwoMonths(done: [("A", 60), ("B", 80), ("C", 70)])
        months.last.settings["unranked_below"] = "5"
        months.this.settings["unranked_below"] = "5"
        months.last.rows[0].due = .null
        months.this.rows[1].due = .null
        months.this.add("D", done: 50)
        let moves = try months.moves()
        #expect(moves["A"] == .unsplit(.new))
        #expect(moves["B"] == .unsplit(.unranked))
        #expect(moves["D"] == .unsplit(.new))
        #expect(moves["Z"] == nil)
        months.areTablesLost = true
        #expect(try months.moves()["C"] == .unsplit(.tablesLost))
    }

    @Test func `while nothing counts the score stays, so that no part is made up`() throws {
        var months = try TwoMonths(
            done: [("A", 80)], "2020-05",
            [
                TestCounty.indicator("R01", denominator: "SUM(due) - 50"),
                TestCounty.indicator("R02", denominator: "SUM(due) - 100"),
            ])
        months.this.rows[0].due = .real(50)
        months.this.rows[0].done = .real(-25)
        // R01 ceases, then R02 begins with −25/−50.
        #expect(try months.move().parts.map(\.cause) == [.scope(indicator: "R02", begins: true)])
        #expect(try months.move().change == -5000)
    }
}
