import Campaigns
import Findings
import Workbooks

/// The sheet that a clerk fills in.
struct FormSheet {
    let layout: FormLayout
    let marks: CheckMarks

    private static let size = 10.0
    private static let locked = "F2F2F2"
    static let toVerify = "FFF2CC"
    static let footer = "填表人：　　　　　　审核人：　　　　　　填报日期：　　　年　　月　　日"

    var sheet: SheetDraft {
        var sheet = SheetDraft(name: layout.sheet)
        let count = layout.fields.count
        for (index, field) in layout.fields.enumerated() {
            sheet.columnWidths[index + 1] = width(of: field)
        }
        sheet.columnWidths[layout.checkColumn] = 60
        sheet.rows.append(
            line(
                [(count, layout.form.title + "（\(layout.period.chinese)）", Styles.tableTitle)],
                &sheet))
        sheet.rows[0].height = 32
        let due = Vocabulary(campaign: layout.campaign).chinese(layout.campaign.due(layout.period))
        let third = max(1, count / 3)
        sheet.rows.append(
            line(
                [
                    (third, "填报单位（盖章）：\(layout.unit.name)", Styles.subtitle),
                    (third, "报告期：\(layout.period.chinese)", Self.centered),
                    (count - 2 * third, "截止：\(due)", Self.right),
                ], &sheet))
        sheet.rows.append(
            line(
                [
                    (third, nil, Self.status),
                    (
                        count - third, "白格要填；浅黄格是上月或花名册里的，请核对，不对就改；灰格不用改。蓝：未填　红：要改　橙：要在备注里说明",
                        Self.legend
                    ),
                ], &sheet))
        sheet.rows[2].cells[0]?.content = marks.sheet
        sheet.rows[2].height = 20
        var heads: [CellDraft?] = layout.fields.map {
            CellDraft(FormLayout.head(of: $0), style: Self.head)
        }
        heads.append(CellDraft(IssuedForm.checkHead, style: Self.head))
        sheet.rows.append(RowDraft(heads))
        sheet.rows += layout.rows.map(row)
        sheet.rows.append(RowDraft())
        sheet.rows.append(line([(count, Self.footer, Styles.subtitle)], &sheet))
        sheet.fitRowHeights()
        for index in sheet.rows.indices where sheet.rows[index].height == nil {
            sheet.rows[index].height = 22
        }
        sheet.frozenRows = FormLayout.headRow
        sheet.frozenColumns = frozenColumns
        sheet.print.titleRows = 1...FormLayout.headRow
        sheet.print.area = CellRange(
            CellReference(row: 1, column: 1),
            CellReference(row: sheet.rows.count, column: max(1, count)))
        sheet.isProtected = true
        sheet.validations = EntryLimits(layout: layout).validations
        sheet.conditionalFormats = marks.formats
        return sheet
    }

    // MARK: Rows

    private func row(_ row: FormLayout.Row) -> RowDraft {
        var cells: [CellDraft?] = layout.fields.map { field in
            let start = StartingCell(field, in: row, of: layout)
            return CellDraft(start.content, style: style(of: field, start.role))
        }
        cells.append(CellDraft(marks.row(row), style: Self.sentence))
        return RowDraft(cells)
    }

    /// Texts side by side, each merged over some columns; the rest of the row stays empty.
    private func line(
        _ parts: [(columns: Int, text: String?, style: CellStyle)], _ sheet: inout SheetDraft
    ) -> RowDraft {
        let number = sheet.rows.count + 1
        var cells: [CellDraft?] = []
        for part in parts where part.columns > 0 {
            let first = CellReference(row: number, column: cells.count + 1)
            cells.append(CellDraft(part.text.map { .string($0) } ?? .blank, style: part.style))
            cells += (1..<part.columns).map { _ in CellDraft(.blank, style: part.style) }
            if part.columns > 1 {
                sheet.merges.append(
                    CellRange(first, CellReference(row: number, column: cells.count)))
            }
        }
        return RowDraft(cells)
    }

    /// What names a row stays in view.
    private var frozenColumns: Int {
        layout.fields.lastIndex { $0.type == .subjectName }.map { $0 < 5 ? $0 + 1 : 0 } ?? 0
    }

    // MARK: Looks

    private func style(of field: Field, _ role: StartingCell.Role) -> CellStyle {
        let isText =
            switch field.type {
            case .text, .note, .subjectName: true
            default: false
            }
        var style = Styles.cell(align: isText ? .left : .center, size: Self.size)
        switch role {
        case .fixed: style.fill = Self.locked
        case .toVerify: style.fill = Self.toVerify
        case .empty: break
        }
        style.isLocked = role == .fixed
        style.numberFormat =
            switch field.type {
            // A code that is taken for a number loses digits; a short text for a date.
            case .code, .subjectCode, .text, .subjectName: "@"
            case .date: "yyyy-mm-dd"
            case .percent: "0.##%"
            default: nil
            }
        return style
    }

    private static let centered = Styles.make("楷体", 10.5, align: .center)
    private static let right = Styles.make("楷体", 10.5, align: .right)
    private static let legend = Styles.make("楷体", 9, align: .left)
    private static let status: CellStyle = {
        var style = Styles.make("黑体", 10.5)
        style.fontColor = "C00000"
        return style
    }()
    private static let head = Styles.make(
        "黑体", 9.5, align: .center, border: true, fill: Palette.head)
    /// Runs on over the empty cells to the right.
    private static let sentence: CellStyle = {
        var style = Styles.make("宋体", size, wraps: false)
        style.fontColor = "C00000"
        return style
    }()

    /// As narrow as what it takes to fill it in; heads take up to five lines.
    private func width(of field: Field) -> Double {
        func longest(_ texts: [String]) -> Double {
            Double(texts.map { TextMeasure.width(of: $0) }.max() ?? 0)
        }
        let head = (longest([field.header]) / 4).rounded(.up) + 1
        switch field.type {
        case .subjectCode:
            return min(20, max(10, longest(layout.rows.compactMap { $0.entry?.code }) + 0.5))
        case .subjectName:
            return min(26, max(10, longest(layout.rows.compactMap { $0.entry?.name }) + 0.5))
        case .note: return 16
        case .text: return max(10, head)
        case .code: return max(9, head)
        case .unitName: return max(8, head)
        case .date: return 10.5
        case .enumeration(let list):
            return min(11, max(6.5, longest(layout.choices(of: list)) + 1, head))
        case .integer, .decimal, .percent:
            return max(6.5, head)
        }
    }
}
