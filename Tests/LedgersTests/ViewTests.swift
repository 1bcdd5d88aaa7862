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
