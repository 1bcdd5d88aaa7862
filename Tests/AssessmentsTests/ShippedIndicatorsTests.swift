import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// The indicators that ship, over views as the ledger makes them.
struct ShippedIndicatorsTests {
    /// Views in which nobody has reported: a row a roster entry, NULL in every field.
    private static func silentFacts(_ campaign: Campaign, _ period: Period) -> PeriodFacts {
        var facts = PeriodFacts(period: period, asOf: campaign.due(period))
        for form in campaign.forms where form.nature != .register {
            let schema = FormSchema(viewOf: form, in: campaign)
            let rows = campaign.entries(of: form, in: period).map { entry in
                schema.columns.map { column -> SQLValue in
                    switch column.origin {
                    case .code: .text(entry.code)
                    case .name: .text(entry.name)
                    case .unit: .text(entry.unit)
                    case .coUnit: entry.coUnit.map { .text($0) } ?? .null
                    case .rosterAttribute(let name): Settings.value(entry.attributes[name] ?? "")
                    case .unitAttribute(let name):
                        Settings.value(campaign.unit(entry.unit)?.attributes[name] ?? "")
                    case .reported: .integer(0)
                    default: .null
                    }
                }
            }
            facts.views[form.id] = FormView(
                name: form.id, columns: schema.sqlColumns, rows: rows)
            facts.expected += campaign.unitsExpected(for: form, in: period).map { unit in
                ExpectedReturn(
                    form: form.id, unit: unit.code, isAccepted: false, isLate: false, lateDays: 0,
                    firstOKRows: 0, totalRows: 1)
            }
        }
        facts.views["submission"] = FormView(
            name: "submission", columns: FormSchema.submission.sqlColumns,
            rows: facts.expected.map {
                [.text($0.unit), .text($0.form), .integer(0), .integer(0), .integer(1)]
            })
        return facts
    }

    @Test(arguments: ["2020-06", "2020-12", "2021-01"])
    func `run over a month in which nobody reports, and give nobody a point`(text: String) throws {
        let campaign = try ShippedCampaign.load()
        let facts = Self.silentFacts(campaign, try #require(Period(text)))
        let assessment = try Assessor(campaign: campaign).assess(facts)
        #expect(assessment.indicators.map(\.id) == campaign.indicators.map(\.id))
        let suspended = assessment.indicators.filter { !$0.suspendedBy.isEmpty }
        #expect(suspended.map(\.id) == ["O03", "O04"])
        #expect(
            suspended.map(\.suspendedBy) == [
                ["study_days_year"], ["read_books_year", "read_hours_week", "read_words_year"],
            ])
        let standings = assessment.groups.flatMap(\.standings)
        #expect(!standings.isEmpty)
        #expect(standings.allSatisfy { $0.isUnranked || $0.baseScore == "0.00" })
        // Annual indicators count in December alone.
        let annual = assessment.indicators.filter { $0.id == "E04" || $0.id == "O02" }
        let counts = annual.flatMap(\.rows).contains { !$0.k.isEmpty }
        #expect(counts == text.hasSuffix("12"))
    }

    @Test func `weigh 100 for a township and 100 for a department`() throws {
        let indicators = try ShippedCampaign.load().indicators
        #expect(indicators.map { Fraction($0.weightTownship) }.sum == 100)
        #expect(indicators.map { Fraction($0.weightDepartment) }.sum == 100)
    }
}
