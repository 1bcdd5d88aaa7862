import Campaigns
import Formulas
import Ledgers
import Testing

/// What indicators see of the items: the rows as submitted, and over them what the office decided.
struct ItemOverlayTests {
    private let county: ItemCounty

    init() throws { county = try ItemCounty() }

    @Test func `without a decision the rows stand as they were submitted`() throws {
        try county.villages("2020-06", seen: "2020-07-03T09:00", found: ["v1"])
        try county.lists(
            "2020-06",
            [own("CG-01", due: "2020-06-30"), own("CG-01", due: "2020-06-30", verify: "退回")],
            seen: "2020-07-03T10:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-06") == [
                ["CG-01", "2020-06-30", "进行中", "", "未核查"],
                ["CG-01", "2020-06-30", "进行中", "", "退回"],
            ])
    }

    @Test
    func `what the office opened counts as not done, whether the unit reports anything or not`()
        throws
    {
        let number = try county.open(due: "2020-07-05", at: "2020-07-01T09:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-06") == [[number, "2020-07-05", "", "", ""]])
        try county.lists("2020-06", [own("CG-01", due: "2020-06-30")], seen: "2020-07-03T10:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-06").map(\.first) == ["CG-01", number])
        // Not in the months before it was opened.
        try county.lists("2020-05", [], seen: "2020-07-03T11:00")
        #expect(try county.view("2020-05", asOf: "2020-07-06").isEmpty)
    }

    @Test func `listed by its unit, it stands once, due when the office said`() throws {
        let number = try county.open(due: "2020-07-05", at: "2020-07-01T09:00")
        try county.lists(
            "2020-06", [own(number, due: "2020-12-31", "已完成", done: "2020-07-04")],
            seen: "2020-07-05T10:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-06") == [
                [number, "2020-07-05", "已完成", "2020-07-04", "未核查"]
            ])
    }

    @Test func `sent back, a row that says done is not, until it is done on a later day`() throws {
        try county.lists(
            "2020-06", [own("CG-01", due: "2020-08-31", "已完成", done: "2020-06-20")],
            seen: "2020-07-03T10:00")
        try county.decide(.reopen("CG-01"), at: "2020-07-06T09:00")
        #expect(try county.view("2020-06", asOf: "2020-07-06T09:00")[0][4] == "退回")
        // Known only from then on, and only from June on.
        #expect(try county.view("2020-06", asOf: "2020-07-05")[0][4] == "未核查")
        try county.lists(
            "2020-07", [own("CG-01", due: "2020-08-31", "已完成", done: "2020-06-20")],
            seen: "2020-08-03T10:00")
        #expect(try county.view("2020-07", asOf: "2020-08-04")[0][4] == "退回")
        try county.lists(
            "2020-08", [own("CG-01", due: "2020-08-31", "已完成", done: "2020-08-20")],
            seen: "2020-09-03T10:00")
        #expect(
            try county.view("2020-08", asOf: "2020-09-04") == [
                ["CG-01", "2020-08-31", "已完成", "2020-08-20", "未核查"]
            ])
    }

    @Test func `sent back and left out, it counts as not done`() throws {
        try county.lists(
            "2020-05", [own("CG-01", due: "2020-06-30", "已完成", done: "2020-05-20")],
            seen: "2020-06-03T10:00")
        try county.decide(.reopen("CG-01"), at: "2020-07-06T09:00")
        try county.lists("2020-06", [own("CG-02", due: "2020-09-30")], seen: "2020-07-06T10:00")
        let view = try county.view("2020-06", asOf: "2020-07-07")
        #expect(view.map(\.first) == ["CG-02", "CG-01"])
        #expect(view[1] == ["CG-01", "2020-06-30", "", "", "退回"])
    }

    @Test func `verified by the office, a row counts as checked and done`() throws {
        try county.lists(
            "2020-06", [own("CG-01", due: "2020-06-30")], seen: "2020-07-03T10:00")
        try county.decide(
            .close("CG-01", done: day("2020-06-29")), at: "2020-07-06T09:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-06T09:00") == [
                ["CG-01", "2020-06-30", "已完成", "2020-06-29", "未核查"]
            ])
        try county.decide(.verify("CG-01"), at: "2020-07-06T10:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-06T10:00") == [
                ["CG-01", "2020-06-30", "已销号", "2020-06-29", "通过"]
            ])
    }

    @Test
    func `what a rule opened counts once its unit has reported on it, also when it is left out`()
        throws
    {
        try county.villages("2020-05", seen: "2020-06-03T09:00", found: ["v1"])
        let item = try county.item(nil, "2020-05", asOf: "2020-06-04")
        #expect(try county.view("2020-05", asOf: "2020-06-04").isEmpty)
        try county.lists("2020-05", [own(item.number, due: "2020-06-10")], seen: "2020-06-04T10:00")
        #expect(try county.view("2020-05", asOf: "2020-06-05").count == 1)
        try county.lists("2020-06", [own("CG-02", due: "2020-09-30")], seen: "2020-07-03T10:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-04").map(\.first) == ["CG-02", item.number])
    }

    @Test func `a task of the tables counts for the unit of which the office has decided`() throws {
        let county = try ItemCounty(
            tasks: [
                CampaignTask(
                    id: "TK05", title: "村财乡管", who: ["township"], due: day("2020-06-30"),
                    quote: "")
            ])
        #expect(try county.view("2020-06", asOf: "2020-07-06").isEmpty)
        try county.lists(
            "2020-06",
            [own("CG-R-01", due: "2020-06-30", "已完成", done: "2020-06-20", indicator: "TK05")],
            seen: "2020-07-03T10:00")
        try county.decide(.reopen("TK05"), at: "2020-07-06T09:00")
        #expect(
            try county.view("2020-06", asOf: "2020-07-07") == [
                ["CG-R-01", "2020-06-30", "已完成", "2020-06-20", "退回"]
            ])
    }

    @Test func `rules see the rows as they were submitted`() throws {
        let number = try county.open(due: "2020-07-05", at: "2020-07-01T09:00")
        try county.lists("2020-06", [own(number, due: "2020-12-31")], seen: "2020-07-03T10:00")
        let view = try county.office.ledger.view(
            of: ItemCounty.form, in: month("2020-06"), of: county.office.campaign,
            asOf: at("2020-07-06"), for: .rules)
        #expect(try view.column("due_date").values.map(\.description) == ["2020-12-31"])
    }

    @Test func `facts and a view alone say the same`() throws {
        try county.villages("2020-05", seen: "2020-06-03T09:00", found: ["v1"])
        let item = try county.item(nil, "2020-05", asOf: "2020-06-04")
        try county.decide(.extend(item.number, due: day("2020-07-05")), at: "2020-07-05T09:00")
        let facts = try county.office.facts("2020-06", asOf: "2020-07-06")
        let view = try county.office.ledger.view(
            of: ItemCounty.form, in: month("2020-06"), of: county.office.campaign,
            asOf: at("2020-07-06"), for: .assessment)
        #expect(view.rows.count == 1)
        #expect(facts.views["ledger"] == view)
    }
}
