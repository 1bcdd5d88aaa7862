import Campaigns
import Files
import Ledgers
import Testing

/// Decisions on items and on objections as events: they rebuild the ledger, and can be revoked.
struct ListActTests {
    private let protest = OfficeAct.Protest(
        unit: "T1", period: month("2020-06"), about: "R06", text: "三村六月已经建成")

    private func object(_ county: ItemCounty) throws -> Int {
        try county.office.ledger.record(
            .objection(protest), reason: protest.text, at: at("2020-07-07T09:00")
        ).act.id
    }

    private func decide(
        _ county: ItemCounty, _ number: Int, _ isUpheld: Bool, at moment: String
    ) throws -> Int {
        try county.office.ledger.record(
            .objectionDecision(number, isUpheld: isUpheld), reason: "实地看过", at: at(moment)
        ).act.id
    }

    @Test func `an objection stands at its figure until it is decided, and changes none`() throws {
        let county = try ItemCounty()
        let before = try county.office.facts("2020-06", asOf: "2020-07-08")
        let number = try object(county)
        var facts = try county.office.facts("2020-06", asOf: "2020-07-08")
        #expect(facts.objections.map(\.number) == [number])
        #expect(facts.objections[0].about == "R06" && facts.objections[0].outcome == nil)
        #expect(facts.views == before.views)
        _ = try decide(county, number, true, at: "2020-07-09T09:00")
        facts = try county.office.facts("2020-06", asOf: "2020-07-09T09:00")
        #expect(facts.objections[0].outcome?.isUpheld == true)
        #expect(facts.objections[0].outcome?.reason == "实地看过")
        #expect(facts.views == before.views)
        #expect(try county.office.facts("2020-05", asOf: "2020-07-10").objections.isEmpty)
    }

    @Test func `a decision can be revoked and given anew; an objection can be taken back`() throws {
        let county = try ItemCounty()
        let number = try object(county)
        let decision = try decide(county, number, true, at: "2020-07-09T09:00")
        _ = try county.office.ledger.record(
            .revoke(decision), reason: "看错了村", at: at("2020-07-10T09:00"))
        func outcome() throws -> Bool? {
            try county.office.facts("2020-06", asOf: "2020-07-20").objections.first?.outcome?
                .isUpheld
        }
        #expect(try outcome() == nil)
        _ = try decide(county, number, false, at: "2020-07-11T09:00")
        #expect(try outcome() == false)
        _ = try county.office.ledger.record(
            .revoke(number), reason: "单位撤回了", at: at("2020-07-12T09:00"))
        #expect(try county.office.facts("2020-06", asOf: "2020-07-20").objections.isEmpty)
    }

    @Test func `every kind of decision is read back as it was written`() throws {
        let county = try ItemCounty()
        let number = try county.open(due: "2020-08-15", at: "2020-07-06T09:00")
        let steps: [OfficeAct.ItemDecision.Step] = [
            .extend(number, due: day("2020-08-31")), .close(number, done: day("2020-07-06")),
            .verify(number), .reopen(number),
        ]
        for step in steps { try county.decide(step, at: "2020-07-07T09:00") }
        let read = try county.office.ledger.acts().dropFirst().map(\.content)
        #expect(
            read
                == steps.map {
                    .item(.init(unit: "T1", period: month("2020-06"), step: $0))
                })
    }

    @Test func `the events alone make the same ledger`() throws {
        try withTemporaryFolder { folder in
            var known = ""
            do {
                let office = Office(try Ledger.open(folder + "/old"))
                func record(_ content: OfficeAct.Content, _ moment: String) throws -> Int {
                    try office.ledger.record(content, reason: "县里定的", at: at(moment)).act.id
                }
                let period = month("2020-06")
                let opened = try record(
                    .item(
                        .init(
                            unit: "T1", period: period,
                            step: .open(
                                .init(
                                    list: .duty, subject: "v1", text: "按季报告",
                                    due: day("2020-08-15"))))), "2020-07-06T09:00")
                let number = OfficeAct.ItemDecision.number(of: opened, in: .duty)
                #expect(number == "XZ\(opened)")
                for step in [
                    OfficeAct.ItemDecision.Step.extend(number, due: day("2020-09-30")),
                    .close(number, done: day("2020-07-06")), .verify(number), .reopen(number),
                ] {
                    _ = try record(
                        .item(.init(unit: "T1", period: period, step: step)), "2020-07-07T09:00")
                }
                let objection = try record(.objection(protest), "2020-07-08T09:00")
                let decision = try record(
                    .objectionDecision(objection, isUpheld: false), "2020-07-09T09:00")
                _ = try record(.revoke(decision), "2020-07-10T09:00")
                known = try text(of: office.ledger)
            }
            try Files.createFolder(folder + "/new")
            try Files.write(
                try Files.read(folder + "/old/events.jsonl"), to: folder + "/new/events.jsonl")
            #expect(try text(of: Ledger.open(folder + "/new")) == known)
            #expect(try LedgerVerification(folder: folder + "/old").faults.isEmpty)
        }
    }
}
