package import Campaigns
package import Workbooks

extension Form {
    /// The period whose value a visit speaks of: for what is counted by the month the visit's own, else
    /// the last one that ended on or before the visit.
    package func period(ofVisit date: CivilDate, _ asOf: InspectionItem.AsOf) -> Period {
        var period = Period(containing: date)
        if asOf == .month {
            while !isDue(in: period) { period = period.next }
            return period
        }
        if date < period.lastDay { period = period.previous }
        while !isDue(in: period) { period = period.previous }
        return period
    }
}
