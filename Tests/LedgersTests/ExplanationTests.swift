import Campaigns
import Findings
import Ledgers
import Testing

/// 情况说明: what waits for one, and what was said three times over.
struct ExplanationTests {
    private let office: Office

    init() throws {
        office = try Office()
    }

    private func query(_ code: String, row: Int = 4) -> Finding {
        Finding(
            code: code, severity: .query,
            at: Place(file: "a.xlsx", sheet: "表", cells: [CellReference(row: row, column: 3)]),
            message: Bilingual("核实", "query"))
    }

    /// Files a return in which a query was answered by a note, or by none.
    private func file(
        _ period: String, _ notes: [(code: String, note: String?)], subject: String? = "v1",
        seen: String? = nil, status: Delivery.Status = .accepted
    ) throws {
        let seen = try seen ?? "\(#require(Period(period)).next)-03"
        let id = try office.file(
            "rural", "T1", period, [village("v1", ["cadres": .integer(5)])], seen: seen,
            status: status)
        try office.ledger.settle(
            submission: id,
            Verdict(
                status: status, findings: notes.map { query($0.code) }, okRows: 1, totalRows: 1,
                explanations: notes.compactMap { code, note in
                    note.map { ExplainedQuery(code: code, subject: subject, row: 4, note: $0) }
                }), campaignVersion: "c2", at: at(seen))
    }

    private func repeated(_ period: String, asOf moment: String = "2020-12-31") throws -> [String] {
        try office.facts(period, asOf: moment).repeatedExplanations.map { repeated in
            "\(repeated.subject) \(repeated.code) \(repeated.periods.map(\.description))"
        }
    }

    @Test func `the third time the same is told, the second is not`() throws {
        for period in ["2020-04", "2020-05", "2020-06", "2020-07"] {
            try file(period, [("V43", "预算已经调整")])
        }
        #expect(try repeated("2020-05") == [])
        #expect(try repeated("2020-06") == [#"v1 V43 ["2020-04", "2020-05", "2020-06"]"#])
        #expect(
            try repeated("2020-07") == [
                #"v1 V43 ["2020-04", "2020-05", "2020-06", "2020-07"]"#
            ])
        // What came later was not known then.
        #expect(try repeated("2020-06", asOf: "2020-06-30") == [])
    }

    @Test func `width and spaces make no other note, words do`() throws {
        try file("2020-04", [("V43", "预算已调整（县财字12号）")])
        try file("2020-05", [("V43", "预算已调整(县财字１２号)")])
        try file("2020-06", [("V43", "预算已调整 （县财字12号）")])
        #expect(try repeated("2020-06").count == 1)
        try file("2020-06", [("V43", "预算又调整一次")], seen: "2020-07-04")
        #expect(try repeated("2020-06") == [])
    }

    @Test func `a month between, another rule or another village begins anew`() throws {
        try file("2020-03", [("V43", "预算已经调整")])
        try file("2020-04", [("V43", "预算已经调整"), ("V22", "补发上年报酬")])
        try file("2020-06", [("V43", "预算已经调整"), ("V22", "补发上年报酬")])
        try file("2020-07", [("V43", "预算已经调整")])
        #expect(try repeated("2020-07") == [])
        try file("2020-05", [("V22", "补发上年报酬")], subject: "v2", seen: "2020-08-04")
        #expect(try repeated("2020-06") == [])
    }

    @Test func `only what stands counts`() throws {
        try file("2020-04", [("V43", "预算已经调整")])
        try file("2020-05", [("V43", "预算已经调整")], status: .returned)
        try file("2020-06", [("V43", "预算已经调整")])
        #expect(try repeated("2020-06") == [])
    }

    @Test func `queries wait for a note in the return that stands`() throws {
        try file("2020-06", [("V43", nil), ("V22", "补发上年报酬")], seen: "2020-07-03")
        func open() throws -> [String] {
            try office.facts("2020-06", asOf: "2020-12-31").deliveries.flatMap(\.openQueries)
                .map(\.code)
        }
        #expect(try open() == ["V43"])
        try file("2020-06", [("V43", nil)], seen: "2020-07-04", status: .returned)
        #expect(try open() == ["V43"])
        try file(
            "2020-06", [("V43", "预算已经调整"), ("V22", "补发上年报酬")], seen: "2020-07-05")
        #expect(try open() == [])
    }
}
