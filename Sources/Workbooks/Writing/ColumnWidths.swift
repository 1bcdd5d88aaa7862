import Findings

/// Widths of a sheet's columns in characters of the default font: what the draft says, else what
/// the content wants.
struct ColumnWidths {
    /// By column counted from 1; columns without content have none.
    private(set) var characters: [Int: Double] = [:]

    static let widest = 60.0
    /// Of a column of which nothing is said.
    static let standard = 8.43
    private static let narrowest = 6.0
    /// Pixels of one digit in the default font.
    private static let digit = 7.0

    init(of sheet: SheetDraft) {
        let merged = sheet.columnsMergedAcross()
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.cells.enumerated() {
                guard let cell, let width = Self.width(of: cell) else { continue }
                if merged[index + 1]?.contains(where: { $0.contains(column + 1) }) == true {
                    continue
                }
                characters[column + 1] = min(
                    Self.widest, max(characters[column + 1] ?? Self.narrowest, width + 1.5))
            }
        }
        for (column, width) in sheet.columnWidths where (1...16_384).contains(column) {
            characters[column] = min(255, max(0, width))
        }
    }

    /// As the file says it: with the five pixels of padding that are part of a column
    /// (ECMA-376 Part 1, 18.3.1.13).
    static func stored(_ characters: Double) -> String {
        let width = (characters * digit + 5) / digit * 256
        return shortestDigits(width.rounded(.down) / 256)
    }

    /// The pixels of a column on the screen.
    func pixels(of column: Int) -> Int {
        Int(((characters[column] ?? Self.standard) * Self.digit).rounded()) + 5
    }

    private static func width(of cell: CellDraft) -> Double? {
        let text = cell.content.shownText(format: cell.style.numberFormat)
        guard !text.isEmpty else { return nil }
        let bold = cell.style.isBold ? 1.05 : 1
        return Double(TextWidth.of(text)) * cell.style.fontSize / 11 * bold
    }
}

extension SheetDraft {
    /// By row, the columns of merged regions more than one column wide, whose text says nothing
    /// about one column.
    fileprivate func columnsMergedAcross() -> [Int: [ClosedRange<Int>]] {
        var columns: [Int: [ClosedRange<Int>]] = [:]
        for merge in merges where merge.first.column != merge.last.column {
            let last = min(merge.last.row, rows.count)
            guard merge.first.row <= last else { continue }
            for row in merge.first.row...last {
                columns[row, default: []].append(merge.first.column...merge.last.column)
            }
        }
        return columns
    }
}

extension CellDraft.Content {
    /// About what the cell shows, for its width.
    func shownText(format: String?) -> String {
        switch self {
        case .blank: return ""
        case .string(let text), .error(let text): return text
        case .date: return format ?? "2020-06-30"
        case .bool(let bool): return bool ? "TRUE" : "FALSE"
        case .formula(_, let result): return result.shownText(format: format)
        case .integer, .decimal, .digits:
            let text = numberText
            guard let format, format != "@" else { return text }
            let whole = text.prefix { $0 != "." }
            let decimals =
                format.split(separator: ".").dropFirst().first?
                .prefix { $0 == "0" }.count ?? 0
            let separators = format.contains(",") ? whole.count / 3 : 0
            return String(
                repeating: "0",
                count: whole.count + separators + (decimals == 0 ? 0 : decimals + 1)
                    + (format.contains("%") ? 3 : 0))
        }
    }

    private var numberText: String {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let number): number.isFinite ? shortestDigits(number) : ""
        case .digits(let digits): digits
        default: ""
        }
    }
}
