import Testing
import Workbooks

@testable import Campaigns

/// Two versions of the tables side by side: one row is changed at a time, on 15 July 2020.
struct CampaignChangeTests {
    private let old = SmallCampaign()

    /// What is said of the change: kind, code, columns, before → after, and the warning.
    private func said(_ new: SmallCampaign, on day: String = "2020-07-15") throws -> [String] {
        try change(new, on: day).subjects.map { subject in
            [
                subject.kind.rawValue, subject.code, subject.columns.joined(separator: ","),
                "\(subject.before) → \(subject.after)", subject.warning?.rawValue ?? "",
            ].joined(separator: " | ")
        }
    }

    private func change(_ new: SmallCampaign, on day: String = "2020-07-15") throws
        -> CampaignChange
    {
        try CampaignChange(
            from: old.reading.draft, to: new.reading.draft, on: #require(CivilDate(day)))
    }

    private func roster(_ old: String, _ new: String) -> SmallCampaign {
        self.old.with("roster", old, new)
    }

    private static let last = "1003,东关村,,rural,102,,,,,"

    @Test func `the same tables are no change, also in another order of columns`() throws {
        #expect(try change(old).isEmpty)
        let shuffled = old.with("choices", "list,value,spelling", "list,value,spelling,")
        #expect(try change(shuffled).isEmpty)
    }

    @Test func `a new entry is named with its unit`() throws {
        let new = roster(Self.last, Self.last + "\n1004,南关村,,rural,102,,,2020-07-01,,")
        #expect(try said(new) == ["came | 1004 |  |  → 河口镇 | "])
    }

    @Test(arguments: [
        ("", "pastGrows"), ("2020-06-30", "pastJoins"), ("2020-01-01", "pastJoins"),
    ])
    func `a new entry that past months expect too is warned of`(
        from: String, warning: String
    ) throws {
        let new = roster(Self.last, Self.last + "\n1004,南关村,,rural,102,,,\(from),,")
        #expect(try said(new) == ["came | 1004 |  |  → 河口镇 | \(warning)"])
    }

    @Test func `a unit that ends and leaves entries behind is warned of`() throws {
        let row = "102,河口镇人民政府,河口镇,,township,乡镇组,,b@county.example,,"
        let ended = old.with("units", row + ",", row + "2020-07-31,")
        #expect(try said(ended) == ["went | 102 | valid_to |  → 2020-07-31 | entriesLeft"])
        let merged = old.with("units", row + ",", row + "2020-07-31,101")
        #expect(try said(merged) == ["merged | 102 | merged_into |  → 城关镇人民政府 | entriesLeft"])
        #expect(
            try said(merged.with("roster", "rural,102", "rural,101")).first
                == "merged | 102 | merged_into |  → 城关镇人民政府 | ")
    }

    @Test func `a closed entry is told with its last day`() throws {
        let new = roster("102,,,,,", "102,,,,2020-07-31,")
        #expect(try said(new) == ["went | 1003 | valid_to |  → 2020-07-31 | "])
    }

    @Test func `only the last days of months that have ended count as past`() throws {
        let june = roster("102,,,,,", "102,,,,2020-06-30,")
        #expect(try said(june) == ["went | 1003 | valid_to |  → 2020-06-30 | "])
        let earlier = roster("102,,,,,", "102,,,,2020-06-29,")
        #expect(try said(earlier) == ["went | 1003 | valid_to |  → 2020-06-29 | pastShrinks"])
        #expect(
            try said(earlier, on: "2020-06-30") == ["went | 1003 | valid_to |  → 2020-06-29 | "],
            "on its last day June has not ended")
    }

    @Test func `a row that is deleted instead of closed is warned of`() throws {
        #expect(
            try said(roster("\n" + Self.last, "")) == ["removed | 1003 |  | 河口镇 →  | rowDeleted"])
    }

    @Test func `the same name under another code is one entry that was recoded`() throws {
        #expect(
            try said(roster("1003,", "1999,")) == [
                "recoded | 1999 | code | 1003 → 1999 | codeChanged"
            ])
    }

    @Test func `a new name whose old one is no alias is warned of`() throws {
        #expect(
            try said(roster("1002,西关村,", "1002,西关新村,")) == [
                "renamed | 1002 | name | 西关村 → 西关新村 | oldNameUnknown"
            ])
        #expect(
            try said(roster("1002,西关村,", "1002,西关新村,西关村")) == [
                "renamed | 1002 | name | 西关村 → 西关新村 | ", "changed | 1002 | aliases |  → 西关村 | ",
            ])
    }

    @Test func `a merged entry is told with the one that it went into`() throws {
        #expect(
            try said(roster("102,,,,,", "102,,,,2020-07-31,1002")) == [
                "merged | 1003 | merged_into |  → 西关村 | "
            ])
        #expect(
            try said(roster("102,,,,,", "102,,,,,1002")) == [
                "merged | 1003 | merged_into |  → 西关村 | stillExpected"
            ])
    }

    @Test func `another unit takes the open months along, another co-unit does not`() throws {
        #expect(
            try said(roster("rural,102", "rural,101")) == [
                "moved | 1003 | unit | 河口镇 → 城关镇 | pastMoves"
            ])
        #expect(
            try said(roster("101,201,", "101,,")) == ["moved | 1001 | co_unit | 财政局 →  | "])
    }

    @Test func `attributes, mailboxes and rank groups are told by their columns`() throws {
        #expect(try said(roster("201,是", "201,否")) == ["changed | 1001 | fs_village | 是 → 否 | "])
        let units = old.with("units", "部门组,是,c@", "直属组,是,d@")
        #expect(
            try said(units) == [
                "moved | 201 | rank_group | 部门组 → 直属组 | ",
                "changed | 201 | mailbox | c@county.example → d@county.example | ",
            ])
    }

    @Test func `other tables tell which rows are new, gone and different`() throws {
        let new = old.with("settings", "due_day,5", "due_day,6")
            .with("settings", "share_open,,率,left open,,", "late_points,1,,default,,")
            .with("rules", "建档{cur.file_done}多于", "建档{cur.file_done}大于")
            .with("fields", "rural,site_days,开放天数", "rural,open_days,开放天数")
        let tables = try change(new).tables
        #expect(tables.map(\.table.rawValue) == ["settings", "fields", "rules"])
        #expect(tables[0].added == ["late_points"] && tables[0].removed == ["share_open"])
        #expect(tables[0].changed == ["due_day"])
        #expect(tables[1].added == ["rural.open_days"] && tables[1].removed == ["rural.site_days"])
        #expect(tables[2].changed == ["V21"] && tables[2].added.isEmpty)
    }

    @Test(arguments: [
        ("实发报酬,,decimal,万元", "实发报酬,,decimal,元", "pay_paid unitChanged(from: \"万元\")"),
        ("实发报酬,,decimal", "已发报酬,,decimal", "pay_paid headLost(\"实发报酬\")"),
        ("实发报酬,,decimal", "已发报酬,实发报酬,decimal", ""),
        ("村干部人数,村干部数,integer,人,yes", "村干部人数,,integer,人,yes", ""),
        (
            "rural,site,场所状态", "rural,visits,走访数,,integer,户,yes,,,,,,,,\nrural,site,场所状态",
            "visits newlyRequired"
        ),
        ("rural,site,场所状态", "rural,visits,走访数,,integer,户,,,,,,,,,\nrural,site,场所状态", ""),
    ])
    func `a column that reaches into the ledger or into sheets under way is warned of`(
        old: String, new: String, warning: String
    ) throws {
        let fields = try change(self.old.with("fields", old, new)).fields
        #expect(fields.map { "\($0.field) \($0.warning)" } == (warning.isEmpty ? [] : [warning]))
    }

    @Test func `a note that only people read is no change`() throws {
        #expect(try change(old.with("settings", "formal_min,3,人", "formal_min,3,名")).isEmpty)
    }

    @Test func `other weights are said, for they hide the change of rank`() throws {
        #expect(try !change(old.with("indicators", ",linear,,60", ",monthly,,60")).changesWeights)
        #expect(try change(old.with("indicators", ",linear,,60", ",linear,,50")).changesWeights)
    }

    /// The months from May to July that count otherwise by other tables.
    private func months(_ new: SmallCampaign) throws -> [String] {
        let periods = try ["2020-05", "2020-06", "2020-07"].map { try #require(Period($0)) }
        return CampaignChange.months(
            periods, countedOtherwiseThanBy: old.reading.draft, by: new.reading.draft
        ).map(\.description)
    }

    @Test func `another unit in a row changes every month, a row from a day on none before`() throws
    {
        let moved = roster("1002,西关村,,rural,101,,否,,,", "1002,西关村,,rural,102,,否,,,")
        #expect(try months(moved) == ["2020-05", "2020-06", "2020-07"])
        let dated = roster(
            "1002,西关村,,rural,101,,否,,,",
            "1002,西关村,,rural,101,,否,,2020-06-30,1102\n1102,西关村,,rural,102,,否,2020-07-01,,")
        #expect(try months(dated) == ["2020-07"])
        #expect(
            try said(dated) == [
                "merged | 1002 | merged_into |  → 西关村 | ", "came | 1102 |  |  → 河口镇 | ",
            ])
        #expect(try months(old.with("units", "a@county", "z@county")) == [])
    }
}

struct CampaignIdentityTests {
    private let identity = CampaignIdentity(
        title: "甲", forms: ["depot", "patrol"], units: ["101", "102"])

    @Test func `one form and one unit in common make the same campaign, whatever the title`() {
        let later = CampaignIdentity(
            title: "乙", forms: ["patrol", "wells"], units: ["102", "103"])
        #expect(identity.isSameCampaign(as: later) && later.isSameCampaign(as: identity))
    }

    @Test func `no form, or no unit, in common makes another one`() {
        #expect(
            !identity.isSameCampaign(
                as: CampaignIdentity(title: "甲", forms: ["wells"], units: ["101"])))
        #expect(
            !identity.isSameCampaign(
                as: CampaignIdentity(title: "甲", forms: ["patrol"], units: ["901"])))
    }

    @Test func `tables that say nothing are not held against it`() {
        #expect(identity.isSameCampaign(as: CampaignIdentity(title: "", forms: [], units: [])))
    }
}
