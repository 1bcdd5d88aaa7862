import Campaigns
import Files
import Formulas
import Ledgers
import Testing

/// The office's own acts: known from their moment on, until they are revoked.
///
/// June is due on 5 July, 17:00.
struct OfficeActTests {
    let office: Office
    private let june = ExpectedReturn.Key(form: "rural", unit: "T1", period: month("2020-06"))

    init() throws {
        office = try Office()
    }

    @discardableResult
    private func act(
        _ content: OfficeAct.Content, at moment: String, reason: String = "洪灾，路断了"
    ) throws -> Int {
        try office.ledger.record(content, reason: reason, at: at(moment)).act.id
    }

    private func owed(asOf moment: String) throws -> ExpectedReturn {
        try #require(
            office.facts("2020-06", asOf: moment).expected.first {
                $0.form == "rural" && $0.unit == "T1"
            })
    }

    @discardableResult
    private func file(
        _ cadres: Int, seen: String, name: String = "城关镇.xlsx",
        status: Delivery.Status = .accepted
    ) throws -> Int {
        try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(cadres)])], seen: seen,
            name: "2020-06/\(name)", status: status)
    }

    private func cadres(asOf moment: String) throws -> SQLValue? {
        try office.column("cadres", "2020-06", asOf: moment)["v1"]
    }

    // MARK: Two times

    @Test func `a waiver is known from its moment on, and no longer once it is revoked`() throws {
        let waiver = try act(.waive(june), at: "2020-07-03T09:00")
        try act(.revoke(waiver), at: "2020-07-07T09:00", reason: "办错了单位")
        #expect(try owed(asOf: "2020-07-03T08:59").relief == nil)
        #expect(try owed(asOf: "2020-07-03T09:00").relief == .waived(reason: "洪灾，路断了"))
        #expect(try owed(asOf: "2020-07-06").isExcused)
        #expect(try owed(asOf: "2020-07-07T09:00").isMissing)
        let then = try office.ledger.acts(asOf: at("2020-07-06"))
        #expect(then.map(\.id) == [waiver] && then[0].revokedBy == nil)
        let now = try office.ledger.acts()
        #expect(now.map(\.content.word) == ["waive", "revoke"])
        #expect(now[0].revokedBy == now[1].id)
    }

    @Test func `the same act said twice makes no event`() throws {
        let first = try office.ledger.record(.waive(june), reason: "洪灾，路断了", at: at("2020-07-03"))
        let again = try office.ledger.record(.waive(june), reason: "别的说法", at: at("2020-07-04"))
        #expect(first.isNew && !again.isNew)
        #expect(again.act == first.act)
        #expect(try office.ledger.acts().count == 1)
    }

    @Test func `an act changes what a rendering is made of`() throws {
        let before = try office.ledger.lastSubstance()
        try act(.waive(june), at: "2020-07-03")
        #expect(try office.ledger.lastSubstance() > before)
    }

    @Test func `of two later due times the last stands, and the first again where it is revoked`()
        throws
    {
        try act(.extend(june, until: at("2020-07-08T17:00")), at: "2020-07-03")
        let second = try act(.extend(june, until: at("2020-07-12T17:00")), at: "2020-07-04")
        func until(asOf moment: String) throws -> Moment? {
            guard case .extended(let until, _, _) = try owed(asOf: moment).relief else {
                return nil
            }
            return until
        }
        #expect(try until(asOf: "2020-07-03") == at("2020-07-08T17:00"))
        #expect(try until(asOf: "2020-07-05") == at("2020-07-12T17:00"))
        try act(.revoke(second), at: "2020-07-06", reason: "不用这样晚")
        #expect(try until(asOf: "2020-07-06") == at("2020-07-08T17:00"))
        // Said again after the other, it is a new act and not an old one.
        #expect(
            try office.ledger.record(
                .extend(june, until: at("2020-07-12T17:00")), reason: "还是要晚",
                at: at("2020-07-06")
            ).isNew)
    }

    @Test func `a database that was lost knows the acts again from the journal`() throws {
        try withTemporaryFolder { folder in
            do {
                let ledger = try Ledger.open(folder)
                let id = try ledger.record(
                    .waive(june), reason: "洪灾，路断了", at: at("2020-07-03")
                ).act.id
                _ = try ledger.record(
                    .verdict(
                        .init(
                            form: "inspection", visit: "A1", item: "I01", subject: "v1",
                            period: nil,
                            verdict: "虚报", feedback: nil)), reason: "已经查实",
                    at: at("2020-07-04"))
                _ = try ledger.record(.revoke(id), reason: "办错了单位", at: at("2020-07-05"))
            }
            let before = try Ledger.open(folder).acts()
            for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"] {
                try? Files.remove(folder + "/" + name)
            }
            #expect(try Ledger.open(folder).acts() == before)
            #expect(before.count == 3)
        }
    }

    // MARK: Waived and put off

    @Test func `a waived return that came is never late`() throws {
        try office.ledger.noteRun(asOf: at("2020-07-05T18:00"))
        try file(6, seen: "2020-07-09")
        #expect(try owed(asOf: "2020-07-10").isLate)
        try act(.waive(june), at: "2020-07-10T09:00")
        let owed = try owed(asOf: "2020-07-10T09:00")
        #expect(owed.isAccepted && !owed.isLate && !owed.isExcused)
        let delivery = try #require(
            try office.facts("2020-06", asOf: "2020-07-10T09:00").deliveries.first)
        #expect(!delivery.isLate)
    }

    @Test(arguments: [
        ("2020-07-10T17:00", false, 0), ("2020-07-10T17:00:01", true, 0),
        ("2020-07-13T09:00", true, 1),
    ])
    func `lateness is counted from the later due time`(
        received: String, isLate: Bool, days: Int
    ) throws {
        try act(.extend(june, until: at("2020-07-10T17:00")), at: "2020-07-03")
        try office.ledger.record(
            register: [ReceiptEntry(file: "城关镇.xlsx", received: at(received), note: "")],
            at: at("2020-07-14"))
        try file(6, seen: "2020-07-14")
        let owed = try owed(asOf: "2020-07-20")
        #expect(owed.isLate == isLate && owed.lateDays == days)
    }

    @Test func `a run is noted once the later due time has come, so that silence can be seen`()
        throws
    {
        let ledger = office.ledger
        try act(.extend(june, until: at("2020-07-10T17:00")), at: "2020-07-03")
        for moment in ["2020-07-06", "2020-07-07", "2020-07-11", "2020-07-12"] {
            try ledger.noteRun(asOf: at(moment), of: office.campaign)
        }
        #expect(try ledger.latestRun() == at("2020-07-11"))
        try file(6, seen: "2020-07-14")
        #expect(try owed(asOf: "2020-07-14").isLate)
        #expect(try owed(asOf: "2020-07-14").lateDays == 2)
    }

    @Test func `nothing is missing until the later due time has come`() throws {
        try act(.extend(june, until: at("2020-07-10T17:00")), at: "2020-07-03")
        #expect(try owed(asOf: "2020-07-10T16:59").isDeferred)
        #expect(try !owed(asOf: "2020-07-10T16:59").isMissing)
        #expect(try owed(asOf: "2020-07-10T17:00").isMissing)
    }

    @Test func `what the office allowed not to come is no row of the submissions`() throws {
        func units(asOf moment: String) throws -> [String] {
            let view = try #require(
                office.facts("2020-06", asOf: moment).views["submission"])
            return view.rows.filter { $0[1] == .text("rural") }.map(\.[0].description)
        }
        try act(.waive(june), at: "2020-07-03T09:00")
        #expect(try units(asOf: "2020-07-02") == ["T1", "T2"])
        #expect(try units(asOf: "2020-07-06") == ["T2"])
        try file(6, seen: "2020-07-06T10:00")
        #expect(try units(asOf: "2020-07-06T10:00") == ["T1", "T2"])
    }

    // MARK: Taken back

    private func withdrawal(_ id: Int) throws -> OfficeAct.Content {
        let submission = try #require(try office.ledger.submission(id: id))
        return .withdraw(
            sha256: submission.fileHash, path: submission.places.file, period: submission.period)
    }

    @Test func `a file that was taken back no longer counts, the one before it stands again`()
        throws
    {
        try file(6, seen: "2020-07-02")
        let second = try file(9, seen: "2020-07-03", name: "城关镇改.xlsx")
        let act = try act(withdrawal(second), at: "2020-07-06", reason: "是别的月份的")
        #expect(try cadres(asOf: "2020-07-05") == .integer(9))
        #expect(try cadres(asOf: "2020-07-06") == .integer(6))
        let facts = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(facts.deliveries.map(\.file) == ["2020-06/城关镇.xlsx"])
        #expect(facts.withdrawals.map(\.delivery.file) == ["2020-06/城关镇改.xlsx"])
        #expect(facts.withdrawals.map(\.reason) == ["是别的月份的"])
        #expect(
            try office.ledger.acceptedRows(form: "rural", unit: "T1", period: month("2020-06"))?
                .revision == 1)
        try self.act(.revoke(act), at: "2020-07-07", reason: "没有放错")
        #expect(try cadres(asOf: "2020-07-07") == .integer(9))
        #expect(try cadres(asOf: "2020-07-06") == .integer(6))
    }

    @Test func `a returned file that was taken back is no returned submission`() throws {
        let id = try file(6, seen: "2020-07-02", status: .returned)
        try act(withdrawal(id), at: "2020-07-03", reason: "不是这个镇的")
        #expect(try office.facts("2020-06", asOf: "2020-07-03").deliveries.isEmpty)
        #expect(try office.ledger.settledFindings(of: month("2020-06")).isEmpty)
    }

    @Test func `the bytes read elsewhere count, and stay where they are once that is revoked`()
        throws
    {
        let id = try file(6, seen: "2020-07-02", name: "东坪乡.xlsx")
        let act = try act(withdrawal(id), at: "2020-07-03", reason: "不是这个镇的")
        var submission = try #require(try office.ledger.submission(id: id))
        let hash = submission.fileHash
        #expect(try office.ledger.isWithdrawn(file: hash, path: "2020-06/东坪乡.xlsx"))
        submission.unit = "T2"
        submission.places.file = "2020-06/东坪/月报.xlsx"
        submission.rows = [village("v3", ["cadres": .integer(6)])]
        _ = try office.ledger.record(submission, at: at("2020-07-04"))
        try office.settle(id, .accepted, "c1", "2020-07-04")
        #expect(try office.ledger.pathRead(ofFile: hash) == "2020-06/东坪/月报.xlsx")
        for moment in ["2020-07-04", "2020-07-05"] {
            let facts = try office.facts("2020-06", asOf: moment)
            #expect(facts.deliveries.map(\.unit) == ["T2"] && facts.withdrawals.isEmpty)
            if moment == "2020-07-04" {
                try self.act(.revoke(act), at: "2020-07-05", reason: "没有放错")
            }
        }
    }

    @Test func `a file is found by its path, its name or the beginning of its hash`() throws {
        let id = try file(6, seen: "2020-07-02")
        let ledger = office.ledger
        let hash = try #require(try ledger.submission(id: id)).fileHash
        for name in ["2020-06/城关镇.xlsx", "城关镇.xlsx", String(hash.prefix(6)), hash.uppercased()] {
            #expect(try ledger.files(named: name).map(\.sha256) == [hash], "\(name)")
        }
        for name in ["城关镇", String(hash.prefix(5)), ""] {
            #expect(try ledger.files(named: name).isEmpty, "\(name)")
        }
    }

    // MARK: The register

    @Test func `a veto is a fact and no award`() throws {
        func row(_ unit: String, _ veto: String, _ points: FieldValue) -> ReturnRow {
            ReturnRow(
                number: 3,
                values: [
                    "unit_name": .text(unit), "points": points, "veto": .text(veto),
                    "basis": .text("岚组通〔2020〕27号"),
                ])
        }
        try office.file(
            "bonus", nil, "2020-06",
            [row("城关镇", "是", .notApplicable), row("东坪乡", "否", .real(0.5))], seen: "2020-07-02")
        let facts = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(facts.vetoes == [Veto(unit: "T1", basis: "岚组通〔2020〕27号")])
        #expect(facts.awards.map(\.unit) == ["T2"])
    }
}
