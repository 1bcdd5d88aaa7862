import Campaigns
import Findings
import Formulas
import Ledgers

/// What counts from January on, in the first return of a year.
extension Review {
    /// A cumulative column that goes on where December ended: every row that had something then has no less
    /// now.
    ///
    /// Asked, never refused: a year's money may be paid in January. Small sums coincide, so they say nothing.
    mutating func screenRestart() {
        guard let past, !past.isSameYear else { return }
        for compiled in form.fields
        where compiled.field.isCumulative && compiled.field.type.isNumber {
            var place: Place?
            var (before, now) = (0.0, 0.0)
            var goesOn = true
            for row in rows where row.standing == .own {
                guard let old = row.past, old.isReported, let earlier = old.raw(compiled).number,
                    earlier > 0
                else { continue }
                guard let value = row.value(compiled).number, value >= earlier,
                    !blocked.contains(compiled.field.id, in: row.row)
                else {
                    goesOn = false
                    break
                }
                (before, now) = (before + earlier, now + value)
                let cell = submission.places.place(of: [compiled.field.id], in: row.row)
                if place == nil { place = cell } else { place?.cells += cell.cells }
            }
            guard goesOn, let place, before >= Self.leastSum else { continue }
            find(
                .notRestarted(
                    column: compiled.field.header, before: Self.words(before),
                    now: Self.words(now)), at: place)
        }
    }

    private static let leastSum = 5.0

    /// A sum to the six places of all figures.
    private static func words(_ sum: Double) -> String {
        SQLValue.real((sum * 1e6).rounded() / 1e6).description
    }
}
