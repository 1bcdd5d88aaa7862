import Campaigns
import Formulas
import Ledgers

/// The previous period as a return's rows are compared with it.
struct PastView {
    let view: FormView
    /// The period of the view is of the same year, so that cumulative figures go on.
    private let sameYear: Bool
    private let sameQuarter: Bool
    private let index: [String: Int]
    private let rowByCode: [String: Int]
    private let cumulative: Set<String>
    private let columns: [String]

    /// `columns` is the order of the lines of `prev`.
    init(_ view: FormView, of form: Form, before period: Period, columns: [String]) {
        self.view = view
        self.columns = columns
        sameYear = Self.period(before: period, of: form).year == period.year
        sameQuarter = period.quarterToDate.count > 1
        let index = Dictionary(
            zip(view.columns.map(\.name), view.columns.indices),
            uniquingKeysWith: { first, _ in first })
        self.index = index
        cumulative = Set(form.fields.filter(\.isCumulative).map(\.id))
        var rowByCode: [String: Int] = [:]
        let fields = form.fields.compactMap { index[$0.id] }
        if let code = index["code"] {
            for (position, row) in view.rows.enumerated() {
                guard case .text(let code) = row[code] else { continue }
                // A subject that neither reported nor has anything to carry has no past.
                let reported = index["reported"].map { row[$0] == .integer(1) } ?? true
                if reported || fields.contains(where: { !row[$0].isNull }) {
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

    /// One subject's line of the previous period.
    struct Row {
        fileprivate let past: PastView
        fileprivate let position: Int

        /// As it stands in the view.
        func raw(_ column: String) -> SQLValue {
            past.index[column].map { past.view.rows[position][$0] } ?? .null
        }

        /// As formulas see it: cumulative figures restart each January.
        func value(_ column: String) -> SQLValue {
            !past.sameYear && past.cumulative.contains(column) ? .null : raw(column)
        }

        /// The line of `prev`.
        var comparable: [SQLValue] { past.columns.map(value) }

        /// The sum of the quarter's months before this one; NULL in its first.
        func quarter(_ field: String) -> SQLValue {
            past.sameQuarter ? raw(field + "_quarter") : .null
        }

        var isReported: Bool { raw("reported") == .integer(1) }
    }
}
