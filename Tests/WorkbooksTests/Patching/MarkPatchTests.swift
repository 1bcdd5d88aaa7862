import Findings
import TestSupport
import Testing
import Workbooks

/// Cells that are marked, and marks that are taken off again.
struct MarkPatchTests {
    private static let red = "FFC7CE"
    private static let yellow = "FFEB9C"
    private static let fills: Set = [red, yellow]

    /// A1 plain, B1 filled blue, C1 filled in our red by its sender.
    private let workbook = HandMadeWorkbook(
        """
        <row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c>\
        <c r="C1" s="2"><v>3</v></c></row>
        """,
        strings: "",
        styles: """
            <fonts count="1"><font/></fonts><fills count="4"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">\
            <fgColor theme="4" tint="0.5"/><bgColor indexed="64"/></patternFill></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills>\
            <borders count="1"><border/></borders><cellXfs count="3"><xf/><xf fillId="2"/><xf fillId="3"/>\
            </cellXfs>
            """)

    private func marked() throws -> PatchedPackage {
        try PatchedPackage(workbook) { patch in
            for cell in ["A1", "B1", "C1", "D4"] {
                patch.mark(at(cell), on: "S", fill: Self.red, note: "错误：\(cell)")
            }
        }
    }

    private func unmarked(_ bytes: [UInt8]) throws -> PatchedPackage {
        try PatchedPackage(bytes) { $0.removeMarks(fills: Self.fills) }
    }

    private func fills(_ bytes: [UInt8]) throws -> [String] {
        try #require(WorkbookLooks(bytes)).fills(on: "S")
    }

    @Test func `a marked cell is filled and noted, also one that was not there`() throws {
        let marked = try marked()
        #expect(marked.refusals.isEmpty)
        #expect(
            try fills(marked.result.bytes) == ["A1", "B1", "C1", "D4"].map { $0 + "=" + Self.red })
        let notes = try #require(try marked.workbook().sheets.first).notes
        #expect(notes[at("D4")]?.text == "县统计汇总退回标注：\n错误：D4")
        #expect(notes.count == 4)
    }

    @Test func `the fills that cells had are kept in hidden names`() throws {
        let looks = try #require(WorkbookLooks(try marked().result.bytes))
        #expect(
            looks.definedNames == [
                "_tongbao_mark_1='S'!$A$1,'S'!$D$4", "_tongbao_mark_2='S'!$B$1",
                "_tongbao_mark_2_fill=\"solid theme:4:0.5 indexed:64\"",
                "_tongbao_mark_3='S'!$C$1",
                "_tongbao_mark_3_fill=\"solid rgb:FFFFC7CE -\"",
            ])
        #expect(
            try marked().text("xl/workbook.xml").contains("name=\"_tongbao_mark_1\" hidden=\"1\""))
    }

    @Test func `marks that are taken off leave what was there`() throws {
        let unmarked = try unmarked(marked().result.bytes)
        #expect(try fills(unmarked.result.bytes) == ["B1=theme 4 0.5", "C1=" + Self.red])
        #expect(try unmarked.workbook().sheets.first?.notes.isEmpty == true)
        #expect(unmarked.result.removedParts.count == 3)
        #expect(try #require(WorkbookLooks(unmarked.result.bytes)).definedNames.isEmpty)
    }

    @Test func `marking and taking off again adds nothing after the first time`() throws {
        func round(_ bytes: [UInt8]) throws -> PatchedPackage {
            try PatchedPackage(bytes) { patch in
                patch.removeMarks(fills: Self.fills)
                patch.mark(at("A1"), on: "S", fill: Self.red, note: "错误")
                patch.mark(at("B1"), on: "S", fill: Self.yellow, note: "核实")
            }
        }
        let second = try round(round(workbook.bytes()).result.bytes)
        let third = try round(second.result.bytes)
        for part in ["workbook", "styles", "worksheets/sheet1"] {
            #expect(try third.text("xl/\(part).xml") == second.text("xl/\(part).xml"))
        }
    }

    @Test
    func `a mark is known by its note where the names are lost, by the names where the note is`()
        throws
    {
        let bytes = try marked().result.bytes
        let withoutNames = try PatchedPackage(bytes) { patch in
            for number in 1...3 {
                patch.define("_tongbao_mark_\(number)", as: nil)
                patch.define("_tongbao_mark_\(number)_fill", as: nil)
            }
        }.result.bytes
        #expect(try fills(unmarked(withoutNames).result.bytes) == [])
        let withoutNotes = try PatchedPackage(bytes) { $0.removeNotes() }.result.bytes
        #expect(
            try fills(unmarked(withoutNotes).result.bytes) == [
                "B1=theme 4 0.5", "C1=" + Self.red,
            ])
    }

    @Test func `a cell that its sender filled otherwise since stays so`() throws {
        let other = try PatchedPackage(marked().result.bytes) { patch in
            patch.restyle(at("A1"), on: "S", .fill("00B050"))
        }
        #expect(try fills(unmarked(other.result.bytes).result.bytes).contains("A1=00B050"))
    }

    @Test func `marks follow their rows`() throws {
        let moved = try PatchedPackage(marked().result.bytes) { patch in
            patch.insertRows(2, before: 1, on: "S")
        }
        #expect(
            try fills(unmarked(moved.result.bytes).result.bytes) == [
                "B3=theme 4 0.5", "C3=" + Self.red,
            ])
    }

    @Test(arguments: [
        "'S'!$A$1,'S", "S!#REF!", "'S'!$A$1:$XFD$1048576", "\"solid\"", "", "'T'!$A$1", "!!!",
    ])
    func `names that somebody has spoilt do no harm`(value: String) throws {
        let spoilt = try PatchedPackage(workbook) { patch in
            patch.define("_tongbao_mark_1", as: value)
            patch.define("_tongbao_mark_1_fill", as: "\"solid rgb:\"/><x rgb:1\"")
        }
        let unmarked = try unmarked(spoilt.result.bytes)
        #expect(try unmarked.cells() == ["A1=1", "B1=2", "C1=3"])
        #expect(try #require(WorkbookLooks(unmarked.result.bytes)).definedNames.isEmpty)
    }

    @Test func `a note of the sender's own gets the mark behind it and is itself again after`()
        throws
    {
        let noted = try PatchedPackage(workbook) { patch in
            patch.note("再问问村里", at: at("A1"), on: "S", author: "张会计")
        }
        let marked = try PatchedPackage(noted.result.bytes) { patch in
            patch.mark(at("A1"), on: "S", fill: Self.red, note: "错误：应填准数")
        }
        #expect(
            try marked.workbook().sheets.first?.notes[at("A1")]
                == .init(author: "张会计", text: "再问问村里\n──── 县统计汇总 ────\n错误：应填准数"))
        #expect(
            try unmarked(marked.result.bytes).workbook().sheets.first?.notes[at("A1")]
                == .init(author: "张会计", text: "再问问村里"))
    }

    /// LibreOffice forgets authors, cuts texts into runs by script and ends a run with the line end.
    @Test func `a mark is taken off a note that another program has cut up`() throws {
        let noted = try PatchedPackage(workbook) { patch in
            patch.note("再问问村里", at: at("A1"), on: "S", author: "张会计")
            patch.note("甲", at: at("B1"), on: "S", author: "张会计")
        }
        let cut = try PatchedPackage(noted.result.bytes) { patch in
            patch.mark(at("B1"), on: "S", fill: Self.red, note: "错误")
        }
        let comments = try cut.text("xl/comments1.xml")
        let runs = ["再问问村里\n", "──── 县统计汇总 ────\n错误 ", "V13", "：约20"].map {
            "<r><t xml:space=\"preserve\">\($0)</t></r>"
        }.joined()
        let start = try #require(comments.firstRange(of: "<comment ref=\"A1\"")?.lowerBound)
        let end = try #require(comments.firstRange(of: "</comment>")?.lowerBound)
        let bytes = try cut.replacing(
            "xl/comments1.xml",
            with: comments[..<start] + "<comment ref=\"A1\" authorId=\"0\"><text>\(runs)</text>"
                + comments[end...])
        let notes = try #require(try unmarked(bytes).workbook().sheets.first).notes
        #expect(notes.mapValues(\.text) == [at("A1"): "再问问村里", at("B1"): "甲"])
    }

    @Test func `a redacted text is nowhere in the package unless another cell holds it`() throws {
        let sheet = HandMadeWorkbook(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
            <c r="C1" t="s"><v>1</v></c></row>
            """,
            strings: "<si><r><t>李</t></r><r><t>某某</t></r></si><si><t>东关村</t></si>")
        let patched = try PatchedPackage(sheet) { patch in
            patch.redact(at("A1"), on: "S", leaving: "填表人：")
            patch.redact(at("B1"), on: "S")
        }
        #expect(try patched.cells() == ["A1=填表人：", "C1=东关村"])
        #expect(try !patched.text("xl/sharedStrings.xml").contains("某某"))
    }

    // MARK: Sheets

    @Test func `a sheet that goes takes its parts and its names along`() throws {
        var list = SheetDraft(name: "错误清单")
        list.rows = [RowDraft([CellDraft("第一行")])]
        list.print.titleRows = 1...1
        list.notes = [at("A1"): "批注"]
        let before = try workbook.bytes()
        let added = try PatchedPackage(before) { patch in
            patch.add(list, isShown: true)
            patch.add(SheetDraft(name: "后面"))
        }
        let looks = try #require(WorkbookLooks(added.result.bytes))
        #expect(looks.activeSheet == "错误清单")
        #expect(looks.chosenSheets == ["错误清单"])
        let removed = try PatchedPackage(added.result.bytes) { $0.removeSheet("错误清单") }
        #expect(try removed.workbook().sheets.map(\.name) == ["S", "后面"])
        #expect(try #require(WorkbookLooks(removed.result.bytes)).activeSheet == "S")
        #expect(try removed.cells() == ["A1=1", "B1=2", "C1=3"])
        let faults = Set(PackageLint.faults(in: removed.result.bytes))
            .subtracting(PackageLint.faults(in: before))
        #expect(faults.sorted() == [])
        #expect(!(try removed.text("xl/workbook.xml")).contains("Print_Titles"))
    }

    @Test func `names of the sheets behind it move up`() throws {
        var first = SheetDraft(name: "清单")
        first.print.titleRows = 1...1
        first.rows = [RowDraft([CellDraft("甲")])]
        var second = first
        second.name = "末张"
        let added = try PatchedPackage(workbook) { patch in
            patch.add(first)
            patch.add(second, isShown: true)
        }
        let removed = try PatchedPackage(added.result.bytes) { $0.removeSheet("清单") }
        #expect(
            try removed.text("xl/workbook.xml").contains(
                "localSheetId=\"1\">'末张'!$1:$1</definedName>"))
        #expect(try #require(WorkbookLooks(removed.result.bytes)).activeSheet == "末张")
    }

    @Test func `the last sheet stays`() throws {
        let patched = try PatchedPackage(workbook) { $0.removeSheet("S") }
        #expect(patched.refusals == [.lastSheet])
        #expect(try patched.result.bytes == workbook.bytes())
    }
}
