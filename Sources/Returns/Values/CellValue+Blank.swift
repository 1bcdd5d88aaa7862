import Campaigns
import Workbooks

extension CellValue {
    /// Holds nothing that can be read; a formula without a result has no text and yet is not blank.
    var isBlank: Bool {
        switch self {
        case .string(let text), .error(let text): text.unicodeScalars.allSatisfy(\.isBlank)
        case .number(_, let digits): digits.isEmpty
        case .bool, .date, .uncomputed: false
        }
    }
}
