import Findings
import Testing
import Workbooks

/// Looks of cells changed: derived from what they have, added behind, never renumbered.
struct StylePatchTests {
    private let styled = HandMadeWorkbook(
        """
        <row r="1" s="2" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>
        """,
        behind: "",
        styles: """
            <numFmts count="1"><numFmt numFmtId="176" formatCode="0.0_ "/></numFmts>\
            <fonts count="2"><font><sz val="12"/><color rgb="FF112233"/><name val="仿宋"/></font>\
            <font><sz val="9"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border/></borders>\
            <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
            <xf numFmtId="176" fontId="0" fillId="1" borderId="0" applyNumberFormat="1">\
            <alignment horizontal="right"/></xf>\
            <xf numFmtId="10" fontId="1" fillId="0" borderId="0"/></cellXfs>
            """)

    @Test func `a fill leaves all else of the style`() throws {
        let patched = try PatchedPackage(styled) { $0.restyle(at("A1"), on: "S", .fill("ffc7ce")) }
        let styles = try patched.text("xl/styles.xml")
        #expect(styles.contains("<fills count=\"3\">"))
        #expect(styles.contains("<fgColor rgb=\"FFFFC7CE\"/>"))
        #expect(
            styles.contains(
                "<xf numFmtId=\"176\" fontId=\"0\" fillId=\"2\" borderId=\"0\" "
                    + "applyNumberFormat=\"1\" applyFill=\"1\"><alignment horizontal=\"right\"/></xf>"
                    + "</cellXfs>"))
        #expect(styles.contains("<cellXfs count=\"4\">"))
        #expect(try patched.sheet().contains("<c r=\"A1\" s=\"3\"><v>1</v></c>"))
        try patched.expectRestUntouched()
    }

    @Test func `the same change of the same style is one style`() throws {
        let patched = try PatchedPackage(styled) { patch in
            patch.restyle(at("B1"), on: "S", .fill("FFEB9C"))
            patch.restyle(at("D9"), on: "S", .fill("FFEB9C"))
        }
        #expect(try patched.text("xl/styles.xml").contains("<cellXfs count=\"4\">"))
        #expect(try patched.sheet().contains("<c r=\"D9\" s=\"3\"/>"))
    }

    @Test func `a new cell begins with the look of its row`() throws {
        let patched = try PatchedPackage(styled) { $0.set(.integer(1), at: at("C1"), on: "S") }
        #expect(try patched.sheet().contains("<c r=\"C1\" s=\"2\"><v>1</v></c>"))
    }

    @Test func `weight and colour are a font like the old one`() throws {
        var change = StyleChange()
        change.isBold = true
        change.fontColor = "9C0006"
        let patched = try PatchedPackage(styled) { $0.restyle(at("A1"), on: "S", change) }
        #expect(
            try patched.text("xl/styles.xml").contains(
                "<font><b/><sz val=\"12\"/><color rgb=\"FF9C0006\"/><name val=\"仿宋\"/></font></fonts>"
            ))
    }

    @Test func `formats, borders and wrapping change`() throws {
        var change = StyleChange()
        change.numberFormat = "0.000"
        change.hasBorder = true
        change.wraps = true
        let patched = try PatchedPackage(styled) { $0.restyle(at("A1"), on: "S", change) }
        let styles = try patched.text("xl/styles.xml")
        #expect(styles.contains("<numFmt numFmtId=\"177\" formatCode=\"0.000\"/></numFmts>"))
        #expect(styles.contains("<borders count=\"2\">"))
        #expect(styles.contains("<alignment horizontal=\"right\" wrapText=\"1\"/>"))
    }

    @Test func `a fill can be put back`() throws {
        let bytes = try styled.bytes()
        let filled = try PatchedPackage(bytes) { $0.restyle(at("A1"), on: "S", .fill("FFC7CE")) }
        let former = try #require(filled.result.formerStyles.first)
        #expect(former == .init(sheet: "S", cell: at("A1"), number: 1))
        let restored = try PatchedPackage(filled.result.bytes) {
            $0.setStyle(number: former.number, at: former.cell, on: former.sheet)
        }
        let plain = try PatchedPackage(bytes) { _ in }
        #expect(try restored.sheet() == plain.sheet())
    }

    @Test func `a text that begins like a formula stays a text`() throws {
        let patched = try PatchedPackage(styled) { $0.set(.string("=1+1"), at: at("B1"), on: "S") }
        #expect(try patched.text("xl/styles.xml").contains("quotePrefix=\"1\""))
        #expect(try patched.cells() == ["A1=1", "B1==1+1"])
    }
}
