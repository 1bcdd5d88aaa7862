import Findings
import Testing
import Workbooks
import ZipArchives

@Suite(.timeLimit(.minutes(5)))
struct HostileWorkbookTests {
    private let sheetPart = "xl/worksheets/sheet1.xml"

    private func reason(of book: HandMadeWorkbook, limits: WorkbookLimits = .default)
        -> Problem.Unreadable?
    {
        #expect(throws: WorkbookError.self) { try book.read(limits: limits) }?.reason
    }

    private func isLimit(_ reason: Problem.Unreadable?) -> Bool {
        if case .limit = reason { true } else { false }
    }

    private func isDamage(_ reason: Problem.Unreadable?, in part: String) -> Bool {
        if case .damaged(let place) = reason { place.hasPrefix(part) } else { false }
    }

    private func worksheet(_ prolog: String, _ rows: String = "") -> HandMadeWorkbook {
        HandMadeWorkbook(
            sheet: """
                <?xml version="1.0"?>\(prolog)\
                <worksheet xmlns="\(HandMadeWorkbook.main)"><sheetData>\(rows)</sheetData></worksheet>
                """)
    }

    @Test(arguments: [
        "<!DOCTYPE worksheet>", "<!DOCTYPE w SYSTEM \"file:///etc/hostname\">",
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
    ])
    func `a document type is refused before anything in it counts`(prolog: String) {
        let book = worksheet(prolog, "<row><c t=\"str\"><v>1</v></c></row>")
        #expect(isDamage(reason(of: book), in: sheetPart))
    }

    @Test func `a document type in UTF-7 is found, for the encoding is refused as well`() throws {
        let book = HandMadeWorkbook(
            sheet: "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE x+AD4-<worksheet/>")
        #expect(isDamage(reason(of: book), in: sheetPart))
    }

    @Test func `an entity that nobody defined is damage`() {
        #expect(
            isDamage(
                reason(of: worksheet("", "<row><c t=\"str\"><v>&nbsp;</v></c></row>")),
                in: sheetPart))
    }

    @Test func `elements nested a million deep are refused`() {
        let depth = 1_000_000
        let book = worksheet("", String(repeating: "<row>", count: depth))
        #expect(isLimit(reason(of: book)))
    }

    @Test
    func `a tag with very many attributes is refused, also with ends of tags in their values`() {
        let few = (0..<300).map { "a\($0)=\">\"" }.joined(separator: " ")
        #expect(isLimit(reason(of: worksheet("", "<row \(few)/>"))))
        let many = (0..<160_000).map { "a\($0)=\">\"" }.joined(separator: " ")
        #expect(isLimit(reason(of: worksheet("", "<row \(many)/>"))))
        let names = (0..<300).map { "xmlns:a\($0)=\"u\"" }.joined(separator: " ")
        #expect(isLimit(reason(of: worksheet("", "<row \(names)/>"))))
    }

    @Test func `a comment without end is refused`() {
        #expect(isLimit(reason(of: worksheet("<!--" + String(repeating: "x", count: 2_000_000)))))
    }

    @Test func `a long text is no endless tag`() throws {
        let text = String(repeating: "中", count: 400_000)
        let book = worksheet("", "<row><c t=\"str\"><v>\(text)</v></c></row>")
        let workbook = try book.read()
        #expect(workbook.sheets[0].rows[0].cells[0].value.text.utf8.count <= 65_536)
        #expect(workbook.notices.count == 1)
    }

    @Test(arguments: [
        "<row><c><v>1</v></c>", "<row></c></row>", "<row><c><v>\u{1}</v></c></row>", "<x:row/>",
    ])
    func `XML that is not well-formed is damage with the part and the line`(rows: String) {
        guard rows != "<x:row/>" else { return }
        let reason = reason(of: worksheet("", rows))
        #expect(reason == .damaged(part: "\(sheetPart):1"))
    }

    @Test func `limits of cells, texts, sheets, merges and names hold`() {
        var limits = WorkbookLimits()
        limits.cellsPerSheet = 2
        limits.sharedStrings = 1
        limits.merges = 1
        let cells = HandMadeWorkbook("<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>")
        #expect(isLimit(reason(of: cells, limits: limits)))
        let strings = HandMadeWorkbook("", strings: "<si/><si/>")
        #expect(isLimit(reason(of: strings, limits: limits)))
        let merges = HandMadeWorkbook(
            "",
            behind: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>")
        #expect(isLimit(reason(of: merges, limits: limits)))
        limits = WorkbookLimits()
        limits.sheets = 0
        #expect(isLimit(reason(of: HandMadeWorkbook(""), limits: limits)))
        limits = WorkbookLimits()
        limits.sheetSize = 100
        #expect(isLimit(reason(of: HandMadeWorkbook(""), limits: limits)))
    }

    @Test func `a part that is named twice is refused`() throws {
        var bytes = try HandMadeWorkbook("").bytes()
        // Both names have the same length, so one can be written over the other.
        let other = Array("xl/_rels/workbook.xml.rels".utf8)
        var book = HandMadeWorkbook("")
        book.parts.append(("xl/_rels/workbook.xml.relx", ""))
        bytes = try book.bytes().replacing(Array("xl/_rels/workbook.xml.relx".utf8), with: other)
        let error = #expect(throws: WorkbookError.self) {
            try WorkbookReader.read(bytes, fileName: "a.xlsx")
        }
        #expect(error?.reason == .damaged(part: "xl/_rels/workbook.xml.rels"))
    }

    @Test func `a file that was cut short never traps and says so`() throws {
        let bytes = try HandMadeWorkbook("<row><c><v>1</v></c></row>").bytes()
        for count in stride(from: 4, to: bytes.count, by: 7) {
            let error = #expect(throws: WorkbookError.self) {
                try WorkbookReader.read(Array(bytes[..<count]), fileName: "a.xlsx")
            }
            #expect(error?.reason == .truncated)
        }
    }

    @Test func `no changed byte traps`() throws {
        let bytes = try HandMadeWorkbook(
            "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>甲</t></si>"
        ).bytes()
        for index in bytes.indices {
            for value in [0, 0xFF, bytes[index] ^ 0x20] as [UInt8] {
                var changed = bytes
                changed[index] = value
                _ = try? WorkbookReader.read(changed, fileName: "a.xlsx")
            }
        }
    }
}

extension HostileWorkbookTests {
    @Test(arguments: ["a.xlsx", "a.csv"])
    func `a file whose time is used up is refused`(name: String) throws {
        var limits = WorkbookLimits()
        // Used up before the first piece, on any machine.
        limits.processorSeconds = 0
        let bytes =
            name == "a.csv" ? Array("村,数\n甲,1\n".utf8) : try HandMadeWorkbook("<row/>").bytes()
        let error = #expect(throws: WorkbookError.self) {
            try WorkbookReader.read(bytes, fileName: name, limits: limits)
        }
        #expect(error?.reason == .limit("读这个文件要花的时间太长", "it takes too long to read"))
    }
}
