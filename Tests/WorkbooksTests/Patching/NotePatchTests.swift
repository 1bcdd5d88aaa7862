import Findings
import Testing
import Workbooks

/// Notes hung on cells of existing packages, and taken away again.
struct NotePatchTests {
    private let plain = HandMadeWorkbook(
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>",
        behind: "<pageMargins left=\"1\"/><tableParts count=\"0\"/>")

    private let noted: HandMadeWorkbook = {
        var workbook = HandMadeWorkbook(
            sheet: """
                <worksheet xmlns="\(HandMadeWorkbook.main)" xmlns:q="\(HandMadeWorkbook.office)">\
                <sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>\
                <legacyDrawing q:id="v"/></worksheet>
                """)
        workbook.parts += [
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                HandMadeWorkbook.relationships([
                    ("c", "comments", "../comments9.xml"), ("v", "vmlDrawing", "/xl/d/a.vml"),
                ])
            ),
            (
                "xl/comments9.xml",
                """
                <comments xmlns="\(HandMadeWorkbook.main)"><authors><author>老王</author></authors>\
                <commentList><comment ref="B2" authorId="0"><text><t>请核</t></text></comment>\
                <comment ref="B3" authorId="0"><text><t>[Threaded comment] 甲</t></text></comment>\
                </commentList></comments>
                """
            ),
            (
                "xl/d/a.vml",
                """
                <xml xmlns:v="urn:schemas-microsoft-com:vml" \
                xmlns:o="urn:schemas-microsoft-com:office:office" \
                xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
                <o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shapetype id="_x0000_t202"/>\
                <v:shape id="_x0000_s3073" type="#_x0000_t202"><x:ClientData ObjectType="Note">\
                <x:Anchor>2, 15, 1, 10, 4, 15, 5, 4</x:Anchor><x:Row>1</x:Row><x:Column>1</x:Column>\
                </x:ClientData></v:shape></xml>
                """
            ),
        ]
        return workbook
    }()

    @Test func `a note on a sheet without notes brings all its parts`() throws {
        let patched = try PatchedPackage(plain) { patch in
            patch.note("应为 3", at: at("B2"), on: "S")
            patch.note("缺", at: at("C9"), on: "S")
        }
        let notes = try #require(try patched.workbook().sheets.first).notes
        #expect(notes[at("B2")] == Grid.Note(author: "县统计汇总", text: "应为 3"))
        #expect(notes[at("C9")]?.text == "缺")
        #expect(
            try patched.sheet().contains(
                "<legacyDrawing xmlns:r=\"\(HandMadeWorkbook.office)\" r:id=\"rId2\"/><tableParts"))
        #expect(try patched.text("[Content_Types].xml").contains("Extension=\"vml\""))
        let drawing = try patched.text("xl/drawings/vmlDrawing1.vml")
        #expect(drawing.contains("data=\"1\""))
        #expect(drawing.contains("_x0000_s1025") && drawing.contains("_x0000_s1026"))
        try patched.expectRestUntouched()
    }

    @Test func `a note joins those that are there, with a free number and its own author`() throws {
        let patched = try PatchedPackage(noted) { $0.note("缺", at: at("C9"), on: "S") }
        let comments = try patched.text("xl/comments9.xml")
        #expect(comments.contains("<author>老王</author><author>县统计汇总</author>"))
        #expect(comments.contains("<comment ref=\"C9\" authorId=\"1\">"))
        #expect(try patched.text("xl/d/a.vml").contains("_x0000_s3074"))
        #expect(patched.result.changedParts == ["xl/comments9.xml", "xl/d/a.vml"])
        try patched.expectRestUntouched()
    }

    @Test func `text goes behind that of another's note`() throws {
        let patched = try PatchedPackage(noted) { $0.note("应为 3", at: at("B2"), on: "S") }
        let note = try #require(try patched.workbook().sheets.first?.notes[at("B2")])
        #expect(note == Grid.Note(author: "老王", text: "请核\n──── 县统计汇总 ────\n应为 3"))
        #expect(patched.result.changedParts == ["xl/comments9.xml"])
    }

    @Test func `a threaded comment is left and told`() throws {
        let patched = try PatchedPackage(noted) { $0.note("应为 3", at: at("B3"), on: "S") }
        #expect(patched.refusals == [.threadedComment])
        #expect(patched.result.bytes == patched.before)
    }

    @Test func `two sheets never share a block of numbers`() throws {
        var workbook = noted
        workbook.replace(
            "xl/workbook.xml",
            with: """
                <workbook xmlns="\(HandMadeWorkbook.main)" xmlns:r="\(HandMadeWorkbook.office)"><sheets>\
                <sheet name="S" sheetId="1" r:id="r1"/><sheet name="T" sheetId="5" r:id="r4"/></sheets>\
                </workbook>
                """)
        workbook.replace(
            "xl/_rels/workbook.xml.rels",
            with: HandMadeWorkbook.relationships([
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r4", "worksheet", "worksheets/t.xml"),
            ]))
        workbook.parts.append(
            (
                "xl/worksheets/t.xml",
                "<worksheet xmlns=\"\(HandMadeWorkbook.main)\"><sheetData/></worksheet>"
            ))
        let patched = try PatchedPackage(workbook) { patch in
            for row in 1...1030 {
                patch.note("甲", at: CellReference(row: row, column: 5), on: "S")
            }
            patch.note("乙", at: at("A1"), on: "T")
        }
        #expect(try patched.text("xl/d/a.vml").contains("data=\"3,1\""))
        #expect(try patched.text("xl/drawings/vmlDrawing1.vml").contains("data=\"2\""))
    }

    @Test func `our notes can be taken away, and nothing of them stays`() throws {
        let before = try plain.bytes()
        let patched = try PatchedPackage(before) { $0.note("缺", at: at("C9"), on: "S") }
        let cleaned = try PatchedPackage(patched.result.bytes) { $0.removeNotes() }
        #expect(
            cleaned.result.removedParts == [
                "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
                "xl/worksheets/_rels/sheet1.xml.rels",
            ])
        #expect(try cleaned.sheet() == PatchedPackage(before) { _ in }.sheet())
    }

    @Test func `another's note stays as it was when our text goes`() throws {
        let before = try noted.bytes()
        let patched = try PatchedPackage(before) { patch in
            patch.note("应为 3", at: at("B2"), on: "S")
            patch.note("缺", at: at("C9"), on: "S")
        }
        let cleaned = try PatchedPackage(patched.result.bytes) { $0.removeNotes() }
        let notes = try #require(try cleaned.workbook().sheets.first).notes
        #expect(notes[at("B2")] == Grid.Note(author: "老王", text: "请核"))
        #expect(notes[at("C9")] == nil)
        #expect(try !cleaned.text("xl/d/a.vml").contains("_x0000_s3074"))
    }

    @Test func `notes and their boxes follow their rows`() throws {
        let patched = try PatchedPackage(noted) { $0.insertRows(2, before: 1, on: "S") }
        let comments = try patched.text("xl/comments9.xml")
        #expect(comments.contains("ref=\"B4\"") && comments.contains("ref=\"B5\""))
        let drawing = try patched.text("xl/d/a.vml")
        #expect(drawing.contains("<x:Anchor>2, 15, 3, 10, 4, 15, 7, 4</x:Anchor><x:Row>3</x:Row>"))
        let gone = try PatchedPackage(noted) { $0.deleteRows(2...2, on: "S") }
        #expect(try !gone.text("xl/d/a.vml").contains("<v:shape "))
        #expect(try gone.text("xl/comments9.xml").contains("<commentList><comment ref=\"B2\""))
    }
}
