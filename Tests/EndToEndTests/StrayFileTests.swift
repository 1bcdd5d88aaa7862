import Foundation
import Testing

/// Pictures, letters, recordings: one answer a unit, and nothing against it.
struct StrayFileTests {
    private static let pdf = Data("%PDF-1.4\n".utf8)
    private static func picture(_ number: Int) -> Data {
        Data([0xFF, 0xD8, 0xFF, 0xE0]) + Data("picture \(number)".utf8)
    }

    private let county: PatrolCounty

    init() throws {
        county = try PatrolCounty()
    }

    @Test(arguments: [
        ("照片.jpg", [UInt8]([0xFF, 0xD8, 0xFF, 0xE0]), "是图片，不是表格"),
        ("扫描件.pdf", Array("%PDF-1.4\n".utf8), "是PDF，不是表格"),
        ("来信.rtf", Array("{\\rtf1 }".utf8), "是写字板文档（RTF），不是表格"),
        ("打包.rar", Array("Rar!\u{1A}\u{7}".utf8), "是 RAR、7z 一类的压缩包"),
        ("打包.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "是 RAR、7z 一类的压缩包"),
        ("录像.mp4", [0, 0, 0, 24] + Array("ftypisom".utf8) + [0, 0], "是录音或视频"),
        ("手机照片.heic", [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0], "是图片"),
        ("说明.txt", Array("本月没有变化。\n请知悉。\n".utf8), "是一段文字，不是表格"),
        // The sheet that is open when a returned workbook is saved as CSV.
        (
            "月报.csv",
            Array(
                """
                错误清单,,,,,,,
                序号,程度,工作表,单元格,对象,问题,怎么改,编号
                1,错误,巡护,C4,风垭口片区,“实巡护次数”应填数字,只填数字,V12

                """.utf8), "是退回文件里的错误清单，不是报表"
        ),
        ("空.zip", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), "压缩包里没有可收的文件"),
    ])
    func `each is told what it is`(name: String, bytes: [UInt8], words: String) throws {
        let path = "Inbox/2021-04/巡护/油松林场\(name)"
        try county.place.write(Data(bytes), to: path)
        try county.tongbao("check", path).expect(1).says("F131").says(words).says("→")
        try county.tongbao("run").expect(0).says("不是报表 1 个文件").says(words)
    }

    @Test func `they cost nothing and stand in no table`() throws {
        let plain = try PatrolCounty()
        try plain.tongbao("run").expect(0)
        try county.place.write(Self.pdf, to: "Inbox/2021-04/巡护/油松林场.pdf")
        try county.place.write(Self.picture(1), to: "Inbox/2021-04/巡护/油松林场.jpg")
        try county.tongbao("run").expect(0)
        let tables = try county.place.snapshot("Outbox/2021-04/数据")
        #expect(try tables == plain.place.snapshot("Outbox/2021-04/数据"))
    }

    @Test func `two thousand of them are one answer`() throws {
        for number in 1...2_000 {
            try county.place.write(
                Self.picture(number), to: "Inbox/2021-04/巡护/油松林场照片/\(number).jpg")
        }
        let plain = try PatrolCounty()
        try plain.tongbao("run").expect(0)
        let run = try county.tongbao("run").expect(0)
        run.says("不是报表 2000 个文件").says("另有 ")
        #expect(run.lines.count < 80, "\(run.lines.count)")
        let more = try Set(county.place.names(in: "Outbox/2021-04/退回"))
            .subtracting(plain.place.names(in: "Outbox/2021-04/退回"))
        #expect(more == ["油松林场-不是报表的文件.xlsx"])
        let list = try county.place.data("Outbox/2021-04/退回/油松林场-不是报表的文件.xlsx")
        #expect(try Contents.of(list, path: "x.xlsx", hold: "另有1800个文件没有列出"))
        // The bytes are not kept: nobody can search a picture for what it shows.
        let kept = try county.place.snapshot(".tongbao").values
        #expect(!kept.contains(Self.picture(7)))
    }

    @Test func `an unreadable spreadsheet is a return that goes back`() throws {
        try county.place.write(
            Data([0x09, 0x04, 0x06, 0x00]), to: "Inbox/2021-04/巡护/油松林场旧.xls")
        try county.tongbao("run").expect(0).says("F101")
        let row = try county.table("收件", of: "2021-04")
            .row(["file": "2021-04/巡护/油松林场旧.xls"])
        #expect(row["status"] == "returned")
        #expect(county.place.exists("Outbox/2021-04/退回/油松林场-油松林场旧.xlsx"))
        try county.tongbao("ledger", "verify").expect(0)
    }
}
