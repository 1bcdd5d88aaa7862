import Campaigns
import Findings
import Workbooks

/// Compares the total rows of a sheet with the sums of its rows, then they are dropped.
struct TotalCheck {
    let sheet: TakenSheet
    let places: ReturnPlaces
    let campaign: Campaign

    /// One finding per column whose total differs beyond the tolerance.
    ///
    /// The tolerance is none for integers, for decimals the setting `total_tolerance` per row (0.01 where
    /// it is not set). A column in which a value could not be read is not compared.
    func findings(rows: [ReturnRow]) -> [Finding] {
        // Several totals (小计 and 合计) belong to parts of the sheet; only a single one is compared.
        guard sheet.rows.totals.count == 1, let total = sheet.rows.totals.first else { return [] }
        let perRow = campaign.settings["total_tolerance"].flatMap(Double.init) ?? 0.01
        var findings: [Finding] = []
        for field in sheet.form.fields where field.type == .integer || field.type == .decimal {
            guard let column = places.columns[field.id], let head = sheet.heads.heads[column],
                let cell = total[column: column],
                let stated = Self.number(cell.value), let sum = sum(of: field, column, rows)
            else { continue }
            let tolerance = field.type == .integer ? 0 : perRow * Double(rows.count)
            guard abs(stated - sum) > tolerance + 1e-9 else { continue }
            var row = ReturnRow(number: total.number)
            row.line = total.line
            findings.append(
                Finding(
                    .wrongTotal(
                        column: head.text, total: Self.text(stated), sum: Self.text(sum)),
                    at: places.place(of: [field.id], in: row)))
        }
        return findings
    }

    /// In the unit of the sheet's own cells, as written; nil where a cell of the column is no number.
    private func sum(of field: Field, _ column: Int, _ rows: [ReturnRow]) -> Double? {
        var sum = 0.0
        for row in sheet.rows.data {
            guard let cell = row[column: column] else { continue }
            if let number = Self.number(cell.value) {
                sum += number
            } else if ![.none, .notApplicable].contains(NumberText.read(cell.value.text)) {
                return nil
            }
        }
        return sum
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
