import Findings
import Formulas
import Workbooks

/// Every formula of the campaign, tried on empty tables.
extension Lint {
    mutating func checkFormulas() {
        checkReservedSettings()
        for form in campaign.forms {
            guard let world = world(of: form) else { continue }
            checkFields(of: form, in: world)
            checkRules(of: form, in: world)
            checkIndicators(of: form.id, in: world)
        }
        if let world = try? FormulaWorld(
            [.submission], fields: [], campaign: campaign, parameters: parameters)
        {
            checkIndicators(of: FormSchema.submission.name, in: world)
        }
    }

    /// The parameters of any period: only their names and kinds matter.
    private var parameters: [String: SQLValue] {
        let day = CivilDate(daysSince1970: 18_262)
        return campaign.parameters(in: Period(containing: day), on: day)
    }

    private func world(of form: Form) -> FormulaWorld? {
        guard !FormSchema.reservedNames.contains(form.id), !form.id.isEmpty else { return nil }
        // No database in memory: nothing can be said of formulas, and the rest will say so soon enough.
        return try? FormulaWorld(
            [
                FormSchema(viewOf: form, in: campaign),
                FormSchema(rowOf: form, in: campaign, named: "cur"),
                FormSchema(rowOf: form, in: campaign, named: "prev"),
                FormSchema(rosterIn: campaign),
            ], fields: form.fields, campaign: campaign, parameters: parameters)
    }

    /// Settings that would hide what the engine itself binds.
    private mutating func checkReservedSettings() {
        let own: Set = ["period", "month", "workdays", "days_in_month", "asof"]
        for row in rows(.settings) where own.contains(row.text("key")) {
            note(.tableReserved(column: "key", found: row.text("key")), row, "key")
        }
    }

    private mutating func checkFields(of form: Form, in world: FormulaWorld) {
        for row in rows(.fields) where row.text("form") == form.id {
            guard let field = form.field(row.text("id")) else { continue }
            if case .when(let sql) = field.required {
                note(
                    world.problems(sql, over: [form.id], for: .condition, column: "required"), row,
                    "required")
            }
            for (column, bound) in [("min", field.minimum), ("max", field.maximum)] {
                guard case .sql(let sql)? = bound else { continue }
                note(world.problems(sql, over: [form.id], for: .value, column: column), row, column)
            }
            if case .number(let low, _)? = field.minimum,
                case .number(let high, let digits)? = field.maximum,
                high < low
            {
                let expected = Bilingual("不小于最小值的数", "a number not below the minimum")
                note(.tableValue(column: "max", found: digits, expected: expected), row, "max")
            }
        }
    }

    private mutating func checkIndicators(of table: String, in world: FormulaWorld) {
        for (ordinal, indicator) in campaign.indicators.enumerated() where indicator.form == table {
            guard let row = row(.indicators, ordinal) else { continue }
            for (column, sql) in [
                ("numerator", indicator.numerator), ("denominator", indicator.denominator),
            ] {
                note(
                    world.problems(sql, over: [table], for: .aggregate, column: column), row, column
                )
            }
        }
    }

    /// A rule for every form is tried on each that it can be about, and told of once.
    private mutating func checkRules(of form: Form, in world: FormulaWorld) {
        for (ordinal, rule) in campaign.rules.enumerated() {
            guard rule.state != .retired, rule.form == form.id || rule.form == "*",
                rule.form == form.id || form.nature == .units,
                case .sql(let sql) = rule.test, !rule.tables.isEmpty,
                let row = row(.rules, ordinal)
            else { continue }
            let purpose: PortabilityCheck.Purpose =
                rule.kind == .form ? .aggregateCondition : .condition
            note(world.problems(sql, over: rule.tables, for: purpose, column: "when"), row, "when")
            checkHoles(of: rule, row, known: world.names(in: rule.tables))
        }
    }

    private mutating func note(_ problems: [Problem], _ row: CampaignDecoder.Row, _ column: String)
    {
        for problem in problems { note(problem, row, column) }
    }

    // MARK: Words

    /// What a rule needs besides its formula.
    mutating func checkRules() {
        for (ordinal, rule) in campaign.rules.enumerated() {
            guard let row = row(.rules, ordinal), rule.state != .retired else { continue }
            switch rule.test {
            case .builtIn:
                checkHoles(of: rule, row, known: [])
            case .sql where row.text("message_zh").isEmpty:
                let expected = Bilingual("说明问题的一句话", "a sentence that says what is wrong")
                note(
                    .tableValue(column: "message_zh", found: "", expected: expected), row,
                    "message_zh")
            case .sql: break
            }
            if rule.kind == .inspection, let form = campaign.form(rule.form),
                form.nature != .inspection
            {
                let forms = campaign.forms.filter { $0.nature == .inspection }.map(\.id)
                note(
                    .tableReference(
                        column: "form", found: rule.form, table: "forms", nearest: forms.first),
                    row, "form")
            }
        }
    }

    /// The holes of a rule's sentences, `{cur.cadres}`, must name columns.
    private mutating func checkHoles(
        of rule: Rule, _ row: CampaignDecoder.Row, known: [String]
    ) {
        for column in ["message_zh", "message_en", "advice_zh", "advice_en"] {
            for hole in Self.holes(in: row.text(column)) where !known.contains(hole) {
                note(
                    .tableReference(
                        column: column, found: "{\(hole)}", table: "fields",
                        nearest: nearest(to: hole, among: known).first.map { "{\($0)}" }),
                    row, column)
            }
        }
    }

    /// The names between braces.
    static func holes(in text: String) -> [String] {
        // What stands before the first brace, be it nothing, is no hole.
        let parts = text.unicodeScalars.split(separator: "{", omittingEmptySubsequences: false)
        return parts.dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]).trimmed }
        }
    }
}
