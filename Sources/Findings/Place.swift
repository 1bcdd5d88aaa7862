/// Where something stands, as exactly as can be known: file › sheet › cells, or file › line.
///
/// Every part but the file may be missing; an empty file means "nowhere in a file" (a missing return).
package struct Place: Hashable, Sendable {
    /// The path below the Inbox (or as given on the command line), `/` between folders.
    package var file: String
    /// The sheet's name as the sender wrote it; nil for a CSV or where the whole file is meant.
    package var sheet: String?
    /// The cells, in sheet order; empty where the whole sheet is meant.
    package var cells: [CellReference]
    /// For a CSV: the line counted from 1, the first line of the record where it spans several.
    package var line: Int?

    package init(
        file: String, sheet: String? = nil, cells: [CellReference] = [], line: Int? = nil
    ) {
        self.file = file
        self.sheet = sheet
        self.cells = cells
        self.line = line
    }

    /// The cells as the contract tables print them: `C7;D7`, empty where there are none.
    package var cellList: String { cells.map(\.description).joined(separator: ";") }

    private var sortKey: (String, String, Int, Int) {
        let first = cells.min()
        return (file, sheet ?? "", first?.row ?? line ?? 0, first?.column ?? 0)
    }
}

extension Place: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.sortKey < right.sortKey }
}

extension Place: CustomStringConvertible {
    package var description: String { text(in: .chinese) }

    /// `城关镇.xlsx › 农村 › C7、D7`; in a CSV `城关镇.csv › 第9行`.
    package func text(in language: Language) -> String {
        var parts = [file]
        if let sheet { parts.append(sheet) }
        if let line {
            parts.append(language == .chinese ? "第\(line)行" : "line \(line)")
        }
        if !cells.isEmpty {
            let separator = language == .chinese ? "、" : ", "
            parts.append(cells.map(\.description).joined(separator: separator))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " › ")
    }
}
