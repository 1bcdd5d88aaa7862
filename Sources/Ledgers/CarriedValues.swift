import Campaigns

/// The values that fields marked `carry` keep from earlier periods.
///
/// A field that the period's accepted return leaves open has the latest earlier accepted value; what an
/// inspection said is not carried. An explicit 不适用, now or then, ends the search. Cumulative fields
/// restart each January, so for them only the same year counts: nothing is carried into January.
struct CarriedValues {
    private var values: [String: FieldValues] = [:]

    init(
        snapshot: LedgerSnapshot, form: Form, period: Period, codes: [String],
        accepted: [String: FieldValues] = [:]
    ) throws {
        let fields = form.fields.filter(\.carries)
        guard !fields.isEmpty else { return }
        var open: [(code: String, fields: [Field])] = codes.compactMap { code in
            let missing = fields.filter { accepted[code]?[$0.id] == nil }
            return missing.isEmpty ? nil : (code, missing)
        }
        for earlier in snapshot.periods(ofForm: form.id, before: period) {
            if earlier.year < period.year {
                open = open.map { ($0.code, $0.fields.filter { !$0.isCumulative }) }
            }
            open.removeAll(where: \.fields.isEmpty)
            guard !open.isEmpty else { return }
            let then = try snapshot.values(of: form, in: earlier)
            for index in open.indices {
                guard let row = then[open[index].code] else { continue }
                for field in open[index].fields {
                    guard let value = row[field.id] else { continue }
                    values[open[index].code, default: [:]][field.id] = value
                }
                open[index].fields.removeAll { row[$0.id] != nil }
            }
        }
    }

    /// What is kept for a later period, when these are the values kept for an earlier one, with what
    /// was accepted in it; nothing was accepted in between.
    func advanced(
        by accepted: [String: FieldValues], of form: Form, from period: Period,
        to later: Period
    ) -> CarriedValues {
        let fields = form.fields.filter(\.carries)
        let ended = later.year > period.year ? fields.filter(\.isCumulative).map(\.id) : []
        var next = self
        for (code, row) in accepted {
            for field in fields {
                if let value = row[field.id] { next.values[code, default: [:]][field.id] = value }
            }
        }
        if !ended.isEmpty {
            for code in next.values.keys { for id in ended { next.values[code]?[id] = nil } }
        }
        return next
    }

    /// The values that an entry keeps, by field.
    subscript(code: String) -> FieldValues { values[code] ?? [:] }
}
