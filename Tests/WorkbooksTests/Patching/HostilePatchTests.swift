import Findings
import TestSupport
import Testing
import Workbooks
import ZipArchives

/// Packages that are broken on purpose: a patch is refused or makes a workbook that can be read.
struct HostilePatchTests {
    /// A sheet with something of everything that patches look at.
    private static let rich = """
        <worksheet xmlns="\(HandMadeWorkbook.main)" xmlns:r="\(HandMadeWorkbook.office)">\
        <dimension ref="A1:D9"/><sheetViews><sheetView><selection activeCell="B2" sqref="B2"/>\
        </sheetView></sheetViews><cols><col min="1" max="2" style="1" width="9"/></cols><sheetData>\
        <row r="1" spans="1:4"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B3" \
        si="0">A1+$C$4</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/></c></row>\
        <row r="3"><c r="A3"><f t="array" ref="A3">SUM(B1:B2)</f></c><c r="B3"><f t="shared" \
        si="0"/></c></row><row r="5"><c r="A5"><f>'S'!B9&amp;"B9"</f></c></row></sheetData>\
        <mergeCells count="1"><mergeCell ref="C1:D2"/></mergeCells><conditionalFormatting \
        sqref="A1:B9"><cfRule type="expression" priority="1"><formula>B3&gt;1</formula></cfRule>\
        </conditionalFormatting><dataValidations count="1"><dataValidation sqref="B4:B8"/>\
        </dataValidations><rowBreaks count="1" manualBreakCount="1"><brk id="3" man="1"/></rowBreaks>\
        <legacyDrawing r:id="v"/></worksheet>
        """

    private static let comments = """
        <comments xmlns="\(HandMadeWorkbook.main)"><authors><author>甲</author></authors><commentList>\
        <comment ref="B2" authorId="0"><text><t>请核</t></text></comment></commentList></comments>
        """

    private static let drawing = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:x"><v:shape id="_x0000_s1025">\
        <x:ClientData ObjectType="Note"><x:Anchor>2, 15, 1, 10, 4, 15, 5, 4</x:Anchor><x:Row>1</x:Row>\
        <x:Column>1</x:Column></x:ClientData></v:shape></xml>
        """

    private static let styles = """
        <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/>\
        </borders><cellXfs count="2"><xf fontId="0"/><xf fontId="0" fillId="9"/></cellXfs>
        """

    private func workbook(_ change: (String) -> String) -> HandMadeWorkbook {
        var workbook = HandMadeWorkbook(
            sheet: change(Self.rich), strings: "<si><t>甲</t></si>", styles: Self.styles)
        workbook.replace("xl/styles.xml", with: workbook.parts.last.map { change($0.text) } ?? "")
        workbook.parts += [
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                HandMadeWorkbook.relationships([
                    ("c", "comments", "../comments1.xml"), ("v", "vmlDrawing", "../a.vml"),
                ])
            ), ("xl/comments1.xml", change(Self.comments)), ("xl/a.vml", change(Self.drawing)),
        ]
        return workbook
    }

    private func patch(_ bytes: [UInt8]) throws -> PatchedWorkbook {
        var patch = try WorkbookPatch(bytes)
        patch.set(.string("乙"), at: at("B1"), on: "S")
        patch.restyle(at("A1"), on: "S", .fill("FFC7CE"))
        patch.note("注", at: at("B2"), on: "S")
        patch.note("注", at: at("C3"), on: "S")
        patch.insertRows(2, before: 2, on: "S")
        patch.copyRows(7...7, times: 2, on: "S")
        patch.deleteRows(3...4, on: "S")
        patch.removeNotes()
        patch.set(.formula("A1", result: .integer(1)), at: at("B8"), on: "S")
        return try patch.patched()
    }

    @Test func `the sheet that is broken below is patched while it is whole`() throws {
        let result = try patch(workbook { $0 }.bytes())
        #expect(result.remarks.map(\.reason) == [])
        _ = try WorkbookReader.read(result.bytes, fileName: "a.xlsx")
    }

    @Test(arguments: 1...150)
    func `a byte that is wrong somewhere is refused or survived`(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let digits = Array("0123456789<>\"/=: ABsrtf9999999".utf8)
        let broken = workbook { text in
            var bytes = Array(text.utf8)
            for _ in 0...random(3) {
                let index = random(bytes.count)
                if random(4) == 0 {
                    bytes.remove(at: index)
                } else if bytes[index] < 0x80 {
                    bytes[index] = digits[random(digits.count)]
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        let bytes = try broken.bytes()
        do throws(WorkbookError) {
            _ = try WorkbookReader.read(bytes, fileName: "a.xlsx")
        } catch { return }
        do {
            let result = try patch(bytes)
            _ = try WorkbookReader.read(result.bytes, fileName: "a.xlsx")
        } catch let error as WorkbookError {
            // What the reader passes over (styles' children, drawings) may be damage here.
            guard case .damaged = error.reason else { throw error }
        }
    }

    @Test func `numbers beyond all bounds do no harm`() throws {
        let huge = "999999999999999999"
        for (old, new) in [
            ("s=\"1\"", "s=\"\(huge)\""), ("si=\"0\"", "si=\"\(huge)\""),
            ("brk id=\"3\"", "brk id=\"\(huge)\""), ("max=\"2\"", "max=\"\(huge)\""),
            ("count=\"1\"", "count=\"\(huge)\""), ("<x:Row>1<", "<x:Row>\(huge)<"),
            ("2, 15, 1,", "2, 15, \(huge),"), ("s1025", "s\(huge)"),
            ("authorId=\"0\"", "authorId=\"\(huge)\""),
            ("manualBreakCount=\"1\"", "manualBreakCount=\"-\(huge)\""),
        ] {
            let result = try patch(workbook { $0.replacing(old, with: new) }.bytes())
            _ = try WorkbookReader.read(result.bytes, fileName: "a.xlsx")
        }
    }
}
