import Findings
import Foundation
import TestSupport
import Testing
import Workbooks

/// Numbers of persons planted in every part of a file: the file is kept apart, and no byte of what the
/// program keeps, prints, logs or hands on holds them.
struct PersonalDataTests {
    /// Invented, with a check digit that fits; of a division that does not exist.
    static let identity = "610999199001010012"
    static let mobile = "13912345678"
    static let card = "6222021234567890128"
    static let person = "慕容某甲"

    private static func planted(_ change: (inout PlantedReturn) -> Void)
        -> @Sendable () throws -> Data
    {
        var planted = PlantedReturn()
        change(&planted)
        let made = Result { try planted.bytes() }
        return { try made.get() }
    }

    /// A word in the finding that says where it was seen, and the file.
    struct Place: Sendable, CustomTestStringConvertible {
        var name: String
        var says: String
        var bytes: @Sendable () throws -> Data
        var testDescription: String { name }
    }

    static let places: [Place] = [
        Place(name: "cell.xlsx", says: "G4", bytes: planted { $0.note = "电话\(mobile)" }),
        Place(
            name: "spaced.xlsx", says: "G4",
            bytes: planted { $0.note = "卡 6222 0212 3456 7890 128" }),
        Place(name: "wide.xlsx", says: "G4", bytes: planted { $0.note = "６１０９９９１９９００１０１００１２" }),
        Place(name: "prefixed.xlsx", says: "G4", bytes: planted { $0.note = "+86\(mobile)" }),
        Place(
            name: "hidden-row.xlsx", says: "G4",
            bytes: planted {
                $0.note = identity
                $0.isRowHidden = true
            }),
        Place(
            name: "column.xlsx", says: "H3", bytes: planted { $0.extraColumn = ("负责人姓名", person) }),
        Place(
            name: "hidden-column.xlsx", says: "H4",
            bytes: planted {
                $0.extraColumn = ("编号2", identity)
                $0.edits = [("sheet1.xml", "<col min=\"8\"", "<col hidden=\"1\" min=\"8\"")]
            }),
        Place(name: "title.xlsx", says: "A1", bytes: planted { $0.title += " \(mobile)" }),
        Place(name: "foot-identity.xlsx", says: "B5", bytes: planted { $0.foot[1] += identity }),
        Place(
            name: "hidden-sheet.xlsx", says: "旧表",
            bytes: planted {
                var old = SheetDraft(name: "旧表")
                old.isHidden = true
                old.rows = [RowDraft([CellDraft("甲"), CellDraft(card)])]
                $0.others = [old]
            }),
        Place(
            name: "hidden-names.xlsx", says: "名单",
            bytes: planted {
                var list = SheetDraft(name: "名单")
                list.isHidden = true
                list.rows = [
                    RowDraft([CellDraft("序号"), CellDraft("姓名")]),
                    RowDraft([CellDraft("1"), CellDraft(person)]),
                ]
                $0.others = [list]
            }),
        Place(
            name: "note.xlsx", says: "批注里有身份证号码",
            bytes: planted { $0.sheet.notes = [CellReference(row: 4, column: 2): "问\(identity)"] }),
        Place(
            name: "leftover.xlsx", says: "旧内容里有手机号码",
            bytes: planted {
                $0.edits = [("sharedStrings.xml", "</sst>", "<si><t>\(mobile)</t></si></sst>")]
            }),
        Place(
            name: "defined-name.xlsx", says: "工作簿的名称里有身份证号码",
            bytes: planted { $0.names = ["联系": "\"\(identity)\""] }),
        Place(
            name: "properties.xlsx", says: "文件属性里有手机号码",
            bytes: planted { $0.properties.title = "联系\(mobile)" }),
        Place(
            name: "header.xlsx", says: "页眉页脚",
            bytes: planted { $0.sheet.print.header = "电话\(mobile)" }),
        Place(
            name: "list.xlsx", says: "下拉选项",
            bytes: planted {
                $0.sheet.validations = [
                    ValidationDraft(
                        ranges: [CellRange("D4")].compactMap { $0 }, rule: .list(["高", identity]))
                ]
            }),
        Place(
            name: "text-box.xlsx", says: "文本框或图形里有身份证号码",
            bytes: planted {
                let (start, end) = (identity.prefix(9), identity.suffix(9))
                $0.parts = [
                    (
                        "xl/drawings/drawing9.xml",
                        "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><a:p><a:r><a:t>\(start)</a:t></a:r>"
                            + "<a:r><a:rPr lang=\"zh-CN\"/><a:t>\(end)</a:t></a:r></a:p></xdr:wsDr>"
                    )
                ]
            }),
        Place(
            name: "cache.xlsx", says: "其他数据里有银行卡号",
            bytes: planted {
                $0.parts = [
                    (
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><v>\(card)</v></externalLink>"
                    )
                ]
            }),
        Place(
            name: "sheet-name.xlsx", says: "工作表的名称里有手机号码",
            bytes: planted {
                var other = SheetDraft(name: "问\(mobile)")
                other.rows = [RowDraft([CellDraft("无")])]
                $0.others = [other]
            }),
        Place(
            name: "text.csv", says: "G4",
            bytes: {
                Data(
                    """
                    青崖县森林防火巡护月报表（2021年4月）
                    填报单位：油松林场
                    片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
                    老虎洞片区,10,10,高,10,0,\(identity)

                    """.utf8)
            }),
        Place(
            name: "油松林场\(identity).xlsx", says: "文件名或文件夹名里有身份证号码", bytes: planted { _ in }),
        Place(
            name: "问\(mobile)/油松.xlsx", says: "文件名或文件夹名里有手机号码",
            bytes: planted { $0.note = "一" }),
    ]

    private static let sought = [
        identity, mobile, card, person, "6222 0212 3456 7890 128", "６１０９９９１９９００１０１００１２",
    ]

    private static func found(in bytes: Data, path: String) throws -> [String] {
        try sought.filter {
            try path.contains($0) || Contents.of(bytes, path: path, hold: $0)
        }
    }

    @Test(arguments: places)
    func `a file is kept apart wherever the datum stands, and the answer says where`(
        planted: Place
    ) throws {
        let county = try PatrolCounty()
        let path = "Inbox/2021-04/巡护/\(planted.name)"
        try county.place.write(planted.bytes(), to: path)
        let check = try county.tongbao("check", path).expect(1)
        check.says(planted.says).says("会隔离").says("→")
        #expect(try Self.found(in: Data((check.stdout + check.stderr).utf8), path: "").isEmpty)
        let json = try county.tongbao("check", path, "--json").expect(1)
        #expect(try Self.found(in: Data(json.stdout.utf8), path: "").isEmpty)
    }

    @Test func `the file without anything planted is accepted`() throws {
        let county = try PatrolCounty()
        try county.place.write(PlantedReturn().bytes(), to: "Inbox/2021-04/巡护/油松.xlsx")
        try county.tongbao("check", "Inbox/2021-04/巡护/油松.xlsx").expect(0).says("会采用")
    }

    @Test func `no byte that the program keeps or hands on holds any of it`() throws {
        let county = try PatrolCounty()
        var members: [(name: String, content: [UInt8])] = []
        for planted in Self.places {
            try county.place.write(planted.bytes(), to: "Inbox/2021-04/巡护/\(planted.name)")
        }
        for planted in Self.places.prefix(3) {
            // Other bytes, else they would be known.
            var other = PlantedReturn()
            other.note = "\(planted.name)：\(Self.identity)"
            members.append(("油松\(planted.name)", Array(try other.bytes())))
        }
        var clean = PlantedReturn()
        clean.note = "干净的一份"
        members.append(("油松净.xlsx", Array(try clean.bytes())))
        let zip = Data(ArchiveDraft.utf8(members).bytes)
        try county.place.write(zip, to: "Inbox/2021-04/油松.zip")

        let loud = ["TONGBAO_LOG": "debug"]
        var outcomes = [try county.tongbao("run", environment: loud).expect(0)]
        outcomes.append(try county.tongbao("run", environment: loud).expect(0))
        outcomes.append(try county.tongbao("run", "--json", environment: loud).expect(0))
        outcomes.append(try county.tongbao("status"))
        outcomes.append(try county.tongbao("ledger", "backup", "Backup").expect(0))
        outcomes.append(try county.tongbao("ledger", "export", "Export").expect(0))
        outcomes.append(try county.tongbao("ledger", "dump").expect(0))
        outcomes.append(try county.tongbao("bulletin", "--period", "2021-04").expect(0))
        outcomes.append(try county.tongbao("ledger", "rebuild").expect(0))
        outcomes.append(try county.tongbao("ledger", "verify").expect(0))
        for outcome in outcomes {
            let bytes = Data((outcome.stdout + outcome.stderr).utf8)
            #expect(try Self.found(in: bytes, path: "").isEmpty, "\(outcome.command)")
        }
        var quarantined = 0
        for folder in [".tongbao", "Outbox", "Backup", "Export"] {
            for (path, bytes) in try county.place.snapshot(folder) {
                if folder == ".tongbao", path.hasPrefix("quarantine/") {
                    quarantined += 1
                    continue
                }
                #expect(try Self.found(in: bytes, path: path).isEmpty, "\(folder)/\(path)")
                #expect(bytes != zip)
            }
        }
        #expect(quarantined == Self.places.count + 3)
        let receipts = try county.table("收件", of: "2021-04")
        #expect(receipts.rows(["status": "quarantined"]).count == Self.places.count + 3)
        #expect(
            try receipts.row(["file": "2021-04/油松.zip/油松净.xlsx"])["status"] == "accepted")
    }

    @Test func `a telephone beside its owner's name keeps no return out and is handed on nowhere`()
        throws
    {
        let county = try PatrolCounty()
        var planted = PlantedReturn()
        planted.foot[1] += Self.mobile
        planted.note = "下月补齐"
        try county.place.write(planted.bytes(), to: "Inbox/2021-04/巡护/油松.xlsx")
        // One that goes back with its copy.
        planted.edits = [("sheet1.xml", "<v>10</v>", "<v>99</v>")]
        try county.place.write(planted.bytes(), to: "Inbox/2021-04/巡护/油松错.xlsx")
        try county.tongbao("run").expect(0)
        let receipts = try county.table("收件", of: "2021-04")
        #expect(try receipts.row(["file": "2021-04/巡护/油松.xlsx"])["status"] == "accepted")
        #expect(try receipts.row(["file": "2021-04/巡护/油松错.xlsx"])["status"] == "returned")
        for folder in ["Outbox", ".tongbao"] {
            for (path, bytes) in try county.place.snapshot(folder)
            where !path.hasPrefix("archive/") {
                #expect(try Self.found(in: bytes, path: path).isEmpty, "\(folder)/\(path)")
            }
        }
    }
}
