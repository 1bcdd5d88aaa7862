import Findings
import Workbooks

/// The bulletin's text on a sheet: as wide as a line of official papers (28 characters of size 3), a
/// row a paragraph, portrait.
struct CoverSheet {
    let paragraphs: [Paragraph]
    var name = "通报"

    /// The line is several columns merged: programs shrink a page that is too wide by whole columns.
    private static let columns = 8
    private static let width = 88.0

    var sheet: SheetDraft {
        var sheet = SheetDraft(name: name)
        for column in 1...Self.columns {
            sheet.columnWidths[column] = Self.width / Double(Self.columns)
        }
        sheet.print.isLandscape = false
        for paragraph in paragraphs {
            let style = style(of: paragraph)
            // Half-width characters of this size that fit on the line, some kept in reserve.
            let room = Self.room(at: style.fontSize)
            let spacing = paragraph.role == .remark ? 1.35 : 1.75
            for piece in TextMeasure.pieces(of: paragraph.text, lines: 12, in: room) {
                let lines = Double(TextMeasure.lines(of: piece, in: room))
                let height = (lines * style.fontSize * spacing).rounded(.up)
                add(
                    piece, style: style,
                    height: min(400, height + Self.space(around: paragraph.role)),
                    to: &sheet)
            }
        }
        return sheet
    }

    private func add(
        _ text: String, style: CellStyle, height: Double, to sheet: inout SheetDraft
    ) {
        let row = sheet.rows.count + 1
        let rest = repeatElement(CellDraft?.some(CellDraft(.blank, style: style)), count: 7)
        sheet.rows.append(RowDraft([CellDraft(text, style: style)] + rest, height: height))
        sheet.merges.append(
            CellRange(
                CellReference(row: row, column: 1), CellReference(row: row, column: Self.columns)))
    }

    private static func room(at size: Double) -> Double { width * 10.5 / size - 2 }

    private func style(of paragraph: Paragraph) -> CellStyle {
        switch paragraph.role {
        case .title: Styles.make("宋体", titleSize(of: paragraph.text), bold: true, align: .center)
        case .addressee: Styles.make("仿宋", 16)
        case .heading: Styles.make("黑体", 16)
        case .body: Styles.make("仿宋", 16)
        case .signature: Styles.make("仿宋", 16, align: .right)
        case .remark: Styles.make("楷体", 10.5)
        }
    }

    /// Size 2 where every line of the title fits, else smaller.
    private func titleSize(of title: String) -> Double {
        let widest = title.split(separator: "\n").map { TextMeasure.width(of: $0) }.max() ?? 0
        return [22.0, 20].first { Double(widest) <= Self.room(at: $0) } ?? 18
    }

    private static func space(around role: Paragraph.Role) -> Double {
        switch role {
        case .title: 30
        case .remark: 16
        default: 0
        }
    }
}
