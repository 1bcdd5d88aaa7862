import Campaigns
import Formulas
import Workbooks

/// What a form says of one cell by itself: missing, not of its kind, out of its limits.
struct CellCheck {
    let field: Field
    let row: FormLayout.Row
    let layout: FormLayout
    let limits: FieldLimits
    let required: SheetCondition

    /// Stands for a cell that is still to be filled in; sentences are longer.
    static let missing = "□"

    /// What stands where a value does not apply.
    static let notApplicableWords = ["—", "——", "-", "/", "不适用", "不涉及"]

    init(
        _ field: Field, in row: FormLayout.Row, of layout: FormLayout, required: SheetCondition
    ) {
        self.field = field
        self.row = row
        self.layout = layout
        self.required = required
        limits = FieldLimits(field, in: row, of: layout)
    }

    private var cell: String { layout.reference(to: field, in: row) }

    /// A text that is empty where nothing is wrong; nil where nothing can be.
    var formula: String? {
        let isError = "ISERROR(\(cell))"
        let body: String?
        switch field.type {
        case .subjectCode, .subjectName:
            body = nil
        case .integer, .decimal, .percent:
            body = Self.choice("ISNUMBER(\(cell))", range, else: otherwise(say("应填数字")))
        case .date:
            body = Self.choice(
                "ISNUMBER(\(cell))", range, else: otherwise(say("应填日期，如2019-05-20")))
        case .enumeration(let list):
            let isChoice = SheetCondition.any(
                layout.choices(of: list).map {
                    .formula("EXACT(TRIM(\(cell)),\(SheetFormula.literal($0)))")
                })
            body = Self.choice(
                isChoice.text, "\"\"", else: otherwise(say("请从下拉框里选")))
        case .text, .note, .code, .unitName:
            body = required == .never ? nil : Self.choice(isBlank, missing, else: "\"\"")
        }
        guard let body else { return nil }
        let checked = Self.choice(isError, say("公式出错，请直接填数"), else: body)
        guard case .formula(let isUntouched)? = layout.isUntouched(row) else { return checked }
        return Self.choice(isUntouched, "\"\"", else: checked)
    }

    // MARK: Parts

    private static func choice(_ condition: String, _ then: String, else other: String) -> String {
        "IF(\(condition),\(then),\(other))"
    }

    private var isBlank: String { "LEN(TRIM(\(cell)))=0" }

    private func say(_ words: String) -> String {
        SheetFormula.literal("“\(field.header)”\(words)；")
    }

    /// A cell that holds nothing of its kind: blank, not applicable, or wrong.
    private func otherwise(_ wrong: String) -> String {
        let isZero = field.type.isNumber && field.blank == .zero
        var words = Self.notApplicableWords
        if field.type.isNumber ? field.blank == .notApplicable : field.type == .date {
            words += ["无", "没有"]
        }
        let notApplicable = SheetCondition.any(
            words.map { .formula("EXACT(TRIM(\(cell)),\(SheetFormula.literal($0)))") }
        ).text
        return Self.choice(
            isBlank, isZero ? "\"\"" : missing,
            else: Self.choice(notApplicable, demanded(say("必须填，不能填“—”")), else: wrong))
    }

    private var missing: String { demanded("\"\(Self.missing)\"") }

    /// Something where the cell has to be filled in, nothing where not.
    private func demanded(_ text: String) -> String {
        switch required {
        case .never: "\"\""
        case .always: text
        case .formula(let condition): Self.choice(condition, text, else: "\"\"")
        }
    }

    private var range: String {
        var range = "\"\""
        let conditions = [
            limits.minimum.flatMap(number).map { "\(cell)<\($0)" },
            limits.maximum.flatMap(number).map { "\(cell)>\($0)" },
        ].compactMap { $0.map { SheetCondition.formula($0) } }
        if let words = limits.words(of: field) {
            range = Self.choice(SheetCondition.any(conditions).text, say(words), else: range)
        }
        guard field.type == .integer else { return range }
        return Self.choice("\(cell)<>INT(\(cell))", say("应填整数"), else: range)
    }

    private func number(_ value: SQLValue) -> String? { FieldLimits.literal(value, field) }
}

extension FieldLimits {
    /// A limit as formulas write it; a day as its number.
    static func literal(_ value: SQLValue, _ field: Field) -> String? {
        if field.type == .date, case .text(let text) = value {
            return CivilDate(text).map { String($0.serial) }
        }
        return value.number.map { SheetFormula.literal($0) }
    }

    /// `应在0至31之间`; nil where there is no limit.
    func words(of field: Field) -> String? {
        func text(_ value: SQLValue) -> String? {
            guard Self.literal(value, field) != nil else { return nil }
            guard field.type == .percent, let number = value.number else {
                return value.description
            }
            return SQLValue.real((number * 100 * 1e8).rounded() / 1e8).description + "%"
        }
        let isDate = field.type == .date
        switch (minimum.flatMap(text), maximum.flatMap(text)) {
        case (let low?, let high?): return "应在\(low)至\(high)之间"
        case (let low?, nil): return isDate ? "不能早于\(low)" : "不能小于\(low)"
        case (nil, let high?): return isDate ? "不能晚于\(high)" : "不能大于\(high)"
        case (nil, nil): return nil
        }
    }
}
