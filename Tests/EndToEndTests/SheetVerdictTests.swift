import Foundation
import Testing
import Workbooks

/// One workbook, several sheets: each is answered for itself.
struct SheetVerdictTests {
    private let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
    }

    /// A sheet with the cells of a CSV of the fixture, or with lines of one cell.
    private func sheet(_ name: String, from path: String) throws -> SheetDraft {
        let workbook = try WorkbookReader.read(
            Array(county.place.data("Inbox/2021-04/" + path)), fileName: "table.csv")
        var sheet = SheetDraft(name: name)
        for row in try #require(workbook.sheets.first).rows {
            while sheet.rows.count < row.number - 1 { sheet.rows.append(RowDraft()) }
            sheet.rows.append(
                RowDraft(
                    (1...(row.cells.last?.column ?? 1)).map { row[column: $0] }.map { cell in
                        cell.map { CellDraft($0.value.text) }
                    }))
        }
        return sheet
    }

    /// The patrols as they should be, and a sheet of supplies whose heads were deleted.
    private func write(to path: String) throws {
        var spoilt = SheetDraft(name: "物资")
        spoilt.rows = [
            RowDraft([CellDraft("扑火物资月报表（2021年4月）")]),
            RowDraft([CellDraft("城西库"), CellDraft("6"), CellDraft("6")]),
        ]
        let bytes = try WorkbookDraft(
            sheets: [try sheet("巡护", from: "巡护/云杉林场.csv"), spoilt],
            properties: .init(title: "四月", creator: "办公室", created: CivilDate("2021-05-06"))
        ).encoded()
        try county.place.write(Data(bytes), to: path)
    }

    @Test func `one bad sheet of a workbook costs the good one nothing`() throws {
        try write(to: "Inbox/2021-04/云杉林场四月.xlsx")
        try county.tongbao("check", "Inbox/2021-04/云杉林场四月.xlsx").expect(1)
            .says("云杉林场四月.xlsx  青崖县云杉国有林场 森林防火巡护月报表 2021-04  ")
            .says("云杉林场四月.xlsx › 物资: 错误 F105: 认不出是哪张表；最像《扑火物资月报表》")
        for name in ["巡护/云杉林场.csv", "物资/云杉林场.csv"] {
            try FileManager.default.removeItem(
                at: county.place.folder.appending(path: "Inbox/2021-04/" + name))
        }
        try county.tongbao("run").expect(0)
        let receipts = try county.table("收件", of: "2021-04")
            .rows(["file": "2021-04/云杉林场四月.xlsx"])
        #expect(
            receipts.map { [$0["form"], $0["status"]] } == [
                ["patrol", "accepted"], ["depot", "returned"],
            ])
    }

    @Test func `a good sheet stands when the bad one beside it is judged again`() throws {
        try write(to: "Inbox/2021-04/云杉林场四月.xlsx")
        for name in ["巡护/云杉林场.csv", "物资/云杉林场.csv"] {
            try FileManager.default.removeItem(
                at: county.place.folder.appending(path: "Inbox/2021-04/" + name))
        }
        try county.tongbao("run").expect(0)
        // A rule of which nobody knew when the returns were accepted, and that none of them keeps.
        let rules = try #require(
            String(data: county.place.data("Campaign/rules.csv"), encoding: .utf8))
        try county.place.write(
            rules + "P09,patrol,row,error,cur.planned >= 0,有误,wrong,改,mend,,,active\n",
            to: "Campaign/rules.csv")
        try county.tongbao("run").expect(0)
        let receipts = try county.table("收件", of: "2021-04")
            .rows(["file": "2021-04/云杉林场四月.xlsx"])
        #expect(
            receipts.map { [$0["form"], $0["status"]] } == [
                ["patrol", "accepted"], ["depot", "returned"],
            ])
    }

    @Test func `what told form, unit and period is in the JSON of a check`() throws {
        let check = try county.tongbao("check", "Inbox/2021-04/巡护/油松林场.csv", "--json").expect(0)
        check.says("\"about\" : \"form\"").says("\"source\" : \"header\"")
    }
}
