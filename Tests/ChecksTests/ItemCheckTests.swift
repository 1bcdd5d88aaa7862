import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// Rows of the three lists: numbers that stand once, and what is asked of the county's items.
struct ItemCheckTests {
    private let county: ShippedCounty
    private let form: Form

    init() throws {
        county = try ShippedCounty()
        form = try county.form("ledger")
    }

    /// A return with a row for each number, the rows alike but for some changes.
    private func lists(_ numbers: [String?], _ changes: [String: SQLValue] = [:]) -> Submission {
        let plain = county.changing(county.plainValues(of: form), changes, in: form)
        return county.submission(
            of: form,
            rows: numbers.map { number in
                var values = plain
                values["item_id"] = number.map(FieldValue.text)
                return (nil, FieldValues(values))
            })
    }

    private func briefs(_ submission: Submission) throws -> [String] {
        try county.shown(submission).filter { $0.severity == .error }.map {
            ([$0.code] + $0.place.cells.map(\.description)).joined(separator: " ")
        }
    }

    @Test func `一个编号两行，各行的编号都标出来，空格和全角不算两样`() throws {
        #expect(try briefs(lists(["W-01", "W-02"])) == [])
        #expect(
            try briefs(lists(["W-01", "W-02", "W-01", "W-02", "W-01"]))
                == ["F217 A2 A4 A6", "F217 A3 A5"])
        #expect(try briefs(lists(["W-01", " w-01", "Ｗ－０１"])) == ["F217 A2 A3 A4"])
        #expect(try briefs(lists([nil, nil])) == ["V11 A2", "V11 A3"])
    }

    @Test func `CSV 标出多出来的一行`() throws {
        var submission = lists(["W-01", "W-02", "W-01"])
        submission.places.isCSV = true
        for index in submission.rows.indices {
            submission.rows[index].line = submission.rows[index].number
        }
        let found = try county.shown(submission).filter { $0.check == .duplicateNumber }
        #expect(found.map(\.place.line) == [4])
        #expect(found.map(\.message.chinese) == ["“清单编号”的“W-01”填了不止一行"])
    }

    @Test(arguments: ["XW57", "xw1204-3", "ＸＲ８", "TK05", "tk05"])
    func `县里的事项，县里不知道的不要单位填`(number: String) throws {
        let unknown: [String: SQLValue] = [
            "sector": .null, "source": .null, "measure": .null, "duty_title": .null,
            "start_date": .null,
        ]
        #expect(try briefs(lists([number], unknown)) == [])
        #expect(try briefs(lists(["W-01"], unknown)).count == 5)
    }

    @Test func `县里的事项，进展、时限这些还是要填`() throws {
        for field in ["list_type", "descr", "due_date", "progress", "verify"] {
            let found = try county.shown(lists(["XW57"], [field: .null]))
            #expect(found.map(\.code) == ["V11"], "\(field)")
        }
        let done = try county.shown(
            lists(["XW57"], ["progress": .text("已完成"), "done_date": .null]))
        #expect(done.map(\.code) == ["V11"])
    }
}
