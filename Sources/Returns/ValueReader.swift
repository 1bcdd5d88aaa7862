import Campaigns
import Findings
import Workbooks

/// Turns one cell into the value of a field, or says what is wrong with it; nothing is ever guessed and
/// nothing becomes 0.
struct ValueReader {
    let campaign: Campaign
    let names: NameBook
    let period: Period?

    enum Reading {
        case blank
        case value(FieldValue, ValueChange?, Problem?)
        case problem(Problem)
    }

    /// Reads a cell (nil where it is blank) as a field; the head's bracket may name another unit, and
    /// `above`, the value of the row above, is what 同上 means in text columns.
    func read(
        _ cell: Cell?, as field: Field, header: HeaderText, above: FieldValue?
    ) -> Reading {
        guard let cell, !cell.value.isBlank else {
            return blank(field)
        }
        switch cell.value {
        case .error(let error):
            return .problem(.formulaUncomputed(column: header.text, error: error))
        case .uncomputed:
            return .problem(.formulaUncomputed(column: header.text, error: nil))
        default:
            break
        }
        switch field.type {
        case .integer, .decimal, .percent:
            return number(cell, field, header)
        case .date:
            return date(cell, field, header)
        case .code, .subjectCode:
            return code(cell, field, header)
        case .enumeration(let list):
            return choice(cell.value.text, field, header, list: list)
        case .unitName:
            return unitName(cell.value.text, field, header, above: above)
        case .text, .note, .subjectName:
            return text(cell.value.text, field, above: above)
        }
    }

    private func blank(_ field: Field) -> Reading {
        guard field.type.isNumber else { return .blank }
        return switch field.blank {
        case .missing: .blank
        case .zero: .value(.zero(for: field.type), change(field, "", "0", .blankWord), nil)
        case .notApplicable: .value(.notApplicable, change(field, "", "不适用", .blankWord), nil)
        }
    }

    // MARK: Text

    private func text(_ raw: String, _ field: Field, above: FieldValue?) -> Reading {
        if Self.isDitto(raw), let above {
            return .value(above, change(field, raw, above.description, .ditto), nil)
        }
        let trimmed = raw.trimmed
        // 无 in a text column says that there is nothing to say.
        if ["无", "/", "—", "-"].contains(trimmed), field.type != .subjectName { return .blank }
        return .value(
            .text(trimmed), trimmed == raw ? nil : change(field, raw, trimmed, .whitespace), nil)
    }

    private func unitName(
        _ raw: String, _ field: Field, _ header: HeaderText, above: FieldValue?
    ) -> Reading {
        if Self.isDitto(raw), let above {
            return .value(above, change(field, raw, above.description, .ditto), nil)
        }
        if ["无", "/", "—", "-", "不适用"].contains(raw.trimmed) {
            return .value(.notApplicable, change(field, raw, "不适用", .blankWord), nil)
        }
        let units = names.units(named: raw)
        guard units.count == 1, let unit = units.first else {
            return .problem(
                .unknownName(
                    column: header.text, found: raw,
                    proposals: units.isEmpty
                        ? names.unitProposals(for: raw) : units.map(\.name)))
        }
        return .value(
            .text(unit.name), unit.name == raw ? nil : change(field, raw, unit.name, .name), nil)
    }

    private func choice(
        _ raw: String, _ field: Field, _ header: HeaderText, list name: String
    ) -> Reading {
        guard let list = campaign.choices[name] else { return .blank }
        if let value = list.spellings[Folding.key(raw)] {
            return .value(
                .text(value), value == raw ? nil : change(field, raw, value, .spelling), nil)
        }
        if case .notApplicable = NumberText.read(raw) {
            return .value(.notApplicable, change(field, raw, "不适用", .blankWord), nil)
        }
        return .problem(.unknownChoice(column: header.text, found: raw, choices: list.values))
    }

    private func code(_ cell: Cell, _ field: Field, _ header: HeaderText) -> Reading {
        let raw = cell.value.text
        switch cell.value {
        case .number(let number, let digits):
            let isWhole = number == number.rounded() && number >= 0
            guard isWhole, digits.count <= 15, let whole = Int(exactly: number) else {
                return .problem(.damagedCode(column: header.text, found: raw))
            }
            return .value(.text(String(whole)), nil, nil)
        case .date:
            return .problem(.damagedCode(column: header.text, found: raw))
        default:
            let folded = Folding.key(raw).uppercased()
            // 1.23457E+11: what is left of a code that was stored as a number.
            if folded.contains("E+"), Double(folded) != nil {
                return .problem(.damagedCode(column: header.text, found: raw))
            }
            return .value(
                .text(folded), folded == raw ? nil : change(field, raw, folded, .fullWidth), nil)
        }
    }

    // MARK: Dates

    private func date(_ cell: Cell, _ field: Field, _ header: HeaderText) -> Reading {
        let raw = cell.value.text
        switch cell.value {
        case .date(.date(let date), _), .date(.dateTime(let date, _), _):
            return .value(.text(date.description), nil, nil)
        case .number(let serial, _):
            // Serials of the 1900 calendar that fall between 1954 and 2064.
            guard serial == serial.rounded(), (20_000...60_000).contains(serial) else {
                return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
            }
            let date = CivilDate(daysSince1970: Int(serial) - 25_569)
            return .value(
                .text(date.description), change(field, raw, date.description, .dateStyle), nil)
        case .string(let text):
            if case .notApplicable = NumberText.read(text) {
                return .value(.notApplicable, change(field, raw, "不适用", .blankWord), nil)
            }
            if ["无", "没有"].contains(text.trimmed) {
                return .value(.notApplicable, change(field, raw, "不适用", .blankWord), nil)
            }
            switch DateText.read(text, period: period) {
            case .date(let date, let changed):
                return .value(
                    .text(date.description),
                    changed ? change(field, raw, date.description, .dateStyle) : nil, nil)
            case .impossible:
                return .problem(.badDate(column: header.text, found: raw, reason: .impossible))
            case .unreadable:
                return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
            }
        default:
            return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
        }
    }

    private static func isDitto(_ text: String) -> Bool {
        // No ditto mark is longer, most texts are.
        text.unicodeScalars.prefix(8).count < 8 && NumberText.read(text) == .ditto
    }

    func change(
        _ field: Field, _ raw: String, _ value: String, _ reason: ValueChange.Reason
    ) -> ValueChange {
        ValueChange(field: field.id, raw: raw, value: value, reason: reason)
    }
}

extension FieldValue {
    static func zero(for type: FieldType) -> FieldValue {
        type == .integer ? .integer(0) : .real(0)
    }
}
