import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// A random month of a small county under the tables that ship: any value that a field can hold, returns
/// late, sent back, waived or missing, records of inspections, bonus points.
struct RandomMonth {
    let campaign: Campaign
    let period: Period
    /// By form, then in the order of the view.
    var rows: [String: [Row]] = [:]
    var expected: [ExpectedReturn] = []
    var deliveries: [Delivery] = []
    var misreports: [InspectionRecord] = []
    var awards: [Award] = []

    /// A line of a view, by column; what is not there is NULL.
    struct Row {
        var unit: String
        var values: [String: SQLValue]
    }

    init(seed: UInt64) throws {
        var dice = Dice(state: seed)
        campaign = try ShippedCampaign.small(using: &dice)
        let month = Int.random(in: 1...12, using: &dice)
        period = try #require(Period(month < 10 ? "2020-0\(month)" : "2020-\(month)"))
        for form in campaign.forms where form.nature == .units {
            for unit in campaign.unitsExpected(for: form, in: period) {
                report(form, unit, using: &dice)
            }
        }
        inspect(using: &dice)
        for unit in campaign.units where dice.chance(30) {
            awards.append(Award(unit: unit.code, points: ExactDecimal("0.5") ?? .zero, basis: ""))
        }
    }

    private mutating func report(_ form: Form, _ unit: Unit, using dice: inout Dice) {
        let entries = campaign.entries(of: form, unit: unit.code, in: period)
        for entry in entries {
            var row = Row(unit: unit.code, values: random(form, using: &dice))
            row.values["code"] = .text(entry.code)
            row.values["co_unit"] = entry.coUnit.map { .text($0) } ?? .null
            for (name, value) in entry.attributes {
                row.values["roster_" + name] = Settings.value(value)
            }
            rows[form.id, default: []].append(row)
        }
        if form.sector == nil {
            for _ in 0..<Int.random(in: 0...4, using: &dice) {
                rows[form.id, default: []].append(
                    Row(unit: unit.code, values: random(form, using: &dice)))
            }
        }
        let good = Int.random(in: 0...entries.count, using: &dice)
        let days = dice.chance(70) ? nil : Int.random(in: 0...7, using: &dice)
        var owed = ExpectedReturn(
            form: form.id, unit: unit.code, isAccepted: true, isLate: days != nil,
            lateDays: days ?? 0, firstOKRows: good, totalRows: entries.count)
        for _ in 0..<(dice.chance(80) ? 0 : Int.random(in: 1...7, using: &dice)) {
            deliveries.append(
                Delivery(
                    form: form.id, unit: unit.code, period: period, file: "", sheet: nil,
                    received: campaign.due(period), status: .returned, isLate: false, lateDays: 0,
                    revision: 0, rows: 0, findings: []))
        }
        if dice.chance(5) { owed.relief = .waived(reason: "洪灾") }
        expected.append(owed)
        if dice.chance(10) { silence(form.id, unit.code) }
    }

    /// Values for the fields of a form, and for the sums over its quarter.
    private func random(_ form: Form, using dice: inout Dice) -> [String: SQLValue] {
        var values: [String: SQLValue] = ["reported": .integer(1)]
        for field in form.fields {
            values[field.id] = random(field, using: &dice)
            if form.quarterFields.contains(field) {
                values[field.id + "_quarter"] = random(field, using: &dice)
            }
        }
        return values
    }

    func random(_ field: Field, using dice: inout Dice) -> SQLValue {
        if dice.chance(8) { return .null }
        switch field.type {
        case .integer: return .integer(Int.random(in: 0...(dice.chance(50) ? 5 : 31), using: &dice))
        case .decimal: return .real(Double(Int.random(in: 0...2000, using: &dice)) / 100)
        case .percent: return .real(Double(Int.random(in: 0...100, using: &dice)) / 100)
        case .enumeration(let list):
            return (campaign.choices[list]?.values.randomElement(using: &dice)).map { .text($0) }
                ?? .null
        case .date:
            let days = Int.random(in: -120...120, using: &dice)
            return .text(period.firstDay.adding(days: days).description)
        default: return .text("文字")
        }
    }

    private mutating func inspect(using dice: inout Dice) {
        for unit in campaign.units where dice.chance(50) {
            for number in 1...3 {
                let result = ["相符", "不符", "无法核实"].randomElement(using: &dice) ?? "相符"
                rows["inspection", default: []].append(
                    Row(unit: unit.code, values: ["result": .text(result)]))
                if result == "不符", dice.chance(20) {
                    misreports.append(
                        TestCounty.record("AF\(number)", unit: unit.code, verdict: "虚报"))
                }
            }
        }
    }

    /// Nothing was accepted of a return: what is carried stays in the view, nothing else.
    mutating func silence(_ form: String, _ unit: String) {
        guard let place = expected.firstIndex(where: { $0.form == form && $0.unit == unit }) else {
            return
        }
        expected[place].isAccepted = false
        expected[place].isLate = false
        expected[place].lateDays = 0
        expected[place].firstOKRows = 0
        let carried = Set((campaign.form(form)?.fields ?? []).filter(\.carries).map(\.id))
        guard campaign.form(form)?.sector != nil else {
            rows[form]?.removeAll { $0.unit == unit }
            return
        }
        for index in (rows[form] ?? []).indices where rows[form]?[index].unit == unit {
            rows[form]?[index].values["reported"] = .integer(0)
            for field in campaign.form(form)?.fields ?? [] where !carried.contains(field.id) {
                rows[form]?[index].values[field.id] = .null
            }
        }
    }

    var facts: PeriodFacts {
        var facts = PeriodFacts(period: period, asOf: campaign.due(period))
        for form in campaign.forms where form.nature != .register {
            let schema = FormSchema(viewOf: form, in: campaign)
            facts.views[form.id] = FormView(
                name: form.id, columns: schema.sqlColumns,
                rows: (rows[form.id] ?? []).map { row in
                    schema.columns.map { column in
                        switch column.origin {
                        case .unit: .text(row.unit)
                        case .unitAttribute(let name):
                            Settings.value(campaign.unit(row.unit)?.attributes[name] ?? "")
                        default: row.values[column.name] ?? .null
                        }
                    }
                })
        }
        facts.views["submission"] = FormView(
            name: "submission", columns: FormSchema.submission.sqlColumns,
            rows: expected.filter { !$0.isExcused }.map {
                [
                    .text($0.unit), .text($0.form), .integer($0.isAccepted && !$0.isLate ? 1 : 0),
                    .integer($0.firstOKRows), .integer($0.totalRows),
                ]
            })
        facts.expected = expected
        facts.deliveries = deliveries
        facts.misreports = misreports
        facts.awards = awards
        return facts
    }

    func assess() throws -> Assessment { try Assessor(campaign: campaign).assess(facts) }
}

extension Assessment {
    /// The scores of the ranked units, in hundredths.
    var hundredths: [String: Int] {
        let standings = groups.flatMap(\.standings)
        return Dictionary(
            standings.compactMap { standing in
                standing.score.flatMap { Int($0.filter { $0 != "." }) }.map { (standing.unit, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What was measured of a unit, by indicator.
    func measures(of unit: String) -> [Measure] {
        indicators.map { indicator in
            guard let row = indicator.rows.first(where: { $0.code == unit }) else { return .empty }
            return Measure(
                numerator: ExactDecimal(row.numerator).map { Fraction($0) },
                denominator: ExactDecimal(row.denominator).map { Fraction($0) })
        }
    }
}
