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
    ///
    /// A whole number with a measure word or in full-width digits is one for whoever adds up.
    var amount: Int? {
        switch self {
        case .integer(let number): return number * 100
        case .hundredths(let number): return number
        case .text(let text):
            let digits = text.unicodeScalars.compactMap { scalar -> Int? in
                switch scalar.value {
                case 0x30...0x39: Int(scalar.value) - 0x30
                case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
                default: nil
                }
            }
            guard (1...4).contains(digits.count),
                text.unicodeScalars.first.map(Self.isDigit) == true
            else { return nil }
            return digits.reduce(0) { $0 * 10 + $1 } * 100
        default: return nil
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
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
