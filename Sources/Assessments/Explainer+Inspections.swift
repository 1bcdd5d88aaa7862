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
