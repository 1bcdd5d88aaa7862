import Findings
import Workbooks

extension CampaignDecoder {
    mutating func rules() -> [Rule] {
        var rules: [Rule] = []
        for row in rows(.rules) {
            let kind: Rule.Kind = word(row, "kind", standard: nil, or: .row)
            rules.append(
                Rule(
                    id: required(row, "id"), form: required(row, "form"), kind: kind,
                    severity: word(row, "severity", standard: nil, or: .error),
                    test: test(row, kind),
                    message: Bilingual(row.text("message_zh"), row.text("message_en")),
                    advice: Bilingual(row.text("advice_zh"), row.text("advice_en")),
                    from: date(row, "from"), to: date(row, "to"),
                    state: word(row, "state", standard: .active, or: .active)))
        }
        return rules
    }

    /// The name of a built-in check, else SQL where the kind admits it.
    private mutating func test(_ row: Row, _ kind: Rule.Kind) -> Rule.Test {
        let text = required(row, "when")
        if let check = Check(rawValue: text), check.scope != .campaign {
            if check.scope.rawValue != kind.rawValue, row.text("kind") == kind.rawValue {
                wrong(row, "kind", expected: Bilingual(check.scope.rawValue, check.scope.rawValue))
            }
            return .builtIn(check)
        }
        if kind == .file || kind == .cell || kind == .screen, !text.isEmpty {
            let names = CheckList.checks.map(\.rawValue)
            findings.append(
                Finding(
                    .tableReference(
                        column: "when", found: text, table: "--list-checks",
                        nearest: nearest(to: text, among: names).first),
                    at: row.table.place(row.row, "when")))
        }
        return .sql(text)
    }

    mutating func indicators() -> [Indicator] {
        var indicators: [Indicator] = []
        for row in rows(.indicators) {
            let direction: Direction = word(row, "direction", standard: .higher, or: .higher)
            let phase: Indicator.Phase = word(row, "phase", standard: .monthly, or: .monthly)
            let due = date(row, "due")
            if phase == .deadline, row.text("due").isEmpty {
                wrong(row, "due", expected: Bilingual("限期指标的到期日", "the date of the deadline"))
            }
            indicators.append(
                Indicator(
                    id: required(row, "id"), sector: row.text("sector"),
                    title: required(row, "title"), form: required(row, "form"),
                    numerator: required(row, "numerator"),
                    denominator: required(row, "denominator"),
                    credit: word(row, "credit", standard: .unit, or: .unit),
                    target: decimal(row, "target"), base: decimal(row, "base") ?? .zero,
                    phase: phase, due: due, weightTownship: weight(row, "weight_township"),
                    weightDepartment: weight(row, "weight_department"),
                    isLowerBetter: direction == .lower))
        }
        return indicators
    }

    private enum Direction: String, CaseIterable {
        case higher, lower
    }

    private mutating func weight(_ row: Row, _ column: String) -> ExactDecimal {
        guard let weight = decimal(row, column) else { return .zero }
        if weight.unscaled < 0 {
            wrong(row, column, expected: Bilingual("不小于0的数", "a number not below 0"))
        }
        return weight
    }

    mutating func inspectionItems() -> [InspectionItem] {
        var items: [InspectionItem] = []
        for row in rows(.inspectionItems) {
            items.append(
                InspectionItem(
                    id: required(row, "id"), title: required(row, "title"), target: target(row),
                    asOf: word(row, "as_of", standard: .state, or: .state),
                    tolerance: tolerance(row)))
        }
        return items
    }

    private mutating func target(_ row: Row) -> InspectionItem.Target? {
        guard let text = row.optional("field") else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            wrong(row, "field", expected: Bilingual("“表.栏”，如 rural.cadres", "form.field"))
            return nil
        }
        return InspectionItem.Target(form: parts[0], field: parts[1])
    }

    private mutating func tolerance(_ row: Row) -> InspectionItem.Tolerance {
        guard let number = decimal(row, "tolerance") else { return .absolute(0) }
        if number.unscaled < 0 {
            wrong(row, "tolerance", expected: Bilingual("不小于0的数", "a number not below 0"))
        }
        return row.text("tolerance").hasSuffix("%")
            ? .relative(number.double) : .absolute(number.double)
    }

    mutating func tasks() -> [CampaignTask] {
        var tasks: [CampaignTask] = []
        for row in rows(.tasks) {
            tasks.append(
                CampaignTask(
                    id: required(row, "id"), title: required(row, "title"), who: row.list("who"),
                    due: date(row, "due"), quote: row.text("quote")))
        }
        return tasks
    }
}
