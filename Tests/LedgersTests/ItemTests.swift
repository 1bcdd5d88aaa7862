import Campaigns
import Findings
import Ledgers
import Testing

/// Items of the three lists: what opens one, how it goes on, and that none is ever silently gone.
struct ItemTests {
    // MARK: By hand

    @Test func `the office opens an item, which bears the number of the act`() throws {
        let county = try ItemCounty()
        let number = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        let item = try county.item(asOf: "2020-07-06T09:00")
        #expect(item.number == number && item.source == .hand && item.state == .open)
        #expect(item.unit == "T1" && item.subject == "v1" && item.text == "公开栏没有更新")
        #expect(item.opened == day("2020-07-06") && item.due == day("2020-08-15"))
        #expect(item.reason == "县里定的" && item.isDecided && !item.isReported)
        #expect(try county.items("2020-06", asOf: "2020-07-06T08:59").isEmpty)
        #expect(try county.items("2020-05", asOf: "2020-07-06T09:00").isEmpty)
        #expect(try county.items("2020-09", asOf: "2020-07-06T09:00").count == 1)
    }

    @Test func `open, done, sent back, done again, verified: then it is past`() throws {
        let county = try ItemCounty()
        let number = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        func state(_ moment: String) throws -> ListItem.State {
            try county.item(asOf: moment).state
        }
        try county.decide(.close(number, done: day("2020-07-07")), at: "2020-07-08T09:00")
        #expect(try state("2020-07-07") == .open && state("2020-07-08T09:00") == .closed)
        #expect(try county.item(asOf: "2020-07-09").done == day("2020-07-07"))
        try county.decide(.reopen(number), at: "2020-07-10T09:00", reason: "没有公开收支")
        #expect(try state("2020-07-10T09:00") == .reopened)
        let sentBack = try county.item(asOf: "2020-07-11")
        #expect(sentBack.reopenings == 1 && sentBack.isOpen && sentBack.reason == "没有公开收支")
        try county.decide(.close(number, done: day("2020-07-12")), at: "2020-07-12T09:00")
        #expect(try state("2020-07-13") == .closed)
        try county.decide(.verify(number), from: "2020-07", at: "2020-08-06T09:00")
        #expect(try county.item(number, "2020-07", asOf: "2020-08-06T09:00").state == .verified)
        #expect(try !county.item(number, "2020-07", asOf: "2020-08-06T09:00").isPast)
        #expect(try county.item(number, "2020-08", asOf: "2020-08-06T09:00").isPast)
        // What was decided from July on changes nothing of June.
        #expect(try state("2020-08-06T09:00") == .closed)
    }

    @Test func `every later due date is counted, and taken back with its act`() throws {
        let county = try ItemCounty()
        let number = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        try county.decide(.extend(number, due: day("2020-08-31")), at: "2020-07-07T09:00")
        let second = try county.decide(
            .extend(number, due: day("2020-09-30")), at: "2020-07-08T09:00")
        let twice = try county.item(asOf: "2020-07-09")
        #expect(twice.due == day("2020-09-30") && twice.extensions == 2)
        #expect(twice.opened == day("2020-07-06"))
        _ = try county.office.ledger.record(
            .revoke(second), reason: "批早了", at: at("2020-07-10T09:00"))
        let once = try county.item(asOf: "2020-07-10T09:00")
        #expect(once.due == day("2020-08-31") && once.extensions == 1)
    }

    @Test func `a revoked verification leaves the item as it was before`() throws {
        let county = try ItemCounty()
        let number = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        try county.decide(.close(number, done: day("2020-07-06")), at: "2020-07-06T10:00")
        let verified = try county.decide(.verify(number), at: "2020-07-06T11:00")
        #expect(try county.item(asOf: "2020-07-06T11:00").state == .verified)
        _ = try county.office.ledger.record(
            .revoke(verified), reason: "没有核过", at: at("2020-07-06T12:00"))
        #expect(try county.item(asOf: "2020-07-06T12:00").state == .closed)
    }

    @Test
    func `a revoked opening takes the item away, and what was decided about it means nothing`()
        throws
    {
        let county = try ItemCounty()
        let number = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        try county.decide(.extend(number, due: day("2020-09-30")), at: "2020-07-07T09:00")
        let act = try #require(try county.office.ledger.acts().first)
        _ = try county.office.ledger.record(
            .revoke(act.id), reason: "交办错了", at: at("2020-07-08T09:00"))
        #expect(try county.items("2020-06", asOf: "2020-07-08T09:00").isEmpty)
        #expect(try county.view("2020-06", asOf: "2020-07-08T09:00").isEmpty)
    }

    @Test func `two items of the same words on different days are two`() throws {
        let county = try ItemCounty()
        let first = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        let second = try county.open(due: "2020-08-16", at: "2020-07-06T09:00")
        let again = try county.open(due: "2020-08-15", at: "2020-07-06T10:00")
        #expect(first != second && again == first)
        #expect(try county.items("2020-06", asOf: "2020-07-07").count == 2)
    }

    // MARK: By rules

    @Test
    func `what a named rule finds in an accepted return is a problem, due some workdays later`()
        throws
    {
        let county = try ItemCounty()
        let id = try county.villages("2020-06", seen: "2020-07-03T10:00", found: ["v2"])
        let item = try county.item(asOf: "2020-07-03T10:00")
        #expect(item.source == .rule("V32") && item.list == .problem && item.state == .open)
        #expect(item.unit == "T1" && item.subject == "v2")
        #expect(item.text == "“正式党员数”有5名，没有组建")
        // A Friday; five workdays later.
        #expect(item.opened == day("2020-07-03") && item.due == day("2020-07-10"))
        #expect(item.number.hasPrefix("XW") && item.number.hasSuffix("-1"))
        #expect(id > 0 && !item.isDecided)
    }

    @Test func `where the finding no longer holds the item waits to be checked, and is not gone`()
        throws
    {
        let county = try ItemCounty()
        try county.villages("2020-05", seen: "2020-06-03T10:00", found: ["v1"])
        try county.villages("2020-06", seen: "2020-07-03T10:00")
        #expect(try county.item(nil, "2020-05", asOf: "2020-07-04").state == .open)
        let item = try county.item(asOf: "2020-07-04")
        #expect(item.state == .closed && item.done == day("2020-06-30"))
        try county.decide(.verify(item.number), at: "2020-07-06T09:00")
        #expect(try county.item(asOf: "2020-07-06T09:00").state == .verified)
    }

    @Test func `a later revision of the same month closes it as well`() throws {
        let county = try ItemCounty()
        try county.villages("2020-06", seen: "2020-07-03T10:00", found: ["v1"])
        let number = try county.item(asOf: "2020-07-03T10:00").number
        try county.villages("2020-06", seen: "2020-07-04T10:00")
        let item = try county.item(asOf: "2020-07-04T10:00")
        #expect(item.state == .closed && item.number == number)
    }

    @Test func `a month without a return leaves it open`() throws {
        let county = try ItemCounty()
        try county.villages("2020-05", seen: "2020-06-03T10:00", found: ["v1"])
        #expect(try county.item(asOf: "2020-07-20").state == .open)
    }

    @Test func `a finding that comes back reopens its item, also after it was verified`() throws {
        let county = try ItemCounty()
        try county.villages("2020-04", seen: "2020-05-03T10:00", found: ["v1"])
        let number = try county.item(nil, "2020-04", asOf: "2020-05-04").number
        try county.villages("2020-05", seen: "2020-06-03T10:00")
        try county.decide(.verify(number), from: "2020-05", at: "2020-06-06T09:00")
        #expect(try county.item(number, asOf: "2020-06-07").isPast)
        try county.villages("2020-06", seen: "2020-07-03T10:00", found: ["v1"])
        let item = try county.item(number, asOf: "2020-07-04")
        #expect(item.state == .reopened && item.reopenings == 1 && !item.isPast)
    }

    @Test func `sent back, it waits for a return in which the finding is gone`() throws {
        let county = try ItemCounty()
        try county.villages("2020-04", seen: "2020-05-03T10:00", found: ["v1"])
        try county.villages("2020-05", seen: "2020-06-03T10:00")
        let number = try county.item(nil, "2020-05", asOf: "2020-06-04").number
        try county.decide(.reopen(number), from: "2020-05", at: "2020-06-06T09:00")
        #expect(try county.item(number, "2020-05", asOf: "2020-06-07").state == .reopened)
        // Nothing new: the same data again is no proof.
        try county.villages("2020-06", seen: "2020-07-03T10:00")
        #expect(try county.item(number, "2020-06", asOf: "2020-07-04").state == .reopened)
    }

    @Test func `its number stays where a late return shows the finding in an earlier month`() throws
    {
        let county = try ItemCounty()
        try county.villages("2020-06", seen: "2020-07-03T10:00", found: ["v1"])
        let number = try county.item(asOf: "2020-07-04").number
        try county.villages("2020-05", seen: "2020-07-05T10:00", found: ["v1"])
        #expect(try county.item(asOf: "2020-07-06").number == number)
        #expect(try county.item(nil, "2020-05", asOf: "2020-07-06").number == number)
    }

    @Test func `a file that the office took back opens nothing`() throws {
        let county = try ItemCounty()
        try county.villages(
            "2020-06", seen: "2020-07-03T10:00", found: ["v1"], name: "2020-06/a.xlsx")
        let file = try #require(try county.office.ledger.files(named: "a.xlsx").first)
        _ = try county.office.ledger.record(
            .withdraw(sha256: file.sha256, path: file.path, period: nil), reason: "放错了",
            at: at("2020-07-04"))
        #expect(try county.items("2020-06", asOf: "2020-07-04").isEmpty)
    }

    @Test(arguments: [
        (ItemCounty.rule("V32", .suspicion), Severity.suspicion),
        (ItemCounty.rule("V32", state: .trial), .query),
        (ItemCounty.rule("V32", state: .retired), .query),
    ])
    func `no suspicion and no rule on trial opens an item`(rule: Rule, severity: Severity) throws {
        let county = try ItemCounty(rules: [rule])
        try county.villages("2020-06", seen: "2020-07-03T10:00", found: ["v1"], severity)
        #expect(try county.items("2020-06", asOf: "2020-07-04").isEmpty)
    }

    @Test func `a rule that the setting does not name opens nothing, nor does a returned file`()
        throws
    {
        let county = try ItemCounty(opening: "V37")
        try county.villages("2020-06", seen: "2020-07-03T10:00", found: ["v1"])
        #expect(try county.items("2020-06", asOf: "2020-07-04").isEmpty)
        let other = try ItemCounty()
        try other.office.file(
            "rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-03T10:00",
            status: .returned,
            findings: [
                Finding(
                    code: "V32", severity: .query, at: Place(file: "f.xlsx"),
                    subject: .init(code: "v1", name: "v1"), message: Bilingual("没有组建", "none"))
            ])
        #expect(try other.items("2020-06", asOf: "2020-07-04").isEmpty)
    }

    // MARK: By inspections and tables

    @Test func `a confirmed verdict opens a problem once the unit can no longer answer`() throws {
        let county = try ItemCounty()
        try county.office.file(
            "inspection", nil, "2020-06",
            [visit("AF1", on: "2020-06-10"), visit("AF2", on: "2020-06-10", verdict: "待认定")],
            seen: "2020-06-11T10:00")
        #expect(try county.items("2020-06", asOf: "2020-06-12").isEmpty)
        let item = try county.item(asOf: "2020-06-20")
        #expect(item.source == .inspection && item.text == "暗访认定“虚报”：坐班")
        #expect(item.unit == "T1" && item.subject == "v1")
        #expect(item.opened == day("2020-06-10") && item.due == day("2020-06-18"))
        #expect(!item.number.contains("AF"))
        // The office gives the charge up.
        _ = try county.office.ledger.record(
            .verdict(
                .init(
                    form: "inspection", visit: "AF1", item: "I01", subject: "v1",
                    period: month("2020-06"),
                    verdict: "笔误", feedback: nil)), reason: "查实是笔误", at: at("2020-07-01"))
        #expect(try county.items("2020-06", asOf: "2020-07-01").isEmpty)
    }

    @Test func `a task of the tables stands once a unit, and is done as its own rows say`() throws {
        let task = CampaignTask(
            id: "TK05", title: "村财乡管", who: ["township"], due: day("2020-12-31"), quote: "制度")
        let county = try ItemCounty(tasks: [task])
        #expect(
            try county.items("2020-06", asOf: "2020-07-06").map(\.unit) == ["T1", "T2"])
        try county.lists(
            "2020-06",
            [own("CG-R-01", due: "2020-10-01", "已完成", done: "2020-06-20", indicator: "TK05")],
            seen: "2020-07-03T10:00")
        let items = try county.items("2020-06", asOf: "2020-07-06").filter { $0.unit == "T1" }
        #expect(items.map(\.number) == ["CG-R-01", "TK05"] || items.count == 2)
        let own = try #require(items.first { $0.number == "TK05" })
        #expect(own.state == .closed && own.ownNumber == "CG-R-01" && own.isReported)
        #expect(own.due == day("2020-12-31") && !own.isDecided)
    }

    // MARK: The units' own

    @Test func `a unit's own item goes on from month to month under its number`() throws {
        let county = try ItemCounty()
        try county.lists("2020-05", [own("CG-01", due: "2020-07-31")], seen: "2020-06-03T10:00")
        try county.lists(
            "2020-06", [own("ＣＧ-01", due: "2020-07-31", "已完成", done: "2020-06-28")],
            seen: "2020-07-03T10:00")
        #expect(try county.item(nil, "2020-05", asOf: "2020-07-04").state == .open)
        let item = try county.item(asOf: "2020-07-04")
        #expect(item.state == .closed && item.source == .own("自查") && item.isReported)
        #expect(item.extensions == 0 && !item.isDecided)
    }

    @Test func `a due date that its unit moves is counted, whatever its own count says`() throws {
        let county = try ItemCounty()
        for (period, due, seen) in [
            ("2020-04", "2020-05-31", "2020-05-03"), ("2020-05", "2020-06-30", "2020-06-03"),
            ("2020-06", "2020-07-31", "2020-07-03"),
        ] { try county.lists(period, [own("CG-01", due: due)], seen: seen + "T10:00") }
        #expect(try county.item(asOf: "2020-07-04").extensions == 2)
    }

    @Test func `what a unit no longer lists stays open, and says so`() throws {
        let county = try ItemCounty()
        try county.lists("2020-05", [own("CG-01", due: "2020-06-30")], seen: "2020-06-03T10:00")
        try county.lists("2020-06", [own("CG-02", due: "2020-09-30")], seen: "2020-07-03T10:00")
        let item = try county.item("CG-01", asOf: "2020-07-04")
        #expect(item.state == .open && !item.isReported && item.reason == "本月清单中没有列")
        #expect(item.isDue(on: day("2020-07-04")))
    }

    @Test func `a number like the county's that the county does not have is asked about`() throws {
        let county = try ItemCounty()
        try county.lists("2020-06", [own("XW3191", due: "2020-09-30")], seen: "2020-07-03T10:00")
        #expect(try county.item(asOf: "2020-07-04").reason == "县里没有这个编号，请核对")
    }

    @Test func `verified by its unit, it is listed that month and past in the next`() throws {
        let county = try ItemCounty()
        let done = own(
            "CG-01", due: "2020-06-30", "已销号", done: "2020-05-20", verify: "通过")
        try county.lists("2020-05", [done], seen: "2020-06-03T10:00")
        try county.lists("2020-06", [done], seen: "2020-07-03T10:00")
        let may = try county.item(nil, "2020-05", asOf: "2020-07-04")
        #expect(may.state == .verified && !may.isPast)
        #expect(try county.item(asOf: "2020-07-04").isPast)
    }

    @Test func `of two rows with one number the one that is not done counts`() throws {
        let county = try ItemCounty()
        try county.lists(
            "2020-06",
            [
                own("CG-01", due: "2020-06-30", "已完成", done: "2020-06-20"),
                own("CG-01", due: "2020-06-30"),
            ], seen: "2020-07-03T10:00")
        #expect(try county.item(asOf: "2020-07-04").state == .open)
    }

    @Test func `a merged unit's items go to the unit that it went into`() throws {
        var units = County.units
        units[0].validTo = day("2020-06-15")
        units[0].mergedInto = "T2"
        let county = try ItemCounty(units: units)
        try county.lists("2020-05", [own("CG-01", due: "2020-09-30")], seen: "2020-06-03T10:00")
        #expect(try county.item(nil, "2020-05", asOf: "2020-07-04").unit == "T1")
        #expect(try county.item(asOf: "2020-07-04").unit == "T2")
    }

    @Test func `months asked for together say what each says alone, also across a merger`() throws {
        var units = County.units
        let place = try #require(units.firstIndex { $0.code == "T2" })
        units[place].validTo = day("2020-05-31")
        units[place].mergedInto = "T1"
        let county = try ItemCounty(units: units)
        try county.lists("2020-04", [own("1", due: "2020-05-31")], of: "T2", seen: "2020-05-03")
        try county.lists("2020-04", [own("1", due: "2020-05-31")], seen: "2020-05-03")
        try county.lists("2020-05", [own("2", due: "2020-06-30")], of: "T2", seen: "2020-06-03")
        try county.lists(
            "2020-05", [own("1", due: "2020-06-30", "已完成", done: "2020-05-20", verify: "通过")],
            seen: "2020-06-03")
        try county.lists(
            "2020-06", [own("2", due: "2020-07-31"), own("2", due: "2020-07-31", "已完成")],
            seen: "2020-07-03")
        let months = ["2020-04", "2020-05", "2020-06", "2020-07", "2020-05"].map(month)
        let ledger = county.office.ledger
        let facts = try ledger.facts(of: months, of: county.office.campaign, asOf: at("2020-08-20"))
        for (month, facts) in zip(months, facts) {
            let alone = try county.items(month.description, asOf: "2020-08-20")
            #expect(!alone.isEmpty && facts.items == alone, "\(month)")
        }
        #expect(facts[1].items.map(\.unit) == ["T1", "T2", "T2"])
        #expect(facts[2].items.map(\.unit) == ["T1", "T1"])
    }

    // MARK: Days

    @Test func `an item is due from its day on, and next month's are told apart`() throws {
        let county = try ItemCounty()
        _ = try county.open(due: "2020-07-31", at: "2020-07-06T09:00")
        let item = try county.item(asOf: "2020-07-06T09:00")
        #expect(!item.isDue(on: day("2020-07-30")) && item.isDue(on: day("2020-07-31")))
        #expect(item.isDueNextMonth(after: day("2020-06-30")))
        #expect(!item.isDueNextMonth(after: day("2020-07-01")))
        #expect(!item.isDueNextMonth(after: day("2020-05-31")))
    }
}
