import Campaigns
import Findings
import Formulas
import Ledgers

extension Explainer {
    /// The values of a row that the office's verdicts replaced: `“本月在岗天数”上报22，认定12，依据暗访AF202006-002 I03（虚报）`.
    func replacedNodes(form: Form?, subject: String, fields: [String]) -> [Explanation] {
        facts.confirmedValues.filter { value in
            value.form == form?.id && value.subject == subject && fields.contains(value.field)
        }.map { value in
            let title = form?.field(value.field)?.header ?? value.field
            let (reported, confirmed) = (
                value.reported?.sql.description ?? "", value.confirmed.sql.description
            )
            let (visit, item) = (value.record.visit, value.record.item)
            let verdict = value.record.verdict
            return Explanation(
                "“\(title)”上报\(reported.isEmpty ? "为空" : reported)，认定\(confirmed)，"
                    + "依据暗访\(visit) \(item)（\(verdict)）",
                "“\(title)”: reported \(reported.isEmpty ? "nothing" : reported), confirmed "
                    + "\(confirmed) by inspection \(visit) \(item) (\(verdict))", .origin,
                [
                    "field": .text(value.field), "header": .text(title),
                    "reported": value.reported.map { .init($0.sql) } ?? .nothing,
                    "value": .init(value.confirmed.sql), "from": .text("inspection"),
                    "visit": .text(visit), "item": .text(item), "verdict": .text(verdict),
                ])
        }
    }

    /// The records of an entry that the office found right and the inspector had not: `核查为“不符”，认定“相符”，按“相符”计，依据暗访AF202006-002 I03`.
    func overruledNodes(form: Form?, subject: String, fields: [String]) -> [Explanation] {
        guard form?.nature == .inspection, fields.contains("result") else { return [] }
        return facts.inspections.filter { $0.subject == subject && $0.isOverruled }.map { record in
            let (visit, item) = (record.visit, record.item)
            return Explanation(
                "核查为“\(record.foundResult)”，认定“\(record.verdict)”，按“\(record.result)”计，"
                    + "依据暗访\(visit) \(item)",
                "found “\(record.foundResult)”, judged “\(record.verdict)”: counts as "
                    + "“\(record.result)”, by inspection \(visit) \(item)", .origin,
                [
                    "field": .text("result"), "reported": .text(record.foundResult),
                    "value": .text(record.result), "from": .text("inspection"),
                    "visit": .text(visit), "item": .text(item), "verdict": .text(record.verdict),
                ])
        }
    }

    /// How sure the share of a sample is; nil for what is no sample.
    func sampleNode(_ indicator: Indicator, _ figure: Figure) -> Explanation? {
        guard campaign.form(indicator.form)?.nature == .inspection,
            let numerator = figure.measure.numerator?.shortText(places: 6),
            let denominator = figure.measure.denominator?.shortText(places: 6),
            let interval = WilsonInterval(numerator, of: denominator)
        else { return nil }
        return Explanation(
            "抽查\(denominator)项，95%置信区间\(interval.text)，项数少时仅供参考",
            "a sample of \(denominator), 95 % interval \(interval.text)")
    }
}
