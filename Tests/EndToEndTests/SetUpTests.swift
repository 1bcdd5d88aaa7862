import Foundation
import Testing

/// What the administrator may have set up wrongly: it is named, and nothing is touched.
struct SetUpTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
    }

    @Test(arguments: ["zh", "en"])
    func `a missing table is named`(language: String) throws {
        try FileManager.default.removeItem(at: place.folder.appending(path: "Campaign/units.csv"))
        let run = try county.tongbao("run", "--lang", language)
        run.expect(78).complains("F501").complains("units")
        expectNothingTouched()
        try place.tongbao("campaign", "check", "Campaign", "--lang", language).expect(1)
            .says("F501")
    }

    @Test(arguments: [
        ("zh", "rules.csv › 第2行 › E2: 错误 F506"), ("en", "rules.csv › line 2 › E2: error F506"),
    ])
    func `a wrong formula is named by file and cell`(language: String, place: String) throws {
        try county.place.edit("Campaign/rules.csv", "cur.walked > cur.planned", "cur.walkd > 1")
        try county.tongbao("run", "--lang", language).expect(78).complains(place)
            .complains("cur.walked")
        expectNothingTouched()
        try county.place.tongbao("campaign", "check", "Campaign", "--lang", language).expect(1)
            .says(place)
    }

    @Test func `a wrong value is named by file and cell`() throws {
        try place.edit("Campaign/settings.csv", "due_day,10", "due_day,十号")
        try county.tongbao("run").expect(78).complains("settings.csv › 第5行 › B5")
        expectNothingTouched()
    }

    @Test func `the fault of a packed campaign is named by sheet and cell`() throws {
        try place.edit("Campaign/roster.csv", "PQ05,风垭口片区,,area,LC03", "PQ05,风垭口片区,,area,LC09")
        try place.tongbao("campaign", "pack", "Campaign", "活动.xlsx").expect(0)
        try place.tongbao("run", "--campaign", "活动.xlsx", "--as-of", PatrolCounty.asOf)
            .expect(78).complains("活动.xlsx › roster › E6")
        expectNothingTouched()
    }

    @Test func `no campaign and no inbox are faults of the set-up`() throws {
        try place.tongbao("run", "--campaign", "nowhere").expect(78).complains("nowhere")
        expectNothingTouched()
        try county.tongbao("run", "--inbox", "nowhere").expect(78).complains("nowhere")
        expectNothingTouched()
    }

    @Test(arguments: [
        ["run", "--bogus"], ["run", "--period", "2021"], ["run", "--as-of", "yesterday"],
        ["run", "--lang", "fr"], ["check"], ["dump"], ["demo", "x", "--townships", "0"],
        ["demo", "x", "--until", "2020"], ["campaign", "diff"],
        ["campaign", "diff", "a", "b", "c"],
        ["explain", "没有这个单位"], ["bogus"],
    ])
    func `usage ends with 64`(arguments: [String]) throws {
        let campaign = ["run", "explain"].contains(arguments[0]) ? ["--campaign", "Campaign"] : []
        let outcome = try place.tongbao(arguments + campaign)
        outcome.expect(64)
        #expect(!outcome.stderr.isEmpty, "\(outcome)")
        #expect(!outcome.stderr.hasSuffix("是不是\n"), "no proposal where there is none: \(outcome)")
        expectNothingTouched()
    }

    @Test(arguments: [
        ["check", "没有.xlsx"], ["dump", "没有.xlsx"], ["campaign", "check", "没有"],
        ["campaign", "diff", "没有"],
    ])
    func `no such file ends with 66`(arguments: [String]) throws {
        let campaign = arguments[0] == "check" ? ["--campaign", "Campaign"] : []
        try place.tongbao(arguments + campaign).expect(66).complains(
            "没有.xlsx".prefix(2).description)
    }

    @Test func `an outbox that cannot be written ends with 73`() throws {
        try place.write("a file where the folder should be", to: "Outbox")
        try county.tongbao("run").expect(73).complains("写不了")
    }

    @Test func `a clock behind the ledger is a fault of the set-up`() throws {
        try county.tongbao("run").expect(0)
        let before = try place.snapshot("Outbox")
        try place.tongbao("run", "--campaign", "Campaign", "--as-of", "2021-05-10T09:00")
            .expect(78)
        #expect(try place.snapshot("Outbox") == before)
    }

    private func expectNothingTouched(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!place.exists(".tongbao"), "no state folder", sourceLocation: sourceLocation)
        #expect(!place.exists("Outbox"), "no Outbox", sourceLocation: sourceLocation)
    }
}
