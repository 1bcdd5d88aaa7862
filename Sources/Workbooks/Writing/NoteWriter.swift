import Findings

/// Writes notes that pop up on cells.
///
/// Each sheet gets a comments part (ECMA-376 Part 1, 18.7) and a VML drawing with a box for each
/// note (Part 4, 19). Without either programs see no note at all.
struct NoteWriter {
    static let author = "县统计汇总"

    /// Ids of shapes go by blocks of 1,024, and a block belongs to one drawing of the workbook.
    private var nextBlock = 1
    private var written = 0

    /// Adds both parts and their relationships, by the names that the sheet's element was given.
    mutating func write(
        _ notes: [CellReference: String], widths: ColumnWidths, to package: inout PackageStream
    ) throws(WorkbookError) {
        let ordered = notes.sorted { $0.key < $1.key }
        written += 1
        try package.add(
            "xl/comments\(written).xml", type: OfficeNames.type("comments"), comments(ordered))
        try package.add(
            "xl/drawings/vmlDrawing\(written).vml",
            typeOfEnding: "application/vnd.openxmlformats-officedocument.vmlDrawing",
            drawing(ordered, widths: widths))
    }

    /// Names the parts of the sheet that is written next, as its relationships say them.
    func next() -> (comments: String, drawing: String) {
        ("../comments\(written + 1).xml", "../drawings/vmlDrawing\(written + 1).vml")
    }

    private func comments(_ notes: [(key: CellReference, value: String)]) -> [UInt8] {
        var text = XMLText()
        text.open("comments", ["xmlns": OfficeNames.spreadsheet])
        text.raw("<authors>")
        text.element("author", text: Self.author)
        text.raw("</authors><commentList>")
        for (cell, note) in notes {
            text.open("comment", ["ref": cell.description, "authorId": "0"])
            text.raw("<text><r><rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"宋体\"/>")
            text.raw("<charset val=\"134\"/></rPr>")
            text.element(
                "t", ["xml:space": "preserve"],
                text: note.cut(toUnits: CellText.longest))
            text.raw("</r></text></comment>")
        }
        text.raw("</commentList></comments>")
        return text.bytes
    }

    private mutating func drawing(
        _ notes: [(key: CellReference, value: String)], widths: ColumnWidths
    ) -> [UInt8] {
        let blocks = (notes.count + 1022) / 1023
        let first = nextBlock
        nextBlock += blocks
        var text = XMLText(isPiece: true)
        text.raw("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"")
        text.raw(" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
        text.raw(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">")
        text.raw("<o:shapelayout v:ext=\"edit\">")
        let data = (first..<first + blocks).map(String.init).joined(separator: ",")
        text.empty("o:idmap", ["v:ext": "edit", "data": data])
        text.raw("</o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\"")
        text.raw(
            " o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
        text.raw("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
        for (index, (cell, note)) in notes.enumerated() {
            // Position 0 of a block is the drawing's own.
            let id = (first + index / 1023) * 1024 + index % 1023 + 1
            NoteBox(cell: cell, note: note, widths: widths).write(
                id: id, order: index + 1, to: &text)
        }
        text.close("xml")
        return text.bytes
    }
}

/// Where a note's box stands: right of its cell, as high as its text wants.
private struct NoteBox {
    let cell: CellReference
    let anchor: [Int]

    /// In pixels; rows are taken as 20 high.
    private static let width = 220
    private static let row = 20
    /// Characters of the note's font in a line, wide ones counted as two.
    private static let line = 32

    init(cell: CellReference, note: String, widths: ColumnWidths) {
        self.cell = cell
        let lines = min(12, TextWidth.lines(of: note, wrappedTo: Self.line))
        let height = lines * 16 + 16
        let top = max(0, cell.row - 2)
        var column = cell.column
        var rest = Self.width + 15
        while rest > widths.pixels(of: column + 1), column < 16_383 {
            rest -= max(1, widths.pixels(of: column + 1))
            column += 1
        }
        // From and to: column, pixels into it, row, pixels into it; all counted from 0.
        anchor = [
            cell.column, 15, top, 10, column, rest, top + (height + 10) / Self.row,
            (height + 10) % Self.row,
        ]
    }

    func write(id: Int, order: Int, to text: inout XMLText) {
        text.open(
            "v:shape",
            [
                "id": "_x0000_s\(id)", "type": "#_x0000_t202",
                "style":
                    "position:absolute;margin-left:80pt;margin-top:5pt;width:165pt;height:60pt;"
                    + "z-index:\(order);visibility:hidden",
                "fillcolor": "#ffffe1", "o:insetmode": "auto",
            ])
        text.raw("<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>")
        text.raw("<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">")
        text.raw(
            "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">")
        text.raw("<x:MoveWithCells/><x:SizeWithCells/>")
        text.element("x:Anchor", text: anchor.map(String.init).joined(separator: ", "))
        text.raw("<x:AutoFill>False</x:AutoFill>")
        text.element("x:Row", text: String(cell.row - 1))
        text.element("x:Column", text: String(cell.column - 1))
        text.raw("</x:ClientData></v:shape>")
    }
}
