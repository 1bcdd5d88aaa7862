import Campaigns
import Findings
import Formulas
import Ledgers

/// What a county reported in a period, by unit, as the screens look at it.
final class CountyReturns {
    let campaign: Campaign
    let history: ReportedHistory
    let period: Period
    /// The forms that are due, in the order of the table.
    let forms: [Form]
    private let parameters: [String: SQLValue]
    private let database: FormulaDatabase

    init(
        _ campaign: Campaign, _ history: ReportedHistory, asOf moment: Moment
    ) throws(CheckError) {
        self.campaign = campaign
        self.history = history
        let period = history.months.first?.period ?? Period(containing: moment.date)
        self.period = period
        forms = campaign.forms.filter {
            $0.nature == .units && $0.sector != nil && $0.isDue(in: period)
        }
        parameters = campaign.parameters(in: period, on: moment.date)
        do {
            database = try FormulaDatabase()
            for form in forms {
                try database.createTable(
                    form.id, columns: FormSchema(viewOf: form, in: campaign).sqlColumns)
            }
        } catch {
            throw .unavailable(error)
        }
    }

    /// One entry's figures.
    struct Row {
        var code: String
        var values: [String: FieldValue]

        func number(_ field: Field) -> Double? { values[field.id]?.sql.number }
    }

    /// The entries of a unit that were reported in a month, in the order of the roster.
    struct Sheet {
        var unit: Unit
        var rows: [Row]
    }

    /// The reported sheets of a form in the period, in the order of the units.
    func sheets(of form: Form) -> [Sheet] {
        let values = history.months.first?.values[form.id] ?? [:]
        var rows: [String: [Row]] = [:]
        for entry in campaign.entries(of: form, in: period) {
            guard let row = values[entry.code] else { continue }
            rows[entry.unit, default: []].append(Row(code: entry.code, values: row))
        }
        return campaign.units.compactMap { unit in
            rows[unit.code].map { Sheet(unit: unit, rows: $0) }
        }
    }

    /// What was reported of a form in the months before in which it was due, latest first.
    func earlier(_ form: Form) -> [[String: [String: FieldValue]]] {
        history.months.dropFirst().filter { form.isDue(in: $0.period) }
            .map { $0.values[form.id] ?? [:] }
    }

    /// A bound of the campaign's formulas; nil where a parameter of it is left open.
    func value(of bound: String, named name: String) throws(CheckError) -> Double? {
        do {
            let statement = try database.prepare("SELECT (\(bound)\n)")
            var own: [String: SQLValue] = [:]
            for parameter in statement.parameters { own[parameter] = parameters[parameter] }
            return try statement.rows(parameters: own).first?.first?.number
        } catch {
            throw .formula(name, error)
        }
    }

    /// The fields of a form that a formula over its view reads; the sum of a quarter stands for its field.
    func fields(
        readBy formula: String, of form: Form, named name: String
    ) throws(CheckError) -> [Field] {
        do {
            let read = try database.prepare("SELECT (\(formula)\n) FROM \(quoted(form.id))")
                .columnsRead.filter { $0.table == form.id }.map(\.column)
            return form.fields.filter { read.contains($0.id) || read.contains($0.id + "_quarter") }
        } catch {
            throw .formula(name, error)
        }
    }

    /// A flag of a screen: about an entry, or about the unit's return as a whole.
    func flagged(
        _ suspected: Problem.Suspected, _ form: Form, _ unit: Unit, entry: RosterEntry? = nil,
        fields: [String] = [], object: String = ""
    ) -> (finding: Finding, flag: NotedFlag) {
        let finding = Finding(
            .suspected(suspected), at: Place(file: ""),
            subject: entry.map { .init(code: $0.code, name: $0.name) })
        let flag = NotedFlag(
            screen: Suspicion.screen(of: finding), form: form.id, unit: unit.code, period: period,
            subject: entry?.code, fields: fields, object: object)
        return (finding, flag)
    }
}
