import Campaigns
import Workbooks

extension SheetDrawing {
    /// The widths of the columns in characters: narrow for figures, so that long heads wrap.
    var widths: [Int: Double] {
        var widths: [Int: Double] = serialColumns == 1 ? [1: 5] : [:]
        for (place, column) in plan.columns.enumerated() {
            widths[serialColumns + place + 1] = Double(width(of: column))
        }
        return widths
    }

    /// High enough for the head with the most lines.
    var headHeight: Double {
        let lines = plan.columns.map { column in
            (column.header.unicodeScalars.count * 2 + width(of: column) - 3)
                / (width(of: column) - 2)
        }
        return Double(max(2, lines.max() ?? 2)) * 15 + 4
    }

    private func width(of column: SheetPlan.Column) -> Int {
        let longest =
            plan.rows.map { Self.width(of: plan.value(column, in: $0).text) }.max() ?? 0
        return switch column.field?.type {
        case .subjectName, .unitName: min(36, max(11, longest + 2))
        case .subjectCode, .code, nil: max(11, longest + 3)
        case .text, .note: min(28, max(10, longest + 2))
        case .date: 13
        case .enumeration: min(16, max(9, longest + 2))
        default: 9
        }
    }

    /// A Chinese character is as wide as two figures.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
    }
}
