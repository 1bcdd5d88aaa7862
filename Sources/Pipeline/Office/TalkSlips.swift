import Assessments
import Bulletins
import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// Makes the slips for the units with which a talk is suggested (约谈材料), from the figures of the period and
/// the cells behind them.
struct TalkSlips {
    let workshop: Workshop
    let figures: PeriodRendering.Figures

    /// What one page holds.
    private static let mostItems = 5
    private static let mostRows = 3
    private static let mostLines = 6

    private var facts: PeriodFacts { figures.facts }
    private var campaign: Campaign { workshop.campaign }

    /// A file a unit, by its name alone.
    func files() throws(RunError) -> [OutputFile] {
        let talks = figures.assessment.talks
        guard !talks.isEmpty else { return [] }
        let explainer: Explainer
        do throws(AssessmentError) {
            explainer = try Explainer(
                campaign: campaign, facts: facts, assessment: figures.assessment)
        } catch {
            throw .fault(Bilingual("指标算不下去：\(error)", "an indicator failed: \(error)"))
        }
        let origins = Origins(workshop: workshop, explainer: explainer, facts: facts)
        let told = try earlierExplanations()
        var slips: [TalkSlipFacts] = []
        for talk in talks {
            slips.append(try slip(for: talk, explainer, origins, told))
        }
        do throws(WorkbookError) {
            return try BulletinRenderer(campaign: campaign).talkSlips(slips)
        } catch {
            throw .fault(
                Bilingual(
                    "写不出工作簿：\(error.reason)", "a workbook could not be written: \(error.reason)"))
        }
    }

    private func slip(
        for talk: TalkSuggestion, _ explainer: Explainer, _ origins: Origins,
        _ told: [(period: Period, delivery: Delivery)]
    ) throws(RunError) -> TalkSlipFacts {
        let group = figures.assessment.groups.first { group in
            group.standings.contains { $0.unit == talk.unit }
        }
        var slip = TalkSlipFacts(
            unit: talk.unit, period: facts.period, asOf: facts.asOf, group: group?.name ?? "",
            standing: group?.standings.first { $0.unit == talk.unit })
        slip.reasons = talk.reasons.map(\.words.chinese)
        slip.earlier = earlier(talk.unit)
        slip.returns = returns(of: talk.unit, explainer)
        slip.inspections = inspections(of: talk.unit)
        var subjects: Set<String> = []
        let red = redIndicators(of: talk)
        slip.furtherItems = max(0, red.count - Self.mostItems)
        for indicator in red.prefix(Self.mostItems) {
            let tree: Explanation
            do throws(AssessmentError) {
                tree = try explainer.explain(unit: talk.unit, indicator: indicator.id)
            } catch {
                continue
            }
            slip.items.append(
                try item(indicator, origins.traced(tree), of: talk.unit, subjects: &subjects))
        }
        slip.explanations = explanations(of: talk.unit, on: subjects, told)
        return slip
    }

    /// The unit's red indicators: those that suggest the talk first, then by the points that they cost.
    private func redIndicators(of talk: TalkSuggestion) -> [Indicator] {
        let watched = talk.reasons.compactMap { reason -> String? in
            if case .redIndicator(let id, _) = reason { id } else { nil }
        }
        let red = figures.assessment.indicators.compactMap { result -> (String, Double)? in
            guard let row = result.rows.first(where: { $0.code == talk.unit }), row.light == .red
            else { return nil }
            return (result.id, (Double(row.weight) ?? 0) * (1 - (Double(row.k) ?? 0)))
        }
        let ordered = red.enumerated().sorted { one, other in
            let (left, right) = (
                watched.contains(one.element.0), watched.contains(other.element.0)
            )
            if left != right { return left }
            return (-one.element.1, one.offset) < (-other.element.1, other.offset)
        }
        return ordered.compactMap { entry in
            campaign.indicators.first { $0.id == entry.element.0 }
        }
    }

    // MARK: An indicator

    private func item(
        _ indicator: Indicator, _ tree: Explanation, of unit: String,
        subjects: inout Set<String>
    ) -> TalkSlipFacts.Item {
        let lines = tree.children.filter { $0.kind == .attainment || $0.kind == .rate }
            .map(\.line.chinese)
        let rows = tree.children.first { $0.kind == .rows }?.children ?? []
        let short = rows.compactMap { row in
            loss(of: row, indicator).map { (row: row, loss: $0) }
        }.enumerated().sorted { one, other in
            (-one.element.loss, one.offset) < (-other.element.loss, other.offset)
        }.map(\.element.row)
        // What others report and is credited to the unit is theirs: a slip shows no other unit's rows.
        let own = short.filter { $0.source?.unit == unit }
        let shown = own.prefix(Self.mostRows)
        let others = short.count - own.count
        for row in shown { if let subject = row.source?.subject { subjects.insert(subject) } }
        return TalkSlipFacts.Item(
            title: "\(indicator.id)\n\(indicator.title)", lines: lines,
            rows: shown.map { words(of: $0, indicator) }
                + (others > 0 ? ["由其他单位填报的\(others)行，不列在这里"] : []),
            furtherRows: own.count - shown.count)
    }

    /// What a row lacks; nil for one that lacks nothing.
    private func loss(of row: Explanation, _ indicator: Indicator) -> Double? {
        guard let whole = row.values["denominator"]?.double, whole > 0 else { return nil }
        let part = row.values["numerator"]?.double ?? 0
        let loss = indicator.isLowerBetter ? part : whole - part
        return loss > 0 ? loss : nil
    }

    /// `下碥坝村：累计应发村干部报酬 8.64，累计实发村干部报酬 7.37（农村月报.xlsx › 农村 › H12、I12）`.
    private func words(of row: Explanation, _ indicator: Indicator) -> String {
        let source = row.source
        let form = campaign.form(indicator.form)
        let subject = row.values["name"]?.plain ?? ""
        let values = (source?.fields ?? []).compactMap { id -> String? in
            guard let value = row.values[id]?.plain else { return nil }
            return "\(form?.field(id)?.header ?? id) \(value)"
        }
        let text = [subject, values.joined(separator: "，")].filter { !$0.isEmpty }
            .joined(separator: "：")
        let behind = row.children.map { child in
            var line = child.line.chinese
            if line.hasPrefix("← ") { line.removeFirst(2) }
            // The folders would fill the page; the name is enough to find the file.
            guard let path = child.values["file"]?.plain else { return line }
            return line.replacing(path, with: Files.name(of: path))
        }
        return behind.isEmpty ? text : text + "（\(behind.joined(separator: "；"))）"
    }

    // MARK: The rest

    private func earlier(_ unit: String) -> [String] {
        facts.history.prefix(3).compactMap { month in
            guard let rank = month.lastRanks.first(where: { $0.unit == unit }) else { return nil }
            let place = rank.rank.map { "第\($0)名" } ?? "不参评"
            return "\(month.period.chinese)：\(place)" + (rank.score.map { "，\($0)分" } ?? "")
        }
    }

    private func returns(of unit: String, _ explainer: Explainer) -> [String] {
        facts.expected.filter { $0.unit == unit && ($0.isMissing || $0.isLate) }
            .map { explainer.receipt(of: $0).line.chinese }
            .prefix(Self.mostLines).map { $0 }
    }

    /// Closed and confirmed cases alone: the unit has agreed, answered, or let its time to answer pass.
    private func inspections(of unit: String) -> [String] {
        let name = campaign.unit(unit)?.name
        return facts.inspections.filter {
            ($0.dutyUnit == unit || $0.dutyUnit == name) && $0.isConfirmed
        }.prefix(Self.mostLines).map { record in
            let subject = campaign.entry(record.subject)?.name ?? record.subject
            let item =
                campaign.inspectionItems.first { $0.id == record.item }?.title ?? record.item
            let answer = record.feedback.isEmpty ? "期满未反馈" : "单位\(record.feedback)"
            return "\(record.visitDate) \(subject) \(item)：现场核实“\(record.observed)”，"
                + "认定\(record.verdict)（\(answer)）"
        }
    }

    /// The notes with which returns that stand answered queries, of this month and the two before it.
    private func earlierExplanations() throws(RunError) -> [(period: Period, delivery: Delivery)] {
        var told: [(period: Period, delivery: Delivery)] = []
        var period = facts.period
        for _ in 0..<3 {
            let deliveries = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.deliveries(
                    of: period, of: campaign, asOf: workshop.asOf)
            }
            told += deliveries.filter { !$0.explanations.isEmpty }.map { (period, $0) }
            period = period.previous
        }
        return told
    }

    private func explanations(
        of unit: String, on subjects: Set<String>,
        _ told: [(period: Period, delivery: Delivery)]
    ) -> [String] {
        told.filter { $0.delivery.unit == unit }.flatMap { period, delivery in
            delivery.explanations.filter { $0.subject.map(subjects.contains) ?? false }.map {
                explanation in
                let subject = explanation.subject.flatMap(campaign.entry)?.name ?? ""
                return "\(period.chinese) \(explanation.code) \(subject)：“\(explanation.note)”"
            }
        }.prefix(Self.mostLines).map { $0 }
    }
}

extension Explanation.Value {
    fileprivate var plain: String? {
        switch self {
        case .text(let text), .number(let text): text
        case .flag(let flag): flag ? "是" : "否"
        case .nothing: nil
        }
    }

    fileprivate var double: Double? {
        guard case .number(let digits) = self else { return nil }
        return Double(digits)
    }
}
