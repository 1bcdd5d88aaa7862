import Campaigns
import Findings
import Formulas
import Ledgers

extension Explainer {
    /// Every row that counts to a unit: what it adds to numerator and denominator when the formulas run
    /// over it alone, and the values that they read.
    ///
    /// For sums and counts the parts add up to the unit's figures; for other formulas they are what each
    /// row would give.
    func rowNodes(
        _ indicator: Indicator, unit: String
    ) throws(AssessmentError) -> [Explanation] {
        let query = IndicatorQuery(indicator)
        let read = try formulas.prepare(query.bare, for: indicator).columnsRead
            .filter { $0.table == indicator.form }.map(\.column)
        let columns = formulas.columns(of: indicator.form)
        // A row of `submission` is told from the others by its form.
        let names = columns.contains("code") ? ["code", "name", "unit"] : ["form", "unit"]
        let identity = names.filter(columns.contains)
        let form = campaign.form(indicator.form)
        let shown = columns.filter { read.contains($0) && !identity.contains($0) }
        let statement = try formulas.prepare(
            query.rows(showing: identity + shown), for: indicator)
        let rows = try formulas.run(
            statement, for: indicator, also: ["credited_unit": .text(unit)])

        var nodes: [Explanation] = []
        for row in rows {
            let measure = try formulas.measure(row[0], row[1], of: indicator, for: unit)
            let values = Dictionary(
                zip(identity + shown, row.dropFirst(2)), uniquingKeysWith: { first, _ in first })
            nodes.append(
                node(measure, values: values, shown: shown, form: form, indicator: indicator))
        }
        return nodes
    }

    private func node(
        _ measure: Measure, values: [String: SQLValue], shown: [String], form: Form?,
        indicator: Indicator
    ) -> Explanation {
        let code = (values["code"] ?? values["form"])?.description ?? ""
        let name =
            values["name"]?.description ?? campaign.form(code).map { "《\($0.title)》" } ?? ""
        let subject = [code, name].filter { !$0.isEmpty }.joined(separator: " ")
        let parts = "\(text(measure.numerator)) / \(text(measure.denominator))"
        let pairs = shown.map { column in
            let value = values[column] ?? .null
            let shown = value.isNull ? "—" : value.description
            return ("\(title(of: column, in: form))=\(shown)", "\(column)=\(shown)")
        }
        var fields: [String] = []
        for field in form?.fields ?? []
        where shown.contains(field.id) || shown.contains(field.id + "_quarter") {
            fields.append(field.id)
        }
        let chinese = ([subject, parts].filter { !$0.isEmpty } + pairs.map(\.0))
        let english = ([subject, parts].filter { !$0.isEmpty } + pairs.map(\.1))
        var unit: String?
        if case .text(let code)? = values["unit"] { unit = code }
        return Explanation(
            Bilingual(chinese.joined(separator: "，"), english.joined(separator: ", ")), .row,
            [
                "code": .text(code), "name": .text(name),
                "unit": unit.map { .text($0) } ?? .nothing,
                "numerator": .digits(text(measure.numerator)),
                "denominator": .digits(text(measure.denominator)),
            ].merging(shown.map { ($0, Explanation.Value(values[$0] ?? .null)) }) { first, _ in
                first
            },
            source: .init(form: indicator.form, subject: code, unit: unit, fields: fields),
            children: replacedNodes(form: form, subject: code, fields: fields)
                + overruledNodes(form: form, subject: code, fields: fields))
    }

    private func text(_ value: Fraction?) -> String { value?.shortText(places: 6) ?? "—" }

    /// The column as the form heads it.
    private func title(of column: String, in form: Form?) -> String {
        if let field = form?.field(column) { return field.header }
        if column.hasSuffix("_quarter"), let field = form?.field(String(column.dropLast(8))) {
            return field.header + "（本季累计）"
        }
        return column == "reported" ? "已报" : column
    }
}

extension Explanation.Value {
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .nothing
        case .integer(let integer): self = .number(String(integer))
        case .real: self = .number(value.description)
        case .text(let text): self = .text(text)
        }
    }
}
