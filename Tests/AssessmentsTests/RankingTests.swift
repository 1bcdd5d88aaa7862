import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// Ranks, ties, changes, drafts.
struct RankingTests {
    private func county(_ scores: [(String, Double)], _ period: String = "2020-06") throws
        -> TestCounty
    {
        var county = try TestCounty(period)
        county.indicators = [TestCounty.indicator()]
        for (code, score) in scores { county.add(code, done: score) }
        return county
    }

    private func ranks(_ county: TestCounty) throws -> [String] {
        try county.assess().groups.flatMap(\.standings).map { "\($0.unit)\($0.rank ?? 0)" }
    }

    @Test func `ranks go 1, 2, 2, 4, and ties stand in the order of the table`() throws {
        let county = try county([("D", 70), ("C", 80), ("B", 80), ("A", 90)])
        #expect(try ranks(county) == ["A1", "C2", "B2", "D4"])
    }

    @Test func `scores that print alike are tied`() throws {
        let county = try county([("A", 79.996), ("B", 80.004), ("C", 80.005)])
        #expect(try ranks(county) == ["C1", "A2", "B2"])
    }

    @Test func `all tied are all first`() throws {
        let county = try county([("B", 50), ("A", 50), ("C", 50)])
        #expect(try ranks(county) == ["B1", "A1", "C1"])
    }

    @Test func `a group of one is first`() throws {
        var county = try county([("A", 50)])
        county.add("B", done: 10, group: "办事处组")
        let groups = try county.assess().groups
        #expect(groups.map(\.name) == ["乡镇组", "办事处组"])
        #expect(groups.map { $0.standings.map(\.rank) } == [[1], [1]])
    }

    @Test func `groups stand in the order in which the units name them`() throws {
        var county = try county([])
        county.add("A", done: 1, group: "二组")
        county.add("B", done: 1, group: "一组")
        county.add("C", done: 2, group: "二组")
        #expect(try county.assess().groups.map(\.name) == ["二组", "一组"])
        #expect(try ranks(county) == ["C1", "A2", "B1"])
    }

    @Test func `the unranked stand behind in the order of the table`() throws {
        var county = try county([("B", 10), ("A", 90)])
        county.units.insert(TestCounty.township("Z"), at: 0)
        #expect(try ranks(county) == ["A1", "B2", "Z0"])
    }

    private func previous(
        _ unit: String, _ rank: Int?, group: String = "乡镇组", weights: String = "R01=10/10"
    ) -> PublishedRank {
        PublishedRank(unit: unit, group: group, rank: rank, score: nil, weights: weights)
    }

    @Test func `change is the previous rank less the rank`() throws {
        var county = try county([("A", 90), ("B", 80), ("C", 70)])
        county.previous = [previous("A", 3), previous("B", 2), previous("C", 1)]
        let standings = try county.assess().groups[0].standings
        #expect(standings.map(\.change) == [.places(2), .places(0), .places(-2)])
        #expect(standings.map(\.change.text) == ["2", "0", "-2"])
        #expect(standings.map(\.previousRank) == [3, 2, 1])
    }

    @Test func `the first month is new for all`() throws {
        let standing = try county([("A", 90)]).standing("A")
        #expect(standing.change == .new && standing.previousRank == nil)
        #expect(standing.change.text == "新")
    }

    @Test func `who was unranked before is new`() throws {
        var county = try county([("A", 90), ("B", 80)])
        county.previous = [previous("A", nil), previous("B", 1)]
        #expect(try county.standing("A").change == .new)
        #expect(try county.standing("B").change == .places(-1))
    }

    @Test func `who is unranked now has neither a change nor a previous rank`() throws {
        var county = try county([("A", 90)])
        county.previous = [previous("A", 1)]
        county.rows[0].due = .real(0)
        #expect(try county.standing("A").change == .hidden)
        #expect(try county.standing("A").previousRank == nil)
    }

    @Test func `no change is shown where the group or the weights changed`() throws {
        var county = try county([("A", 90), ("B", 80)])
        county.previous = [previous("A", 2, group: "办事处组"), previous("B", 1)]
        #expect(try county.standing("A").change == .hidden)
        #expect(try county.standing("A").previousRank == 2)
        #expect(try county.standing("B").change == .places(-1))
        county.indicators.append(TestCounty.indicator("R02", phase: .annual, weight: "1"))
        #expect(try county.standing("B").change == .hidden)
    }

    @Test func `weights are the campaign's, whatever the order or the season`() throws {
        var county = try county([("A", 90)])
        county.indicators = [
            TestCounty.indicator("R02", phase: .annual, weight: "2.50", department: "0"),
            TestCounty.indicator("R01"),
            TestCounty.indicator("R03", weight: "0", department: "0"),
        ]
        let weights = try county.assess().weights
        #expect(weights == "R01=10/10;R02=2.5/0")
        county.indicators.reverse()
        #expect(try county.assess().weights == weights)
    }

    @Test func `January after December compares like any other month`() throws {
        var county = try county([("A", 90), ("B", 80)], "2021-01")
        county.previous = [previous("A", 2), previous("B", 1)]
        #expect(try county.standing("A").change == .places(1))
    }

    @Test func `before its due time a period is a draft without ranks, changes, talks`() throws {
        var county = try county([("B", 10), ("A", 90)])
        county.previous = [previous("A", 2)]
        county.expected.append(TestCounty.missing("A", form: "ledger"))
        county.settings["talk_indicators"] = "R01"
        let due = Moment(try #require(CivilDate("2020-07-05")), secondOfDay: 17 * 3600)
        county.asOf = Moment(due.date, secondOfDay: due.secondOfDay - 1)
        let draft = try county.assess()
        #expect(draft.isDraft && draft.talks.isEmpty && draft.bottom.isEmpty)
        #expect(draft.groups[0].standings.map(\.unit) == ["B", "A"])
        #expect(draft.groups[0].standings.allSatisfy { $0.rank == nil && $0.change == .hidden })
        #expect(draft.groups[0].standings.map(\.score) == ["10.00", "90.00"])
        county.asOf = due
        let closed = try county.assess()
        #expect(!closed.isDraft && !closed.talks.isEmpty)
        #expect(closed.groups[0].standings.map(\.score) == ["88.00", "10.00"])
    }
}
