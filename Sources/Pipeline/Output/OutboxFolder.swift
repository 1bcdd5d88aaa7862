import Campaigns
import Workbooks

/// A folder of the Outbox that is exchanged as a whole: a month's, or a year's (年度).
enum OutboxFolder: Hashable, CustomStringConvertible {
    case month(Period)
    case year(Int)

    /// Reads the name of such a folder; nil for any other.
    init?(_ name: some StringProtocol) {
        if let period = Period(name) {
            self = .month(period)
        } else if name.hasSuffix(Self.yearSuffix), let year = Int(name.dropLast(2)),
            Self.year(year).description == name
        {
            self = .year(year)
        } else {
            return nil
        }
    }

    private static let yearSuffix = "年度"

    /// `2020-06`, `2020年度`.
    var description: String {
        switch self {
        case .month(let period): period.description
        case .year(let year): padded(year, to: 4) + Self.yearSuffix
        }
    }
}
