import Foundation
import Testing

/// The ledger as an administrator keeps it: verified, backed up, lost, made again.
struct LedgerCommandTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
        _ = try county.runBothMonths()
    }

    private func ledger(_ arguments: String...) throws -> Outcome {
        try place.tongbao(
            ["ledger"] + arguments + ["--campaign", "Campaign", "--as-of", PatrolCounty.asOf])
    }

    private func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: place.folder.appending(path: path))
    }

    private func turn(_ path: String, at offset: Int) throws {
        var bytes = try place.data(path)
        bytes[offset] ^= 4
        try bytes.write(to: place.folder.appending(path: path))
    }

    @Test func `a sound ledger is said to be sound, and is not changed`() throws {
        let before = try place.snapshot(".tongbao")
        try ledger("verify").expect(0).says("完好").says("末事件")
        try ledger("verify", "--lang", "en").expect(0).says("sound")
        let after = try place.snapshot(".tongbao")
        #expect(before.allSatisfy { after[$0.key] == $0.value })
    }

    @Test func `a flipped byte is found, told with its place and mended`() throws {
        let before = try ledger("dump").expect(0).stdout
        try turn(".tongbao/ledger.sqlite", at: 20_000)
        try ledger("verify").expect(1).says("ledger.sqlite").says("tongbao ledger rebuild")
        try ledger("rebuild").expect(0).says("由").says("ledger-before-rebuild.sqlite")
        try ledger("verify").expect(0)
        #expect(try ledger("dump").stdout == before)
        try turn(".tongbao/events.jsonl", at: 500)
        try ledger("verify").expect(1).says("events.jsonl 第 1 行")
        try ledger("rebuild").expect(0).says("补回 events.jsonl")
        #expect(try ledger("dump").stdout == before)
    }

    @Test func `an original that changed is taken from the inbox again`() throws {
        let inbox = Set(try place.snapshot("Inbox").values)
        let hash = try #require(
            try place.snapshot(".tongbao/archive").first {
                inbox.contains($0.value) && $0.value.count > 100
            }
        ).key
        try turn(".tongbao/archive/\(hash)", at: 100)
        try ledger("verify").expect(1).says("原件")
        try ledger("rebuild").expect(0).says("找回原件 1 份")
        try ledger("verify").expect(0)
    }

    @Test func `a deleted database is made again, and the outbox stays as it is`() throws {
        let before = try ledger("dump").stdout
        let outbox = try place.snapshot("Outbox")
        try remove(".tongbao/ledger.sqlite")
        try ledger("rebuild").expect(0)
        #expect(try ledger("dump").stdout == before)
        try county.tongbao("run").expect(0)
        #expect(try ledger("dump").stdout == before)
        #expect(try place.snapshot("Outbox") == outbox)
    }

    @Test func `a backup restores the ledger`() throws {
        let before = try ledger("dump").stdout
        let outbox = try place.snapshot("Outbox")
        try ledger("backup", "Safe").expect(0).says("完好")
        #expect(!place.exists("Safe/quarantine"))
        try remove(".tongbao")
        try remove("Outbox")
        try FileManager.default.moveItem(
            at: place.folder.appending(path: "Safe"), to: place.folder.appending(path: ".tongbao"))
        try ledger("verify").expect(0)
        try county.tongbao("run").expect(0)
        #expect(try ledger("dump").stdout == before)
        // The run writes its own period; the earlier one is asked for.
        try county.tongbao("bulletin", "--period", "2021-03").expect(0)
        let again = try place.snapshot("Outbox")
        #expect(Set(again.keys) == Set(outbox.keys))
        #expect(
            again.filter { !$0.key.hasPrefix("2021-03") }
                == outbox.filter { !$0.key.hasPrefix("2021-03") })
    }

    @Test func `nothing is overwritten by a backup`() throws {
        try place.write("mine", to: "Safe/file.txt")
        try ledger("backup", "Safe").expect(73).complains("Safe")
        #expect(try place.text("Safe/file.txt") == "mine")
    }

    @Test func `a month of which nothing came has no ranking and nothing to explain`() throws {
        func ask(_ command: String...) throws -> Outcome {
            try place.tongbao(command + ["--campaign", "Campaign", "--as-of", "2021-08-12T09:00"])
        }
        let words = "2021年7月一张报表也没有收到，没有计分，没有写通报"
        let run = try ask("run").expect(0).says(words)
        #expect(!run.stdout.contains("国有林场\n"), "\(run)")
        #expect(try ask("explain", "白桦林场").expect(0).stdout == words + "\n")
    }

    @Test func `rows are exported by form and period, for other programs`() throws {
        try ledger("export", "out").expect(0).says("out/form=")
        let files = try place.snapshot("out")
        #expect(files.keys.allSatisfy { $0.contains("/period=2021-0") && $0.hasSuffix("rows.csv") })
        let text = String(decoding: try #require(files.values.first), as: UTF8.self)
        #expect(text.hasPrefix("unit,code,revision,received_at,file,sheet,row,"))
        #expect(text.split(separator: "\r\n").count > 1)
    }

    @Test func `what indicators are measured over is exported a row a roster entry`() throws {
        try ledger("export", "out", "--views", "--period", "2021-04").expect(0)
            .says("out/view=patrol/period=2021-04/rows.csv")
        let view = try Table(
            place.data("out/view=patrol/period=2021-04/rows.csv"), name: "rows.csv")
        #expect(view.header.starts(with: ["code", "name", "unit", "co_unit"]))
        // 落叶松林场 has no accepted return for April: what carries stands there, the rest is empty.
        let silent = try view.row(["code": "PQ05"])
        #expect(silent["reported"] == "0" && silent["planned"] == "10" && silent["walked"] == "")
        let parameters = try place.text("out/parameters/period=2021-04/rows.csv")
        #expect(parameters.hasPrefix("key,value\r\n"))
        #expect(parameters.contains("\r\nmonth,4\r\n"))
    }

    @Test(arguments: ["verify", "backup", "rebuild", "dump", "export"])
    func `without a ledger each command says what to do`(command: String) throws {
        try remove(".tongbao")
        try place.tongbao(
            ["ledger", command] + (command == "export" ? ["out"] : [])
                + ["--campaign", "Campaign", "--as-of", PatrolCounty.asOf]
        ).expect(78).complains("先运行 tongbao run")
        #expect(!place.exists(".tongbao"))
    }
}
