import Campaigns
import Findings
import Workbooks

extension ValueReader {
    /// Reads a cell of a number column, in the column's own unit (the head's bracket, else the field's).
    func number(_ cell: Cell, _ field: Field, _ header: HeaderText) -> Reading {
        switch cell.value {
        case .number(let number, _):
            return typedNumber(number, cell, field, header)
        case .string(let text):
            return writtenNumber(text, field, header)
        case .date(let date, _):
            return .problem(.dateForNumber(column: header.text, found: date.iso))
        default:
            return .problem(.notANumber(column: header.text, found: cell.value.text))
        }
    }

    /// A cell that the spreadsheet itself holds as a number.
    private func typedNumber(
        _ number: Double, _ cell: Cell, _ field: Field, _ header: HeaderText
    ) -> Reading {
        guard number.isFinite, abs(number) < 1e15, let exact = ExactDecimal(rounding: number) else {
            return .problem(.notANumber(column: header.text, found: cell.value.text))
        }
        if cell.isPercent != (field.type == .percent) {
            guard field.type == .percent else {
                let shown = ExactDecimal(rounding: number * 100).map { "\($0)%" }
                return .problem(
                    .notANumber(column: header.text, found: shown ?? cell.value.text))
            }
            return bareRate(exact, raw: exact.description, field, header)
        }
        return value(exact, raw: cell.value.text, reason: nil, note: nil, field, header)
    }

    private func writtenNumber(_ text: String, _ field: Field, _ header: HeaderText) -> Reading {
        let notANumber = Reading.problem(
            .notANumber(column: header.text, found: text.trimmed))
        switch NumberText.read(text) {
        case .number(let number, let reason):
            if field.type == .percent { return bareRate(number, raw: text, field, header) }
            let isPadded = reason == nil && text != number.description
            return value(
                number, raw: text, reason: isPadded ? .whitespace : reason, note: nil, field, header
            )
        case .percent(let number):
            if field.type == .percent {
                let fraction = ExactDecimal(unscaled: number.unscaled, scale: number.scale + 2)
                return .value(
                    .real(fraction.double),
                    change(field, text, fraction.description, .percentSign), nil)
            }
            guard field.unit.map({ Folding.key($0) }) == "%" else { return notANumber }
            return value(number, raw: text, reason: .percentSign, note: nil, field, header)
        case .withUnit(let number, let unit):
            guard field.type != .percent,
                let exponent = UnitConversion.exponent(
                    from: unit, to: columnUnit(field, header) ?? field.unit),
                let converted = UnitConversion.convert(number, exponent: exponent)
            else { return notANumber }
            return value(
                converted, raw: text, reason: exponent == 0 ? .unitSuffix : .unitConversion,
                note: .unitInValue(
                    column: header.text, found: text.trimmed, read: converted.description), field,
                header)
        case .approximation:
            return .problem(.approximation(column: header.text, found: text.trimmed))
        case .ditto:
            return .problem(.dittoValue(column: header.text))
        case .none:
            return switch field.blank {
            case .missing: notANumber
            case .zero: .value(.zero(for: field.type), change(field, text, "0", .blankWord), nil)
            case .notApplicable: notApplicable(field, text)
            }
        case .notApplicable:
            return notApplicable(field, text)
        case .formulaError(let error):
            return .problem(.formulaUncomputed(column: header.text, error: error))
        case .other:
            return notANumber
        }
    }

    /// A number without a percent sign in a rate column: a fraction below 1 is one; 85 is not clear,
    /// nor is 1.
    private func bareRate(
        _ number: ExactDecimal, raw: String, _ field: Field, _ header: HeaderText
    ) -> Reading {
        guard number.double < 1, number.double >= 0 else {
            return .problem(.ambiguousPercent(column: header.text, found: raw.trimmed))
        }
        let text = number.description
        return .value(
            .real(number.double), text == raw ? nil : change(field, raw, text, .textNumber), nil)
    }

    /// Brings a number in the column's unit to the field's unit and type.
    private func value(
        _ number: ExactDecimal, raw: String, reason: ValueChange.Reason?, note: Problem?,
        _ field: Field, _ header: HeaderText
    ) -> Reading {
        var (number, reason) = (number, reason)
        if let unit = columnUnit(field, header),
            let exponent = UnitConversion.exponent(from: unit, to: field.unit), exponent != 0
        {
            guard let converted = UnitConversion.convert(number, exponent: exponent) else {
                return .problem(.notANumber(column: header.text, found: raw.trimmed))
            }
            (number, reason) = (converted, .unitConversion)
        }
        let change = reason.map { self.change(field, raw, number.description, $0) }
        guard field.type == .integer else {
            return .value(.real(number.double), change, note)
        }
        guard number.scale == 0 else {
            return .problem(.notAnInteger(column: header.text, found: number.description))
        }
        return .value(.integer(number.unscaled), change, note)
    }

    /// The unit in the head's bracket where it is one of money that converts to the field's.
    private func columnUnit(_ field: Field, _ header: HeaderText) -> String? {
        guard let unit = header.unit, let wanted = field.unit, unit != wanted,
            UnitConversion.exponent(from: unit, to: wanted) != nil
        else { return nil }
        return unit
    }
}

extension ExactDecimal {
    /// The decimal that a spreadsheet shows for a binary number: 15 significant digits.
    ///
    /// Sums of hundredths come out of formulas as 0.30000000000000004; what the clerk sees is 0.3.
    init?(rounding number: Double) {
        guard number.isFinite else { return nil }
        if number == number.rounded(), abs(number) < 1e15 {
            self.init(Int(number))
            return
        }
        var magnitude = abs(number)
        var exponent = 0
        while magnitude >= 10 { (magnitude, exponent) = (magnitude / 10, exponent + 1) }
        let scale = min(14 - exponent, 14)
        guard scale > 0 else { return nil }
        var power = 1.0
        for _ in 0..<scale { power *= 10 }
        let scaled = (number * power).rounded()
        guard let unscaled = Int(exactly: scaled) else { return nil }
        self.init(unscaled: unscaled, scale: scale)
    }
}
