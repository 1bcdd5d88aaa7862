import Findings
import TestSupport
import Testing
import ZipArchives
@testable import Workbooks

/// Archives of returns as they come from other people's programs.
struct FileBundleTests {
    /// 城关镇/农村月报.csv in GBK.
    private static let gbk: [UInt8] = [
        0xB3, 0xC7, 0xB9, 0xD8, 0xD5, 0xF2, 0x2F, 0xC5, 0xA9, 0xB4, 0xE5, 0xD4, 0xC2, 0xB1, 0xA8,
        0x2E, 0x63, 0x73, 0x76,
    ]

    private func paths(_ entries: [ArchiveDraft.Entry]) throws -> [String] {
        let bundle = try FileBundle(ArchiveDraft(entries).bytes)
        return try #require(bundle).members.map(\.path)
    }

    private func reason(_ entries: [ArchiveDraft.Entry]) -> Problem.Unreadable? {
        do throws(WorkbookError) {
            _ = try FileBundle(ArchiveDraft(entries).bytes)
            return nil
        } catch {
            return error.reason
        }
    }

    // MARK: Names

    @Test func `names in UTF-8 are read with and without the flag that says so`() throws {
        var flagged = ArchiveDraft.Entry("城关镇/农村月报.csv", [1])
        flagged.flags = 0x800
        #expect(try paths([flagged]) == ["城关镇/农村月报.csv"])
        flagged.flags = 0
        #expect(try paths([flagged]) == ["城关镇/农村月报.csv"])
    }

    @Test func `names in GBK, which say nothing, are read`() throws {
        #expect(try paths([.init(Self.gbk, [1])]) == ["城关镇/农村月报.csv"])
    }

    @Test func `a GBK name that would be UTF-8 as well is GBK`() throws {
        // 联通, known for it.
        #expect(try paths([.init([0xC1, 0xAA, 0xCD, 0xA8], [1])]) == ["联通"])
    }

    @Test func `a trail byte that looks like a slash parts no folders`() throws {
        // 許 is B3 5C in GBK.
        #expect(try paths([.init([0xD4, 0x53, 0x5C, 0x2E, 0x63, 0x73, 0x76], [1])]).count == 1)
        #expect(try paths([.init([0x94, 0x5C, 0x2E, 0x63, 0x73, 0x76], [1])]) == ["擻.csv"])
    }

    @Test func `Info-ZIP's Unicode name goes before the old one`() throws {
        var entry = ArchiveDraft.Entry([0x3F, 0x3F, 0x2E, 0x63, 0x73, 0x76], [1])
        entry.extra = ArchiveDraft.unicodeField("农村.csv", about: entry.name)
        #expect(try paths([entry]) == ["农村.csv"])
    }

    @Test func `a Unicode name that is about another name is not believed`() throws {
        var entry = ArchiveDraft.Entry("a.csv", [1])
        entry.extra = ArchiveDraft.unicodeField("农村.csv", about: [0x62])
        #expect(try paths([entry]) == ["a.csv"])
    }

    @Test func `folders and what a Mac adds are no members`() throws {
        #expect(
            try paths([
                .init("城关镇/", []), .init("城关镇/农村.csv", [1]),
                .init("__MACOSX/城关镇/._农村.csv", [2]),
            ]) == ["城关镇/农村.csv"])
    }

    @Test func `backslashes part folders, points and doubled slashes say nothing`() throws {
        #expect(
            try paths([.init("城关镇\\农村.csv", [1]), .init("./城关镇//社区.csv", [2])])
                == ["城关镇/农村.csv", "城关镇/社区.csv"])
    }

    @Test func `members stand by their paths, whatever their order in the archive`() throws {
        #expect(try paths([.init("b.csv", [1]), .init("a.csv", [2])]) == ["a.csv", "b.csv"])
    }

    // MARK: What is refused

    @Test(arguments: ["../农村.csv", "a/../../b.csv", "/etc/passwd", "C:\\农村.csv", "a\u{1B}[2J.csv"])
    func `a name that leads elsewhere or cannot be printed refuses the archive`(name: String) {
        #expect(reason([.init("a.csv", [1]), .init(name, [2])]) == .bundle(.oddNames))
    }

    @Test func `two files of one name refuse it, be it that only their case differs`() {
        #expect(
            reason([.init("a/b.csv", [1]), .init("A/B.csv", [2])])
                == .bundle(.doubled(name: "A/B.csv"))
        )
        #expect(
            reason([.init("a/b.csv", [1]), .init("a//b.csv", [2])])
                == .bundle(.doubled(name: "a/b.csv")))
    }

    @Test func `a password refuses it`() {
        var entry = ArchiveDraft.Entry("a.csv", [1])
        entry.flags = 1
        #expect(reason([entry]) == .bundle(.locked))
    }

    @Test func `a method that is not known refuses it`() {
        var entry = ArchiveDraft.Entry("a.csv", [1])
        entry.method = 14
        #expect(reason([entry]) == .bundle(.unknownMethod))
    }

    @Test func `an archive with nothing in it says so`() {
        #expect(reason([]) == .bundle(.empty))
        #expect(reason([.init("空/", [])]) == .bundle(.empty))
    }

    @Test func `a link is told of and never followed`() throws {
        var link = ArchiveDraft.Entry("链接.csv", Array("/etc/passwd".utf8))
        link.madeBy = 3 << 8 | 20
        link.attributes = 0xA1FF_0000
        let draft = ArchiveDraft([link, .init("a.csv", [1])])
        let bundle = try #require(try FileBundle(draft.bytes))
        #expect(bundle.members.map(\.path) == ["a.csv"])
        #expect(bundle.links == ["链接.csv"])
    }

    // MARK: Contents

    @Test func `a damaged member is its own fault`() throws {
        var damaged = ArchiveDraft.Entry("a.csv", [1, 2, 3])
        damaged.checksum = 7
        let draft = ArchiveDraft([damaged, .init("b.csv", [4])])
        var bundle = try #require(try FileBundle(draft.bytes))
        #expect(throws: WorkbookError(.damaged(part: "a.csv"))) {
            try bundle.bytes(of: bundle.members[0])
        }
        #expect(try bundle.bytes(of: bundle.members[1]) == [4])
    }

    @Test func `members beyond the limit are refused, those before them are not`() throws {
        var limits = WorkbookLimits()
        limits.zip.totalSize = 300
        let draft = ArchiveDraft([
            .init("a.csv", [4]), .init("b.csv", [UInt8](repeating: 65, count: 400)),
        ])
        var bundle = try #require(try FileBundle(draft.bytes, limits: limits))
        #expect(try bundle.bytes(of: bundle.members[0]) == [4])
        #expect(throws: WorkbookError.self) { try bundle.bytes(of: bundle.members[1]) }
    }

    @Test func `too many members refuse the archive`() {
        var limits = WorkbookLimits()
        limits.zip.entries = 3
        let draft = ArchiveDraft((0..<4).map { .init("\($0).csv", [1]) })
        #expect(throws: WorkbookError.self) { try FileBundle(draft.bytes, limits: limits) }
    }

    // MARK: What is no archive of files

    @Test(arguments: ["[Content_Types].xml", "mimetype", "OFD.xml"])
    func `a document in a ZIP container is none`(part: String) throws {
        #expect(try FileBundle(ArchiveDraft([.init("x", [1]), .init(part, [2])]).bytes) == nil)
    }

    @Test func `a workbook is none, a text is none, bytes cut short say so`() throws {
        let workbook = Fixture.bytes("Workbooks/excel-return/input.xlsx")
        #expect(try FileBundle(workbook) == nil)
        #expect(try FileBundle(Array("甲,乙".utf8)) == nil)
        let whole = ArchiveDraft([.init("a.csv", [1, 2, 3])]).bytes
        #expect(throws: WorkbookError(.truncated)) { try FileBundle(Array(whole.dropLast(30))) }
    }
}
