import Campaigns
import Findings
import Formulas
import Workbooks

/// All that an issued form checks itself (自检), as texts that formulas give: empty where all is well.
///
/// It stands on a hidden sheet of the same geometry: what is wrong with `D7` stands in `D7` there, and
/// what rules find in row 7 behind it. The form's own 自检 column and its colours only look there.
struct SelfCheck {
    /// One rule, or one limit that hangs on another cell.
    struct Column {
        /// The cells that it marks.
        var fields: [Field]
        var isQuery: Bool
        /// By the number of the row.
        var formulas: [Int: String]
    }

    /// By cell.
    private(set) var cells: [CellReference: String] = [:]
    /// Errors first.
    private(set) var columns: [Column] = []
    private(set) var leftToCounty: [Left] = []
    private let layout: FormLayout

    /// What the form cannot check.
    struct Left: Hashable {
        /// A rule's id, or `form.field.min`.
        var id: String
        /// What it is about.
        var words: String
    }

    /// A note explains a query from four characters on.
    private static let leastNote = 4

    init(_ layout: FormLayout) {
        self.layout = layout
        var relations: [Column] = []
        var errors: [Column] = []
        var queries: [Column] = []
        var rules: [RuleFormulas] = []
        checkCells()
        for rule in layout.campaign.rules {
            do throws(SheetFormulaError) {
                if let formulas = try RuleFormulas(rule, on: layout) { rules.append(formulas) }
            } catch {
                // A rule for all forms holds where its columns exist.
                if rule.form != "*" {
                    leave(rule.id, Vocabulary.withoutHoles(rule.message.chinese))
                }
            }
        }
        for formulas in rules {
            let column = column(of: formulas)
            guard !column.formulas.isEmpty else { continue }
            if column.isQuery { queries.append(column) } else { errors.append(column) }
        }
        for field in layout.fields { relations += self.relations(of: field, beside: errors) }
        columns = errors + relations + queries
    }

    private mutating func leave(_ id: String, _ words: String) {
        let left = Left(id: id, words: words)
        if !leftToCounty.contains(left) { leftToCounty.append(left) }
    }

    // MARK: Cells

    private mutating func checkCells() {
        for field in layout.fields {
            for row in layout.rows {
                let check = CellCheck(
                    field, in: row, of: layout, required: required(field, in: row))
                if let formula = check.formula {
                    cells[layout.cell(of: field, in: row)] = formula
                }
                for _ in check.limits.untold {
                    leave("\(layout.form.id).\(field.id)", "“\(field.header)”的上下限")
                }
            }
        }
    }

    private mutating func required(_ field: Field, in row: FormLayout.Row) -> SheetCondition {
        guard layout.isOwed(field, in: row) else { return .never }
        switch field.required {
        case .never: return .never
        case .always: return .always
        case .when(let sql):
            do throws(SheetFormulaError) {
                return try SheetFormula(sql).condition(in: layout.context(of: row, isLimit: true))
            } catch {
                leave("\(layout.form.id).\(field.id)", "“\(field.header)”什么时候必填")
                return .never
            }
        }
    }

    // MARK: Rows

    /// A rule is not asked where a cell that it reads has a trouble of its own, nor a query where the note
    /// explains the row.
    private func column(of formulas: RuleFormulas) -> Column {
        let isQuery = formulas.rule.severity == .query
        var texts: [Int: String] = [:]
        for row in layout.rows {
            guard let violation = formulas.violations[row.number] else { continue }
            var conditions = [violation]
            if isQuery, let note = layout.noteField {
                let text = layout.reference(to: note, in: row)
                let bare = "SUBSTITUTE(SUBSTITUTE(\(text),\" \",\"\"),\"\u{3000}\",\"\")"
                conditions.append(.formula("LEN(\(bare))<\(Self.leastNote)"))
            }
            texts[row.number] = Self.guarded(
                formulas.fields.map { layout.cell(of: $0, in: row) }
                    .filter { cells[$0] != nil }.map(\.description),
                SheetCondition.all(conditions), formulas.message(in: row, of: layout),
                isUntouched: layout.isUntouched(row))
        }
        return Column(fields: formulas.fields, isQuery: isQuery, formulas: texts)
    }

    /// Limits that hang on other cells, where no rule says so in better words.
    private func relations(of field: Field, beside errors: [Column]) -> [Column] {
        var columns: [Column] = []
        for isMaximum in [false, true] {
            var texts: [Int: String] = [:]
            var marked: [Field] = []
            for row in layout.rows {
                let limits = FieldLimits(field, in: row, of: layout)
                guard let relation = limits.relations.first(where: { $0.isMaximum == isMaximum })
                else { continue }
                let reads = Set(relation.reads.map(\.id)).union([field.id])
                let better = errors.indices.filter { index in
                    errors[index].formulas[row.number] != nil
                        && reads.isSubset(of: Set(errors[index].fields.map(\.id)))
                }
                marked = [field] + relation.reads.filter { $0.id != field.id }
                let cell = layout.reference(to: field, in: row)
                let isBroken = SheetCondition.all([
                    relation.isKnown, .formula("ISNUMBER(\(cell))"),
                    .formula("\(cell)\(isMaximum ? ">" : "<")\(relation.limit)"),
                ])
                let others = relation.reads.map { "“\($0.header)”" }.joined()
                let words = "“\(field.header)”不能\(isMaximum ? "大于" : "小于")\(others)；"
                texts[row.number] = Self.guarded(
                    marked.map { layout.cell(of: $0, in: row) }.filter { cells[$0] != nil }
                        .map(\.description) + better.map { Self.place($0, row, layout) },
                    isBroken, SheetFormula.literal(words), isUntouched: layout.isUntouched(row))
            }
            if !texts.isEmpty {
                columns.append(Column(fields: marked, isQuery: false, formulas: texts))
            }
        }
        return columns
    }

    /// Where the text of a column stands for a row, on the hidden sheet.
    static func place(_ column: Int, _ row: FormLayout.Row, _ layout: FormLayout) -> String {
        CellReference(row: row.number, column: layout.fields.count + 1 + column).description
    }

    private static func guarded(
        _ cells: [String], _ condition: SheetCondition, _ message: String,
        isUntouched: SheetCondition?
    ) -> String {
        let isVoid = SheetCondition.any(
            cells.map { .formula("LEN(\($0))>0") } + (isUntouched.map { [$0] } ?? []))
        let body = "IF(\(condition.text),\(message),\"\")"
        guard case .formula(let void) = isVoid else { return body }
        return "IF(\(void),\"\",\(body))"
    }
}
