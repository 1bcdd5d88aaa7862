import Campaigns
import Findings
import Formulas
import Workbooks

/// What a cell would mean in the column beside it.
///
/// Only what is plain is read: digits, dates in ISO, spellings of the choice list. Where a text would
/// take more than that to understand nothing is proposed.
struct SlipReading {
    let campaign: Campaign

    enum Cell: Equatable {
        case blank
        case value(FieldValue)
        case unreadable
    }

    /// What a cell said: as it was typed, then in its plain form where that was another; nil where
    /// something stood there and was not kept.
    static func texts(of field: Field, in row: ReturnRow) -> [String]? {
        if let text = row.unread[field.id] { return [text] }
        let value = row.values[field.id]
        // In another column the same digits would be in another unit.
        if unconverted(field, in: row) != nil, let value { return [value.description] }
        if let change = row.changes.last(where: { $0.field == field.id }) {
            guard let value, value != .notApplicable, !change.raw.isEmpty else {
                return [change.raw]
            }
            return [change.raw, value.description]
        }
        guard let value else { return [""] }
        if value == .notApplicable { return ["—"] }
        // The sheet's text of a rate is not kept.
        return field.type == .percent ? nil : [value.description]
    }

    static func isBlank(_ field: Field, in row: ReturnRow) -> Bool {
        texts(of: field, in: row) == [""]
    }

    /// The figure as it was typed, where it was converted because its head, or the line above the table, names
    /// another unit; nil where it was not, or bore the unit itself.
    static func unconverted(_ field: Field, in row: ReturnRow) -> Double? {
        guard field.type.isNumber,
            let change = row.changes.last(where: { $0.field == field.id }),
            change.reason == .unitConversion, let typed = decimal(change.raw.trimmed)
        else { return nil }
        return rounded(typed)
    }

    /// What the cell shows; a number without what its binary fraction adds.
    static func typed(_ field: Field, in row: ReturnRow) -> String? {
        let text =
            row.changes.last { $0.field == field.id }?.raw ?? texts(of: field, in: row)?.first
        return text.map { text in decimal(text.trimmed).map { "\(rounded($0))" } ?? text.trimmed }
    }

    /// Binary fractions have a tail that nobody typed.
    static func rounded(_ number: Double) -> Double { (number * 1e8).rounded() / 1e8 }

    /// The first of some texts that means something in a cell of a field.
    func read(_ texts: [String], as field: Field) -> Cell {
        for text in texts {
            let cell = read(text, as: field)
            if cell != .unreadable { return cell }
        }
        return .unreadable
    }

    private func read(_ text: String, as field: Field) -> Cell {
        let text = text.trimmed
        guard !text.isEmpty else {
            return field.type.isNumber ? blank(field) : .blank
        }
        switch field.type {
        case .integer:
            return Int(text).map { .value(.integer($0)) }
                ?? (Self.meansNone(text) ? .value(.notApplicable) : .unreadable)
        case .decimal:
            return Self.decimal(text).map { .value(.real($0)) }
                ?? (Self.meansNone(text) ? .value(.notApplicable) : .unreadable)
        case .date:
            if Self.meansNone(text) { return .value(.notApplicable) }
            return CivilDate(text).map { .value(.text($0.description)) } ?? .unreadable
        case .enumeration(let list):
            if let value = campaign.choices[list]?.spellings[Folding.key(text)] {
                return .value(.text(value))
            }
            return Self.meansNone(text) ? .value(.notApplicable) : .unreadable
        case .text, .note:
            return Self.meansNone(text) ? .blank : .value(.text(text))
        case .percent, .code, .subjectCode, .subjectName, .unitName:
            return .unreadable
        }
    }

    private func blank(_ field: Field) -> Cell {
        switch field.blank {
        case .missing: .blank
        case .zero: .value(field.type == .integer ? .integer(0) : .real(0))
        case .notApplicable: .value(.notApplicable)
        }
    }

    private static func meansNone(_ text: String) -> Bool { ["—", "-", "/"].contains(text) }

    /// Digits with at most one point, as a sheet shows them; no exponent, no infinity.
    private static func decimal(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return isPlain ? Double(text) : nil
    }
}
