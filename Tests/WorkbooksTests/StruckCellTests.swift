import Testing
import Workbooks

/// Which cells are struck out (删除线), by their style or in their text.
struct StruckCellTests {
    private static let styles = """
        <fonts><font/><font><strike/></font><font><b/><strike val="0"/></font></fonts>\
        <cellStyleXfs><xf fontId="1"/></cellStyleXfs>\
        <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="9" fontId="1"/></cellXfs>\
        <dxfs><dxf><font><strike/></font></dxf></dxfs>
        """

    /// The columns of the struck cells of the one row.
    private func struck(
        _ cells: String, strings: String? = nil, scans: Bool
    ) throws -> [Int] {
        var limits = WorkbookLimits.default
        limits.usesScanners = scans
        let book = HandMadeWorkbook("<row>\(cells)</row>", strings: strings, styles: Self.styles)
        let row = try #require(book.read(limits: limits).sheets.first?.rows.first)
        return row.cells.filter(\.isStruck).map(\.column)
    }

    @Test(arguments: [true, false])
    func `by the font of their style`(scans: Bool) throws {
        let cells = (0...3).map { "<c s=\"\($0)\"><v>0.8</v></c>" }.joined()
        #expect(try struck(cells + "<c><v>1</v></c>", scans: scans) == [2, 4])
    }

    @Test(arguments: [true, false])
    func `by a run of their text, be it a part`(scans: Bool) throws {
        let struckRun = "<r><rPr><strike/></rPr><t>8</t></r>"
        let strings = [
            "<si>\(struckRun)<r><t>7</t></r></si>", "<si><t>8</t></si>",
            "<si><r><rPr><strike val=\"0\"/></rPr><t>8</t></r></si>",
            "<si><r><t>8</t></r><r><rPr><strike/></rPr><t xml:space=\"preserve\"> </t></r></si>",
        ]
        let cells = (0...3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        let inline =
            "<c t=\"inlineStr\"><is>\(struckRun)</is></c><c t=\"inlineStr\"><is><t>8</t></is></c>"
        #expect(try struck(cells + inline, strings: strings.joined(), scans: scans) == [1, 5])
    }
}
