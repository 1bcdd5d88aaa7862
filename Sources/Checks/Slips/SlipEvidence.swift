import Campaigns
import Findings
import Formulas
import Glibc

/// What last month has to say of a slip: are the figures that it would change nearer to last month's as
/// they stand, or as they would read.
///
/// That a rule falls silent proves little: a village with ten members and no branch is asked why, and
/// with one member it would not be. A row that has an error needs a slip that last month does not
/// speak against; one that is merely asked about needs one that last month speaks for.
struct SlipEvidence {
    let fields: [CompiledField]

    enum Voice {
        case inFavour, against, silent
    }

    /// As far from any figure as a nought is taken to be, in powers of e.
    private static let farthest = 7.0

    func of(_ mended: MendedRow, for row: CheckedRow) -> Voice {
        guard let past = row.past, past.isReported else { return .silent }
        var (stands, reads) = (0.0, 0.0)
        var hasCompared = false
        for compiled in fields where compiled.field.type.isNumber {
            guard let old = past.raw(compiled).number, old > 0 else { continue }
            let typed = row.value(compiled).number
            let meant = mended.row.values[compiled.field.id]?.sql.number
            guard typed != meant else { continue }
            hasCompared = true
            stands += Self.distance(typed, old)
            reads += Self.distance(meant, old)
        }
        guard hasCompared, reads != stands else { return .silent }
        return reads < stands ? .inFavour : .against
    }

    private static func distance(_ value: Double?, _ old: Double) -> Double {
        guard let value, value > 0 else { return farthest }
        return min(farthest, abs(log(value / old)))
    }
}

/// What is known of a row in which something was found.
struct FailingRow {
    /// The fields whose cells the findings point at.
    var fields: Set<String> = []
    /// Something in it is wrong, not only asked about.
    var hasError = false
    /// The fields whose figures stand far above the county's.
    var farAbove: Set<String> = []

    /// Whether a slip is borne out well enough to be proposed.
    func admits(_ slip: Slip, _ voice: SlipEvidence.Voice) -> Bool {
        if slip.enlarged.contains(where: farAbove.contains) { return voice != .against }
        return hasError ? voice != .against : voice == .inFavour
    }
}
