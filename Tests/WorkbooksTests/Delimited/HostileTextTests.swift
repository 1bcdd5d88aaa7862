import Findings
import Testing
import Workbooks
import ZipArchives

/// Files named `.csv` that are none, or that are made to be costly.
struct HostileTextTests {
    private func reason(_ source: ByteSource) -> Problem.Unreadable? {
        #expect(throws: WorkbookError.self) {
            var limits = WorkbookLimits.default
            limits.textSize = 1 << 40
            var scanner = try DelimitedScanner(source, limits: limits)
            while try scanner.next({ _, _ in }) != nil {}
        }?.reason
    }

    private func reason(_ text: String) -> Problem.Unreadable? {
        reason(ByteSource(Array(text.utf8)))
    }

    /// A file of one byte over and over, which takes no memory.
    private func source(of byte: UInt8, count: Int) -> ByteSource {
        ByteSource(count: count) { position, target in
            let length = max(0, min(target.count, count - position))
            if length > 0 { target.initializeMemory(as: UInt8.self, repeating: byte) }
            return length
        }
    }

    @Test func `nothing, or a byte order mark alone, is nothing`() {
        #expect(reason("") == .empty)
        #expect(reason("\u{FEFF}") == .empty)
        #expect(reason(ByteSource([0xFF, 0xFE])) == .empty)
        #expect(reason(ByteSource([0x84, 0x31, 0x95, 0x33])) == .empty)
    }

    @Test func `a page is markup in any encoding, and where its encoding is damaged`() {
        #expect(reason("\n<html>") == .markup)
        #expect(reason(ByteSource(Array("<html>".utf8) + [0xFF, 0xFF])) == .markup)
        #expect(reason(ByteSource([0xFE, 0xFF] + "<table".utf8.flatMap { [0, $0] })) == .markup)
    }

    @Test func `bytes of a program are no text`() {
        #expect(
            reason(ByteSource([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 3])) == .notAWorkbook)
        #expect(reason(source(of: 0, count: 1 << 16)) == .notAWorkbook)
        #expect(reason(source(of: 0xFF, count: 1 << 16)) == .encoding(offset: 0))
        #expect(reason("\u{FEFF}a,b\0") == .notAWorkbook)
    }

    @Test(arguments: [",", "\n", "\r", ";", "|"])
    func `fifty million delimiters or line ends are refused at a spreadsheet's edge`(
        character: Character
    ) throws {
        let byte = try #require(character.asciiValue)
        // The look at the encoding is left out of it: it reads all, as it must.
        guard case .limit = reason(source(of: byte, count: 2_000_000)) else {
            Issue.record("was not refused")
            return
        }
    }

    @Test(arguments: ["a", " ", "\""])
    func `a text without an end of line is one field, cut`(character: Character) throws {
        let byte = try #require(character.asciiValue)
        var scanner = try DelimitedScanner(source(of: byte, count: 1_000_000))
        var lengths: [Int] = []
        while try scanner.next({ lengths.append($1.count) }) != nil {}
        #expect(lengths == [64 << 10])
        #expect(scanner.notices.count == 1)
    }

    @Test func `an opening quote without an end costs one look ahead`() throws {
        let scanned = try ScannedText(
            Array("x,\"a\n".utf8) + Array(String(repeating: "甲,乙\n", count: 30_000).utf8),
            piece: 4096)
        #expect(scanned.records.count == 30_001)
        #expect(scanned.texts(1) == ["x", "\"a"])
        #expect(scanned.places == ["1 B1"])
    }

    @Test func `a file that shrinks while it is read ends sooner`() throws {
        let bytes = Array(String(repeating: "甲,乙\n", count: 1000).utf8)
        let source = ByteSource(count: bytes.count * 2) { position, target in
            let part = bytes.dropFirst(position).prefix(target.count)
            target.copyBytes(from: part)
            return part.count
        }
        var scanner = try DelimitedScanner(source)
        var fields = 0
        while try scanner.next({ _, _ in fields += 1 }) != nil {}
        #expect(fields == 2000)
    }

    @Test func `a file larger than the limit is refused before it is read`() {
        var limits = WorkbookLimits.default
        limits.textSize = 10
        #expect(throws: WorkbookError.self) {
            _ = try DelimitedScanner(
                ByteSource(count: 11) { _, _ in
                    Issue.record("was read")
                    return 0
                }, limits: limits)
        }
    }
}
