import Campaigns
import Findings
import Formulas
import Workbooks

/// What may be typed into the cells of a form, and what is said while one is selected.
///
/// Only what a cell can be told by itself is refused at once. Limits that hang on other cells are left to
/// the 自检 column: whoever fills in a row from the right would be refused a correct figure.
struct EntryLimits {
    let layout: FormLayout

    /// Rows that follow one another with the same rule and words share one validation.
    var validations: [ValidationDraft] {
        layout.fields.flatMap { field -> [ValidationDraft] in
            var drafts: [ValidationDraft] = []
            var last: (key: String, row: Int)?
            for row in layout.rows where StartingCell(field, in: row, of: layout).role != .fixed {
                let draft = validation(of: field, in: row)
                let cell = layout.cell(of: field, in: row)
                let key = "\(draft.prompt)\n\(draft.errorText)"
                if let previous = last, previous.key == key, previous.row == row.number - 1,
                    let first = drafts.last?.ranges.first?.first
                {
                    drafts[drafts.count - 1].ranges = [CellRange(first, cell)]
                } else {
                    drafts.append(draft)
                }
                last = (key, row.number)
            }
            return drafts
        }
    }

    private func validation(of field: Field, in row: FormLayout.Row) -> ValidationDraft {
        let limits = FieldLimits(field, in: row, of: layout)
        let (rule, error) = rule(of: field, limits, layout.cell(of: field, in: row).description)
        var draft = ValidationDraft(
            ranges: [CellRange(layout.cell(of: field, in: row), layout.cell(of: field, in: row))],
            rule: rule, errorText: error)
        draft.promptTitle = field.header
        draft.prompt = [lastMonth(of: field, in: row), field.help].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: "\n")
        if field.type == .unitName { draft.strictness = .warning }
        return draft
    }

    /// Last month's figure, where it adds up over the year.
    private func lastMonth(of field: Field, in row: FormLayout.Row) -> String? {
        guard field.isCumulative, field.type.isNumber, let value = row.past?[field.id],
            !value.isNull
        else { return nil }
        return "上月累计 \(value)\(field.unit ?? "")。"
    }

    private func rule(
        of field: Field, _ limits: FieldLimits, _ cell: String
    ) -> (ValidationDraft.Rule, String) {
        let range = limits.words(of: field)
        switch field.type {
        case .integer, .decimal, .percent:
            let kind = field.type == .integer ? "整数" : "数字"
            let words = [range, "填\(kind)"].compactMap(\.self).joined(separator: "，")
            var conditions = ["ISNUMBER(\(cell))"]
            if field.type == .integer { conditions.append("\(cell)=INT(\(cell))") }
            return (
                .formula(formula(field, conditions, limits, cell)),
                "“\(field.header)”\(words)\(without(field))"
            )
        case .date:
            let words = [range, "填日期，如2019-05-20"].compactMap(\.self).joined(separator: "，")
            return (
                .formula(
                    formula(field, ["ISNUMBER(\(cell))", "\(cell)>=1"], limits, cell)),
                "“\(field.header)”\(words)\(without(field))"
            )
        case .enumeration(let list):
            var values = layout.choices(of: list)
            if field.blank == .notApplicable, !values.contains("不适用") { values.append("—") }
            return (.list(values), "“\(field.header)”请从下拉框里选")
        case .unitName:
            let units = layout.campaign.units.filter { $0.isValid(on: layout.period.lastDay) }
                .map(\.name)
            return (
                .list(units + (field.blank == .notApplicable ? ["—"] : [])),
                "“\(field.header)”不在单位名单里，确实要这样填吗？"
            )
        case .text, .note, .code, .subjectCode, .subjectName: return (.anything, "")
        }
    }

    private func takesNothing(_ field: Field) -> Bool {
        field.blank == .notApplicable && field.required != .always
    }

    private func without(_ field: Field) -> String {
        takesNothing(field) ? "；没有的填“—”" : field.blank == .zero ? "；没有填0" : ""
    }

    private func formula(
        _ field: Field, _ conditions: [String], _ limits: FieldLimits, _ cell: String
    ) -> String {
        var conditions = conditions
        for (value, word) in [(limits.minimum, ">="), (limits.maximum, "<=")] {
            if let literal = value.flatMap({ FieldLimits.literal($0, field) }) {
                conditions.append("\(cell)\(word)\(literal)")
            }
        }
        let isRight = SheetCondition.all(conditions.map { .formula($0) })
        // INT of a text is an error, and an error refuses: so words are asked for first.
        guard takesNothing(field) else {
            return "IF(ISNUMBER(\(cell)),\(isRight.text),FALSE)"
        }
        let words = SheetCondition.any(
            CellCheck.notApplicableWords.map { .formula("\(cell)=\"\($0)\"") })
        return "IF(ISNUMBER(\(cell)),\(isRight.text),\(words.text))"
    }
}
