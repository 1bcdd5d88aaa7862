import Campaigns
import Findings
import Formulas
import Ledgers

/// Two units whose sheets have the same figures row for row (两家单位的表雷同).
///
/// Only figures of the month count: what is carried from month to month is often alike. A row that many
/// units have (one meeting, 22 days) tells nothing and is left out, so is one without any figure, and one
/// that a sheet repeats tells no more than once; of the others at least `twin_rows_min`, and `twin_share`
/// of the smaller sheet, have to agree.
struct TwinScreen {
    private let county: CountyReturns
    private let form: Form
    private let fields: [Field]

    init(_ county: CountyReturns, _ form: Form) {
        self.county = county
        self.form = form
        fields = form.fields.filter { $0.type.isNumber && !$0.carries }
    }

    /// Units that share a row; more than so many share it because it is usual.
    private static let fewestUsual = 3
    private static let usualShare = 0.2

    func flags() -> [(finding: Finding, flag: NotedFlag)] {
        guard fields.count > 1 else { return [] }
        let sheets = county.sheets(of: form)
        var units: [[SQLValue]: [Int: Int]] = [:]
        for (index, sheet) in sheets.enumerated() {
            for row in sheet.rows {
                if let figures = figures(row) {
                    units[figures, default: [:]][index, default: 0] += 1
                }
            }
        }
        let usual = max(Self.fewestUsual, Int(Self.usualShare * Double(sheets.count)))
        var telling = Array(repeating: 0, count: sheets.count)
        var shared: [[Int]: Likeness] = [:]
        for counts in units.values where counts.count <= usual {
            let indices = counts.keys.sorted()
            for (position, one) in indices.enumerated() {
                telling[one] += 1
                for other in indices[(position + 1)...] {
                    shared[[one, other], default: Likeness()].add(
                        rows: min(counts[one] ?? 0, counts[other] ?? 0))
                }
            }
        }
        return pairs(shared, telling, sheets)
    }

    /// What two sheets have in common.
    private struct Likeness {
        /// Different rows.
        var kinds = 0
        var rows = 0

        mutating func add(rows: Int) {
            kinds += 1
            self.rows += rows
        }
    }

    /// The flags of both units of each pair; a unit is held against the one that it resembles most.
    private func pairs(
        _ shared: [[Int]: Likeness], _ telling: [Int], _ sheets: [CountyReturns.Sheet]
    ) -> [(finding: Finding, flag: NotedFlag)] {
        let least = county.campaign.settings.count(.twinRowsMin)
        let share = county.campaign.settings.number(.twinShare)
        var nearest: [Int: (other: Int, rows: Int)] = [:]
        let alike = shared.filter { pair, likeness in
            likeness.kinds >= max(1, least)
                && Double(likeness.kinds) >= share * Double(min(telling[pair[0]], telling[pair[1]]))
        }.sorted {
            ($1.value.rows, $0.key[0], $0.key[1]) < ($0.value.rows, $1.key[0], $1.key[1])
        }
        for (pair, likeness) in alike {
            if nearest[pair[0]] == nil { nearest[pair[0]] = (pair[1], likeness.rows) }
            if nearest[pair[1]] == nil { nearest[pair[1]] = (pair[0], likeness.rows) }
        }
        return sheets.indices.compactMap { index in
            guard let (other, rows) = nearest[index] else { return nil }
            let partner = sheets[other].unit
            return county.flagged(
                .twinSheets(
                    other: partner.shortName.isEmpty ? partner.name : partner.shortName,
                    rows: rows, total: sheets[index].rows.count),
                form, sheets[index].unit, object: partner.code)
        }
    }

    /// A row's figures of the month; nil where it has none, or only zeros.
    private func figures(_ row: CountyReturns.Row) -> [SQLValue]? {
        let values = fields.map { field -> SQLValue in
            row.number(field).map { .real($0) } ?? .null
        }
        return values.contains { ($0.number ?? 0) != 0 } ? values : nil
    }
}
