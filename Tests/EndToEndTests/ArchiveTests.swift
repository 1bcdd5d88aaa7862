import Foundation
import TestSupport
import Testing

/// A township sends its month as one .zip: every file in it is a return of its own.
struct ArchiveTests {
    private let county: PatrolCounty
    private static let zip = "2021-04/云杉林场4月.zip"

    init() throws {
        county = try PatrolCounty()
    }

    /// The returns of 云杉林场, taken out of the Inbox.
    private func returns() throws -> [(name: String, content: [UInt8])] {
        try ["巡护/云杉林场.csv", "物资/云杉林场.csv"].map { name in
            let path = "Inbox/2021-04/\(name)"
            let bytes = Array(try county.place.data(path))
            try FileManager.default.removeItem(at: county.place.folder.appending(path: path))
            return (name, bytes)
        }
    }

    private func put(_ draft: ArchiveDraft, at path: String = zip) throws {
        try county.place.write(Data(draft.bytes), to: "Inbox/\(path)")
    }

    private func receipts() throws -> Table { try county.table("收件", of: "2021-04") }

    @Test func `each return in it is taken as if it lay there by itself`() throws {
        let plain = try PatrolCounty()
        try plain.tongbao("run").expect(0)
        try put(.utf8(returns()))
        try county.tongbao("run").expect(0).says("压缩包 1 个文件")
        let rows = try receipts().rows(["code": "LC01"])
        #expect(
            rows.map { $0["file"] } == ["\(Self.zip)/巡护/云杉林场.csv", "\(Self.zip)/物资/云杉林场.csv"])
        #expect(rows.allSatisfy { $0["status"] == "accepted" })
        for table in ["排名", "指标"] {
            #expect(
                try county.place.data("Outbox/2021-04/数据/\(table).csv")
                    == plain.place.data("Outbox/2021-04/数据/\(table).csv"))
        }
        try county.tongbao("ledger", "verify").expect(0)
    }

    @Test func `names in GBK are read`() throws {
        let files = try returns()
        // 云杉林场.csv
        let name: [UInt8] = [
            0xD4, 0xC6, 0xC9, 0xBC, 0xC1, 0xD6, 0xB3, 0xA1, 0x2E, 0x63, 0x73, 0x76,
        ]
        try put(ArchiveDraft([.init(name, files[0].content)]), at: "2021-04/四月.zip")
        try county.tongbao("run").expect(0)
        let row = try receipts().row(["file": "2021-04/四月.zip/云杉林场.csv"])
        #expect(row["status"] == "accepted")
    }

    @Test func `a run with nothing new opens it no more and leaves every byte`() throws {
        try put(.utf8(returns()))
        try county.tongbao("run").expect(0)
        let before = try county.place.snapshot(".tongbao").filter { $0.key != "heartbeat.json" }
        try county.tongbao("run").expect(0).says("没有新文件")
        let after = try county.place.snapshot(".tongbao").filter { $0.key != "heartbeat.json" }
        #expect(before == after)
    }

    @Test func `a wrong return in it goes back alone`() throws {
        var files = try returns()
        let text = String(decoding: files[0].content, as: UTF8.self)
        files[0].content = Array(text.replacing(",12,", with: ",约12,").utf8)
        try put(.utf8(files))
        try county.tongbao("run").expect(0)
        #expect(try receipts().row(["file": "\(Self.zip)/巡护/云杉林场.csv"])["status"] == "returned")
        #expect(try receipts().row(["file": "\(Self.zip)/物资/云杉林场.csv"])["status"] == "accepted")
        #expect(county.place.exists("Outbox/2021-04/退回/云杉林场-云杉林场.xlsx"))
    }

    @Test func `sent again with one file mended, only that one is new`() throws {
        var files = try returns()
        let right = files[0].content
        files[0].content = Array(
            String(decoding: right, as: UTF8.self).replacing(",12,", with: ",约12,").utf8)
        try put(.utf8(files))
        try county.tongbao("run").expect(0)
        files[0].content = right
        try put(.utf8(files))
        try county.tongbao("run").expect(0)
        let rows = try receipts().rows(["code": "LC01", "form": "patrol"])
        #expect(rows.map { $0["status"] } == ["returned", "accepted"])
        #expect(try receipts().rows(["code": "LC01", "form": "depot"]).count == 1)
    }

    @Test func `the same return beside it is told as the same`() throws {
        let files = try returns()
        try put(.utf8(files))
        try county.place.write(Data(files[0].content), to: "Inbox/2021-04/巡护/云杉林场又一份.csv")
        try county.tongbao("run").expect(0).says("F114")
        #expect(try receipts().rows(["code": "LC01", "form": "patrol"]).count == 1)
    }

    @Test func `the same archive under another name is told once`() throws {
        let draft = ArchiveDraft.utf8(try returns())
        try put(draft)
        try county.tongbao("run").expect(0)
        try put(draft, at: "2021-04/再报一次.zip")
        let run = try county.tongbao("run").expect(0)
        run.says("再报一次.zip").says("F114")
        #expect(run.stdout.split(separator: "F114").count == 2, "\(run)")
    }

    @Test func `the register's line for the archive is about all that is in it`() throws {
        try put(.utf8(returns()))
        try county.place.write(
            "文件名,收件时间,备注\n云杉林场4月.zip,2021-05-10 16:00,\n", to: "Inbox/收件登记.csv")
        try county.tongbao("run").expect(0)
        let rows = try receipts().rows(["code": "LC01"])
        #expect(rows.count == 2)
        #expect(
            rows.allSatisfy { $0["received_at"]?.hasPrefix("2021-05-10T16:00") == true }, "\(rows)")
    }

    @Test func `one that is locked is answered and costs the sender nothing`() throws {
        var entry = ArchiveDraft.Entry("巡护.csv", [1])
        entry.flags = 1
        try put(ArchiveDraft([entry]))
        try county.tongbao("run").expect(0).says("压缩包有密码，打不开").says("不是报表")
        #expect(try receipts().rows(["file": Self.zip]).isEmpty)
        #expect(county.place.exists("Outbox/2021-04/退回/云杉林场-不是报表的文件.xlsx"))
    }

    @Test func `an archive in it is not opened and the rest is taken`() throws {
        var files = try returns()
        files.append(("里层.zip", ArchiveDraft.utf8([("x.csv", [1])]).bytes))
        try put(.utf8(files))
        try county.tongbao("run").expect(0).says("里层.zip").says("是压缩包里的压缩包")
        #expect(try receipts().rows(["code": "LC01"]).count == 2)
    }

    @Test func `what systems add to it is passed over`() throws {
        var files = try returns()
        for name in ["__MACOSX/巡护/._云杉林场.csv", "巡护/.DS_Store", "Thumbs.db", "~$云杉.xlsx"] {
            files.append((name, Array("x".utf8)))
        }
        try put(.utf8(files))
        let run = try county.tongbao("run").expect(0)
        #expect(!run.stdout.contains("DS_Store") && !run.stdout.contains("MACOSX"), "\(run)")
        #expect(try receipts().rows(["code": "LC01"]).count == 2)
    }

    @Test func `a damaged file in it is answered by its name`() throws {
        let files = try returns()
        var entries = ArchiveDraft.utf8(files).entries
        entries[0].checksum = 7
        try put(ArchiveDraft(entries))
        try county.tongbao("run").expect(0).says("F101").says("文件已损坏")
        #expect(try receipts().row(["file": "\(Self.zip)/巡护/云杉林场.csv"])["status"] == "returned")
        #expect(try receipts().row(["file": "\(Self.zip)/物资/云杉林场.csv"])["status"] == "accepted")
        try county.tongbao("ledger", "verify").expect(0)
    }

    @Test func `folders in it put nothing among the office's own records`() throws {
        let shipped = try Workplace()
        try shipped.copyShippedCounty()
        let record = try #require(
            shipped.snapshot("Inbox").first { $0.key.contains("/暗访/") })
        let draft = ArchiveDraft.utf8([("暗访/冒名.\(record.key.suffix(4))", Array(record.value))])
        try FileManager.default.removeItem(at: shipped.folder.appending(path: "Inbox"))
        try shipped.write(Data(draft.bytes), to: "Inbox/2020-06/材料.zip")
        try shipped.tongbao("run", "--as-of", "2020-07-06T09:00").expect(0).says("F119")
    }

    @Test func `lost originals come back from the archive in the Inbox`() throws {
        try put(.utf8(returns()))
        try county.tongbao("run").expect(0)
        let kept = try county.place.snapshot(".tongbao/archive")
        try FileManager.default.removeItem(
            at: county.place.folder.appending(path: ".tongbao/archive"))
        try county.tongbao("ledger", "verify").expect(1)
        let rebuilt = try county.tongbao("ledger", "rebuild")
        let back = try county.place.snapshot(".tongbao/archive")
        for (path, bytes) in back { #expect(kept[path] == bytes) }
        // All but the campaign's own tables, which lie in no Inbox.
        #expect(back.count >= 7, "\(rebuilt)")
    }

    @Test func `a member is taken back by its path`() throws {
        try put(.utf8(returns()))
        try county.tongbao("run").expect(0)
        try county.tongbao(
            "office", "withdraw", "\(Self.zip)/巡护/云杉林场.csv", "--reason", "报错了月份"
        ).expect(0)
        try county.tongbao("run").expect(0)
        #expect(
            try receipts().row(["code": "LC01", "form": "patrol"])["status"] == "missing")
    }
}
