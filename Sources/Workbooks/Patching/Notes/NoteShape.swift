import Findings

/// The box of a note in a VML drawing: right of its cell, as high as its text wants
/// (ECMA-376 Part 4, 19.4).
struct NoteShape {
    private let cell: CellReference
    private let anchor: [Int]

    /// In pixels; rows are taken as 20 high.
    private static let width = 220
    private static let row = 20
    /// Characters of the note's font in a line, wide ones counted as two.
    private static let line = 32

    /// - Parameters:
    ///   - cell: Where the note is.
    ///   - text: Gives the height.
    ///   - columns: The pixels of a column.
    init(cell: CellReference, text: String, columns: (Int) -> Int) {
        self.cell = cell
        let lines = min(12, TextWidth.lines(of: text, wrappedTo: Self.line))
        let height = lines * 16 + 16
        let top = max(0, cell.row - 2)
        var column = cell.column
        var rest = Self.width + 15
        while column < 16_383, rest > columns(column + 1) {
            rest -= max(1, columns(column + 1))
            column += 1
        }
        // From and to: column, pixels into it, row, pixels into it; all counted from 0.
        anchor = [
            cell.column, 15, top, 10, column, rest, top + (height + 10) / Self.row,
            (height + 10) % Self.row,
        ]
    }

    /// How high, in rows, a box of any program wants to be for a text.
    static func rows(for text: String) -> Int {
        // Other programs' boxes are narrow, about two columns.
        min(24, TextWidth.lines(of: text, wrappedTo: 20) * 16 / row + 2)
    }

    /// The box with its number in the workbook, and with the namespaces that the drawing itself
    /// does not declare.
    func written(id: Int, declarations: String) -> [UInt8] {
        var text = XMLText(isPiece: true)
        text.raw("<v:shape\(declarations) id=\"_x0000_s\(id)\" type=\"#_x0000_t202\"")
        text.raw(" style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:165pt;")
        text.raw("height:60pt;z-index:\(id % 1024);visibility:hidden\" fillcolor=\"#ffffe1\"")
        text.raw(" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>")
        text.raw("<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>")
        text.raw("<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">")
        text.raw("<div style=\"text-align:left\"></div></v:textbox>")
        text.raw("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>")
        text.element("x:Anchor", text: anchor.map(String.init).joined(separator: ", "))
        text.raw("<x:AutoFill>False</x:AutoFill>")
        text.element("x:Row", text: String(cell.row - 1))
        text.element("x:Column", text: String(cell.column - 1))
        text.raw("</x:ClientData></v:shape>")
        return text.bytes
    }

    /// The kind of shape that all boxes of notes are.
    static func kind(declarations: String) -> [UInt8] {
        Array(
            ("<v:shapetype\(declarations) id=\"_x0000_t202\" coordsize=\"21600,21600\""
                + " o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                + "<v:stroke joinstyle=\"miter\"/>"
                + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>").utf8)
    }
}
