import Campaigns
import Ledgers
import Testing

/// Which of a file's earlier submissions one is.
struct SubmissionKeyTests {
    private static func answer(
        _ id: Int = 0, sheet: String? = nil, form: String? = nil, _ unit: String? = nil
    ) -> Submission {
        Submission(
            id: id, fileHash: "ab", form: form, unit: unit, period: nil,
            received: at("2020-07-03"),
            places: ReturnPlaces(
                file: "a.xlsx", sheet: sheet, columns: [:], headerRow: 1, isCSV: false), rows: [])
    }

    @Test(arguments: [
        // Sheets by name, whatever they are taken for.
        (
            [answer(1, sheet: "甲"), answer(2, sheet: "乙")],
            [answer(sheet: "乙", form: "rural"), answer(sheet: "丙")], [2, 0]
        ),
        // Several sheets together by form and unit, by the form where the unit was not known.
        (
            [answer(1, form: "rural", "T1"), answer(2, form: "lists", "T1")],
            [answer(form: "lists", "T1"), answer(form: "rural", "T1")], [2, 1]
        ),
        (
            [answer(1, form: "rural"), answer(2, form: "lists")],
            [answer(form: "lists", "T1"), answer(form: "rural", "T1")], [2, 1]
        ),
        (
            [answer(1, form: "rural", "T1")],
            [answer(form: "rural", "T1"), answer(form: "lists", "T1")], [1, 0]
        ),
        // The one that there is, be it called otherwise.
        ([answer(1, sheet: "甲")], [answer(sheet: "乙")], [1]),
        ([answer(1, form: "rural", "T1")], [answer(form: "lists", "T2")], [1]),
        (
            [answer(1)], [answer(sheet: "甲", form: "rural"), answer(sheet: "乙", form: "lists")],
            [1, 0]
        ),
        ([answer(1, sheet: "甲")], [answer(sheet: "乙"), answer(sheet: "丙")], [0, 0]),
        ([], [answer()], [0]),
    ])
    func `sheet, form and unit tell`(earlier: [Submission], now: [Submission], ids: [Int]) {
        #expect(Submission.identities(of: now, among: earlier) == ids)
    }

    @Test func `two answers for several sheets each are two`() throws {
        let ledger = try Ledger.inMemory()
        let moment = at("2020-07-03")
        try ledger.record(
            FileRecord(sha256: "ab", path: "a.xlsx", size: 3, firstSeen: moment, fate: .taken),
            at: moment)
        let ids = try ["rural", "lists", "rural"].map {
            try ledger.record(Self.answer(form: $0, "T1"), at: moment)
        }
        #expect(ids == [1, 2, 1])
        #expect(try ledger.submissions(ofFile: "ab").map(\.form) == ["rural", "lists"])
    }
}
