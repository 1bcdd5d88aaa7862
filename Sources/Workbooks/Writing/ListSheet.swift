import Findings

/// The hidden sheet that holds the lists which are too long for a validation itself: a list a
/// column, equal lists once.
struct ListSheet {
    let name: String
    private var columns: [[String]] = []

    /// What Excel takes inside a validation, in UTF-16 units with the commas between.
    private static let longest = 255

    /// The name must be none of the workbook's own.
    init(name: String) { self.name = name }

    /// The items can stand in the validation itself.
    static func isInline(_ items: [String]) -> Bool {
        let isPlain = items.allSatisfy { item in
            !item.isEmpty && !item.contains(",") && !item.contains("\"") && item.first != " "
                && item.last != " " && item.first != "="
        }
        let length = items.reduce(max(0, items.count - 1)) { $0 + $1.utf16.count }
        return isPlain && !items.isEmpty && length <= longest
    }

    /// The reference to the list's cells.
    mutating func reference(to items: [String]) -> String {
        let column = columns.firstIndex(of: items) ?? columns.count
        if column == columns.count { columns.append(items) }
        let letters = CellReference.letters(ofColumn: column + 1)
        return "\(SheetNames.quoted(name))$\(letters)$1:$\(letters)$\(max(1, items.count))"
    }

    var sheet: SheetDraft {
        var sheet = SheetDraft(name: name)
        sheet.isHidden = true
        let height = columns.map(\.count).max() ?? 0
        sheet.rows = (0..<height).map { row in
            RowDraft(columns.map { row < $0.count ? CellDraft($0[row]) : nil })
        }
        return sheet
    }
}
