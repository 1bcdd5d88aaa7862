import Campaigns
import Findings
import Workbooks

/// Compares the total rows of a sheet with the sums of its rows, then they are dropped.
///
/// A single total is of all rows. Where there are several, 小计 is of the block above it (below it where
/// blocks begin with their sum), and 合计 or 总计 of all; several 合计 alike may be of blocks or of all
/// so far, page by page.
struct TotalCheck {
    let sheet: TakenSheet
    let places: ReturnPlaces
    let campaign: Campaign
    /// Numbers of rows that are totals without a name.
    let unnamedTotals: Set<Int>

    init(sheet: TakenSheet, places: ReturnPlaces, campaign: Campaign) {
        self.sheet = sheet
        self.places = places
        self.campaign = campaign
        unnamedTotals = Self.unnamedTotals(in: sheet)
    }

    /// One finding per total and column whose figure differs beyond the tolerance.
    ///
    /// The tolerance is none for integers, for decimals the setting `total_tolerance` per row (0.01 where
    /// it is not set). A column in which a value could not be read is not compared.
    func findings(rows: [ReturnRow]) -> [Finding] {
        let totals = sheet.rows.totals.indices.filter { sheet.rows.totals[$0].kind != .other }
        guard !totals.isEmpty else { return [] }
        let perRow = campaign.settings["total_tolerance"].flatMap(Double.init) ?? 0.01
        let spansByTotal = totals.map { self.spans(of: $0, among: totals) }
        return zip(totals, spansByTotal).flatMap { index, spans in
            findings(sheet.rows.totals[index].row, wrongColumns(of: index, spans, perRow))
        }
    }

    /// A column in which a total is not the sum of any rows that it may be of.
    private struct WrongColumn {
        let field: Field
        let head: HeaderText
        let stated: Double
        /// Of the likeliest rows.
        let sum: Double
        let span: Range<Int>
        let tolerance: Double
    }

    private func wrongColumns(
        of index: Int, _ spans: [Range<Int>], _ perRow: Double
    ) -> [WrongColumn] {
        let total = sheet.rows.totals[index].row
        return sheet.form.fields.compactMap { field in
            guard field.type == .integer || field.type == .decimal,
                let column = places.columns[field.id], let head = sheet.heads.heads[column],
                let stated = total[column: column].flatMap({ Self.number($0.value) })
            else { return nil }
            func tolerance(_ span: Range<Int>) -> Double {
                (field.type == .integer ? 0 : perRow * Double(span.count)) + 1e-9
            }
            var first: (sum: Double, span: Range<Int>)?
            for span in spans {
                // One that could not be summed says nothing against the total.
                guard let sum = sum(column, in: span), abs(stated - sum) > tolerance(span),
                    !isMean(stated, of: sum, over: span, field, head)
                else { return nil }
                first = first ?? (sum, span)
            }
            return first.map {
                WrongColumn(
                    field: field, head: head, stated: stated, sum: $0.sum, span: $0.span,
                    tolerance: tolerance($0.span))
            }
        }
    }

    /// Below figures a head, a total row states their mean.
    private func isMean(
        _ stated: Double, of sum: Double, over span: Range<Int>, _ field: Field, _ head: HeaderText
    ) -> Bool {
        guard !span.isEmpty, field.type == .decimal || head.text.contains("均") else { return false }
        return abs(stated - sum / Double(span.count)) < 0.01
    }

    /// One finding a column; where one row is missing in all of them, as when it was put in below the
    /// range of a SUM, one in all.
    private func findings(_ total: Grid.Row, _ columns: [WrongColumn]) -> [Finding] {
        var row = ReturnRow(number: total.number)
        row.line = total.line
        if columns.count > 1, let left = rowLeftOut(of: columns) {
            return [
                Finding(
                    .incompleteTotal(
                        row: left.line ?? left.number, columns: columns.map(\.head.text)),
                    at: places.place(of: columns.map(\.field.id), in: row))
            ]
        }
        return columns.map { wrong in
            Finding(
                .wrongTotal(
                    column: wrong.head.text, total: Self.text(wrong.stated),
                    sum: Self.text(wrong.sum)), at: places.place(of: [wrong.field.id], in: row))
        }
    }

    /// The one row whose figures are what the totals lack.
    private func rowLeftOut(of columns: [WrongColumn]) -> Grid.Row? {
        let rows = sheet.rows.data[columns[0].span].filter { row in
            columns.allSatisfy { wrong in
                let value = places.columns[wrong.field.id].flatMap { row[column: $0] }
                    .flatMap { Self.number($0.value) }
                return value.map { abs(wrong.sum - wrong.stated - $0) <= wrong.tolerance } ?? false
            }
        }
        return rows.count == 1 ? rows[0] : nil
    }

    /// The data rows that a total may be of, the likeliest first.
    private func spans(of index: Int, among totals: [Int]) -> [Range<Int>] {
        let all = 0..<sheet.rows.data.count
        guard totals.count > 1 else { return [all] }
        let total = sheet.rows.totals[index]
        let kinds = totals.map { sheet.rows.totals[$0].kind }
        let hasGrand = kinds.contains(.grandTotal)
        let hasSubtotals = kinds.contains(.subtotal)
        if total.kind == .grandTotal || (total.kind == .sum && !hasGrand && hasSubtotals) {
            return [all]
        }
        // Blocks end at totals of the same rank.
        let peers = totals.filter { sheet.rows.totals[$0].kind == total.kind }
            .map { sheet.rows.totals[$0].position }
        let isOnTop = peers.first == 0
        let block: Range<Int>
        if isOnTop {
            block = total.position..<(peers.first { $0 > total.position } ?? all.upperBound)
        } else {
            block = (peers.last { $0 < total.position } ?? 0)..<total.position
        }
        return total.kind == .subtotal ? [block] : [block, all, 0..<total.position]
    }

    /// In the unit of the sheet's own cells, as written; nil where a cell of the column is no number.
    private func sum(_ column: Int, in span: Range<Int>) -> Double? {
        var sum = 0.0
        for row in sheet.rows.data[span] {
            guard let cell = row[column: column], !unnamedTotals.contains(row.number) else {
                continue
            }
            if let number = Self.number(cell.value) {
                sum += number
            } else if ![.none, .notApplicable].contains(NumberText.read(cell.value.text)) {
                return nil
            }
        }
        return sum
    }

    /// Rows without a name, at the end or the beginning, in which every figure is the sum of its column:
    /// a total that nobody has called one.
    private static func unnamedTotals(in sheet: TakenSheet) -> Set<Int> {
        let rows = sheet.rows.data
        guard sheet.form.sector != nil, rows.count >= 3 else { return [] }
        let naming = [sheet.outline.name, sheet.outline.code].compactMap { field in
            field.flatMap { sheet.heads.columns[$0] }
        }
        for row in [rows[rows.count - 1], rows[0]]
        where naming.allSatisfy({ row[column: $0] == nil }) {
            var figures = 0
            let columns = sheet.form.fields
                .filter { $0.type == .integer || $0.type == .decimal }
                .compactMap { sheet.heads.columns[$0.id] }
            let isSum = columns.allSatisfy { column in
                guard let cell = row[column: column] else { return true }
                guard let stated = number(cell.value) else { return false }
                figures += 1
                let others = rows.filter { $0.number != row.number }
                    .map { $0[column: column].map { number($0.value) } ?? 0 }
                guard !others.contains(nil) else { return false }
                return abs(others.reduce(0) { $0 + ($1 ?? 0) } - stated) < 1e-6
            }
            if isSum, figures >= 2 { return [row.number] }
        }
        return []
    }

    private static func number(_ value: CellValue) -> Double? {
        switch value {
        case .number(let number, _): number
        case .string(let text):
            if case .number(let number, _) = NumberText.read(text) { number.double } else { nil }
        default: nil
        }
    }

    private static func text(_ number: Double) -> String {
        ExactDecimal(rounding: (number * 10_000).rounded() / 10_000)?.description ?? String(number)
    }
}
