package import Formulas
package import Workbooks

/// What the county asks for (活动): the tables of a campaign, typed, linted, ready to be asked.
package struct Campaign: Sendable {
    package var settings: Settings
    package var units: [Unit]
    package var roster: [RosterEntry]
    package var forms: [Form]
    package var choices: [String: ChoiceList]
    package var rules: [Rule]
    package var indicators: [Indicator]
    package var inspectionItems: [InspectionItem]
    package var tasks: [CampaignTask]
    package var calendar: WorkCalendar
    package var recipients: [Recipient]
    /// How far the campaign's clock is ahead of UTC, in seconds (28,800 for Asia/Shanghai).
    package var clockOffset: Int
    /// The further columns of `units` and `roster` in the order of the tables: views have a column for
    /// each, filled or not.
    package var unitAttributes: [String]
    package var rosterAttributes: [String]

    private let unitsByCode: [String: Int]
    private let rosterByCode: [String: Int]
    private let formsById: [String: Int]
    private let rosterByOwner: [Owner: [Int]]

    private struct Owner: Hashable {
        var sector: String
        var unit: String
    }

    package init(
        settings: Settings, units: [Unit], roster: [RosterEntry], forms: [Form],
        choices: [String: ChoiceList] = [:], rules: [Rule] = [], indicators: [Indicator] = [],
        inspectionItems: [InspectionItem] = [], tasks: [CampaignTask] = [],
        calendar: WorkCalendar = WorkCalendar(), recipients: [Recipient] = [],
        clockOffset: Int = 28_800, unitAttributes: [String]? = nil,
        rosterAttributes: [String]? = nil
    ) {
        self.settings = settings
        self.units = units
        self.roster = roster
        self.forms = forms
        self.choices = choices
        self.rules = rules
        self.indicators = indicators
        self.inspectionItems = inspectionItems
        self.tasks = tasks
        self.calendar = calendar
        self.recipients = recipients
        self.clockOffset = clockOffset
        self.unitAttributes = unitAttributes ?? Set(units.flatMap(\.attributes.keys)).sorted()
        self.rosterAttributes = rosterAttributes ?? Set(roster.flatMap(\.attributes.keys)).sorted()
        unitsByCode = Self.index(units.map(\.code))
        rosterByCode = Self.index(roster.map(\.code))
        formsById = Self.index(forms.map(\.id))
        rosterByOwner = Dictionary(grouping: roster.indices) {
            Owner(sector: roster[$0].sector, unit: roster[$0].unit)
        }
    }

    private static func index(_ keys: [String]) -> [String: Int] {
        Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }

    package func unit(_ code: String) -> Unit? { unitsByCode[code].map { units[$0] } }
    package func entry(_ code: String) -> RosterEntry? { rosterByCode[code].map { roster[$0] } }
    package func form(_ id: String) -> Form? { formsById[id].map { forms[$0] } }

    /// The roster entries of a form that are valid at the period's end, in the order of the roster;
    /// empty for a form without a sector.
    package func entries(of form: Form, in period: Period) -> [RosterEntry] {
        guard let sector = form.sector else { return [] }
        return roster.filter { $0.sector == sector && $0.isValid(on: period.lastDay) }
    }

    /// Those of them that a unit reports; asked of every return.
    package func entries(of form: Form, unit: String, in period: Period) -> [RosterEntry] {
        guard let sector = form.sector else { return [] }
        return (rosterByOwner[Owner(sector: sector, unit: unit)] ?? []).lazy.map { roster[$0] }
            .filter { $0.isValid(on: period.lastDay) }
    }

    /// Whether a unit owes a form for a period, as `unitsExpected` says.
    package func isExpected(_ form: Form, of unit: Unit, in period: Period) -> Bool {
        form.nature == .units && form.isDue(in: period) && form.submittedBy.contains(unit.kind)
            && unit.isValid(on: period.lastDay)
            && (form.sector == nil || !entries(of: form, unit: unit.code, in: period).isEmpty)
    }

    /// The units that owe a form for a period, in the order of `units`: those of a `submitted_by` kind
    /// valid at the period's end, and, where the form has a sector, with an entry to report.
    package func unitsExpected(for form: Form, in period: Period) -> [Unit] {
        guard form.nature == .units, form.isDue(in: period) else { return [] }
        let owners = Set(entries(of: form, in: period).map(\.unit))
        return units.filter {
            form.submittedBy.contains($0.kind) && $0.isValid(on: period.lastDay)
                && (form.sector == nil || owners.contains($0.code))
        }
    }

    /// The moment by which a period's returns are due: `due_day`, `due_time` of the following month.
    package func due(_ period: Period) -> Moment {
        let next = period.next
        let day = min(max(1, settings.integer(.dueDay)), next.days)
        let second = Moment.clock(settings.text(.dueTime)) ?? 17 * 3600
        return Moment(next.firstDay.adding(days: day - 1), secondOfDay: min(second, 86_399))
    }

    /// A period closes at its due time.
    package func isClosed(_ period: Period, asOf moment: Moment) -> Bool { due(period) <= moment }

    /// The latest period closed at a moment.
    package func latestClosed(asOf moment: Moment) -> Period {
        var period = Period(containing: moment.date)
        while !isClosed(period, asOf: moment) { period = period.previous }
        return period
    }

    /// The parameters of every formula in a period: the settings, `period`, `month`, `workdays`,
    /// `days_in_month` and `asof`, a day in ISO 8601.
    package func parameters(in period: Period, on day: CivilDate) -> [String: SQLValue] {
        settings.parameters.merging(
            [
                "period": .text(period.description), "month": .integer(period.month),
                "workdays": .integer(calendar.workdays(in: period)),
                "days_in_month": .integer(period.days), "asof": .text(day.description),
            ]
        ) { _, engine in engine }
    }
}
