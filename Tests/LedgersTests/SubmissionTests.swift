import Campaigns
import Findings
import Formulas
import Ledgers
import Testing

/// Submissions, verdicts and revisions.
struct SubmissionTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func standing(_ unit: String = "T1") throws -> (id: Int, revision: Int)? {
        try office.ledger.acceptedRows(form: "rural", unit: unit, period: month("2020-06"))
            .map { ($0.submission.id, $0.revision) }
    }

    @Test func `A submission comes back as it was given`() throws {
        let row = ReturnRow(
            number: 4, line: 7, subject: "v1",
            values: [
                "cadres": .integer(5), "pay_due": .real(5), "site": .text("达\"标\n"),
                "days": .notApplicable,
            ],
            changes: [ValueChange(field: "cadres", raw: "５人", value: "5", reason: .unitSuffix)])
        let finding = Finding(
            .missingValue(column: "户数"),
            at: Place(file: "a.xlsx", sheet: "表", cells: [CellReference(row: 4, column: 3)]),
            subject: .init(code: "v1", name: "一村"))
        let id = try office.file(
            "rural", "T1", "2020-06", [row], seen: "2020-07-03", status: .returned, okRows: 0,
            findings: [finding])
        let back = try #require(try office.ledger.submission(id: id))
        #expect(back.rows == [row])
        #expect(back.places.columns == ["cadres": 3])
        #expect(back.evidence == [.init(about: "unit", source: "title", text: "城关镇")])
        #expect(back.period == month("2020-06") && back.received == at("2020-07-03"))
        let verdict = try #require(try office.ledger.verdict(ofSubmission: id))
        #expect(
            verdict.verdict
                == Verdict(status: .returned, findings: [finding], okRows: 0, totalRows: 2))
        #expect(verdict.campaignVersion == "c1")
        #expect(try office.ledger.settledFindings(of: month("2020-06")).map(\.finding) == [finding])
        #expect(try office.ledger.submission(id: 99) == nil)
    }

    @Test func `A later accepted return takes the place of the earlier one`() throws {
        let one = try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(5)])], seen: "2020-07-03")
        #expect(try standing()?.id == one)
        let two = try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(6)])], seen: "2020-07-04")
        #expect(try standing()?.id == two)
        #expect(try standing()?.revision == 2)
        #expect(try office.column("cadres", "2020-06", asOf: "2020-07-04")["v1"] == .integer(6))
        // What was known the day before can still be asked for.
        #expect(try office.column("cadres", "2020-06", asOf: "2020-07-03")["v1"] == .integer(5))
    }

    @Test func `A returned one leaves the earlier accepted one in place`() throws {
        let one = try office.file(
            "rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-03")
        try office.file(
            "rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-04", status: .returned)
        #expect(try standing()?.id == one)
        #expect(try standing()?.revision == 1)
    }

    @Test func `A returned one that is accepted later finds its place by receipt`() throws {
        let one = try office.file(
            "rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-03", status: .returned)
        #expect(try office.ledger.returnedSubmissions(judgedByOtherThan: "c1").isEmpty)
        #expect(try office.ledger.returnedSubmissions(judgedByOtherThan: "c2").map(\.id) == [one])
        let two = try office.file(
            "rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-04")
        // It was replaced: what it would be by other tables is of no account.
        #expect(try office.ledger.returnedSubmissions(judgedByOtherThan: "c2").isEmpty)
        try office.settle(one, .accepted, "c2", "2020-07-06")
        #expect(try office.ledger.returnedSubmissions(judgedByOtherThan: "c3").isEmpty)
        #expect(try standing()?.id == two)
        #expect(try standing()?.revision == 2)
        let deliveries = try office.facts("2020-06", asOf: "2020-07-06").deliveries
        #expect(deliveries.map(\.revision) == [1, 2])
    }

    @Test func `A file that is read anew keeps its submission`() throws {
        let ledger = try Ledger.inMemory()
        try ledger.record(
            FileRecord(
                sha256: "ab", path: "a.xlsx", size: 1, firstSeen: at("2020-07-03"), fate: .taken),
            at: at("2020-07-03"))
        var submission = Submission(
            fileHash: "ab", form: "rural", unit: nil, period: month("2020-06"),
            received: at("2020-07-03"),
            places: ReturnPlaces(
                file: "a.xlsx", sheet: "表", columns: [:], headerRow: 1, isCSV: false),
            rows: [village("v1", [:])])
        let id = try ledger.record(submission, at: at("2020-07-03"))
        #expect(try ledger.unsettledSubmissions().map(\.id) == [id])
        try ledger.settle(
            submission: id, Verdict(status: .returned, findings: [], okRows: 0, totalRows: 1),
            campaignVersion: "c1", at: at("2020-07-03"))
        #expect(try ledger.unsettledSubmissions().isEmpty)
        submission.unit = "T1"
        submission.rows = []
        #expect(try ledger.record(submission, at: at("2020-07-04")) == id)
        // Its verdict is on what it was before.
        #expect(try ledger.unsettledSubmissions().map(\.id) == [id])
        #expect(try ledger.submission(id: id)?.unit == "T1")
        #expect(try ledger.submission(id: id)?.rows.isEmpty == true)
        submission.places.sheet = "另一张"
        #expect(try ledger.record(submission, at: at("2020-07-04")) == id + 1)
        #expect(try ledger.submissions(ofFile: "ab").map(\.id) == [id, id + 1])
    }

    @Test func `A submission of a file that nobody recorded is refused`() throws {
        let ledger = try Ledger.inMemory()
        let submission = Submission(
            fileHash: "none", form: nil, unit: nil, period: nil, received: at("2020-07-03"),
            places: ReturnPlaces(file: "a", sheet: nil, columns: [:], headerRow: 1, isCSV: true),
            rows: [village("v1", ["note": .text("13800000000")])])
        let error = #expect(throws: LedgerError.self) {
            try ledger.record(submission, at: at("2020-07-03"))
        }
        #expect(error?.description == "ledger.sqlite: FOREIGN KEY constraint failed (787)")
    }
}
