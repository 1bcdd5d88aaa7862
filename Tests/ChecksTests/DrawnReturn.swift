import Campaigns
import Findings
import Ledgers

/// A return drawn as a table, ①–⑨ before the cells where findings belong.
///
/// The first line heads the columns by field; `—` is 不适用, an empty cell is blank, `?` before the
/// name of a row makes it unknown.
struct DrawnReturn {
    var submission: Submission
    /// What stands at a mark.
    private var marks: [CellReference: Character] = [:]

    init(
        _ drawing: String, of form: Form, in campaign: Campaign, unit: String?, period: Period,
        isCSV: Bool = false
    ) {
        let lines = drawing.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
        }
        var columns: [String: Int] = [:]
        for (offset, cell) in (lines.first ?? []).enumerated() {
            let name = Self.unmarked(cell).text
            columns[name] = offset + 1
        }
        var rows: [ReturnRow] = []
        for (offset, line) in lines.enumerated() {
            let number = offset + 1
            var row = ReturnRow(number: number, line: isCSV ? number : nil)
            for (column, cell) in line.enumerated() {
                let (mark, text) = Self.unmarked(cell)
                if let mark { marks[CellReference(row: number, column: column + 1)] = mark }
                guard number > 1, !text.isEmpty,
                    let field = form.fields.first(where: { columns[$0.id] == column + 1 })
                else { continue }
                if field.type == .subjectName, !text.hasPrefix("?") {
                    row.subject = campaign.roster.first { $0.name == text }?.code
                }
                row.values[field.id] = Self.value(text, field.type)
            }
            if number > 1 { rows.append(row) }
        }
        submission = Submission(
            fileHash: "", form: form.id, unit: unit, period: period,
            received: Moment(period.lastDay, secondOfDay: 0),
            places: ReturnPlaces(
                file: "报表.xlsx", sheet: "表", columns: columns, headerRow: 1, isCSV: isCSV),
            rows: rows)
    }

    private static func unmarked(_ cell: String) -> (mark: Character?, text: String) {
        guard let first = cell.first, "①②③④⑤⑥⑦⑧⑨".contains(first) else { return (nil, cell) }
        return (first, cell.dropFirst().trimmed)
    }

    private static func value(_ text: String, _ type: FieldType) -> FieldValue {
        if text == "—" { return .notApplicable }
        switch type {
        case .integer: return Int(text).map(FieldValue.integer) ?? .text(text)
        case .decimal, .percent: return Double(text).map(FieldValue.real) ?? .text(text)
        default: return .text(text)
        }
    }

    /// `V21 ①②`: the code and the marks of a finding, cells without a mark as references.
    func brief(_ finding: Finding) -> String {
        let cells = finding.place.cells.map { cell in
            marks[cell].map(String.init) ?? cell.description
        }
        return cells.isEmpty ? finding.code : "\(finding.code) \(cells.joined())"
    }

    /// A finding at a mark, as the stage before would hand it over.
    func finding(_ problem: Problem, at mark: Character) -> Finding {
        Finding(
            problem,
            at: Place(
                file: submission.places.file, sheet: submission.places.sheet,
                cells: marks.filter { $0.value == mark }.map(\.key).sorted()))
    }
}
