import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// What a year does to a roster and to figures that are out already; each name is the rule.
struct HardCaseTests {
    var office: Office

    init() throws {
        office = try Office()
    }

    /// The county with other units or another roster.
    private func county(units: [Unit] = County.units, roster: [RosterEntry] = County.roster)
        -> Office
    {
        var other = office
        other.campaign = County.campaign(units: units, roster: roster)
        return other
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    // MARK: The roster

    @Test
    func `an entry closed in mid-month is in no denominator of that month, and in those before`()
        throws
    {
        // 四村 ended on 15 June, and was reported for June all the same.
        try office.file(
            "rural", "T2", "2020-06",
            [village("v3", ["days": .integer(20)]), village("v4", ["days": .integer(9)])],
            seen: "2020-07-03")
        let may = try office.facts("2020-05", asOf: "2020-07-06")
        let june = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(try may.views["rural"]?.column("days").keys.sorted() == ["v1", "v2", "v3", "v4"])
        #expect(
            try june.views["rural"]?.column("days") == [
                "v1": .null, "v2": .null, "v3": .integer(20),
            ])
        #expect(may.owed("rural", "T2")?.totalRows == 2)
        #expect(june.owed("rural", "T2")?.totalRows == 1)
    }

    @Test func `an entry that ends with the month's last day is still in its denominators`() throws
    {
        var roster = County.roster
        roster[3].validTo = try day("2020-06-30")
        let facts = try county(roster: roster).facts("2020-06", asOf: "2020-07-06")
        #expect(facts.owed("rural", "T2")?.totalRows == 2)
        #expect(try facts.views["rural"]?.column("reported")["v4"] == .integer(0))
    }

    @Test func `a newcomer of mid-month is asked for from that month's end on`() throws {
        let fifth = RosterEntry(
            code: "v5", name: "五村", sector: "rural", unit: "T1",
            validFrom: try day("2020-06-10"), ordinal: 4)
        let county = county(roster: County.roster + [fifth])
        let may = try county.facts("2020-05", asOf: "2020-07-06")
        let june = try county.facts("2020-06", asOf: "2020-07-06")
        #expect(may.owed("rural", "T1")?.totalRows == 2)
        #expect(june.owed("rural", "T1")?.totalRows == 3)
        #expect(try may.views["rural"]?.column("reported")["v5"] == nil)
        #expect(try june.views["rural"]?.column("reported")["v5"] == .integer(0))
    }

    @Test func `a unit that begins in mid-month owes that month's returns and none before`() throws
    {
        let third = Unit(
            code: "T3", name: "新设镇", shortName: "新设", kind: "township", rankGroup: "乡镇",
            validFrom: try day("2020-06-20"), ordinal: 3)
        let fifth = RosterEntry(
            code: "v5", name: "五村", sector: "rural", unit: "T3",
            validFrom: try day("2020-06-20"), ordinal: 4)
        let county = county(units: County.units + [third], roster: County.roster + [fifth])
        let may = try county.facts("2020-05", asOf: "2020-07-06")
        let june = try county.facts("2020-06", asOf: "2020-07-06")
        #expect(may.expected.filter { $0.unit == "T3" }.isEmpty)
        #expect(june.expected.filter { $0.unit == "T3" }.map(\.form) == ["rural", "ledger"])
        #expect(june.owed("rural", "T3")?.isMissing == true)
    }

    @Test
    func `a unit merged into another owes nothing from that month on, its entries go to the heir`()
        throws
    {
        try office.file(
            "rural", "T2", "2020-05",
            [village("v3", ["cadres": .integer(5), "days": .integer(18)]), village("v4", [:])],
            seen: "2020-06-03")
        var units = County.units
        units[1].validTo = try day("2020-06-20")
        units[1].mergedInto = "T1"
        var roster = County.roster
        for place in roster.indices where roster[place].unit == "T2" { roster[place].unit = "T1" }
        let county = county(units: units, roster: roster)
        try county.file(
            "rural", "T1", "2020-06", [village("v3", ["days": .integer(20)])], seen: "2020-07-03")
        let june = try county.facts("2020-06", asOf: "2020-07-06")
        #expect(june.expected.filter { $0.unit == "T2" }.isEmpty)
        #expect(june.owed("rural", "T1")?.totalRows == 3)
        let view = try #require(june.views["rural"])
        #expect(try view.column("unit")["v3"] == .text("T1"))
        // What the unit that went had reported is carried, and counts in the quarter.
        #expect(try view.column("cadres")["v3"] == .integer(5))
        #expect(try view.column("days_quarter")["v3"] == .integer(38))
        // In May the heir was silent; the row of the one that was merged into it stands.
        let may = try #require(try county.facts("2020-05", asOf: "2020-07-06").views["rural"])
        #expect(try may.column("reported")["v3"] == .integer(1))
        #expect(try may.column("unit")["v3"] == .text("T1"))
    }

    // MARK: The year

    @Test
    func `what is carried goes over silent months and over the new year, sums of the year do not`()
        throws
    {
        try office.file(
            "rural", "T1", "2019-10",
            [village("v1", ["cadres": .integer(4), "pay_due": .real(9), "site": .text("达标")])],
            seen: "2019-11-03")
        try office.file(
            "rural", "T1", "2019-12", [village("v1", ["site": .text("无场所")])], seen: "2020-01-03")
        func value(_ field: String, _ period: String) throws -> SQLValue? {
            try office.column(field, period, asOf: "2020-07-06")["v1"]
        }
        #expect(try value("pay_due", "2019-12") == .real(9))
        #expect(try value("cadres", "2020-03") == .integer(4))
        #expect(try value("site", "2020-03") == .text("无场所"))
        #expect(try value("pay_due", "2020-01") == .null)
        #expect(try value("pay_due", "2020-03") == .null)
    }

    // MARK: What is out already

    @Test
    func `a correction of a month that was issued counts later and leaves what was published`()
        throws
    {
        let (ledger, may) = (office.ledger, month("2020-05"))
        func file(_ period: String, days: Int, cadres: Int?, seen: String) throws {
            var values: [String: FieldValue] = ["days": .integer(days)]
            values["cadres"] = cadres.map { .integer($0) }
            try office.file("rural", "T1", period, [village("v1", values)], seen: seen)
        }
        try file("2020-05", days: 20, cadres: 4, seen: "2020-06-03")
        try ledger.noteRun(asOf: at("2020-06-05T18:00"))
        let ranks = [
            PublishedRank(unit: "T1", group: "乡镇", rank: 1, score: "80.00", weights: "w")
        ]
        try ledger.publish(ranks: ranks, bottom: ["T2"], of: may, at: at("2020-06-06"))
        try file("2020-06", days: 22, cadres: nil, seen: "2020-07-03")
        try file("2020-05", days: 25, cadres: 7, seen: "2020-07-10")

        let then = try office.facts("2020-06", asOf: "2020-07-06")
        let now = try office.facts("2020-06", asOf: "2020-07-12")
        #expect(try then.views["rural"]?.column("days_quarter")["v1"] == .integer(42))
        #expect(try now.views["rural"]?.column("days_quarter")["v1"] == .integer(47))
        #expect(try then.views["rural"]?.column("cadres")["v1"] == .integer(4))
        #expect(try now.views["rural"]?.column("cadres")["v1"] == .integer(7))
        #expect(now.previousRanks == then.previousRanks)
        #expect(now.history.map(\.bottom) == [["T2"]])
        // May itself, as it was told and as it is known: a correction is never late.
        #expect(
            try office.facts("2020-05", asOf: "2020-06-06").views["rural"]?.column("days")["v1"]
                == .integer(20))
        let corrected = try office.facts("2020-05", asOf: "2020-07-12")
        #expect(try corrected.views["rural"]?.column("days")["v1"] == .integer(25))
        #expect(corrected.owed("rural", "T1")?.isLate == false)
    }
}

extension PeriodFacts {
    /// What a unit owed of a form.
    fileprivate func owed(_ form: String, _ unit: String) -> ExpectedReturn? {
        expected.first { $0.form == form && $0.unit == unit }
    }
}
