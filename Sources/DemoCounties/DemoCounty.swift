package import Campaigns

/// A county that does not exist (岚川县): its units, its roster and what they report, all from a seed.
///
/// The same seed and number of towns give the same county and the same bytes; no clock, no locale and
/// no order of a dictionary takes part. Names are invented, the area code 610999 is unused.
///
///     let county = DemoCounty(seed: 7, townships: 6)
///     county.units.count        // towns, subdistricts, departments
package struct DemoCounty: Sendable {
    /// The county's name, which no real county has.
    package static let name = "岚川县"
    /// The seed of the shipped county.
    package static let defaultSeed: UInt64 = 610_999
    /// The number of towns of the shipped county.
    package static let defaultTownships = 14
    /// The numbers of towns for which there are names.
    package static let townshipRange = 4...TownNames.towns.count
    /// The number of months in the shipped Inbox.
    package static let defaultMonths = 2

    /// What everything is drawn from.
    package let seed: UInt64
    /// 填报单位: towns first, then subdistricts, then departments.
    package let units: [Unit]
    /// 花名册: sector by sector, in each the order of the units.
    package let roster: [RosterEntry]

    /// A number of towns outside `townshipRange` is taken for the nearest one in it.
    package init(seed: UInt64 = defaultSeed, townships: Int = defaultTownships) {
        self.seed = seed
        let range = Self.townshipRange
        let towns = min(max(townships, range.lowerBound), range.upperBound)
        units = UnitMaker(seed: seed, towns: towns).units
        roster = RosterMaker(seed: seed, units: units).roster
    }

    /// The last month of the shipped Inbox.
    package static let defaultUntil = "2020-06"

    /// The months of a demo: `count` of them, the last one June 2020.
    package static func months(_ count: Int) -> [Period] {
        months(count, until: defaultUntil) ?? []
    }

    /// The months of a demo that ends with another month, `YYYY-MM`; nil for one outside 2018–2029.
    package static func months(_ count: Int, until last: String) -> [Period]? {
        guard var period = Period(last), (2018...2029).contains(period.year) else { return nil }
        var months: [Period] = []
        for _ in 0..<max(1, count) {
            months.insert(period, at: 0)
            period = period.previous
        }
        return months
    }
}
