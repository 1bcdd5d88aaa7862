package import Campaigns
package import Ledgers

/// A table for other programs: a name and rows of text, the header first.
package struct ContractTable: Hashable, Sendable {
    /// The file's name, `排名.csv`.
    package var file: String
    /// Each with a text for every column.
    package var rows: [[String]]

    /// Puts the header before the rows.
    package init(file: String, header: [String], rows: [[String]]) {
        self.file = file
        self.rows = [header] + rows
    }
}

/// The tables of a period's figures as they are promised to other programs (数据).
///
/// Columns stand in the promised order under English ids; empty texts are "not applicable". Rows follow
/// the tables of the campaign, never the order of arrival.
package struct ContractTables: Sendable {
    let assessment: Assessment
    let facts: PeriodFacts
    let campaign: Campaign

    /// The tables of an assessment and of the facts that it was made from.
    package init(_ assessment: Assessment, facts: PeriodFacts, campaign: Campaign) {
        self.assessment = assessment
        self.facts = facts
        self.campaign = campaign
    }

    /// What goes to the Outbox, in the order in which the contract names it.
    package var outbox: [ContractTable] { [ranking, indicators, receipts, problems, lists] }

    /// 排名.csv: a row a scored unit, groups in their order, by rank, the unranked last.
    package var ranking: ContractTable {
        let rows = assessment.groups.flatMap { group in
            group.standings.map { standing in
                [
                    group.name, standing.rank.map(String.init) ?? "", standing.unit, standing.name,
                    standing.score ?? "", standing.baseScore ?? "", standing.deductions,
                    standing.bonus, standing.applicableWeight,
                    standing.previousRank.map(String.init) ?? "", standing.change.text,
                    standing.light?.rawValue ?? "",
                ]
            }
        }
        return ContractTable(
            file: "排名.csv",
            header: [
                "group", "rank", "code", "name", "score", "base_score", "deductions", "bonus",
                "applicable_weight", "previous_rank", "change", "light",
            ], rows: rows)
    }

    /// 指标.csv: a row an indicator and credited unit, then the indicator's `county` row.
    package var indicators: ContractTable {
        let rows = assessment.indicators.flatMap { indicator in
            indicator.rows.map { row in
                [
                    indicator.id, indicator.title, row.code, row.name, row.numerator,
                    row.denominator, row.rate, row.k, row.weight, row.light?.rawValue ?? "",
                ]
            }
        }
        return ContractTable(
            file: "指标.csv",
            header: [
                "indicator", "title", "code", "name", "numerator", "denominator", "rate", "k",
                "weight", "light",
            ], rows: rows)
    }

    func unitName(_ code: String?) -> String {
        code.flatMap { campaign.unit($0)?.name } ?? ""
    }

    /// Deliveries by form, unit, receipt and file; what was not recognised last.
    var orderedDeliveries: [Delivery] {
        facts.deliveries.sorted { one, other in
            let (left, right) = (
                order(form: one.form, unit: one.unit), order(form: other.form, unit: other.unit)
            )
            if left != right { return left < right }
            if one.received != other.received { return one.received < other.received }
            return (one.file, one.sheet ?? "", one.revision)
                < (other.file, other.sheet ?? "", other.revision)
        }
    }

    /// The places of a form and a unit in the campaign's tables.
    func order(form: String?, unit: String?) -> (Int, Int) {
        (
            campaign.forms.firstIndex { $0.id == form } ?? campaign.forms.count,
            campaign.units.firstIndex { $0.code == unit } ?? campaign.units.count
        )
    }
}
