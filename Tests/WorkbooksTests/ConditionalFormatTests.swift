import Testing
import Workbooks

struct ConditionalFormatTests {
    private let sheet = "xl/worksheets/sheet1.xml"

    private func bytes(_ formats: [ConditionalFormatDraft]) throws -> [UInt8] {
        var sheet = SheetDraft(name: "农村")
        sheet.conditionalFormats = formats
        return try WorkbookDraft(sheets: [sheet]).encoded()
    }

    @Test func `the first format of a sheet goes before the others`() throws {
        let ranges = FullWorkbook.ranges("A1:A9")
        var first = ConditionalFormatDraft(
            ranges: ranges, rule: .comparison(.greaterThanOrEqual, .number(90)),
            change: FormatChange(fill: "C6EFCE"))
        first.stopsIfTrue = true
        let second = ConditionalFormatDraft(
            ranges: ranges, rule: .outside(.number(0.5), .formula("B$1")),
            change: FormatChange(fontColor: "9c0006"))
        #expect(
            try bytes([first, second]).part(sheet).contains(
                """
                <conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" dxfId="0" priority="1" \
                stopIfTrue="1" operator="greaterThanOrEqual"><formula>90</formula></cfRule>\
                </conditionalFormatting><conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" \
                dxfId="1" priority="2" operator="notBetween"><formula>0.5</formula>\
                <formula>B$1</formula></cfRule></conditionalFormatting>
                """))
    }

    @Test func `equal changes are one, and a fill is the background`() throws {
        let red = FormatChange(fontColor: "9C0006", fill: "FFC7CE", isBold: true)
        let rules: [ConditionalFormatDraft.Rule] = [
            .expression("$A1=0"), .comparison(.equal, .text("未报")),
        ]
        let book = try bytes(
            rules.map {
                ConditionalFormatDraft(ranges: FullWorkbook.ranges("A1"), rule: $0, change: red)
            })
        #expect(
            try book.part("xl/styles.xml").contains(
                """
                <dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><fill>\
                <patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/>\
                </patternFill></fill></dxf></dxfs>
                """))
        #expect(try book.part(sheet).contains("<formula>&quot;未报&quot;</formula>"))
    }

    @Test func `scales and bars have no format of their own`() throws {
        let book = try bytes([
            ConditionalFormatDraft(
                ranges: FullWorkbook.ranges("A1:A9"),
                rule: .colorScale(
                    low: .init(.number(0), color: "F8696B"),
                    high: .init(.percent(80), color: "63BE7B"))),
            ConditionalFormatDraft(
                ranges: FullWorkbook.ranges("B1:B9"), rule: .dataBar(color: "638EC6")),
        ])
        let text = try book.part(sheet)
        #expect(
            text.contains(
                """
                <cfRule type="colorScale" priority="1"><colorScale><cfvo type="num" val="0"/>\
                <cfvo type="percent" val="80"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/>\
                </colorScale></cfRule>
                """))
        #expect(text.contains("<cfRule type=\"dataBar\" priority=\"2\"><dataBar>"))
        #expect(try book.part("xl/styles.xml").contains("<dxfs count=\"0\"/>"))
    }
}
