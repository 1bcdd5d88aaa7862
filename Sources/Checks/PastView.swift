import Campaigns
import Formulas
import Ledgers

/// The previous period as a return's rows are compared with it; made once for all returns of a form.
final class PastView {
    let view: FormView
    let period: Period
    /// The period of the view is of the same year, so that cumulative figures go on.
    let isSameYear: Bool
    private let isSameQuarter: Bool
    private let index: [String: Int]
    private let rowByCode: [String: Int]
    private let cumulative: Set<String>
    /// The view's column for each column of `prev`; nil for NULL.
    private let comparable: [Int?]
    /// The view's column for each field of the form.
    private let fields: [Int?]
    private var medians: [Int: Double?] = [:]

    init(_ view: FormView, of form: Form, before period: Period, columns: [FormSchema.Column]) {
        self.view = view
        self.period = period
        let isSameYear = Self.period(before: period, of: form).year == period.year
        self.isSameYear = isSameYear
        isSameQuarter = period.quarterToDate.count > 1
        let index = Dictionary(
            zip(view.columns.map(\.name), view.columns.indices),
            uniquingKeysWith: { first, _ in first })
        self.index = index
        let cumulative = Set(form.fields.filter(\.isCumulative).map(\.id))
        self.cumulative = cumulative
        comparable = columns.map { column in
            isSameYear || !cumulative.contains(column.name) ? index[column.name] : nil
        }
        let fields = form.fields.map { index[$0.id] }
        self.fields = fields
        var rowByCode: [String: Int] = [:]
        if let code = index["code"] {
            let stated = fields.compactMap { $0 }
            for (position, row) in view.rows.enumerated() {
                guard case .text(let code) = row[code] else { continue }
                // A subject that neither reported nor has anything to carry has no past.
                let isReported = index["reported"].map { row[$0] == .integer(1) } ?? true
                if isReported || stated.contains(where: { !row[$0].isNull }) {
                    rowByCode[code] = position
                }
            }
        }
        self.rowByCode = rowByCode
    }

    /// The period before, as the form is due.
    static func period(before period: Period, of form: Form) -> Period {
        var earlier = period.previous
        while !form.isDue(in: earlier) { earlier = earlier.previous }
        return earlier
    }

    func row(of code: String) -> Row? { rowByCode[code].map { Row(past: self, position: $0) } }

    /// Every subject's line by column, as formulas see it.
    var columnsByCode: [String: [String: SQLValue]] {
        rowByCode.mapValues { position in
            let row = Row(past: self, position: position)
            return index.keys.reduce(into: [:]) { $0[$1] = row.value($1) }
        }
    }

    /// The middle of what the county reported in a field; nil where nobody did.
    func median(of compiled: CompiledField) -> Double? {
        if let median = medians[compiled.ordinal] { return median }
        let values =
            fields[compiled.ordinal]
            .map { column in view.rows.compactMap { $0[column].number }.sorted() } ?? []
        let middle = values.count / 2
        let median: Double? =
            values.isEmpty
            ? nil
            : values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
        medians[compiled.ordinal] = .some(median)
        return median
    }

    /// One subject's line of the previous period.
    struct Row {
        fileprivate let past: PastView
        fileprivate let position: Int

        private var line: [SQLValue] { past.view.rows[position] }

        /// A field as it stands in the view.
        func raw(_ compiled: CompiledField) -> SQLValue {
            past.fields[compiled.ordinal].map { line[$0] } ?? .null
        }

        /// As formulas see it: cumulative figures restart each January.
        func value(_ column: String) -> SQLValue {
            guard past.isSameYear || !past.cumulative.contains(column) else { return .null }
            return past.index[column].map { line[$0] } ?? .null
        }

        /// The line of `prev`.
        var comparable: [SQLValue] {
            let line = line
            return past.comparable.map { $0.map { line[$0] } ?? .null }
        }

        /// The sum of the quarter's months before this one; NULL in its first.
        func quarter(_ field: String) -> SQLValue {
            past.isSameQuarter ? value(field + "_quarter") : .null
        }

        var isReported: Bool { value("reported") == .integer(1) }
    }
}
