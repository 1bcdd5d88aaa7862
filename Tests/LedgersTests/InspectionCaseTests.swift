import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// Records of inspections beside what the return says, whenever it is asked.
struct InspectionCaseTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func report(_ values: [String: FieldValue], of period: String = "2020-06", seen: String)
        throws
    {
        try office.file("rural", "T1", period, [village("v1", values)], seen: seen)
    }

    private func inspect(_ rows: ReturnRow..., seen: String = "2020-07-01") throws {
        try office.file("inspection", nil, "2020-06", rows, seen: seen)
    }

    private func claim(
        asOf moment: String, of period: String = "2020-06"
    ) throws -> InspectionCase.Claim {
        try #require(office.facts(period, asOf: moment).cases.first?.claim)
    }

    @Test func `a return that comes after the record is compared, and so is its correction`() throws
    {
        try inspect(visit("A1", on: "2020-06-30", observed: "10", verdict: "待认定"))
        #expect(try claim(asOf: "2020-07-01").isReturned == false)
        try report(["days": .integer(21)], seen: "2020-07-03")
        #expect(try claim(asOf: "2020-07-03").value == .integer(21))
        #expect(try claim(asOf: "2020-07-03").isReported)
        try report(["days": .integer(10)], seen: "2020-07-04")
        #expect(try claim(asOf: "2020-07-04").value == .integer(10))
        #expect(try claim(asOf: "2020-07-03").value == .integer(21))
    }

    @Test func `what was carried was not reported`() throws {
        try report(["site": .text("达标"), "days": .integer(3)], of: "2020-04", seen: "2020-05-03")
        try report(["days": .integer(3)], of: "2020-05", seen: "2020-06-03")
        try inspect(visit("A1", on: "2020-06-18", item: "I04", observed: "无场所", verdict: "待认定"))
        let claim = try claim(asOf: "2020-07-01")
        #expect(claim.period == month("2020-05"))
        #expect(claim.isReported)
        #expect(claim.value == nil)
        #expect(
            try office.column("site", "2020-05", asOf: "2020-07-01")["v1"] == .text("达标"))
    }

    @Test func `what was confirmed does not take the place of what was reported`() throws {
        try report(["days": .integer(21)], seen: "2020-07-03")
        try inspect(
            visit("A1", on: "2020-06-30", observed: "10", feedback: "无异议"), seen: "2020-07-04")
        let facts = try office.facts("2020-06", asOf: "2020-07-04")
        #expect(facts.cases.first?.claim?.value == .integer(21))
        let confirmed = try #require(facts.confirmedValues.first)
        #expect(facts.confirmedValues.count == 1)
        #expect(confirmed.subject == "v1")
        #expect(confirmed.field == "days")
        #expect(confirmed.reported == .integer(21))
        #expect(confirmed.confirmed == .integer(10))
        #expect(confirmed.record.visit == "A1")
    }

    @Test func `a verdict before the unit's days are over is early and closes nothing`() throws {
        // Friday; the third working day after it is Wednesday, the 24th.
        try office.file(
            "inspection", nil, "2020-06", [visit("A1", on: "2020-06-19", verdict: "虚报")],
            seen: "2020-06-20")
        let early = try #require(office.facts("2020-06", asOf: "2020-06-23").cases.first)
        #expect(early.answerBy.description == "2020-06-24")
        #expect(early.isEarly && !early.isClosed)
        let late = try #require(office.facts("2020-06", asOf: "2020-06-24").cases.first)
        #expect(late.isClosed && !late.isEarly)
    }

    @Test func `what is still to be decided stays, however old; what was decided goes`() throws {
        try inspect(
            visit("A1", on: "2020-02-18", verdict: "待认定"), visit("A2", on: "2020-02-19"),
            visit("A3", on: "2020-06-18", verdict: "待认定"))
        let cases = try office.facts("2020-06", asOf: "2020-07-01").cases
        #expect(cases.map(\.record.visit) == ["A1", "A3"])
        #expect(try office.facts("2020-05", asOf: "2020-07-01").cases.map(\.record.visit) == ["A1"])
    }

    @Test func `an item that is a clue only claims nothing`() throws {
        try inspect(visit("A1", on: "2020-06-18", item: "I99", verdict: "待认定"))
        let facts = try office.facts("2020-06", asOf: "2020-07-01")
        #expect(facts.cases.count == 1)
        #expect(facts.cases.first?.claim == nil)
    }
}
