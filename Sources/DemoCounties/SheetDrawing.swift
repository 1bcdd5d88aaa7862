import Campaigns
import Findings
import Workbooks

/// Draws a planned sheet: title, labels, heads, rows, total, foot, as cells of a workbook.
struct SheetDrawing {
    let plan: SheetPlan
    let choices: [String: ChoiceList]
    private var sheet: SheetDraft
    private var rows: [RowDraft] = []
    let serialColumns: Int

    init(_ plan: SheetPlan, name: String, choices: [String: ChoiceList]) {
        self.plan = plan
        self.choices = choices
        sheet = SheetDraft(name: name)
        serialColumns = plan.habits.hasSerials ? 1 : 0
    }

    private var width: Int { serialColumns + plan.columns.count }

    /// Columns at the left that say whose row it is.
    private var leading: Int {
        serialColumns + plan.columns.prefix { $0.field.map { !$0.type.isNumber } ?? true }.count
    }

    var draft: SheetDraft {
        var drawing = self
        drawing.drawTop()
        drawing.drawHeads()
        let first = drawing.rows.count + 1
        drawing.drawRows()
        if plan.hasTotal { drawing.drawTotal(from: first) }
        drawing.drawFoot()
        drawing.sheet.rows = drawing.rows
        drawing.sheet.columnWidths = drawing.widths
        return drawing.sheet
    }

    // MARK: Parts

    private mutating func drawTop() {
        var style = CellStyle()
        style.fontName = "方正小标宋简体"
        style.fontSize = 16
        style.horizontal = .center
        rows.append(RowDraft([CellDraft(plan.title, style: style)], height: 30))
        merge(1...1, 1...width)
        let date = "填报日期：\(plan.filled.year)年\(plan.filled.month)月\(plan.filled.day)日"
        guard let unit = plan.unit else {
            rows.append(RowDraft([CellDraft(date)]))
            return
        }
        let label = "填报单位（盖章）：" + plan.habits.name(of: unit)
        let middle = max(2, width / 2 + 1)
        var cells = [CellDraft?](repeating: nil, count: middle)
        cells[0] = CellDraft(label)
        cells[middle - 1] = CellDraft(date)
        rows.append(RowDraft(cells))
        if middle > 2 { merge(2...2, 1...(middle - 1)) }
        if width > middle { merge(2...2, middle...width) }
    }

    private mutating func drawHeads() {
        let style = Self.headStyle
        let top = rows.count + 1
        let heads = (serialColumns == 1 ? ["序号"] : []) + plan.columns.map(\.header)
        let groups = (serialColumns == 1 ? [nil] : []) + plan.columns.map(\.group)
        guard groups.contains(where: { $0 != nil }) else {
            rows.append(RowDraft(heads.map { CellDraft($0, style: style) }, height: headHeight))
            drawColumnNumbers()
            return
        }
        rows.append(
            RowDraft(
                zip(heads, groups).map { CellDraft($1 ?? $0, style: style) }, height: 20))
        rows.append(
            RowDraft(
                zip(heads, groups).map { head, group in
                    CellDraft(group == nil ? .blank : .string(head), style: style)
                }, height: headHeight))
        var column = 1
        while column <= heads.count {
            guard let group = groups[column - 1] else {
                merge(top...(top + 1), column...column)
                column += 1
                continue
            }
            let count = groups[(column - 1)...].prefix { $0 == group }.count
            if count > 1 {
                for other in column..<(column + count - 1) {
                    rows[top - 1].cells[other] = CellDraft(.blank, style: style)
                }
                merge(top...top, column...(column + count - 1))
            }
            column += count
        }
        drawColumnNumbers()
    }

    /// 栏次: 甲 乙 丙 over the columns at the left, numbers over the rest.
    private mutating func drawColumnNumbers() {
        let letters = ["甲", "乙", "丙", "丁", "戊"]
        guard plan.habits.hasColumnNumbers, leading <= letters.count else { return }
        rows.append(
            RowDraft(
                (0..<width).map { column in
                    CellDraft(
                        column < leading
                            ? .string(letters[column]) : .integer(column - leading + 1),
                        style: Self.cellStyle)
                }))
    }

    private mutating func drawRows() {
        let first = rows.count + 1
        for (place, row) in plan.rows.enumerated() {
            var cells: [CellDraft?] = []
            if serialColumns == 1 {
                cells.append(CellDraft(.integer(place + 1), style: Self.cellStyle))
            }
            for column in plan.columns {
                let isMergedAway = isMergedTown(column) && place > 0
                cells.append(
                    isMergedAway
                        ? CellDraft(.blank, style: Self.cellStyle)
                        : cell(plan.value(column, in: row), column, row, place))
            }
            var draft = RowDraft(cells)
            draft.isHidden = plan.hiddenRows.contains(place)
            rows.append(draft)
        }
        guard plan.rows.count > 1,
            let town = plan.columns.firstIndex(where: isMergedTown)
        else { return }
        let column = serialColumns + town + 1
        merge(first...(first + plan.rows.count - 1), column...column)
    }

    private func isMergedTown(_ column: SheetPlan.Column) -> Bool {
        plan.habits.mergesTown && (column.key == "dept" || column.key == "town")
            && column.field?.type == .unitName
    }

    private mutating func drawTotal(from first: Int) {
        let last = rows.count
        var cells: [CellDraft?] = Array(
            repeating: CellDraft(.blank, style: Self.cellStyle), count: width)
        cells[0] = CellDraft("合  计", style: Self.headStyle)
        for (place, column) in plan.columns.enumerated() where serialColumns + place > 0 {
            guard let total = plan.total(of: column) else { continue }
            let position = serialColumns + place
            let content = content(of: total)
            let letters = CellReference.letters(ofColumn: position + 1)
            let isFormula = plan.habits.sumsByFormula && plan.hasOnlyNumbers(column)
            var style = Self.cellStyle
            if case .hundredths = total { style.numberFormat = "0.00" }
            cells[position] = CellDraft(
                isFormula
                    ? .formula("SUM(\(letters)\(first):\(letters)\(last))", result: content)
                    : content,
                style: style)
        }
        rows.append(RowDraft(cells))
        let empty = plan.columns.prefix { plan.total(of: $0) == nil }.count + serialColumns
        if empty > 1 { merge(rows.count...rows.count, 1...empty) }
    }

    private mutating func drawFoot() {
        let gap = "          "
        rows.append(
            RowDraft([CellDraft("填表人：（略）" + gap + "审核人：（略）" + gap + "联系电话：（略）")]))
        merge(rows.count...rows.count, 1...width)
    }

    private mutating func merge(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) {
        guard rows.count > 1 || columns.count > 1 else { return }
        sheet.merges.append(
            CellRange(
                CellReference(row: rows.lowerBound, column: columns.lowerBound),
                CellReference(row: rows.upperBound, column: columns.upperBound)))
    }
}
