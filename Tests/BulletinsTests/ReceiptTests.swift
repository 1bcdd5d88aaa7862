import Campaigns
import Findings
import Testing
import Workbooks

@testable import Bulletins

/// What a clerk reads about a file that was sent.
struct ReceiptTests {
    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
    private let beforeDue = Moment(SampleCounty.day(2020, 7, 3), secondOfDay: 9 * 3600)

    private func receipt(
        _ file: String, _ status: Receipt.Status, day: Int = 2, unit: String? = "T18",
        revision: Int = 0, findings: [Finding] = []
    ) -> Receipt {
        Receipt(
            form: "rural", unit: unit, period: SampleCounty.period, file: "农村/" + file,
            sheet: "农村", received: Moment(SampleCounty.day(2020, 7, day), secondOfDay: 0),
            status: status, revision: revision, rows: 12,
            evidence: [
                .init(about: "unit", source: "label", text: "洄水乡人民政府"),
                .init(about: "unit", source: "fileName", text: "洄水乡"),
            ], findings: findings)
    }

    private func workbook(
        _ receipts: [Receipt], owed: [OwedReturn] = [], asOf: Moment? = nil, named: String = "洄水乡"
    ) throws -> Workbook {
        let files = try renderer.receipts(
            receipts, owed: owed, of: SampleCounty.period, asOf: asOf ?? beforeDue)
        let file = try #require(files.first { $0.path == "回执/\(named).xlsx" })
        return try WorkbookReader.read(file.bytes, fileName: file.path)
    }

    /// The last column of the row of a file.
    private func next(_ file: String, in workbook: Workbook) -> String? {
        workbook.sheets.first?.rows.first { $0[column: 1]?.value.text == file }?[column: 13]?
            .value.text
    }

    @Test func `a returned file is told where its copy lies and until when to send it again`()
        throws
    {
        var returned = receipt("六月.xlsx", .returned)
        returned.answer = "退回/洄水乡-六月.xlsx"
        #expect(
            try next("六月.xlsx", in: workbook([returned]))
                == "打开“退回”文件夹里的“洄水乡-六月.xlsx”，按标注改好，重新报送。截止时间：2020年7月5日17时。")
        #expect(
            try next("六月.xlsx", in: workbook([returned], asOf: SampleCounty.asOf))?
                .hasSuffix("2020年7月5日17时已截止，请尽快。") == true)
    }

    @Test func `a due time that was put off is the one that is told`() throws {
        var owed = OwedReturn(
            form: "rural", unit: "T18", isAccepted: false, isLate: false, lateDays: 0)
        owed.relief = .extended(
            until: Moment(SampleCounty.day(2020, 7, 9), secondOfDay: 12 * 3600), isRunning: true,
            reason: "洪灾")
        #expect(
            try next("六月.xlsx", in: workbook([receipt("六月.xlsx", .returned)], owed: [owed]))?
                .hasSuffix("截止时间：2020年7月9日12时。") == true)
    }

    @Test func `a file that another one has replaced since needs nothing any more`() throws {
        let receipts = [
            receipt("六月.xlsx", .returned), receipt("更正.xlsx", .accepted, day: 3, revision: 1),
        ]
        let workbook = try workbook(receipts)
        #expect(next("六月.xlsx", in: workbook) == "后来报送的“更正.xlsx”已接收，这一件不用再管。")
        #expect(next("更正.xlsx", in: workbook) == "不用再做什么。")
    }

    @Test func `an accepted file with queries says what to do about them`() throws {
        let query = Finding(
            code: "V06", severity: .query, at: Place(file: "农村/六月.xlsx"),
            message: Bilingual("与上月相差大", ""))
        #expect(
            try next("六月.xlsx", in: workbook([receipt("六月.xlsx", .accepted, findings: [query])]))?
                .hasPrefix("有1处要核实") == true)
    }

    @Test func `a quarantined file is told what to take out and where its places stand`() throws {
        var kept = receipt("六月.xlsx", .quarantined)
        kept.answer = "退回/洄水乡-六月.xlsx"
        let text = try #require(try next("六月.xlsx", in: workbook([kept])))
        #expect(text.hasPrefix("删去身份证号、电话等个人信息后重新报送。"))
        #expect(text.contains("“洄水乡-六月.xlsx”"))
    }

    @Test func `what was read otherwise than written is listed once with all its cells`() throws {
        var accepted = receipt("六月.xlsx", .accepted)
        accepted.changes = ["C5", "C6", "C7", "C8", "C9", "C10", "C11"].map {
            Receipt.Change(
                cell: $0, subject: "东关村", column: "人数", raw: "１２个", value: "12",
                reason: .unitSuffix)
        }
        let workbook = try workbook([accepted])
        let sheet = try #require(workbook.sheets.last)
        #expect(sheet.name == "换算")
        let row = try #require(sheet.rows.last?.cells.map(\.value.text))
        #expect(
            row == [
                "1", "六月.xlsx", "农村", "人数", "１２个", "12", "去掉单位", "7",
                "C5、C6、C7、C8、C9、C10等",
            ])
        #expect(next("六月.xlsx", in: workbook)?.contains("有7处换算") == true)
    }

    @Test func `every reason has words`() {
        for reason in ValueChange.Reason.allCases {
            #expect(ChangeSheet.words[reason] != nil, "\(reason)")
        }
    }

    @Test func `files whose unit nobody knows have a receipt of their own`() throws {
        let workbook = try workbook(
            [receipt("无名.xlsx", .returned, unit: nil), receipt("六月.xlsx", .accepted)],
            named: "未识别")
        #expect(next("无名.xlsx", in: workbook) != nil)
        #expect(next("六月.xlsx", in: workbook) == nil)
    }

    @Test func `the evidence is a line for each thing told`() throws {
        let sheet = try #require(try workbook([receipt("六月.xlsx", .accepted)]).sheets.first)
        let texts = sheet.rows.flatMap { $0.cells.map(\.value.text) }
        #expect(texts.contains("单位：表头“洄水乡人民政府”、文件名"))
    }
}
