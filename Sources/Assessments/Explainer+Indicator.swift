import Campaigns
import Findings
import Formulas
import Ledgers
import Workbooks

extension Explainer {
    /// An indicator of a unit: k, rate, the formulas with their parameters, and every row.
    package func explain(
        unit code: String, indicator id: String
    ) throws(AssessmentError) -> Explanation {
        guard let unit = campaign.unit(code) else { throw .unknown(code) }
        guard let figures = figures.first(where: { $0.indicator.id == id }) else {
            throw .unknown(id)
        }
        guard let figure = figures.units[code] else { throw .unknown("\(code) \(id)") }
        var node: Explanation
        if figure.k == nil {
            let indicator = figures.indicator
            let reason = reasonNotApplicable(figures, unit: code)
            node = Explanation(
                "\(indicator.id) \(indicator.title)：不适用，\(reason.chinese)",
                "\(indicator.id) \(indicator.title): not applicable, \(reason.english)",
                .notApplicable,
                ["indicator": .text(indicator.id), "title": .text(indicator.title)],
                children: objectionNodes(of: code, about: id))
        } else {
            node = attainmentNode(figures, figure, unit: unit)
        }
        node.line.chinese = "\(unit.name) \(facts.period.chinese) " + node.line.chinese
        node.line.english = "\(unit.name) \(facts.period) " + node.line.english
        node.values["unit"] = .text(code)
        node.values["name"] = .text(unit.name)
        node.values["period"] = .text(facts.period.description)
        node.children += try formulaNodes(figures.indicator)
        let rows = try rowNodes(figures.indicator, unit: code)
        node.children.append(
            Explanation(
                "\(rows.count)行", "\(rows.count) rows", .rows, ["count": .count(rows.count)],
                children: rows))
        return node
    }

    /// `R02 坐班落实率：k 0.9，权重4`, and below it how k and the rate came about.
    func attainmentNode(
        _ figures: IndicatorFigures, _ figure: Figure, unit: Unit
    ) -> Explanation {
        let indicator = figures.indicator
        let k = figure.k?.shortText(places: 12) ?? ""
        let weight = indicator.weight(forKind: unit.kind)
        let name = "\(indicator.id) \(indicator.title)"
        return Explanation(
            "\(name)：k \(k)，权重 \(weight)", "\(name): k \(k), weight \(weight)", .indicator,
            [
                "indicator": .text(indicator.id), "title": .text(indicator.title),
                "k": .digits(k), "weight": .digits(weight.description),
                "light": figure.light.map { .text($0.rawValue) } ?? .nothing,
                "silent": .flag(figure.isSilent),
            ],
            children: [phaseNode(figures, figure), rateNode(indicator, figure)]
                + [sampleNode(indicator, figure)].compactMap { $0 }
                + objectionNodes(of: unit.code, about: indicator.id))
    }

    private func phaseNode(_ figures: IndicatorFigures, _ figure: Figure) -> Explanation {
        var node = phaseLine(figures, figure)
        let indicator = figures.indicator
        node.kind = .attainment
        node.values = [
            "phase": .text(indicator.phase.rawValue),
            "target": .digits(indicator.target?.description),
            "base": .digits(indicator.base.description),
            "due": indicator.due.map { .text($0.description) } ?? .nothing,
        ]
        return node
    }

    private func phaseLine(_ figures: IndicatorFigures, _ figure: Figure) -> Explanation {
        if figure.isSilent {
            return Explanation(
                "应报未报：没有合格的报表，k计0", "owed and not accepted: without a return k is 0")
        }
        let indicator = figures.indicator
        let target = indicator.target?.description ?? ""
        let month = facts.period.month
        let way = "(\(indicator.base) + (\(target) − \(indicator.base)) × \(month)/12)"
        let linear = (
            "线性进度：k = 率 ÷ \(way)，至多1", "linear: k = rate ÷ \(way), at most 1"
        )
        switch indicator.phase {
        case .monthly, .annual:
            return Explanation("k = 率 ÷ 目标 \(target)，至多1", "k = rate ÷ target \(target), at most 1")
        case .linear:
            return Explanation(linear.0, linear.1)
        case .deadline:
            let due = indicator.due?.description ?? "—"
            guard let date = indicator.due, date <= facts.period.lastDay else {
                return Explanation("限期\(due)，到期前按" + linear.0, "due \(due), before it " + linear.1)
            }
            let factor = campaign.settings.fraction(.deadlineMissedFactor).shortText(places: 12)
            return Explanation(
                "限期\(due)已到：达到目标 \(target) 为1，否则 k = \(factor) × 率 ÷ 目标",
                "due \(due) has come: 1 where target \(target) is reached, "
                    + "else k = \(factor) × rate ÷ target")
        }
    }

    private func rateNode(_ indicator: Indicator, _ figure: Figure) -> Explanation {
        let numerator = figure.measure.numerator?.shortText(places: 6) ?? "—"
        let denominator = figure.measure.denominator?.shortText(places: 6) ?? "—"
        let rate = figure.rate?.shortText(places: 12) ?? "—"
        let lead = indicator.isLowerBetter ? "1 − " : ""
        return Explanation(
            "率 = \(lead)\(numerator) ÷ \(denominator) = \(rate)",
            "rate = \(lead)\(numerator) ÷ \(denominator) = \(rate)", .rate,
            [
                "numerator": .digits(numerator), "denominator": .digits(denominator),
                "rate": .digits(rate), "lower_is_better": .flag(indicator.isLowerBetter),
            ])
    }

    private func formulaNodes(
        _ indicator: Indicator
    ) throws(AssessmentError) -> [Explanation] {
        let query = IndicatorQuery(indicator)
        let statement = try formulas.prepare(query.bare, for: indicator)
        var nodes = [
            Explanation(
                "分子：\(indicator.numerator)", "numerator: \(indicator.numerator)", .formula,
                ["of": .text("numerator"), "sql": .text(indicator.numerator)]),
            Explanation(
                "分母：\(indicator.denominator)", "denominator: \(indicator.denominator)", .formula,
                ["of": .text("denominator"), "sql": .text(indicator.denominator)]),
        ]
        let values = statement.parameters.map { name in
            let value = formulas.parameters[name] ?? .null
            return "\(name) = \(value.isNull ? "NULL" : value.description)"
        }
        if !values.isEmpty {
            nodes.append(
                Explanation(
                    "参数：" + values.joined(separator: "，"),
                    "parameters: " + values.joined(separator: ", "), .parameters,
                    Dictionary(
                        statement.parameters.map {
                            ($0, Explanation.Value(formulas.parameters[$0] ?? .null))
                        }, uniquingKeysWith: { first, _ in first })))
        }
        return nodes
    }
}
