import Foundation
import TestSupport
import Testing

/// `tongbao check`, as a township uses it by itself.
struct CheckCommandTests {
    private let county: PatrolCounty
    private static let returns = "Inbox/2021-04/巡护"

    init() throws {
        county = try PatrolCounty()
    }

    @Test func `it says what a return was taken for, why, and what would become of it`() throws {
        try county.tongbao("check", "\(Self.returns)/油松林场.csv").expect(0)
            .says("青崖县油松国有林场 森林防火巡护月报表 2021-04  1 行  会采用")
            .says("依据：单位 表头“油松林场”、文件名“油松林场”；月份 标题“2021年4月”")
        try county.tongbao("check", "\(Self.returns)/油松林场.csv", "--lang", "en").expect(0)
            .says("would be accepted").says("because of: unit label“油松林场”")
    }

    @Test func `it shows what stands in the cells`() throws {
        try county.patrol("油松林场", "老虎洞片区,40,10,高,10,0,", to: "油松错.csv")
        let check = try county.tongbao("check", "\(Self.returns)/油松错.csv").expect(1)
        check.says("油松错.csv › 第4行 › B4: 错误").says("现在是 B4“40”").says("会退回（错误 ")
        let json = try county.tongbao("check", "\(Self.returns)/油松错.csv", "--json").expect(1)
        json.says("\"texts\"").says("\"40\"").says("\"verdict\" : \"returned\"")
    }

    @Test func `a folder is looked through, and what needs nobody's hand takes a line`() throws {
        let check = try county.tongbao("check", "Inbox/2021-04")
        check.says("合计 6 张：").says("巡护/油松林场.csv  青崖县油松国有林场")
        #expect(!check.stdout.contains("表头“油松林场”"), "\(check)")
    }

    @Test func `an archive is looked into`() throws {
        let bytes = Array(try county.place.data("\(Self.returns)/油松林场.csv"))
        let draft = ArchiveDraft.utf8([("油松林场.csv", bytes), ("照片.jpg", [0xFF, 0xD8, 0xFF])])
        try county.place.write(Data(draft.bytes), to: "四月.zip")
        try county.tongbao("check", "四月.zip").expect(1).says("四月.zip  压缩包，里面有 2 个文件")
            .says("四月.zip/油松林场.csv  青崖县油松国有林场").says("四月.zip/照片.jpg").says("不是报表")
        #expect(!county.place.exists(".tongbao"))
    }

    @Test func `a path that is given twice is looked at once, the same bytes as well`() throws {
        let path = "\(Self.returns)/油松林场.csv"
        try county.place.write(county.place.data(path), to: "另一份.csv")
        let check = try county.tongbao("check", path, "./" + path, "另一份.csv").expect(0)
        check.says("另一份.csv  与“\(path)”完全相同，只看一次")
        #expect(check.stdout.split(separator: "会采用").count == 2, "\(check)")
    }

    @Test func `many findings are cut short with their exact count`() throws {
        let rows = (1...60).map { "没有\($0)片区,1,1,高,1,0," }.joined(separator: "\n")
        try county.patrol("油松林场", "老虎洞片区,1,1,高,1,0,\n" + rows, to: "很多.csv")
        let check = try county.tongbao("check", "\(Self.returns)/很多.csv").expect(1)
        let json = try county.tongbao("check", "\(Self.returns)/很多.csv", "--json").expect(1)
        #expect(json.stdout.split(separator: #""code" : "F303""#).count == 60 + 1)
        check.says("F303 另有 \(60 - 5) 处（--json 列出全部）")
    }

    @Test func `what leads nowhere ends with 66, before anything is looked at`() throws {
        try county.place.write(Data(), to: "空/README.md")
        for path in ["没有.xlsx", "空", "Inbox/没有"] {
            let check = try county.tongbao("check", "\(Self.returns)/油松林场.csv", path).expect(66)
            check.complains(path)
            #expect(check.stdout.isEmpty)
        }
        try county.place.tongbao("check").expect(64)
    }

    @Test func `names that are no UTF-8 are told of`() throws {
        let folder = county.place.folder.path(percentEncoded: false) + "/" + Self.returns + "/"
        let path = Array(folder.utf8) + [0xB3, 0xC7, 0x2E, 0x63, 0x73, 0x76, 0]
        let file = fopen(path.map { CChar(bitPattern: $0) }, "w")
        #expect(file != nil)
        if let file { fclose(file) }
        try county.tongbao("check", Self.returns).says("名称是乱码")
    }
}
