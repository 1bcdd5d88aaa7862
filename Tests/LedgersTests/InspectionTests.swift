import Campaigns
import Formulas
import Ledgers
import Testing

/// What inspections change: values, misreports, the match window.
struct InspectionTests {
    let office: Office

    init() throws {
        office = try Office()
        try office.file(
            "rural", "T1", "2020-06",
            [
                village(
                    "v1",
                    [
                        "days": .integer(21), "site": .text("达标"), "pay_paid": .real(5),
                    ])
            ], seen: "2020-07-03")
    }

    /// Files inspection records, on the day unless told otherwise.
    @discardableResult
    private func inspect(_ rows: ReturnRow..., seen: String = "2020-07-06") throws -> Int {
        try office.file("inspection", nil, "2020-06", rows, seen: seen)
    }

    private func value(
        _ field: String, _ period: String = "2020-06", asOf moment: String = "2020-07-06",
        for purpose: ViewPurpose = .assessment
    ) throws -> SQLValue? {
        try office.column(field, period, asOf: moment, for: purpose)["v1"]
    }

    @Test func `A confirmed value replaces the reported one, but not for rules`() throws {
        try inspect(visit("A1", on: "2020-06-18", observed: "１５天", feedback: "无异议"))
        #expect(try value("days") == .integer(15))
        #expect(try value("days_quarter") == .integer(15))
        #expect(try value("days", for: .rules) == .integer(21))
        #expect(try value("days_quarter", for: .rules) == .integer(21))
        #expect(try value("reported") == .integer(1))
    }

    @Test(arguments: [
        ("未反馈", "虚报", "2020-06-23", false), ("未反馈", "虚报", "2020-06-24", true),
        ("", "属实不符", "2020-06-24", true), ("有异议", "瞒报", "2020-06-22", true),
        ("无异议", "待认定", "2020-07-06", false), ("无异议", "笔误", "2020-07-06", false),
    ])
    func `Confirmed is what was answered or waited for, with a verdict that says so`(
        feedback: String, verdict: String, asOf: String, isConfirmed: Bool
    ) throws {
        // The visit is on a Friday; the third working day after it is Wednesday, the 24th.
        let office = try Office()
        try office.file(
            "inspection", nil, "2020-06",
            [visit("A1", on: "2020-06-19", feedback: feedback, verdict: verdict)],
            seen: "2020-06-20")
        let inspections = try office.facts("2020-06", asOf: asOf).inspections
        #expect(inspections.map(\.isConfirmed) == [isConfirmed])
        #expect(
            try office.column("days", "2020-06", asOf: asOf)["v1"]
                == (isConfirmed ? .integer(10) : .null))
    }

    @Test func `The item says whose period's value it is`() throws {
        try inspect(
            visit("A1", on: "2020-07-02", item: "I01", observed: "1", feedback: "无异议"),
            visit("A1", on: "2020-07-02", item: "I04", observed: "无场所", feedback: "无异议"),
            visit("A1", on: "2020-07-02", item: "I08", observed: "4.5", feedback: "无异议"))
        #expect(try value("days") == .integer(21))
        #expect(try value("days", "2020-07") == .integer(1))
        #expect(try value("site") == .text("无场所"))
        #expect(try value("pay_paid") == .real(4.5))
        // Carried is what was accepted, not what was seen.
        #expect(try value("site", "2020-07") == .text("达标"))
    }

    @Test func `A visit on a period's last day looks at that period`() throws {
        try inspect(
            visit("A1", on: "2020-06-30", item: "I04", observed: "无场所", feedback: "无异议"),
            visit("A2", on: "2020-06-29", item: "I08", observed: "1", feedback: "无异议"))
        #expect(try value("site") == .text("无场所"))
        #expect(try value("pay_paid") == .real(5))
    }

    @Test(arguments: ["约十天", "10.5", "", "不适用"])
    func `What is no value of the field is not applied`(observed: String) throws {
        try inspect(visit("A1", on: "2020-06-18", observed: observed, feedback: "无异议"))
        #expect(try value("days") == .integer(21))
    }

    @Test func `The later record of a visit and item wins, in a later file or row`() throws {
        try inspect(
            visit("A1", on: "2020-06-18", observed: "9", verdict: "待认定"),
            visit("A2", on: "2020-06-19", observed: "8", verdict: "待认定"), seen: "2020-07-04")
        try inspect(
            visit("A1", on: "2020-06-18", observed: "7", feedback: "无异议"), seen: "2020-07-06")
        let inspections = try office.facts("2020-06", asOf: "2020-07-06").inspections
        #expect(inspections.map { "\($0.visit) \($0.observed)" } == ["A1 7", "A2 8"])
        #expect(inspections.map(\.dutyUnit) == ["T1", "T1"])
    }

    @Test
    func `One number of a visit stands for every object that was seen, in one file or several`()
        throws
    {
        try inspect(
            visit("A1", on: "2020-06-18", observed: "9", feedback: "无异议"),
            visit("A1", on: "2020-06-18", observed: "8", feedback: "无异议", of: "v2"),
            seen: "2020-07-04")
        try inspect(
            visit("A1", on: "2020-06-18", verdict: "相符", result: "相符", of: "v3"),
            visit("A1", on: "2020-06-18", observed: "7", feedback: "无异议", of: "v2"),
            seen: "2020-07-05")
        let facts = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(
            facts.inspections.map { "\($0.subject) \($0.observed)" } == ["v1 9", "v2 7", "v3 10"])
        #expect(facts.misreports.map(\.subject) == ["v1", "v2"])
        #expect(facts.cases.map(\.record.subject) == ["v1", "v2", "v3"])
    }

    @Test(arguments: [
        // Another object under the same visit and item: a mistake put right, or a second village.
        (["A1 v2"], "又一份.xlsx", "v1 ← v2"),
        // The later file of a path, without what the earlier one had.
        (["A2 v2"], "暗访.xlsx", "v1 ←"),
        (["A1 v1"], "暗访.xlsx", ""), (["A1 v2", "A1 v1"], "又一份.xlsx", ""),
        (["A2 v2"], "又一份.xlsx", ""),
    ])
    func `A record that a later sheet leaves standing is asked about`(
        rows: [String], file: String, standing: String
    ) throws {
        try office.file(
            "inspection", nil, "2020-06", [visit("A1", on: "2020-06-18")], seen: "2020-07-04",
            name: "暗访.xlsx")
        let changes = try office.ledger.changes(
            by: Submission(
                fileHash: "new", form: "inspection", unit: nil, period: month("2020-06"),
                received: at("2020-07-06"),
                places: ReturnPlaces(
                    file: file, sheet: "表", columns: [:], headerRow: 2, isCSV: false),
                rows: rows.map {
                    let words = $0.split(separator: " ").map(String.init)
                    return visit(words[0], on: "2020-06-18", of: words[1])
                }), of: office.campaign, asOf: at("2020-07-06"))
        let told = changes.map { change in
            guard case .recordStands(let record, "暗访.xlsx", _, let instead) = change else {
                return "\(change)"
            }
            return (["\(record.subject) ←"] + instead).joined(separator: " ")
        }
        #expect(told.joined() == standing)
    }

    @Test func `The match window is the last three months by visit date`() throws {
        try inspect(
            visit("A0", on: "2020-03-31"), visit("A1", on: "2020-04-01"),
            visit("A2", on: "2020-06-30", result: "相符"), visit("A3", on: "2020-07-01"))
        let facts = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(facts.inspections.map(\.visit) == ["A1", "A2"])
        let view = try #require(facts.views["inspection"])
        #expect(view.rows.count == 2)
        let unit = try #require(view.columns.firstIndex { $0.name == "unit" })
        let result = try #require(view.columns.firstIndex { $0.name == "result" })
        #expect(view.rows.map { $0[unit] } == [.text("T1"), .text("T1")])
        #expect(view.rows.map { $0[result] } == [.text("不符"), .text("相符")])
        #expect(facts.deliveries.allSatisfy { $0.form == "rural" })
    }

    @Test func `The points of a misreport are taken once, in the first bulletin after it`() throws {
        let id = try inspect(
            visit("A1", on: "2020-06-18", feedback: "无异议"),
            visit("A2", on: "2020-06-18", feedback: "无异议", verdict: "属实不符"),
            visit("A3", on: "2020-07-06"))
        let ledger = office.ledger
        func taken(_ period: String, asOf moment: String) throws -> [String] {
            try office.facts(period, asOf: moment).misreports.map(\.visit)
        }
        #expect(try taken("2020-06", asOf: "2020-07-06") == ["A1"])
        try ledger.publish(ranks: [], of: month("2020-06"), at: at("2020-07-06"))
        // Rendered again, the bulletin takes what it took, also after more was confirmed.
        #expect(try taken("2020-06", asOf: "2020-07-06") == ["A1"])
        #expect(try taken("2020-06", asOf: "2020-08-06") == ["A1"])
        #expect(try taken("2020-07", asOf: "2020-08-06") == ["A3"])
        // Judging the file again does not bring the points back.
        try office.settle(id, .accepted, "c2", "2020-08-05")
        #expect(try taken("2020-07", asOf: "2020-08-06") == ["A3"])
        try ledger.publish(ranks: [], of: month("2020-07"), at: at("2020-08-06"))
        #expect(try taken("2020-08", asOf: "2020-09-06").isEmpty)
    }

    @Test func `What cannot be read takes the place of nothing and is charged to nobody`() throws {
        try inspect(
            visit("A1", on: "2020-06-18", item: "I04", observed: "未达标", feedback: "无异议"),
            visit("A2", on: "2020-06-18", item: "I04", observed: "无场所", feedback: "无异议"),
            visit("A3", on: "2020-06-18", item: "I99", observed: "打牌", feedback: "无异议"))
        let taken = try office.facts("2020-06", asOf: "2020-07-06").misreports.map(\.visit)
        #expect(taken == ["A2", "A3"])
    }

    @Test func `What was seen in June is not charged to May, also where May is made in July`()
        throws
    {
        try inspect(visit("A1", on: "2020-06-18", feedback: "无异议"))
        #expect(try office.facts("2020-05", asOf: "2020-07-06").misreports.isEmpty)
        try office.ledger.publish(ranks: [], of: month("2020-05"), at: at("2020-07-06"))
        let taken = try office.facts("2020-06", asOf: "2020-07-06").misreports.map(\.visit)
        #expect(taken == ["A1"])
    }
}
