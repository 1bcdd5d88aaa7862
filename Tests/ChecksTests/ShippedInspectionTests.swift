import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// V59 to V61 of the shipped campaign: records of visits against the villages' returns.
struct ShippedInspectionTests {
    private let county: ShippedCounty

    init() throws {
        county = try ShippedCounty()
    }

    /// What is shown for one visit of 2020-06-18 to 东沟村, whose last return stated some values.
    private func shown(
        _ record: [String: SQLValue], reported: [String: FieldValue]
    ) throws -> [Finding] {
        var changes: [String: SQLValue] = [
            "visit_date": .text("2020-06-18"), "item": .text("I04"),
            "rectify_due": .text("2020-07-31"),
        ]
        changes.merge(record) { $1 }
        let submission = try county.plainReturn(of: "inspection", changes)
        let rural = try county.form("rural")
        let views = try ["2020-05", "2020-06"].map {
            (
                ViewKey(form: "rural", period: try SmallCounty.period($0)),
                county.view(of: rural, reported)
            )
        }
        return try county.shown(
            submission, reported: Dictionary(views, uniquingKeysWith: { first, _ in first }))
    }

    @Test func `V59 场所报达标而所见是租用`() throws {
        let reported: [String: FieldValue] = ["site_status": .text("达标")]
        let found = try shown(["observed": .text("租用")], reported: reported)
        #expect(found.map(\.code) == ["V59"])
        #expect(found.map(\.severity) == [.suspicion])
        #expect(found.map(\.place.cellList) == ["B2;J2"])
        #expect(found.map(\.message.chinese) == ["东沟村的I04项目，上报优于现场核实值“租用”，且在可比时段内，疑似虚报"])
        #expect(try shown(["observed": .text("已建成")], reported: reported) == [])
        #expect(
            try shown(
                ["observed": .text("租用"), "result": .text("无法核实")], reported: reported) == [])
    }

    @Test func `V60 报表没有写所见的不利情况`() throws {
        let reported: [String: FieldValue] = ["cadres": .integer(7)]
        let found = try shown(["observed": .text("无场所")], reported: reported)
        #expect(found.map(\.code) == ["V60"])
        #expect(found.map(\.severity) == [.suspicion])
        #expect(found.map(\.place.cellList) == ["J2"])
        #expect(try shown(["observed": .text("达标")], reported: reported) == [])
    }

    @Test func `V61 没有等满三个工作日就认定`() throws {
        let reported: [String: FieldValue] = ["site_status": .text("达标")]
        let record: [String: SQLValue] = [
            "observed": .text("达标"), "verdict": .text("虚报"), "feedback": .text("未反馈"),
        ]
        var early = record
        early["visit_date"] = .text("2020-07-02")
        let found = try shown(early, reported: reported)
        #expect(found.map(\.code) == ["V61"])
        #expect(found.map(\.severity) == [.query])
        #expect(found.map(\.place.cellList) == ["B2;P2;Q2"])
        var late = record
        late["visit_date"] = .text("2020-07-01")
        #expect(try shown(late, reported: reported) == [])
    }
}
