import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

struct ViewTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    @Test func `A view has a row for every entry of the roster, reported or not`() throws {
        try office.file(
            "rural", "T1", "2020-06",
            [
                village("v2", ["cadres": .integer(6)]),
                village("v1", ["cadres": .integer(5), "pay_paid": .real(1.5)]),
            ], seen: "2020-07-03")
        let view = try office.ledger.view(
            of: County.rural, in: month("2020-06"), of: office.campaign, asOf: at("2020-07-03"),
            for: .assessment)
        #expect(view.name == "rural")
        #expect(
            view.columns.map(\.name) == [
                "code", "name", "unit", "co_unit", "roster_fs", "unit_has_dangzu", "unit_code",
                "unit_name", "cadres", "pay_due", "days", "pay_paid", "site", "reported",
                "cadres_quarter", "days_quarter",
            ])
        #expect(
            view.rows == [
                [
                    .text("v1"), .text("一村"), .text("T1"), .text("D1"), .text("是"), .text("是"),
                    .null, .null, .integer(5), .null, .null, .real(1.5), .null, .integer(1),
                    .integer(5), .null,
                ],
                [
                    .text("v2"), .text("二村"), .text("T1"), .null, .null, .text("是"), .null, .null,
                    .integer(6), .null, .null, .null, .null, .integer(1), .integer(6), .null,
                ],
                [
                    .text("v3"), .text("三村"), .text("T2"), .null, .null, .null, .null, .null,
                    .null, .null, .null, .null, .null, .integer(0), .null, .null,
                ],
            ])
    }
}

/// Which value stands in a view: accepted, carried, summed, moved with the roster.
struct ViewValueTests {
    var office: Office

    init() throws {
        office = try Office()
    }

    private func t1(
        _ period: String, _ values: [String: FieldValue], seen: String? = nil
    ) throws {
        let seen = seen ?? "\(month(period).next)-03"
        try office.file("rural", "T1", period, [village("v1", values)], seen: seen)
    }

    @Test func `A field that carries has the latest earlier accepted value`() throws {
        try t1("2020-03", ["cadres": .integer(3), "days": .integer(20), "site": .text("达标")])
        try t1("2020-04", ["cadres": .integer(4)])
        let view = try office.column("cadres", "2020-06", asOf: "2020-07-06")
        #expect(view == ["v1": .integer(4), "v2": .null, "v3": .null])
        #expect(try office.column("site", "2020-06", asOf: "2020-07-06")["v1"] == .text("达标"))
        #expect(try office.column("days", "2020-06", asOf: "2020-07-06")["v1"] == .null)
        #expect(try office.column("reported", "2020-06", asOf: "2020-07-06")["v1"] == .integer(0))
        // The gap in a row that was reported is filled as well.
        try t1("2020-07", ["days": .integer(21)])
        #expect(try office.column("cadres", "2020-07", asOf: "2020-08-06")["v1"] == .integer(4))
        #expect(try office.column("reported", "2020-07", asOf: "2020-08-06")["v1"] == .integer(1))
    }

    @Test func `An explicit 不适用 stops the carry`() throws {
        try t1("2020-03", ["cadres": .integer(3)])
        try t1("2020-04", ["cadres": .notApplicable])
        #expect(try office.column("cadres", "2020-04", asOf: "2020-07-06")["v1"] == .null)
        #expect(try office.column("cadres", "2020-06", asOf: "2020-07-06")["v1"] == .null)
    }

    @Test func `A cumulative field carries within its year only`() throws {
        try t1("2019-11", ["cadres": .integer(3), "pay_due": .real(11)])
        #expect(try office.column("pay_due", "2019-12", asOf: "2020-01-06")["v1"] == .real(11))
        #expect(try office.column("pay_due", "2020-01", asOf: "2020-02-06")["v1"] == .null)
        #expect(try office.column("cadres", "2020-01", asOf: "2020-02-06")["v1"] == .integer(3))
    }

    @Test func `The quarter's sum takes the months to date, carried values not`() throws {
        try t1("2020-03", ["cadres": .integer(100), "days": .integer(50)])
        try t1("2020-04", ["cadres": .integer(4), "days": .integer(20)])
        try t1("2020-06", ["days": .integer(22)])
        #expect(
            try office.column("days_quarter", "2020-04", asOf: "2020-07-06")["v1"] == .integer(20))
        #expect(
            try office.column("days_quarter", "2020-06", asOf: "2020-07-06")["v1"] == .integer(42))
        #expect(
            try office.column("cadres_quarter", "2020-06", asOf: "2020-07-06")["v1"] == .integer(4))
        #expect(try office.column("days_quarter", "2020-05", asOf: "2020-07-06")["v2"] == .null)
    }

    @Test func `Sums do not trap`() throws {
        try t1("2020-04", ["days": .integer(.max)])
        try t1("2020-05", ["days": .integer(.max)])
        #expect(
            try office.column("days_quarter", "2020-05", asOf: "2020-07-06")["v1"]
                == .real(Double(Int.max) * 2))
    }

    @Test func `A village merged away stands until its last day`() throws {
        try office.file(
            "rural", "T2", "2020-05",
            [village("v3", ["cadres": .integer(5)]), village("v4", ["cadres": .integer(3)])],
            seen: "2020-06-03")
        try office.file(
            "rural", "T2", "2020-06",
            [village("v3", ["days": .integer(20)]), village("v4", ["cadres": .integer(3)])],
            seen: "2020-07-03")
        #expect(
            try office.column("cadres", "2020-05", asOf: "2020-07-06") == [
                "v1": .null, "v2": .null, "v3": .integer(5), "v4": .integer(3),
            ])
        // What the village that went carried does not go to the one that took it.
        #expect(
            try office.column("cadres", "2020-06", asOf: "2020-07-06") == [
                "v1": .null, "v2": .null, "v3": .integer(5),
            ])
    }

    @Test func `A village that moved belongs to its new unit, with what the old one reported`()
        throws
    {
        try office.file(
            "rural", "T1", "2020-05",
            [village("v1", ["cadres": .integer(5)]), village("v2", ["cadres": .integer(6)])],
            seen: "2020-06-03")
        try office.file("rural", "T2", "2020-05", [village("v3", [:])], seen: "2020-06-03")
        var roster = County.roster
        roster[1].unit = "T2"
        var moved = office
        moved.campaign = County.campaign(roster: roster)
        let view = try moved.ledger.view(
            of: County.rural, in: month("2020-05"), of: moved.campaign, asOf: at("2020-07-06"),
            for: .rules)
        #expect(try view.column("unit")["v2"] == .text("T2"))
        #expect(try view.column("cadres")["v2"] == .integer(6))
        #expect(try view.column("reported")["v2"] == .integer(1))
        #expect(try moved.column("cadres", "2020-06", asOf: "2020-07-06")["v2"] == .integer(6))
    }

    @Test func `A neighbour's row does not stand in for a silent unit`() throws {
        try office.file(
            "rural", "T1", "2020-06", [village("v1", [:]), village("v3", ["days": .integer(9)])],
            seen: "2020-07-03")
        #expect(try office.column("reported", "2020-06", asOf: "2020-07-06")["v3"] == .integer(0))
        #expect(try office.column("days", "2020-06", asOf: "2020-07-06")["v3"] == .null)
        // Nor does it displace what the unit itself says.
        try office.file(
            "rural", "T2", "2020-06", [village("v3", ["days": .integer(20)])], seen: "2020-07-04")
        #expect(try office.column("days", "2020-06", asOf: "2020-07-06")["v3"] == .integer(20))
    }

    @Test func `A form without a sector has its rows as submitted`() throws {
        for (unit, rows) in [("T2", ["进行中"]), ("T1", ["已完成", "未启动"])] {
            try office.file(
                "ledger", unit, "2020-06",
                rows.map { ReturnRow(number: 3, values: ["progress": .text($0)]) },
                seen: "2020-07-03")
        }
        let view = try #require(try office.facts("2020-06", asOf: "2020-07-06").views["ledger"])
        #expect(try view.column("unit") == ["1": .text("T1"), "2": .text("T1"), "3": .text("T2")])
        #expect(
            try view.column("progress")
                == ["1": .text("已完成"), "2": .text("未启动"), "3": .text("进行中")])
        #expect(try view.column("unit_has_dangzu")["1"] == .text("是"))
    }
}
