import Foundation
import Testing

/// Two campaigns on one machine, each with its own folders; and what happens where they are mixed up.
struct SideBySideTests {
    private let place: Workplace
    /// The campaign on patrols in the folders `fire…`, another one on wells in `well…`.
    private static let fire = arguments("fire")
    private static let well = arguments("well")

    init() throws {
        place = try Workplace()
        for name in ["fire", "well"] {
            try place.copy("Tests/Fixtures/OtherCampaign/Campaign", to: "\(name)/Campaign")
            try place.copy("Tests/Fixtures/OtherCampaign/Inbox", to: "\(name)/Inbox")
        }
        // The same county, the same farms, another subject: every form is another one.
        try rename(form: "patrol", to: "well_visit", in: "well")
        try rename(form: "depot", to: "pump", in: "well")
        try place.edit("well/Campaign/settings.csv", "森林防火巡护", "机井检修")
    }

    /// Gives a form another id; its sector keeps its name.
    private func rename(form: String, to id: String, in folder: String) throws {
        for (table, before) in [
            ("forms", "\n"), ("fields", "\n"), ("rules", ","), ("indicators", ","),
        ] {
            let path = "\(folder)/Campaign/\(table).csv"
            let text = try place.text(path)
            try place.write(text.replacing("\(before)\(form),", with: "\(before)\(id),"), to: path)
        }
    }

    private static func arguments(_ name: String, outbox: String? = nil, state: String? = nil)
        -> [String]
    {
        [
            "--campaign", "\(name)/Campaign", "--inbox", "\(name)/Inbox", "--outbox",
            "\(outbox ?? name)/Outbox", "--state", "\(state ?? name)/state", "--as-of",
            PatrolCounty.asOf,
        ]
    }

    /// Everything of a campaign but who held the lock last.
    private func lying(_ name: String) throws -> [String: Data] {
        try place.snapshot(name).filter { $0.key != "state/lock" }
    }

    private func run(_ arguments: [String], language: String = "zh") throws -> Outcome {
        try place.tongbao(["run"] + arguments + ["--lang", language])
    }

    @Test func `each has its own bulletin, and neither knows of the other`() throws {
        try run(Self.fire).expect(0).says("通报  fire/Outbox/2021-04/森林防火通报-2021年04月.xlsx")
        let fire = try lying("fire")
        try run(Self.well).expect(0).says("通报  well/Outbox/2021-04/")
        #expect(try lying("fire") == fire)
        try run(Self.fire).expect(0).says("2021-04 的输出没有变化")
        try run(Self.well).expect(0).says("2021-04 的输出没有变化")
    }

    @Test(arguments: [
        ("zh", "另一个活动（森林防火巡护）", "--state"), ("en", "another campaign (森林防火巡护)", "--state"),
    ])
    func `the other's ledger stops a run before anything is touched`(
        language: String, words: String, way: String
    ) throws {
        try run(Self.fire).expect(0)
        let before = try lying("fire")
        let mistaken = Self.arguments("well", state: "fire")
        try run(mistaken, language: language).expect(78).complains(words).complains(way)
        for command in ["status", "bulletin"] {
            try place.tongbao([command] + mistaken).expect(78)
        }
        try place.tongbao(["mail", "preview"] + mistaken).expect(78)
        #expect(try lying("fire") == before)
        #expect(!place.exists("well/Outbox"))
    }

    @Test(arguments: [("zh", "另一个活动（森林防火巡护）"), ("en", "another campaign (森林防火巡护)")])
    func `the other's Outbox stops a run before anything is touched`(
        language: String, words: String
    ) throws {
        try run(Self.fire).expect(0)
        let before = try lying("fire")
        try run(Self.arguments("well", outbox: "fire"), language: language).expect(78)
            .complains(words).complains("--outbox")
        #expect(try lying("fire") == before)
        #expect(!place.exists("well/state"), "no ledger is made")
    }

    @Test func `an Outbox whose bulletins were moved away is free`() throws {
        try run(Self.fire).expect(0)
        for period in try place.names(in: "fire/Outbox") where period.hasPrefix("20") {
            try FileManager.default.moveItem(
                at: place.folder.appending(path: "fire/Outbox/\(period)"),
                to: place.folder.appending(path: period))
        }
        try run(Self.arguments("well", outbox: "fire")).expect(0)
    }

    @Test func `units of another county are another campaign, whatever the forms`() throws {
        try run(Self.fire).expect(0)
        for table in ["units", "roster"] {
            let path = "fire/Campaign/\(table).csv"
            let text = try place.text(path).replacing("LC0", with: "XX0")
            try place.write(text.replacing("JG0", with: "YY0"), to: path)
        }
        try run(Self.fire).expect(78).complains("另一个活动")
    }

    @Test func `a new title, new rules and a form more or fewer are the same campaign`() throws {
        try run(Self.fire).expect(0)
        try place.edit("fire/Campaign/settings.csv", "森林防火巡护", "护林防火百日行动")
        try place.edit("fire/Campaign/forms.csv", "patrol,森林防火巡护月报表", "patrol,护林防火月报表")
        try rename(form: "depot", to: "store", in: "fire")
        let run = try run(Self.fire).expect(0)
        run.says("forms  新增 1：store；删去 1：depot；改动 1：patrol").says("settings  改动 1：campaign_title")
    }
}
