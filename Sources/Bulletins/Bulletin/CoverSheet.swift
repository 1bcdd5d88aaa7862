import Workbooks

/// The bulletin's text on a sheet: one column as wide as a line of official papers (28 characters of
/// size 3), a row a paragraph, portrait.
struct CoverSheet {
    let paragraphs: [Paragraph]

    private static let width = 88.0

    var sheet: SheetDraft {
        var sheet = SheetDraft(name: "通报")
        sheet.columnWidths[1] = Self.width
        sheet.print.isLandscape = false
        for paragraph in paragraphs {
            let style = Self.style(of: paragraph.role)
            // Half-width characters of this size that fit on the line, one kept in reserve.
            let room = Self.width * 10.5 / style.fontSize - 2
            let spacing = paragraph.role == .remark ? 1.35 : 1.75
            for piece in TextMeasure.pieces(of: paragraph.text, lines: 12, in: room) {
                let lines = Double(TextMeasure.lines(of: piece, in: room))
                let height = (lines * style.fontSize * spacing).rounded(.up)
                sheet.rows.append(
                    RowDraft(
                        [CellDraft(piece, style: style)],
                        height: min(400, height + Self.space(around: paragraph.role))))
            }
        }
        return sheet
    }

    private static func style(of role: Paragraph.Role) -> CellStyle {
        switch role {
        case .title: Styles.make("宋体", 22, bold: true, align: .center)
        case .addressee: Styles.make("仿宋", 16)
        case .heading: Styles.make("黑体", 16)
        case .body: Styles.make("仿宋", 16)
        case .signature: Styles.make("仿宋", 16, align: .right)
        case .remark: Styles.make("楷体", 10.5)
        }
    }

    private static func space(around role: Paragraph.Role) -> Double {
        switch role {
        case .title: 30
        case .remark: 16
        default: 0
        }
    }
}
