import Campaigns
import Formulas
import Testing

@testable import Ledgers

/// What an event says is written straight into bytes, and is the canonical text all the same.
struct SubmissionTextTests {
    private let submission = Submission(
        id: 7, fileHash: "ab", form: "rural", unit: nil, period: month("2020-06"),
        received: at("2020-07-02"),
        places: ReturnPlaces(
            file: "农村/\"a\".csv", sheet: nil, columns: ["site": 3, "cadres": 12, "days": 4],
            headerRow: 3, isCSV: true),
        evidence: [.init(about: "unit", source: "title", text: "城关镇\n")],
        rows: [
            ReturnRow(
                number: 4, line: 7, subject: "v1",
                values: [
                    "site": .text("达\\标"), "cadres": .integer(-5), "pay_due": .real(0.1),
                    "days": .notApplicable,
                ],
                changes: [
                    ValueChange(field: "days", raw: "—", value: "不适用", reason: .blankWord)
                ]),
            ReturnRow(number: 5),
        ])

    @Test func `The text of a submission is the one text of its value`() throws {
        let bytes = SubmissionText(submission).bytes
        #expect(try #require(JSON(bytes: bytes)).bytes == bytes)
    }

    @Test func `The pieces that columns hold are those of the text`() throws {
        let text = SubmissionText(submission)
        let json = try #require(JSON(bytes: text.bytes))
        #expect(Array(text.bytes[text.places]) == json["places"]?.bytes)
        #expect(Array(text.bytes[text.evidence]) == json["evidence"]?.bytes)
        let rows = try #require(json["rows"]?.array)
        #expect(text.values.map { Array(text.bytes[$0]) } == rows.map { $0["v"]?.bytes ?? [] })
    }

    @Test func `A submission is read back from its text`() throws {
        let text = SubmissionText(submission)
        let read = try #require(JSON(bytes: text.bytes).flatMap { Submission($0) })
        #expect(read.rows == submission.rows && read.places == submission.places)
        #expect(SubmissionText(read).bytes == text.bytes)
    }

    @Test(arguments: ["rows", "places", "id", "received", "evidence", "file_hash"])
    func `A submission without one of its parts is none`(part: String) throws {
        guard case .object(var members)? = JSON(bytes: SubmissionText(submission).bytes) else {
            Issue.record("it is no object")
            return
        }
        members[part] = nil
        #expect(Submission(.object(members)) == nil)
    }
}
