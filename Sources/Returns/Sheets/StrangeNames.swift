import Campaigns
import Findings

/// A column of names of which not one is on the roster, beside codes that are.
///
/// Whatever stands in such a column (the secretaries, the town in each row), it is one thing to ask.
struct StrangeNames {
    let sheet: TakenSheet
    let places: ReturnPlaces

    /// Fewer may each be a slip of its own.
    private static let least = 3

    /// The findings with one question instead of one a row, where all rows that bear a name raise it.
    func gathered(_ findings: [Finding], rows: [ReturnRow]) -> [Finding] {
        let asked = findings.filter { $0.check == .codeNameMismatch }
        guard asked.count >= Self.least,
            let field = sheet.form.fields.first(where: { $0.type == .subjectName }),
            let head = places.columns[field.id].flatMap({ sheet.heads.heads[$0] }),
            // What has no subject is asked otherwise.
            rows.count(where: { $0.subject != nil && Self.isNamed($0, field) }) == asked.count
        else { return findings }
        let one = Finding(
            .strangeNames(column: head.text, rows: asked.count),
            at: places.headPlace(of: [field.id]))
        return [one] + findings.filter { $0.check != .codeNameMismatch }
    }

    private static func isNamed(_ row: ReturnRow, _ field: Field) -> Bool {
        if case .text = row.values[field.id] { true } else { false }
    }
}
