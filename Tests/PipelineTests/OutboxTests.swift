import Bulletins
import Campaigns
import Files
import Foundation
import Ledgers
import Testing

@testable import Pipeline

/// What people put into a period's folder, or change in it, is theirs and stays.
struct OutboxTests {
    private let base: String
    private let june: Period
    private var outbox: Outbox {
        Outbox(
            folder: base + "/Outbox", state: base + "/state",
            campaign: Campaign(settings: Settings(), units: [], roster: [], forms: []))
    }

    init() throws {
        base = NSTemporaryDirectory() + "tongbao-outbox-" + UUID().uuidString
        try Files.createFolder(base + "/state")
        june = try #require(Period("2020-06"))
    }

    @Test func `a folder holds what it was last given`() throws {
        defer { try? Files.remove(base) }
        try replace(["通报.xlsx": "one", "回执/甲.xlsx": "two"])
        let change = try replace(["通报.xlsx": "three"])
        #expect(change.written == ["2020-06/回执/甲.xlsx", "2020-06/通报.xlsx"])
        #expect(try contents() == ["通报.xlsx": "three"])
        #expect(try Files.names(in: base + "/Outbox") == [".tongbao-campaign", "2020-06"])
    }

    @Test func `what people have added stays, links and odd names too`() throws {
        defer { try? Files.remove(base) }
        try replace(["通报.xlsx": "one", "回执/甲.xlsx": "two"])
        try write("theirs", to: "回执/批注.docx")
        try write("theirs", to: "会议/议程.docx")
        try Files.createFolder(base + "/Outbox/2020-06/空")
        symlink("/nowhere", base + "/Outbox/2020-06/链接")
        let change = try replace(["通报.xlsx": "three"])
        #expect(change.kept.isEmpty)
        #expect(
            try contents() == [
                "通报.xlsx": "three", "回执/批注.docx": "theirs", "会议/议程.docx": "theirs",
            ])
        #expect(Files.isPlainFolder(base + "/Outbox/2020-06/空"))
        #expect(Files.exists(base + "/Outbox/2020-06/链接"))
    }

    @Test func `a file of ours that somebody has changed is kept beside the new one`() throws {
        defer { try? Files.remove(base) }
        try replace(["通报.xlsx": "one", "反馈/甲.xlsx": "two"])
        try write("edited", to: "通报.xlsx")
        let change = try replace(["通报.xlsx": "three", "反馈/甲.xlsx": "four"])
        #expect(change.kept == ["2020-06/通报（人工修改）.xlsx"])
        #expect(
            try contents() == [
                "通报.xlsx": "three", "通报（人工修改）.xlsx": "edited", "反馈/甲.xlsx": "four",
            ])
        try write("edited again", to: "通报.xlsx")
        let again = try replace(["通报.xlsx": "five", "反馈/甲.xlsx": "four"])
        #expect(again.kept == ["2020-06/通报（人工修改）-2.xlsx"])
        #expect(try contents().count == 4)
    }

    @Test func `a change is still known as one after other folders were written anew`() throws {
        defer { try? Files.remove(base) }
        try replace(["通报.xlsx": "one", "回执/甲.xlsx": "two"])
        try write("edited", to: "通报.xlsx")
        _ = try outbox.update(june, folders: ["回执"], with: [file("回执/乙.xlsx", "late")])
        #expect(try contents() == ["通报.xlsx": "edited", "回执/乙.xlsx": "late"])
        let change = try replace(["通报.xlsx": "three"])
        #expect(change.kept == ["2020-06/通报（人工修改）.xlsx"])
    }

    @Test func `a list without hashes still says what is ours`() throws {
        defer { try? Files.remove(base) }
        try replace(["通报.xlsx": "one"])
        try Files.write(Array("通报.xlsx\n".utf8), to: base + "/state/outbox/2020-06.txt")
        let change = try replace(["通报.xlsx": "two"])
        #expect(change.kept.isEmpty)
        #expect(try contents() == ["通报.xlsx": "two"])
    }

    @Test func `what a killed run has left is cleared, and what is somebody's is brought back`()
        throws
    {
        defer { try? Files.remove(base) }
        try replace(["通报.xlsx": "one"])
        let leftover = base + "/Outbox/.2020-06.tongbao-part"
        try Files.createFolder(leftover)
        try Files.write(Array("one".utf8), to: leftover + "/通报.xlsx")
        try Files.write(Array("thei".utf8), to: leftover + "/批注.docx")
        try Files.write(Array("on".utf8), to: leftover + "/通报.xlsx.tongbao-part")
        #expect(try outbox.mend().isEmpty)
        #expect(try contents() == ["通报.xlsx": "one", "批注.docx": "thei"])
        #expect(try Files.names(in: base + "/Outbox") == [".tongbao-campaign", "2020-06"])
    }

    @Test func `a list is read as it was written`() {
        var list = OutboxList()
        list.add("甲  乙.xlsx", hashes: [Ledger.hash(of: [1]), Ledger.hash(of: [2])])
        list.add("丙.xlsx", hashes: [])
        let read = OutboxList(list.bytes)
        #expect(read.hashes == list.hashes)
        #expect(read.isOurs("甲  乙.xlsx", [2]) && !read.isOurs("甲  乙.xlsx", [3]))
        #expect(read.isOurs("丙.xlsx", [3]) && !read.isOurs("丁.xlsx", [3]))
    }

    @discardableResult
    private func replace(_ files: [String: String]) throws -> Outbox.Change {
        try outbox.replace(.month(june), with: files.map { file($0.key, $0.value) })
    }

    private func file(_ path: String, _ text: String) -> OutputFile {
        OutputFile(path: path, bytes: Array(text.utf8))
    }

    private func write(_ text: String, to path: String) throws {
        let file = URL(filePath: base + "/Outbox/2020-06/" + path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func contents() throws -> [String: String] {
        let folder = base + "/Outbox/2020-06"
        var contents: [String: String] = [:]
        for entry in try FileTree(folder).files {
            contents[entry.path] = String(
                decoding: try Files.read(folder + "/" + entry.path), as: UTF8.self)
        }
        return contents
    }
}
