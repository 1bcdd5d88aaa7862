import Campaigns
import Workbooks

/// What is the case at a roster entry in a month: the values that an honest return gives.
///
/// Everything is worked out from the seed for any month by itself. What adds up over the year is a sum
/// from January on, what only moves forward (场所达标, 组建) has a month in which it moves, so later
/// months never contradict earlier ones.
struct SituationModel: Sendable {
    let seed: UInt64
    let calendar: WorkCalendar
    private let units: [String: Unit]

    init(seed: UInt64, calendar: WorkCalendar, units: [Unit]) {
        self.seed = seed
        self.calendar = calendar
        self.units = Dictionary(
            units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The values by the ids of the shipped campaign's fields; empty for a sector that is not known.
    func values(of entry: RosterEntry, in period: Period) -> [String: SheetValue] {
        let situation = Situation(model: self, entry: entry, period: period)
        guard let unit = units[entry.unit] else { return [:] }
        var values: [String: SheetValue] =
            switch entry.sector {
            case "rural": situation.village
            case "community": situation.community
            case "enterprise": situation.enterprise
            case "social_org": situation.socialOrganization(unit)
            case "organ": situation.branch(unit)
            default: [:]
            }
        guard !values.isEmpty else { return [:] }
        values["unit_code"] = .text(entry.code)
        values["unit_name"] = .text(entry.name)
        values["town"] = entry.attributes["town"].map(SheetValue.text)
        return values
    }
}

/// One roster entry in one month, and the ways to draw its figures.
struct Situation {
    let entry: RosterEntry
    let period: Period
    let quality: Quality
    let workdays: Int
    private let seed: UInt64

    init(model: SituationModel, entry: RosterEntry, period: Period) {
        self.entry = entry
        self.period = period
        seed = model.seed
        quality = Quality(seed: seed, unit: entry.unit)
        workdays = model.calendar.workdays(in: period)
    }

    var month: Int { period.month }

    /// Months since the campaign's year began, counted from 1; at most 0 before it.
    var campaignMonth: Int { (period.year - 2020) * 12 + period.month }

    /// Draws that stay the same over all months.
    func traits(_ purpose: String) -> SplitMix64 { SplitMix64(seed, entry.code, purpose) }

    /// Draws of this month alone.
    func monthly(_ purpose: String) -> SplitMix64 {
        SplitMix64(seed, entry.code, purpose, period.description)
    }

    /// A sum from January to this month of what each month adds.
    func sum(_ purpose: String, adding: (inout SplitMix64) -> Int) -> Int {
        var random = SplitMix64(seed, entry.code, purpose, String(period.year))
        var sum = 0
        for _ in 1...month { sum += adding(&random) }
        return sum
    }

    /// What is paid of a yearly amount by this month: in step with the calendar, faster or slower.
    func paid(_ purpose: String, of due: Int, level: Double) -> Int {
        var random = traits(purpose)
        let pace = level * (0.55 + 0.6 * random.fraction())
        return min(due, Int(Double(due) * pace * Double(month) / 12))
    }

    /// What is paid of a monthly amount by this month: some months behind where work is poor.
    func arrears(_ purpose: String, monthlyDue: Int, level: Double) -> Int {
        var random = traits(purpose)
        let lag = random.chance(level) ? 0 : random.integer(1...2)
        let share = random.chance(level) ? 1.0 : 0.82 + 0.17 * random.fraction()
        return Int(Double(monthlyDue * max(0, month - lag)) * share)
    }
}
