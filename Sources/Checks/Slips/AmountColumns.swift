import Campaigns
import Formulas
import Ledgers

/// The columns of a return whose figures may all be in another unit than they are taken to be: whoever types
/// one amount in 元 types all of them so.
///
/// Told from the whole sheet, so that all its rows are asked about the same columns.
struct AmountColumns {
    /// The columns in 万元 that are filled in 元, those of one unit together.
    private let inUnits: [[Field]]
    /// The columns whose figures were converted because of what heads or the line above the table say.
    private let converted: [Field]
    private let myriads: [Field]

    /// An amount in 元 has at least this many; less is no amount typed for 万元.
    static let leastUnits = 1000.0
    /// The share of a column's amounts that have to be as large.
    private static let share = 0.8

    init(_ form: Form, in submission: Submission) {
        let columns = submission.places.columns
        let figures = form.fields.filter { $0.type.isNumber && columns[$0.id] != nil }
        myriads = figures.filter { ($0.unit ?? "").hasPrefix("万") }
        let large = myriads.filter { field in
            let amounts = submission.rows.compactMap { Self.amount(field, in: $0) }
            let count = amounts.count { $0 >= Self.leastUnits }
            return count > 0 && Double(count) >= Self.share * Double(amounts.count)
        }
        inUnits = Self.byUnit(large)
        converted = figures.filter { field in
            let filled = submission.rows.filter { Self.amount(field, in: $0) != nil }
            return !filled.isEmpty
                && filled.allSatisfy { SlipReading.unconverted(field, in: $0) != nil }
        }
    }

    /// The row as it would stand with its amounts in other units, each way another row than it: the sheet's
    /// columns together, the row's own large amounts together, each converted column by itself.
    func candidates(for row: ReturnRow) -> [MendedRow] {
        let own = Self.byUnit(
            myriads.filter { (Self.amount($0, in: row) ?? 0) >= Self.leastUnits })
        let sets = (inUnits + own).filter { $0.count > 1 }
        let heads = [converted] + (converted.count > 1 ? converted.map { [$0] } : [])
        return sets.compactMap { inMyriads($0.map(\.id), row) }
            + heads.compactMap { unconverted($0.map(\.id), row) }
    }

    /// Undoes that columns of 万元 are filled in 元; nil for a row without so large an amount in them.
    func inMyriads(_ fields: [String], _ row: ReturnRow) -> MendedRow? {
        let amounts = myriads.filter { fields.contains($0.id) }
            .compactMap { field in Self.amount(field, in: row).map { (field, $0) } }
        guard amounts.contains(where: { $0.1 >= Self.leastUnits }) else { return nil }
        return mended(
            row, .amountsInUnits(fields: fields),
            amounts.map { ($0.0, SlipReading.rounded($0.1 / 10_000)) })
    }

    /// Undoes a conversion; nil for a row in which nothing was converted.
    func unconverted(_ fields: [String], _ row: ReturnRow) -> MendedRow? {
        let amounts = converted.filter { fields.contains($0.id) }
            .compactMap { field in SlipReading.unconverted(field, in: row).map { (field, $0) } }
        return amounts.isEmpty ? nil : mended(row, .wrongHeadUnit(fields: fields), amounts)
    }

    private func mended(
        _ row: ReturnRow, _ slip: Slip, _ amounts: [(field: Field, value: Double)]
    ) -> MendedRow? {
        var mended = row
        var reads: [String] = []
        for (field, amount) in amounts {
            let value: FieldValue
            if field.type == .integer {
                guard let whole = Int(exactly: amount) else { return nil }
                value = .integer(whole)
            } else {
                value = .real(amount)
            }
            mended.values[field.id] = value
            mended.changes.removeAll { $0.field == field.id }
            reads.append(Wording.text(value.sql, of: field))
        }
        return MendedRow(slip: slip, row: mended, reads: reads.joined(separator: "、"))
    }

    /// An amount that is there and not 0, which is 0 in any unit.
    private static func amount(_ field: Field, in row: ReturnRow) -> Double? {
        row.values[field.id]?.sql.number.flatMap { $0 == 0 ? nil : $0 }
    }

    private static func byUnit(_ fields: [Field]) -> [[Field]] {
        var units: [String] = []
        for field in fields where !units.contains(field.unit ?? "") {
            units.append(field.unit ?? "")
        }
        return units.map { unit in fields.filter { $0.unit == unit } }
    }
}
