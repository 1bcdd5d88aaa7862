import Campaigns
import Ledgers
import Testing

/// What the office's registers of a month say together.
struct RegisterTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func line(
        _ unit: String, _ points: FieldValue, _ basis: String, veto: String = "否"
    ) -> ReturnRow {
        ReturnRow(
            number: 3,
            values: [
                "unit_name": .text(unit), "points": points, "veto": .text(veto),
                "basis": .text(basis),
            ])
    }

    @discardableResult
    private func register(
        _ name: String, _ rows: [ReturnRow], seen: String, status: Delivery.Status = .accepted
    ) throws -> Int {
        try office.file(
            "bonus", nil, "2020-06", rows, seen: seen, name: "2020-06/加分登记/\(name)",
            status: status)
    }

    /// `T1 0.5 1号` for an award, `T1 veto 2号` for a veto.
    private func said(asOf moment: String) throws -> [String] {
        let facts = try office.facts("2020-06", asOf: moment)
        return facts.awards.map { "\($0.unit) \($0.points) \($0.basis)" }
            + facts.vetoes.map { "\($0.unit) veto \($0.basis)" }
    }

    /// What a further sheet would change, were it accepted.
    private func changes(
        _ name: String, _ rows: [ReturnRow], seen: String
    ) throws -> [SheetChange] {
        try office.ledger.changes(
            by: Submission(
                fileHash: "new", form: "bonus", unit: nil, period: month("2020-06"),
                received: at(seen),
                places: ReturnPlaces(
                    file: "2020-06/加分登记/\(name)", sheet: "表", columns: [:], headerRow: 2,
                    isCSV: false), rows: rows),
            of: office.campaign, asOf: at(seen))
    }

    private func half(_ unit: String, _ basis: String) -> RegisterLine {
        RegisterLine(unit: unit, basis: basis, points: ExactDecimal(unscaled: 5, scale: 1))
    }

    @Test func `a further file adds to those before it`() throws {
        try register(
            "一批.xlsx", [line("城关镇", .real(0.5), "1号"), line("东坪乡", .integer(1), "2号")],
            seen: "2020-07-01")
        try register(
            "补充.xlsx", [line("城关镇", .notApplicable, "9号", veto: "是")], seen: "2020-07-02")
        #expect(try said(asOf: "2020-07-06") == ["T1 0.5 1号", "T2 1 2号", "T1 veto 9号"])
        // As it was known before.
        #expect(try said(asOf: "2020-07-01") == ["T1 0.5 1号", "T2 1 2号"])
    }

    @Test func `a later file of the same name takes the place of the whole earlier one`() throws {
        try register(
            "登记.xlsx", [line("城关镇", .real(0.5), "1号"), line("东坪乡", .integer(1), "2号")],
            seen: "2020-07-01")
        try register("补充.xlsx", [line("民政局", .integer(2), "3号")], seen: "2020-07-02")
        let corrected = [line("城关镇", .integer(1), "1号")]
        #expect(
            try changes("登记.xlsx", corrected, seen: "2020-07-03") == [
                .dropped(
                    RegisterLine(unit: "T2", basis: "2号", points: ExactDecimal(1)), file: "登记.xlsx",
                    instead: [])
            ])
        try register("登记.xlsx", corrected, seen: "2020-07-03")
        #expect(try said(asOf: "2020-07-06") == ["D1 2 3号", "T1 1 1号"])
    }

    @Test func `a matter that another file names again counts once, as the later one says`() throws
    {
        try register(
            "一批.xlsx", [line("城关镇", .real(0.5), "岚组通〔2020〕1号"), line("东坪乡", .real(0.5), "2号")],
            seen: "2020-07-01")
        let again = [line("城关", .integer(1), "岚组通〔2020〕 1号"), line("东坪乡", .real(0.5), "2号")]
        #expect(
            try changes("二批.xlsx", again, seen: "2020-07-02") == [
                .restated(
                    before: [half("T1", "岚组通〔2020〕1号")],
                    now: [
                        RegisterLine(
                            unit: "T1", basis: "岚组通〔2020〕 1号", points: ExactDecimal(1))
                    ], file: "一批.xlsx"), .repeated(1, file: "一批.xlsx"),
            ])
        try register("二批.xlsx", again, seen: "2020-07-02")
        #expect(try said(asOf: "2020-07-06") == ["T1 1 岚组通〔2020〕 1号", "T2 0.5 2号"])
        // Taken back, the earlier one counts again; so it does where the corrected file leaves it out.
        let shorter = [line("东坪乡", .real(0.5), "2号")]
        #expect(
            try changes("二批.xlsx", shorter, seen: "2020-07-03") == [
                .dropped(
                    RegisterLine(unit: "T1", basis: "岚组通〔2020〕 1号", points: ExactDecimal(1)),
                    file: "二批.xlsx", instead: [half("T1", "岚组通〔2020〕1号")])
            ])
        try register("二批.xlsx", shorter, seen: "2020-07-03")
        #expect(try said(asOf: "2020-07-06") == ["T1 0.5 岚组通〔2020〕1号", "T2 0.5 2号"])
    }

    @Test func `which of two files is the later one the receipt register says`() throws {
        try register("一批.xlsx", [line("城关镇", .real(0.5), "1号")], seen: "2020-07-01")
        try register("二批.xlsx", [line("城关镇", .integer(1), "1号")], seen: "2020-07-02")
        let third = [line("城关镇", .real(0.5), "1号")]
        let before = [RegisterLine(unit: "T1", basis: "1号", points: ExactDecimal(1))]
        #expect(
            try changes("三批.xlsx", third, seen: "2020-07-04") == [
                .restated(before: before, now: [half("T1", "1号")], file: "二批.xlsx")
            ])
        try office.ledger.record(
            register: [
                ReceiptEntry(file: "别的.xlsx", received: at("2020-07-03"), note: ""),
                ReceiptEntry(file: "一批.xlsx", received: at("2020-07-03"), note: ""),
            ], at: at("2020-07-04"))
        #expect(
            try changes("三批.xlsx", third, seen: "2020-07-04") == [
                .repeated(1, file: "一批.xlsx")
            ])
    }

    @Test func `two matters on one basis stand on one sheet`() throws {
        let two = [line("城关镇", .real(0.5), "1号"), line("城关镇", .real(0.5), "1号")]
        try register("一批.xlsx", two, seen: "2020-07-01")
        #expect(try said(asOf: "2020-07-06") == ["T1 0.5 1号", "T1 0.5 1号"])
        // Another file that has both has neither anew, one that has one of them says otherwise.
        #expect(
            try changes("二批.xlsx", two, seen: "2020-07-02") == [.repeated(1, file: "一批.xlsx")])
        let one = half("T1", "1号")
        #expect(
            try changes("二批.xlsx", [two[0]], seen: "2020-07-02") == [
                .restated(before: [one, one], now: [one], file: "一批.xlsx")
            ])
    }

    @Test func `a line that takes an award back names it with none`() throws {
        try register("一批.xlsx", [line("城关镇", .real(0.5), "1号")], seen: "2020-07-01")
        try register("二批.xlsx", [line("城关镇", .notApplicable, "1号")], seen: "2020-07-02")
        #expect(try said(asOf: "2020-07-06").isEmpty)
    }

    @Test func `what went back or was taken back takes nothing away`() throws {
        let ledger = office.ledger
        try register("登记.xlsx", [line("城关镇", .real(0.5), "1号")], seen: "2020-07-01")
        try register(
            "登记.xlsx", [line("东坪乡", .integer(9), "2号")], seen: "2020-07-02", status: .returned)
        #expect(try said(asOf: "2020-07-06") == ["T1 0.5 1号"])
        let rows = [line("东坪乡", .integer(1), "2号")]
        try register("登记.xlsx", rows, seen: "2020-07-03")
        #expect(try said(asOf: "2020-07-04") == ["T2 1 2号"])
        let path = "2020-06/加分登记/登记.xlsx"
        _ = try ledger.record(
            .withdraw(
                sha256: Ledger.hash(of: Array((path + "\(rows)").utf8)), path: path,
                period: month("2020-06")), reason: "放错了文件", at: at("2020-07-05"))
        #expect(try said(asOf: "2020-07-06") == ["T1 0.5 1号"])
        #expect(try said(asOf: "2020-07-04") == ["T2 1 2号"])
    }

    @Test func `files of one name in other months have nothing to do with each other`() throws {
        try register("登记.xlsx", [line("城关镇", .real(0.5), "1号")], seen: "2020-07-01")
        try office.file(
            "bonus", nil, "2020-07", [line("城关镇", .integer(1), "1号")], seen: "2020-08-01",
            name: "2020-07/加分登记/登记.xlsx")
        #expect(try said(asOf: "2020-08-06") == ["T1 0.5 1号"])
        #expect(try office.facts("2020-07", asOf: "2020-08-06").awards.count == 1)
    }
}
