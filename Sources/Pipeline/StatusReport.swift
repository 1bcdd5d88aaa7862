import Campaigns
package import Findings
import Ledgers

/// Who has reported, who has not, what went back and is still open (收件进度).
package struct StatusReport: Codable, Sendable {
    package var period: String
    package var due: String
    package var isClosed: Bool
    package var forms: [FormLine]
    package var returned: [ReturnedLine]
    /// Queries of returns that stand, which no note answers yet (催核).
    package var unexplained: [UnexplainedLine]
    /// Explanations that became tasks, being the same for the third time.
    package var repeatedExplanations: Int
    /// The items of the three lists at the end of the period.
    package var items: ItemCounts
    /// Objections to the period's figures that are not decided.
    package var openObjections: Int

    package struct FormLine: Codable, Sendable {
        package var form: String
        package var expected: Int
        package var accepted: Int
        package var late: Int
        package var missing: [String]
        /// What the office allowed not to come, or to come later.
        package var excused: [ExcusedLine]
    }

    /// A return that went back and has no accepted one after it.
    package struct ReturnedLine: Codable, Sendable {
        package var file: String
        package var unit: String
        package var form: String
        package var errors: Int
    }

    /// The open queries of one return.
    package struct UnexplainedLine: Codable, Sendable {
        package var unit: String
        package var form: String
        package var file: String
        package var queries: Int
    }

    package init(_ options: RunOptions) throws(RunError) {
        let workshop = try Workshop.look(options)
        let (campaign, period) = (workshop.campaign, workshop.period)
        let facts = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.facts(of: period, of: campaign, asOf: workshop.asOf)
        }
        self.period = period.description
        due = campaign.due(period).short
        isClosed = campaign.isClosed(period, asOf: workshop.asOf)
        forms = campaign.forms.compactMap { form in
            let owed = facts.expected.filter { $0.form == form.id }
            guard !owed.isEmpty else { return nil }
            return FormLine(
                form: form.title, expected: owed.count { !$0.isWaived },
                accepted: owed.count(where: \.isAccepted),
                late: owed.count { $0.isAccepted && $0.isLate },
                missing: owed.filter(\.isMissing).map {
                    campaign.unit($0.unit)?.shortName ?? $0.unit
                },
                excused: owed.filter(\.isExcused).compactMap { ExcusedLine($0, campaign) })
        }
        returned = OpenReturns(facts, of: campaign).deliveries.map { delivery in
            ReturnedLine(
                file: delivery.file,
                unit: delivery.unit.flatMap(campaign.unit)?.shortName ?? "",
                form: delivery.form.flatMap(campaign.form)?.title ?? "",
                errors: delivery.findings.count { $0.severity == .error })
        }
        let open = OpenQueries(facts, of: campaign)
        unexplained = open.byReturn.map { delivery, queries in
            UnexplainedLine(
                unit: delivery.unit.flatMap(campaign.unit)?.shortName ?? "",
                form: delivery.form.flatMap(campaign.form)?.title ?? "", file: delivery.file,
                queries: queries.count)
        }
        repeatedExplanations = facts.repeatedExplanations.count
        items = ItemCounts(facts.items, asOf: workshop.asOf)
        openObjections = facts.objections.count { $0.outcome == nil }
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        var lines = [
            say(
                "\(period)  截止 \(due)\(isClosed ? "（已截止）" : "（未截止）")",
                "\(period)  due \(due)\(isClosed ? " (closed)" : " (open)")")
        ]
        for form in forms {
            lines.append(
                say(
                    "  \(form.form)：应报 \(form.expected)  已报 \(form.accepted)  迟报 \(form.late)",
                    "  \(form.form): expected \(form.expected)  accepted \(form.accepted)"
                        + "  late \(form.late)"))
            if !form.missing.isEmpty {
                lines.append(
                    say("    未报  ", "    missing  ")
                        + form.missing.joined(separator: say("、", ", ")))
            }
            lines += form.excused.map { "    " + $0.line(in: language) }
        }
        if !returned.isEmpty {
            lines.append(say("  退回待改：", "  returned and still open:"))
            lines += returned.map {
                "    \($0.unit)  \($0.form)  \($0.file)  "
                    + say("\($0.errors) 处错误", "\($0.errors) errors")
            }
        }
        if !unexplained.isEmpty {
            let count = unexplained.reduce(0) { $0 + $1.queries }
            lines.append(
                say("  待说明的核实 \(count) 处：", "  queries without an explanation, \(count):"))
            lines += unexplained.map {
                "    \($0.unit)  \($0.form)  \($0.file)  "
                    + say("\($0.queries) 处", $0.queries == 1 ? "1 query" : "\($0.queries) queries")
            }.capped(indent: "    ", in: language)
        }
        if repeatedExplanations > 0 {
            lines.append(
                say(
                    "  说明连续三期相同、已列为任务：\(repeatedExplanations) 项",
                    "  explained in the same words for the third time, now tasks: \(repeatedExplanations)"
                ))
        }
        if items.open + items.closed > 0 {
            lines.append(
                say("  三清单：\(items.line(say))", "  the three lists: \(items.line(say))"))
        }
        if openObjections > 0 {
            lines.append(
                say("  没有处理的异议 \(openObjections) 件", "  objections not decided: \(openObjections)"))
        }
        return lines
    }
}
