import Campaigns
import Formulas
import Ledgers
import Testing

/// Receipt and lateness; June is due on Sunday, 2020-07-05, at 17:00.
struct LatenessTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func register(_ lines: (String, String)..., at moment: String) throws {
        try office.ledger.record(
            register: lines.map { ReceiptEntry(file: $0.0, received: at($0.1), note: "") },
            at: at(moment))
    }

    private func june(asOf moment: String = "2020-07-20", _ unit: String = "T1") throws
        -> ExpectedReturn
    {
        let expected = try office.facts("2020-06", asOf: moment).expected
        return try #require(expected.first { $0.form == "rural" && $0.unit == unit })
    }

    private func file(seen: String, name: String = "城关镇.xlsx", period: String = "2020-06") throws {
        try office.file(
            "rural", "T1", period,
            [village("v1", ["cadres": .integer(period == "2020-06" ? 6 : 5)])],
            seen: seen, name: "\(period)/\(name)")
    }

    @Test func `First seen after the due time is not late where no run missed it`() throws {
        try office.ledger.noteRun(asOf: at("2020-07-05T16:59"))
        try file(seen: "2020-07-08T09:00")
        #expect(try june().isAccepted && !june().isLate)
    }

    @Test func `A completed run at or after the due time that did not see it makes it late`() throws
    {
        try office.ledger.noteRun(asOf: at("2020-07-05T17:00"))
        try file(seen: "2020-07-08T09:00")
        #expect(try june().isLate)
        #expect(try june().lateDays == 3)
    }

    @Test func `The run that sees a file does not make it late`() throws {
        try file(seen: "2020-07-08T09:00")
        try office.ledger.noteRun(asOf: at("2020-07-08T09:00"))
        #expect(try !june().isLate)
    }

    @Test func `With the campaign only the first run after a due time is noted`() throws {
        let ledger = office.ledger
        for moment in ["2020-07-05T12:00", "2020-07-05T16:00", "2020-07-06", "2020-07-07"] {
            try ledger.noteRun(asOf: at(moment), of: office.campaign)
        }
        #expect(try ledger.latestRun() == at("2020-07-06"))
        try file(seen: "2020-07-08T09:00")
        #expect(try june().isLate)
    }

    @Test(arguments: [
        ("2020-07-05T17:00", false, 0), ("2020-07-05T17:00:01", true, 0),
        ("2020-07-06T08:00", true, 1), ("2020-07-11T08:00", true, 5),
        ("2020-07-13T08:00", true, 6),
    ])
    func `By the register late days are the working days after the due date`(
        received: String, isLate: Bool, days: Int
    ) throws {
        try register(("城关镇.xlsx", received), at: "2020-07-14")
        try file(seen: "2020-07-14")
        #expect(try june().isLate == isLate)
        #expect(try june().lateDays == days)
        let view = try #require(try office.facts("2020-06", asOf: "2020-07-20").views["submission"])
        #expect(view.rows.first?[2] == .integer(isLate ? 0 : 1))
    }

    @Test func `A register's line on time holds against a run that missed the file`() throws {
        try office.ledger.noteRun(asOf: at("2020-07-06"))
        try register(("城关镇.xlsx", "2020-07-05T16:00"), at: "2020-07-07")
        try file(seen: "2020-07-07")
        #expect(try !june().isLate)
    }

    @Test func `A later line corrects an earlier one`() throws {
        try register(("城关镇.xlsx", "2020-07-04"), at: "2020-07-07")
        try file(seen: "2020-07-07")
        try register(("城关镇.xlsx", "2020-07-06"), at: "2020-07-08")
        #expect(try june(asOf: "2020-07-07").lateDays == 0)
        #expect(try june().lateDays == 1)
        #expect(
            try office.ledger.receipt(ofFile: "城关镇.xlsx")?.received == at("2020-07-06"))
    }

    @Test func `A name that is used every month keeps each month's line`() throws {
        try register(("城关镇.xlsx", "2020-06-03"), at: "2020-06-04")
        try file(seen: "2020-06-04", period: "2020-05")
        try file(seen: "2020-07-04", period: "2020-06")
        let file = FileRecord(
            sha256: "new", path: "2020-06/城关镇.xlsx", size: 1, firstSeen: at("2020-07-04"),
            fate: .taken)
        // May's line is not about June's file.
        #expect(try office.ledger.received(file) == at("2020-07-04"))
        try register(("城关镇.xlsx", "2020-06-03"), ("城关镇.xlsx", "2020-07-07"), at: "2020-07-08")
        #expect(try june().lateDays == 2)
        let may = try office.facts("2020-05", asOf: "2020-07-20")
        #expect(may.deliveries.map(\.received) == [at("2020-06-03")])
        #expect(may.deliveries.map(\.isLate) == [false])
    }

    /// Takes back what lies under a name and reads the same bytes under another.
    private func move(_ id: Int, to path: String, at moment: String) throws -> FileRecord {
        var submission = try #require(try office.ledger.submission(id: id))
        _ = try office.ledger.record(
            .withdraw(
                sha256: submission.fileHash, path: submission.places.file, period: submission.period
            ),
            reason: "放错了地方", at: at(moment))
        submission.places.file = path
        _ = try office.ledger.record(submission, at: at(moment))
        try office.settle(id, .accepted, "c1", moment)
        var record = try #require(try office.ledger.file(sha256: submission.fileHash))
        record.path = path
        return record
    }

    private func misfiled() throws -> Int {
        try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(6)])],
            seen: "2020-07-06T09:00", name: "2020-06/城关镇.xlsx")
    }

    @Test func `Taken back and read under another name, a file keeps its line of the register`()
        throws
    {
        try register(("城关镇.xlsx", "2020-07-06T08:01"), at: "2020-07-06T09:00")
        let file = try move(misfiled(), to: "2020-06/农村.xlsx", at: "2020-07-06T10:00")
        #expect(try june().isLate && june().lateDays == 1)
        #expect(try office.ledger.received(file) == at("2020-07-06T08:01"))
        // A line for the new name makes it neither earlier nor later.
        for moment in ["2020-07-03T09:00", "2020-07-09T09:00"] {
            try register(("农村.xlsx", moment), at: "2020-07-10")
            #expect(try june().lateDays == 1)
            #expect(try office.ledger.received(file) == at("2020-07-06T08:01"))
        }
        // One for the first name corrects it.
        try register(("城关镇.xlsx", "2020-07-04T08:01"), at: "2020-07-11")
        #expect(try !june().isLate)
        #expect(try office.ledger.received(file) == at("2020-07-04T08:01"))
    }

    @Test
    func `Without a line it was received when its bytes first came, late where a run missed it`()
        throws
    {
        try office.ledger.noteRun(asOf: at("2020-07-05T17:00"))
        let file = try move(misfiled(), to: "2020-06/农村.xlsx", at: "2020-07-08T10:00")
        #expect(try june().isLate && june().lateDays == 1)
        #expect(try office.ledger.received(file) == at("2020-07-06T09:00"))
        // Where no line names its first name, one for the new name is about it.
        try register(("农村.xlsx", "2020-07-05T16:00"), at: "2020-07-09")
        #expect(try !june().isLate)
    }

    @Test
    func `The first accepted revision decides, a correction after the due time costs nothing`()
        throws
    {
        try file(seen: "2020-07-04")
        try office.ledger.noteRun(asOf: at("2020-07-06"))
        try file(seen: "2020-07-09", name: "城关镇改.xlsx")
        #expect(try !june().isLate)
        let deliveries = try office.facts("2020-06", asOf: "2020-07-20").deliveries
        #expect(deliveries.map(\.revision) == [1, 2])
        #expect(deliveries.map(\.isLate) == [false, false])
    }

    @Test func `A return that went back does not count, the accepted one after it does`() throws {
        try office.file(
            "rural", "T1", "2020-06", [village("v1", [:]), village("v2", [:])],
            seen: "2020-07-04", status: .returned, okRows: 1)
        #expect(try !june().isAccepted)
        try office.ledger.noteRun(asOf: at("2020-07-06"))
        try file(seen: "2020-07-07")
        #expect(try june().isAccepted && june().isLate)
        #expect(try june().lateDays == 2)
        // What was right at first is told by the first submission.
        #expect(try june().firstOKRows == 1)
        #expect(try june().totalRows == 2)
        #expect(
            try office.facts("2020-06", asOf: "2020-07-20").deliveries.map(\.status)
                == [.returned, .accepted])
    }

    @Test func `What is owed and did not come is missing`() throws {
        let expected = try office.facts("2020-06", asOf: "2020-07-06").expected
        #expect(
            expected.map { "\($0.form) \($0.unit) \($0.totalRows)" } == [
                "rural T1 2", "rural T2 1", "ledger T1 0", "ledger T2 0",
            ])
        #expect(expected.allSatisfy { !$0.isAccepted && !$0.isLate && $0.firstOKRows == 0 })
    }

    /// Village v2 was T1's when T1's return was judged, and is T2's since.
    @Test(arguments: [("T1", 2, 2), ("T2", 1, 1)])
    func `What was right at first is of what was owed then, whoever owes it since`(
        unit: String, right: Int, owed: Int
    ) throws {
        try office.file(
            "rural", "T1", "2020-06", [village("v1", [:]), village("v2", [:])],
            seen: "2020-07-04")
        try office.file("rural", "T2", "2020-06", [village("v3", [:])], seen: "2020-07-04")
        var later = office
        var roster = County.roster
        roster[1].unit = "T2"
        later.campaign = County.campaign(roster: roster)
        let expected = try later.facts("2020-06", asOf: "2020-07-20").expected
        let found = try #require(expected.first { $0.form == "rural" && $0.unit == unit })
        #expect(found.firstOKRows == right && found.totalRows == owed)
    }
}
