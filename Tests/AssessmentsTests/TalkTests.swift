import Assessments
import Campaigns
import Ledgers
import Testing

/// Suggested talks and their reasons.
struct TalkTests {
    /// Units U1, U2, … of one group with the scores given.
    private func county(_ scores: [Double]) throws -> TestCounty {
        var county = try TestCounty()
        county.indicators = [TestCounty.indicator()]
        for (index, score) in scores.enumerated() { county.add("U\(index + 1)", done: score) }
        return county
    }

    private func talks(_ county: TestCounty) throws -> [String] {
        try county.assess().talks.map(\.unit)
    }

    @Test func `the bottom 3 of a group of 8 with a score under 70`() throws {
        let county = try county([90, 69, 60, 95, 70, 71, 50, 99])
        // Bottom three: U7 50, U3 60, U2 69.
        #expect(try talks(county) == ["U2", "U3", "U7"])
        #expect(try county.assess().talks[0].reasons == [.bottomBelow(score: "69.00")])
        #expect(try county.assess().bottom == ["U2", "U3", "U7"])
    }

    @Test func `70 as rounded is not under 70`() throws {
        let county = try county([90, 69.995, 69.994, 95, 80, 81, 75, 99])
        #expect(try talks(county) == ["U3"])
        #expect(try county.assess().bottom == ["U2", "U3", "U7"])
    }

    @Test func `ties across the line are all in the bottom`() throws {
        let county = try county([60, 60, 60, 60, 80, 50, 90, 91])
        #expect(try talks(county) == ["U1", "U2", "U3", "U4", "U6"])
    }

    @Test func `all tied are all in the bottom`() throws {
        let county = try county([60, 60, 60, 60, 60])
        #expect(try talks(county).count == 5)
    }

    @Test func `the bottom 1 of a group of fewer than 8`() throws {
        let county = try county([60, 61, 62, 63, 64, 65, 66])
        #expect(try talks(county) == ["U1"])
    }

    @Test func `a group of fewer than 5 has no bottom`() throws {
        #expect(try talks(county([10, 20, 30, 40])).isEmpty)
        #expect(try talks(county([10, 20, 30, 40, 50])) == ["U1"])
    }

    @Test func `the size counts unranked units, the places only ranked ones`() throws {
        var county = try county([10, 20, 30, 40])
        county.units.append(TestCounty.township("Z"))
        #expect(try talks(county) == ["U1"])
        county.units[4].rankGroup = "办事处组"
        #expect(try talks(county).isEmpty)
    }

    @Test func `two periods running in the bottom, whatever the score`() throws {
        var county = try county([90, 91, 92, 93, 94])
        #expect(try talks(county).isEmpty)
        county.bottoms = [(county.period.previous, ["U1"])]
        #expect(try county.assess().talks.map(\.reasons) == [[.bottomConsecutive(periods: 2)]])
        county.bottoms.append((county.period.previous.previous, ["U1", "U2"]))
        #expect(try county.assess().talks.map(\.reasons) == [[.bottomConsecutive(periods: 3)]])
    }

    @Test func `a period between them breaks the run`() throws {
        var county = try county([90, 91, 92, 93, 94])
        county.bottoms = [(county.period.previous.previous, ["U1"])]
        #expect(try talks(county).isEmpty)
        county.bottoms = [
            (county.period.previous, ["U2"]), (county.period.previous.previous, ["U1"]),
        ]
        #expect(try talks(county).isEmpty)
    }

    @Test func `a run goes on from December to January`() throws {
        var county = try county([90, 91, 92, 93, 94])
        county.period = try #require(Period("2021-01"))
        county.bottoms = [(try #require(Period("2020-12")), ["U1"])]
        #expect(try talks(county) == ["U1"])
    }

    @Test func `talk_consecutive says how many periods`() throws {
        var county = try county([90, 91, 92, 93, 94])
        county.settings["talk_consecutive"] = "3"
        county.bottoms = [(county.period.previous, ["U1"])]
        #expect(try talks(county).isEmpty)
    }

    @Test func `a confirmed misreport, wherever the unit stands`() throws {
        var county = try county([99, 98])
        county.misreports = [TestCounty.record(unit: "U1", verdict: "虚报")]
        #expect(try county.assess().talks.map(\.reasons) == [[.misreport(count: 1)]])
    }

    @Test func `a red talk indicator`() throws {
        var county = try county([99, 60])
        county.settings["talk_indicators"] = "R07; R01"
        #expect(try talks(county) == ["U2"])
        #expect(
            try county.assess().talks[0].reasons == [.redIndicator(id: "R01", title: "指标R01")])
        county.settings["talk_indicators"] = "R02"
        #expect(try talks(county).isEmpty)
    }

    @Test func `a deadline talk indicator counts from its due date on`() throws {
        var county = try county([99, 10])
        county.settings["talk_indicators"] = "R01"
        county.indicators = [TestCounty.indicator(phase: .deadline, due: "2020-07-01")]
        #expect(try talks(county).isEmpty)
        county.indicators = [TestCounty.indicator(phase: .deadline, due: "2020-06-30")]
        #expect(try talks(county) == ["U1", "U2"])
    }

    @Test func `all reasons stand together in their order`() throws {
        var county = try county([10, 91, 92, 93, 94])
        county.settings["talk_indicators"] = "R01"
        county.bottoms = [(county.period.previous, ["U1"])]
        county.misreports = [TestCounty.record(unit: "U1", verdict: "瞒报")]
        #expect(
            try county.assess().talks[0].reasons == [
                .bottomBelow(score: "5.00"), .bottomConsecutive(periods: 2),
                .misreport(count: 1), .redIndicator(id: "R01", title: "指标R01"),
            ])
    }
}
