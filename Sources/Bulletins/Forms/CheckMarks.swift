import Campaigns
import Findings
import Formulas
import Workbooks

/// What a form shows of its checks: a sentence a row, one for the sheet, and colours.
struct CheckMarks {
    let check: CheckSheet

    private var layout: FormLayout { check.layout }

    /// `✓`, or what is to be done in a row.
    func row(_ row: FormLayout.Row) -> CellDraft.Content {
        let (missing, errors, queries) = counts(row.number...row.number)
        let (cells, columns) = check.sentences(in: row)
        var parts: [String] = []
        if !cells.isEmpty {
            // Each missing cell has a mark, and they are told as a number.
            parts.append(
                "SUBSTITUTE(\(cells.joined(separator: "&")),\"\(CellCheck.missing)\",\"\")")
        }
        parts += columns
        parts.append("IF(\(missing)>0,\"还有\"&\(missing)&\"格未填\",\"\")")
        var formula =
            "IF(\([missing, errors, queries].compactMap(\.self).joined(separator: "+"))=0,\"✓\","
            + parts.joined(separator: "&") + ")"
        if case .formula(let isUntouched)? = layout.isUntouched(row) {
            formula = "IF(\(isUntouched),\"\",\(formula))"
        }
        return .formula(formula, result: .blank)
    }

    /// How the sheet stands.
    var sheet: CellDraft.Content {
        guard !layout.rows.isEmpty else { return .string("本期没有要填的行") }
        let (missing, errors, queries) = counts(layout.firstRow...layout.lastRow)
        var sentences = [sentence("还有", missing, "格未填")]
        var before = [missing]
        for (count, begin, end) in [
            (errors as String?, "有", "处要改"), (queries, "有", "处要在备注里说明"),
        ] {
            guard let count else { continue }
            sentences.append("IF(AND(\(before.joined(separator: "+"))>0,\(count)>0),\"，\",\"\")")
            sentences.append(sentence(begin, count, end))
            before.append(count)
        }
        var formula =
            "IF(\(before.joined(separator: "+"))=0,\"\(Self.done)\","
            + sentences.joined(separator: "&") + ")"
        let touched = layout.rows.map { layout.isUntouched($0) }
        if case .formula? = touched.first ?? nil {
            let all = SheetCondition.all(touched.compactMap(\.self))
            formula = "IF(\(all.text),\"还没有填\",\(formula))"
        }
        return .formula(formula, result: .blank)
    }

    static let done = "自检通过，可以报送"

    private func sentence(_ begin: String, _ count: String, _ end: String) -> String {
        "IF(\(count)>0,\"\(begin)\"&\(count)&\"\(end)\",\"\")"
    }

    /// Formulas of numbers; no queries where no rule makes any.
    private func counts(
        _ rows: ClosedRange<Int>
    ) -> (missing: String, errors: String, queries: String?) {
        func texts(_ range: String) -> String { "SUMPRODUCT(--(LEN(\(range))>0))" }
        let own = check.ownRange(rows) ?? ""
        let missing = "COUNTIF(\(own),\"\(CellCheck.missing)\")"
        let errors = [own, check.errorRange(rows)].compactMap { $0.map(texts) }
            .joined(separator: "+")
        return (missing, "(\(errors)-\(missing))", check.queryRange(rows).map(texts))
    }

    // MARK: Colours

    static let wrong = FormatChange(fontColor: "9C0006", fill: Palette.error)
    static let asked = FormatChange(fontColor: "7F6000", fill: "FFD966")
    static let missing = FormatChange(fill: "DDEBF7")
    static let fine = FormatChange(fontColor: "00703C")

    /// Cells wear what is said of them; the gravest first.
    var formats: [ConditionalFormatDraft] {
        guard !layout.rows.isEmpty else { return [] }
        var formats: [ConditionalFormatDraft] = []
        for (index, field) in layout.fields.enumerated() {
            let own = "LEN(\(value("COLUMN()")))>\(CellCheck.missing.count)"
            let columns = check.check.columns.indices.filter { position in
                check.check.columns[position].fields.contains { $0.id == field.id }
            }
            func rules(_ isQuery: Bool) -> [SheetCondition] {
                columns.filter { check.check.columns[$0].isQuery == isQuery }.map {
                    .formula("LEN(\(value(String(layout.fields.count + 1 + $0))))>0")
                }
            }
            let range = CellRange(
                CellReference(row: layout.firstRow, column: index + 1),
                CellReference(row: layout.lastRow, column: index + 1))
            let isChecked = layout.rows.contains {
                check.check.cells[layout.cell(of: field, in: $0)] != nil
            }
            let conditions: [(SheetCondition, FormatChange)] = [
                (.any((isChecked ? [.formula(own)] : []) + rules(false)), Self.wrong),
                (.any(rules(true)), Self.asked),
                (
                    isChecked
                        ? .formula("\(value("COLUMN()"))=\"\(CellCheck.missing)\"") : .never,
                    Self.missing
                ),
            ]
            for case (.formula(let condition), let change) in conditions {
                var format = ConditionalFormatDraft(
                    ranges: [range], rule: .expression(condition), change: change)
                format.stopsIfTrue = true
                formats.append(format)
            }
        }
        return formats + columnFormats
    }

    private var columnFormats: [ConditionalFormatDraft] {
        let range = CellRange(
            CellReference(row: layout.firstRow, column: layout.checkColumn),
            CellReference(row: layout.lastRow, column: layout.checkColumn))
        let status = CellReference(row: FormLayout.headRow - 1, column: 1)
        return [
            ConditionalFormatDraft(
                ranges: [range], rule: .comparison(.equal, .text("✓")), change: Self.fine),
            ConditionalFormatDraft(
                ranges: [CellRange(status, status)],
                rule: .comparison(.equal, .text(Self.done)), change: Self.fine),
        ]
    }

    private func value(_ column: String) -> String {
        "INDEX(\(check.definedName),ROW(),\(column))"
    }
}
