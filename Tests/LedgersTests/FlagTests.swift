import Campaigns
import Files
import Ledgers
import Testing

/// Flags of screens: what was listed, what became of it, and how often a screen was right.
struct FlagTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func flag(
        _ screen: String = "outlier", _ period: String = "2020-05", unit: String = "T1",
        subject: String? = "v1", fields: [String] = ["days"]
    ) -> NotedFlag {
        NotedFlag(
            screen: screen, form: "rural", unit: unit, period: month(period), subject: subject,
            fields: fields)
    }

    private func note(_ flags: NotedFlag..., of period: String, at moment: String) throws {
        try office.ledger.note(flags: flags, of: month(period), at: at(moment))
    }

    private func record(
        _ screen: String = "outlier", before period: String = "2020-07",
        asOf moment: String = "2020-08-06"
    ) throws -> ScreenRecord? {
        try office.ledger.flagHistory(
            before: month(period), flags: [], of: office.campaign, asOf: at(moment)
        ).records[screen]
    }

    private func outcome(
        _ flag: NotedFlag, asOf moment: String = "2020-08-06"
    ) throws -> FlagOutcome? {
        try office.ledger.flagHistory(
            before: month("2020-07"), flags: [flag], of: office.campaign, asOf: at(moment)
        ).outcomes.first
    }

    private func say(
        _ flag: NotedFlag, _ isConfirmed: Bool, at moment: String
    ) throws -> OfficeAct {
        try office.ledger.record(
            .suspicion(.init(flag, isConfirmed: isConfirmed)), reason: "已经查过", at: at(moment)
        ).act
    }

    @Test func `its number is the same whenever the same thing is flagged`() {
        #expect(flag().id == flag().id)
        #expect(flag().id.hasPrefix("YD") && flag().id.count == 10)
        let others = [
            flag("heaping"), flag("outlier", "2020-06"), flag(unit: "T2"), flag(subject: nil),
            flag(fields: ["site"]),
        ]
        #expect(Set(others.map(\.id) + [flag().id]).count == 6)
    }

    @Test func `a month's list is noted once`() throws {
        try note(flag(), of: "2020-05", at: "2020-06-06")
        try note(flag(), flag("heaping"), of: "2020-05", at: "2020-06-07")
        #expect(try record() == ScreenRecord(flagged: 1))
        #expect(try record("heaping") == nil)
    }

    @Test func `only the months before count, and not beyond a year`() throws {
        try note(flag("outlier", "2019-06"), of: "2019-06", at: "2019-07-06")
        try note(flag("outlier", "2019-07"), of: "2019-07", at: "2019-08-06")
        try note(flag("outlier", "2020-06"), of: "2020-06", at: "2020-07-06")
        try note(flag("outlier", "2020-07"), of: "2020-07", at: "2020-08-06")
        #expect(try record() == ScreenRecord(flagged: 2))
        #expect(try record(asOf: "2020-07-05") == ScreenRecord(flagged: 1))
    }

    @Test func `the office says what came of it, and takes it back`() throws {
        try note(flag(), of: "2020-05", at: "2020-06-06")
        let act = try say(flag(), true, at: "2020-06-08")
        #expect(try record() == ScreenRecord(flagged: 1, confirmed: 1))
        #expect(try record(asOf: "2020-06-07") == ScreenRecord(flagged: 1))
        #expect(try outcome(flag()) == .confirmed(.act(act.id, "已经查过")))
        _ = try say(flag(), false, at: "2020-06-09")
        #expect(try record() == ScreenRecord(flagged: 1, dismissed: 1))
        let last = try #require(office.ledger.acts().last)
        _ = try office.ledger.record(.revoke(last.id), reason: "看错了表", at: at("2020-06-10"))
        #expect(try record() == ScreenRecord(flagged: 1, confirmed: 1))
    }

    @Test(
        arguments: [
            ("虚报", "不符", "10", "v1", true), ("瞒报", "不符", "10", "v1", true),
            ("属实不符", "不符", "10", "v1", true), ("笔误", "不符", "10", "v1", nil),
            ("口径不一", "不符", "10", "v1", nil), ("待认定", "不符", "10", "v1", nil),
            ("相符", "相符", "21", "v1", false), ("虚报", "不符", "10", "v2", nil),
            ("相符", "相符", "21", "v2", nil),
        ] as [(String, String, String, String, Bool?)])
    func `an inspection of the same object confirms it, or finds it as it was reported`(
        verdict: String, result: String, observed: String, subject: String, isConfirmed: Bool?
    ) throws {
        try office.file(
            "inspection", nil, "2020-06",
            [
                visit(
                    "A1", on: "2020-05-29", observed: observed, feedback: "无异议",
                    verdict: verdict, result: result, of: subject)
            ], seen: "2020-06-05")
        let reason = FlagOutcome.Reason.inspection(visit: "A1", item: "I01")
        let expected: FlagOutcome =
            isConfirmed.map { $0 ? .confirmed(reason) : .dismissed(reason) } ?? .open
        #expect(try outcome(flag()) == expected)
        // Another month, another column: it says nothing of them.
        #expect(try outcome(flag("outlier", "2020-04")) == .open)
        #expect(try outcome(flag(fields: ["site"])) == .open)
        // One village that was right does not clear a whole sheet, one that was not convicts it.
        let sheet = flag("twin_sheets", subject: nil, fields: [])
        let convicts = ["虚报", "瞒报", "属实不符"].contains(verdict)
        #expect(try outcome(sheet) == (convicts ? .confirmed(reason) : .open))
    }

    @Test func `it goes quiet when too few were right, and wakes when more are`() throws {
        let flags = (1...6).map { flag("outlier", "2020-05", subject: "v\($0)") }
        try office.ledger.note(flags: flags, of: month("2020-05"), at: at("2020-06-06"))
        let settings = office.campaign.settings
        for (day, flag) in flags.prefix(4).enumerated() {
            _ = try say(flag, false, at: "2020-06-1\(day)")
        }
        #expect(try record()?.isQuiet(settings) == false)
        _ = try say(flags[4], false, at: "2020-06-20")
        let quiet = try #require(try record())
        #expect(quiet == ScreenRecord(flagged: 6, confirmed: 0, dismissed: 5))
        #expect(quiet.isQuiet(settings))
        _ = try say(flags[5], true, at: "2020-06-21")
        #expect(try record()?.isQuiet(settings) == true)
        _ = try say(flags[0], true, at: "2020-06-22")
        #expect(try record()?.isQuiet(settings) == false)
    }

    @Test func `what the office says of it does not make anybody's output anew`() throws {
        try office.file(
            "rural", "T1", "2020-05", [village("v1", ["days": .integer(3)])], seen: "2020-06-03")
        let before = try office.ledger.lastSubstance()
        try note(flag(), of: "2020-05", at: "2020-06-06")
        let act = try say(flag(), true, at: "2020-06-08")
        _ = try office.ledger.record(.revoke(act.id), reason: "看错了表", at: at("2020-06-10"))
        #expect(try office.ledger.lastSubstance() == before)
        _ = try office.ledger.record(
            .waive(.init(form: "rural", unit: "T2", period: month("2020-05"))), reason: "洪灾中断",
            at: at("2020-06-11"))
        #expect(try office.ledger.lastSubstance() > before)
    }

    @Test func `a ledger that is rebuilt from its events knows the same`() throws {
        try withTemporaryFolder { folder in
            var known: [String: ScreenRecord] = [:]
            do {
                let ledger = try Ledger.open(folder + "/old")
                try ledger.note(
                    flags: [flag(), flag("heaping", subject: nil)], of: month("2020-05"),
                    at: at("2020-06-06"))
                _ = try ledger.record(
                    .suspicion(.init(flag(), isConfirmed: true)), reason: "已经查过",
                    at: at("2020-06-07"))
                known = try Self.records(ledger)
            }
            try Files.createFolder(folder + "/new")
            try Files.write(
                Files.read(folder + "/old/events.jsonl"), to: folder + "/new/events.jsonl")
            #expect(try Self.records(Ledger.open(folder + "/new")) == known)
            #expect(known["outlier"] == ScreenRecord(flagged: 1, confirmed: 1))
        }
    }

    private static func records(_ ledger: Ledger) throws -> [String: ScreenRecord] {
        try ledger.flagHistory(
            before: month("2020-07"), flags: [], of: County.campaign, asOf: at("2020-07-06")
        ).records
    }
}
