import Campaigns
import Formulas
import Ledgers
import Testing

/// The office's verdict on an inspection record, given at the desk and not in a file.
struct OfficeVerdictTests {
    let office: Office

    init() throws {
        office = try Office()
        try office.file(
            "rural", "T1", "2020-06", [village("v1", ["days": .integer(21)])], seen: "2020-07-03")
        try inspect(verdict: "待认定", seen: "2020-07-03")
    }

    /// The record of a visit on Friday, 19 June; its third working day is Wednesday, the 24th.
    private func inspect(verdict: String, seen: String, observed: String = "10") throws {
        try office.file(
            "inspection", nil, "2020-06",
            [visit("A1", on: "2020-06-19", observed: observed, verdict: verdict)], seen: seen)
    }

    @discardableResult
    private func rule(
        _ verdict: String, feedback: String? = nil, at moment: String
    ) throws -> Int {
        try office.ledger.record(
            .verdict(
                .init(
                    form: "inspection", visit: "A1", item: "I01", subject: "v1",
                    period: month("2020-06"),
                    verdict: verdict, feedback: feedback)), reason: "已经查实", at: at(moment)
        ).act.id
    }

    private func days(asOf moment: String) throws -> SQLValue? {
        try office.column("days", "2020-06", asOf: moment)["v1"]
    }

    private func charged(_ period: String, asOf moment: String) throws -> [String] {
        try office.facts(period, asOf: moment).misreports.map(\.verdict)
    }

    @Test func `it takes the place of the file's, from its moment on`() throws {
        try rule("虚报", at: "2020-07-06")
        #expect(try days(asOf: "2020-07-05") == .integer(21))
        #expect(try days(asOf: "2020-07-06") == .integer(10))
        #expect(try charged("2020-06", asOf: "2020-07-05").isEmpty)
        #expect(try charged("2020-06", asOf: "2020-07-06") == ["虚报"])
    }

    @Test func `formulas over the inspections see it`() throws {
        try rule("属实不符", feedback: "有异议", at: "2020-07-06")
        let view = try #require(
            office.facts("2020-06", asOf: "2020-07-06").views["inspection"])
        #expect(try view.column("verdict")["v1"] == .text("属实不符"))
        #expect(try view.column("feedback")["v1"] == .text("有异议"))
    }

    @Test func `a later file does not undo it, its revocation does`() throws {
        let ruling = try rule("相符", at: "2020-07-06")
        try inspect(verdict: "虚报", seen: "2020-07-07", observed: "9")
        #expect(try days(asOf: "2020-07-07") == .integer(21))
        #expect(try charged("2020-06", asOf: "2020-07-07").isEmpty)
        _ = try office.ledger.record(.revoke(ruling), reason: "重新研究过", at: at("2020-07-08"))
        #expect(try days(asOf: "2020-07-08") == .integer(9))
        #expect(try charged("2020-06", asOf: "2020-07-08") == ["虚报"])
    }

    /// The results in the view over the inspections.
    private func results(asOf moment: String) throws -> [String] {
        let facts = try office.facts("2020-06", asOf: moment)
        let view = try #require(facts.views["inspection"])
        let column = try #require(view.columns.firstIndex { $0.name == "result" })
        return view.rows.map { $0[column].description }
    }

    @Test func `相符 makes the record agree wherever it counts, and what was found stays beside it`()
        throws
    {
        let ruling = try rule("相符", at: "2020-07-06")
        #expect(try results(asOf: "2020-07-05") == ["不符"])
        #expect(try results(asOf: "2020-07-06") == ["相符"])
        let record = try #require(try office.facts("2020-06", asOf: "2020-07-06").inspections.first)
        #expect(record.isMatch && record.isConsistent && record.isOverruled)
        #expect(record.foundResult == "不符")
        _ = try office.ledger.record(.revoke(ruling), reason: "重新研究过", at: at("2020-07-08"))
        #expect(try results(asOf: "2020-07-08") == ["不符"])
    }

    @Test func `相符 in the inspectors' file counts the same; what was not compared is in no count`()
        throws
    {
        try office.file(
            "inspection", nil, "2020-06",
            [
                visit("A1", on: "2020-06-19", verdict: "相符"),
                visit("A2", on: "2020-06-19", verdict: "相符", result: "无法核实"),
                visit("A3", on: "2020-06-19", verdict: "笔误"),
            ], seen: "2020-07-04")
        #expect(try results(asOf: "2020-07-04") == ["相符", "无法核实", "不符"])
    }

    @Test(arguments: [
        ("相符", "待认定", true), ("相符", "", true), ("相符", "相符", true), ("不符", "相符", true),
        ("不符", "待认定", false), ("不符", "口径不一", true), ("相符", "口径不一", true),
        ("无法核实", "待认定", false),
    ])
    func `settled is what was decided, and what agrees while nobody says otherwise`(
        result: String, verdict: String, isSettled: Bool
    ) throws {
        try office.file(
            "inspection", nil, "2020-06",
            [visit("A1", on: "2020-06-19", verdict: verdict, result: result)], seen: "2020-07-04")
        let found = try #require(try office.facts("2020-06", asOf: "2020-07-04").cases.first)
        #expect(found.isSettled == isSettled)
        let agrees = isSettled && verdict != "口径不一"
        #expect(found.record.isConsistent == agrees)
    }

    @Test(arguments: [
        (nil, "2020-06-23", false), (nil, "2020-06-24", true), ("无异议", "2020-06-23", true),
        ("未反馈", "2020-06-23", false),
    ])
    func `it is confirmed by the unit's answer or by the days to answer`(
        feedback: String?, asOf: String, isConfirmed: Bool
    ) throws {
        let office = try Office()
        try office.file(
            "inspection", nil, "2020-06",
            [visit("A1", on: "2020-06-19", verdict: "待认定")], seen: "2020-06-20")
        _ = try office.ledger.record(
            .verdict(
                .init(
                    form: "inspection", visit: "A1", item: "I01", subject: "v1",
                    period: month("2020-06"),
                    verdict: "虚报", feedback: feedback)), reason: "已经查实",
            at: at("2020-06-22"))
        let records = try office.facts("2020-06", asOf: asOf).inspections
        #expect(records.map(\.isConfirmed) == [isConfirmed])
    }

    @Test func `given after a bulletin it is charged in the next one, once`() throws {
        try office.ledger.publish(ranks: [], of: month("2020-06"), at: at("2020-07-06"))
        try rule("瞒报", at: "2020-07-07")
        #expect(try charged("2020-06", asOf: "2020-07-08").isEmpty)
        #expect(try charged("2020-07", asOf: "2020-08-06") == ["瞒报"])
        try office.ledger.publish(ranks: [], of: month("2020-07"), at: at("2020-08-06"))
        #expect(try charged("2020-08", asOf: "2020-09-06").isEmpty)
    }

    @Test func `points that rested on it are given back where the bulletin is made again`() throws {
        let ruling = try rule("虚报", at: "2020-07-06")
        try office.ledger.publish(ranks: [], of: month("2020-06"), at: at("2020-07-06"))
        #expect(try charged("2020-06", asOf: "2020-07-07") == ["虚报"])
        _ = try office.ledger.record(.revoke(ruling), reason: "复核不属实", at: at("2020-07-08"))
        #expect(try charged("2020-06", asOf: "2020-07-08").isEmpty)
        #expect(try charged("2020-06", asOf: "2020-07-07") == ["虚报"])
        // Given once more it is the June bulletin's again, and no other's.
        try rule("虚报", at: "2020-07-09")
        #expect(try charged("2020-06", asOf: "2020-07-09") == ["虚报"])
        #expect(try charged("2020-07", asOf: "2020-08-06").isEmpty)
    }

    // MARK: One number, several objects

    /// The verdicts on the objects of one visit, where one is given between two files of records; `subject` is
    /// the object that it names, nil in the events of earlier programs.
    private func verdicts(afterOneOf subject: String?) throws -> [String: String] {
        let office = try Office()
        func inspect(_ subjects: String..., seen: String) throws {
            try office.file(
                "inspection", nil, "2020-06",
                subjects.map { visit("A1", on: "2020-06-19", verdict: "待认定", of: $0) },
                seen: seen)
        }
        try inspect("v1", "v2", seen: "2020-07-03")
        _ = try office.ledger.record(
            .verdict(
                .init(
                    form: "inspection", visit: "A1", item: "I01", subject: subject,
                    period: month("2020-06"), verdict: "虚报", feedback: nil)),
            reason: "已经查实", at: at("2020-07-04"))
        try inspect("v3", "v1", seen: "2020-07-07")
        let records = try office.facts("2020-06", asOf: "2020-07-08").inspections
        return Dictionary(
            records.map { ($0.subject, $0.verdict) }, uniquingKeysWith: { one, _ in one })
    }

    @Test func `it is about the object that it names`() throws {
        #expect(
            try verdicts(afterOneOf: "v1") == ["v1": "虚报", "v2": "待认定", "v3": "待认定"])
    }

    @Test func `one that names none is about the last record that was known when it was given`()
        throws
    {
        #expect(try verdicts(afterOneOf: nil) == ["v1": "待认定", "v2": "虚报", "v3": "待认定"])
    }

    @Test func `one that names the object takes the place of one that names none`() throws {
        let content = OfficeAct.Content.verdict(
            .init(
                form: "inspection", visit: "A1", item: "I01", subject: nil,
                period: month("2020-06"), verdict: "瞒报", feedback: nil))
        _ = try office.ledger.record(content, reason: "已经查实", at: at("2020-07-05"))
        try rule("虚报", at: "2020-07-06")
        #expect(try charged("2020-06", asOf: "2020-07-05") == ["瞒报"])
        #expect(try charged("2020-06", asOf: "2020-07-06") == ["虚报"])
    }
}
