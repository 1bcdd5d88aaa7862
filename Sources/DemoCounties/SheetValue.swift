import Campaigns
import Workbooks

/// What somebody puts into one cell of a return.
enum SheetValue: Hashable, Sendable {
    case blank
    /// “—”: does not apply.
    case dash
    case integer(Int)
    /// A decimal number, in hundredths of its unit.
    case hundredths(Int)
    case text(String)
    case date(CivilDate)
    /// A formula of which the program saved no result.
    case uncomputed(String)

    static func yes(_ isTrue: Bool) -> SheetValue { .text(isTrue ? "是" : "否") }

    /// The number in hundredths, for totals; nil where there is none.
    var amount: Int? {
        switch self {
        case .integer(let number): number * 100
        case .hundredths(let number): number
        default: nil
        }
    }

    /// As it stands in a CSV file.
    var text: String {
        switch self {
        case .blank, .uncomputed: ""
        case .dash: "—"
        case .integer(let number): String(number)
        case .hundredths(let number): Self.decimal(number)
        case .text(let text): text
        case .date(let date): date.description
        }
    }

    /// A number of hundredths, which is never negative, with two decimals.
    static func decimal(_ hundredths: Int) -> String {
        "\(hundredths / 100).\(padded(hundredths % 100, to: 2))"
    }
}

/// One row of a return before it is put on a sheet.
struct SheetRow: Sendable {
    /// Nil for the free rows of a ledger or a register.
    var entry: RosterEntry?
    /// By the id of the field.
    var values: [String: SheetValue]
}
