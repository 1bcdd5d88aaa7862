import Campaigns

/// A slip that people make when they fill in a sheet (笔误), told by what undoes it.
enum Slip: Hashable {
    /// One figure is another power of ten than was meant.
    case scaled(field: String, Scale)
    /// Several figures of the row are in 元 where their columns are in 万元.
    case amountsInUnits(fields: [String])
    /// Heads, or the line above the table, name another unit than the figures of these columns are in, which
    /// is the fields' own.
    case wrongHeadUnit(fields: [String])
    /// Two figures that stand side by side are in each other's place.
    case swapped(left: String, right: String)
    /// A cell was left out: from its column on everything stands one to the right.
    case shiftedRight(from: String)
    /// A figure was left out: from its column on everything stands one to the left.
    case shiftedLeft(from: String)
    /// The sheet's total stands among its rows.
    case totalRow
    /// Last month's sheet was handed in once more.
    case lastMonthsSheet

    /// What a figure has to be multiplied with.
    enum Scale: Hashable, CaseIterable {
        /// 多写一个0, 少写一个0; in a decimal, the point one place off.
        case extraZero, missingZero
        /// 元 in a column of 万元, and the other way round.
        case unitsForMyriads, myriadsForUnits
        /// A percentage typed as its hundredth, and the other way round.
        case hundredth, hundredfold

        /// What makes it right, as a fraction of whole numbers.
        var factor: (times: Double, over: Double) {
            switch self {
            case .extraZero: (1, 10)
            case .missingZero: (10, 1)
            case .unitsForMyriads: (1, 10_000)
            case .myriadsForUnits: (10_000, 1)
            case .hundredth: (100, 1)
            case .hundredfold: (1, 100)
            }
        }
    }

    /// The fields whose cells the slip is seen in; none where it is about the whole row or sheet.
    var fields: [String] {
        switch self {
        case .scaled(let field, _), .shiftedRight(let field), .shiftedLeft(let field): [field]
        case .amountsInUnits(let fields), .wrongHeadUnit(let fields): fields
        case .swapped(let left, let right): [left, right]
        case .totalRow, .lastMonthsSheet: []
        }
    }

    /// Those whose figures it made ten thousand times too large.
    var enlarged: [String] {
        switch self {
        case .scaled(let field, .unitsForMyriads): [field]
        case .amountsInUnits(let fields): fields
        default: []
        }
    }
}

/// A row as it would stand if one slip had not been made.
struct MendedRow {
    let slip: Slip
    let row: ReturnRow
    /// The figures as they would read, for a slip in figures.
    let reads: String?
}
