import Campaigns
import Findings
import Workbooks

/// Turns one cell into the value of a field, or says what is wrong with it; nothing is ever guessed and
/// nothing becomes 0.
struct ValueReader {
    let campaign: Campaign
    let names: NameBook
    let period: Period?
    /// Numbers that are days are counted from 1904-01-01.
    var countsFrom1904 = false

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
        case .string(let text) where text.utf8.contains(UInt8(ascii: "#")):
            // A CSV keeps of a failed formula what the cell showed.
            guard case .formulaError(let error) = NumberText.word(in: text) else { break }
            return .problem(.formulaUncomputed(column: header.text, error: error))
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
        let trimmed = raw.trimmed
        let value = Reading.value(
            .text(trimmed), trimmed == raw ? nil : change(field, raw, trimmed, .whitespace), nil)
        guard trimmed.utf8.count <= Self.longestWord else { return value }
        switch NumberText.word(in: raw) {
        case .ditto:
            guard let above else { return value }
            return .value(above, change(field, raw, above.description, .ditto), nil)
        case .some(.none), .notApplicable:
            // 无 in a text column says that there is nothing to say; what an inspector saw may be 无.
            guard field.type != .subjectName, field.id != "observed" else { return value }
            return field.required == .never || field.type == .note
                ? .blank : notApplicable(field, raw)
        default:
            return value
        }
    }

    /// UTF-8; a text that is longer is none of the words for nothing.
    private static let longestWord = 30

    private func unitName(
        _ raw: String, _ field: Field, _ header: HeaderText, above: FieldValue?
    ) -> Reading {
        switch NumberText.word(in: raw) {
        case .ditto:
            if let above {
                return .value(above, change(field, raw, above.description, .ditto), nil)
            }
        case .some(.none), .notApplicable:
            return notApplicable(field, raw)
        default:
            break
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
        let unknown = Reading.problem(
            .unknownChoice(column: header.text, found: raw, choices: list.values))
        guard raw.utf8.count <= Self.longestChoice else { return unknown }
        let key = Folding.key(raw)
        // A circle is 0 among digits; by itself it may mean yes as well as no.
        if key == "0", !raw.trimmed.unicodeScalars.allSatisfy({ $0 == "0" || $0 == "０" }) {
            return unknown
        }
        let isCrossedOut = NumberText.word(in: raw) == .notApplicable
        let crossed = isCrossedOut ? list.spellings["-"] ?? list.spellings["不适用"] : nil
        if let value = list.spellings[key] ?? TickBoxes.value(of: key, in: list) ?? crossed {
            return .value(
                .text(value), value == raw ? nil : change(field, raw, value, .spelling), nil)
        }
        return isCrossedOut ? notApplicable(field, raw) : unknown
    }

    /// UTF-8; the longest row of boxes that is looked at.
    private static let longestChoice = 400

    private func code(_ cell: Cell, _ field: Field, _ header: HeaderText) -> Reading {
        let raw = cell.value.text
        switch cell.value {
        case .number(let number, let digits):
            let isWhole = number == number.rounded() && number >= 0
            guard isWhole, digits.count <= 15, number < 1e15, let whole = Int(exactly: number)
            else {
                return .problem(.damagedCode(column: header.text, found: raw))
            }
            return .value(.text(String(whole)), nil, nil)
        case .date, .bool:
            return .problem(.damagedCode(column: header.text, found: raw))
        default:
            break
        }
        switch NumberText.word(in: raw) {
        case .ditto: return .problem(.dittoValue(column: header.text))
        case .some(.none), .notApplicable: return notApplicable(field, raw)
        default: break
        }
        let code = CodeText.code(raw, isSubject: field.type == .subjectCode, in: campaign)
        guard let code else { return .problem(.damagedCode(column: header.text, found: raw)) }
        return .value(
            .text(code), code == raw ? nil : change(field, raw, code, .fullWidth), nil)
    }

    func notApplicable(_ field: Field, _ raw: String) -> Reading {
        .value(.notApplicable, change(field, raw, "不适用", .blankWord), nil)
    }

    // MARK: Dates

    private func date(_ cell: Cell, _ field: Field, _ header: HeaderText) -> Reading {
        let raw = cell.value.text
        switch cell.value {
        case .date(.date(let date), let serial), .date(.dateTime(let date, _), let serial):
            // 6.3 in a cell of dates shows as a day of January 1900.
            guard serial >= Self.leastSerial else {
                return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
            }
            return .value(.text(date.description), nil, nil)
        case .number(let number, _):
            guard let date = day(number) else {
                return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
            }
            return .value(
                .text(date.description), change(field, raw, date.description, .dateStyle), nil)
        case .string(let text):
            // As the issued forms ask for it; it needs no more than a look.
            if DateText.isPlain(text) { return .value(.text(text), nil, nil) }
            switch NumberText.word(in: text) {
            case .some(.none), .notApplicable: return notApplicable(field, raw)
            case .ditto: return .problem(.dittoValue(column: header.text))
            default: break
            }
            switch DateText.read(text, period: period) {
            case .date(let date, let changed):
                // A field with a last day takes none that is still to come.
                if field.maximum == nil, let period, DateText.isLongPast(date, text, in: period) {
                    return .problem(
                        .badDate(
                            column: header.text, found: raw, reason: .yearless(date.description)))
                }
                return .value(
                    .text(date.description),
                    changed ? change(field, raw, date.description, .dateStyle) : nil, nil)
            case .impossible:
                return .problem(.badDate(column: header.text, found: raw, reason: .impossible))
            case .ambiguous(let one, let other):
                return .problem(
                    .badDate(
                        column: header.text, found: raw,
                        reason: .ambiguous(one.description, other.description)))
            case .unreadable:
                return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
            }
        default:
            return .problem(.badDate(column: header.text, found: raw, reason: .unreadable))
        }
    }

    /// 1910; what is smaller was typed as a small number.
    private static let leastSerial = 3654.0

    /// A number in a column of days: 44012, the serial of one, or 20200630.
    private func day(_ number: Double) -> CivilDate? {
        guard let whole = Int(exactly: number) else { return nil }
        let serial = countsFrom1904 ? whole + 1462 : whole
        if DateText.serials.contains(serial) { return CivilDate(daysSince1970: serial - 25_569) }
        guard (19_000_101...21_001_231).contains(whole) else { return nil }
        return CivilDate(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    }

    func change(
        _ field: Field, _ raw: String, _ value: String, _ reason: ValueChange.Reason
    ) -> ValueChange {
        ValueChange(field: field.id, raw: raw, value: value, reason: reason)
    }
}

extension CellValue {
    /// A formula without a result: it has no text and yet is not blank.
    var isUnfinished: Bool { self == .uncomputed }
}

extension FieldValue {
    static func zero(for type: FieldType) -> FieldValue {
        type == .integer ? .integer(0) : .real(0)
    }
}
