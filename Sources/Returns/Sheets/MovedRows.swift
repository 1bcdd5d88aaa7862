import Campaigns
import Findings

/// Figures that were pasted one row below the names that stood there already.
///
/// Each name then bears its neighbour's figures, and whoever answers only the first row, which is empty, and the
/// last, which is nobody's, leaves all between them wrong.
struct MovedRows {
    let sheet: TakenSheet
    let places: ReturnPlaces
    let campaign: Campaign

    /// So many names; below fewer a blank row and a stray one are as likely.
    private static let least = 3

    /// The one reason: the first entry's row says nothing, and right behind the last stands a row like the
    /// others that names none; nil where rows and names may belong together.
    func finding(rows: [ReturnRow]) -> Finding? {
        guard let first = rows.first, let stray = rows.last, let last = rows.dropLast().last,
            stray.isNameless(in: sheet.form), stray.number == last.number + 1,
            rows.count > Self.least, rows.dropLast().allSatisfy({ $0.subject != nil })
        else { return nil }
        let fields = figureFields
        guard fields.allSatisfy({ isBlank($0, in: first) }) else { return nil }
        let others = rows.dropFirst()
        let filled = fields.filter { field in others.allSatisfy { !isBlank(field, in: $0) } }
        guard filled.count >= 2, !maySum(stray, others.dropLast(), in: filled) else { return nil }
        let naming = sheet.outline.naming
        var place = places.place(of: naming, in: first)
        place.cells += places.place(of: naming, in: stray).cells
        return Finding(
            .movedRows(first: first.line ?? first.number, last: stray.line ?? stray.number),
            at: place)
    }

    /// The columns that say more than whose a row is, but for what an issued form brings along.
    private var figureFields: [String] {
        let issued = sheet.isIssued ? sheet.form.startingFields(in: campaign) : []
        return sheet.outline.saying.filter { places.columns[$0] != nil && !issued.contains($0) }
    }

    private func isBlank(_ field: String, in row: ReturnRow) -> Bool {
        row.values[field] == nil && row.unread[field] == nil
    }

    /// It may be a total that nobody has called one: figures alone, none below what it is the sum of.
    private func maySum(
        _ row: ReturnRow, _ parts: ArraySlice<ReturnRow>, in fields: [String]
    ) -> Bool {
        fields.allSatisfy { field in
            guard let sum = figure(field, in: row) else { return false }
            return parts.allSatisfy { figure(field, in: $0).map { $0 <= sum } ?? true }
        }
    }

    private func figure(_ field: String, in row: ReturnRow) -> Double? {
        switch row.values[field] {
        case .integer(let integer): Double(integer)
        case .real(let real): real
        case .text, .notApplicable, nil: nil
        }
    }
}
