package import Campaigns

/// What a county reported in a month and in those before it (上报历史), latest first.
///
/// As it was reported, of the returns that stand: nothing carried, nothing that an inspection confirmed.
package struct ReportedHistory: Sendable {
    /// The month itself, then the earlier ones; a month of which nothing was accepted is among them.
    package var months: [ReportedMonth]

    package init(months: [ReportedMonth]) {
        self.months = months
    }
}

/// What was reported in one month.
package struct ReportedMonth: Sendable {
    package var period: Period
    /// By form, roster entry and field.
    package var values: [String: [String: FieldValues]]

    package init(period: Period, values: [String: [String: FieldValues]]) {
        self.period = period
        self.values = values
    }
}

extension Ledger {
    /// What was reported in a month and in a number of months before it.
    package func reported(
        upTo period: Period, months count: Int, of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> ReportedHistory {
        let forms = campaign.forms.filter { $0.nature == .units && $0.sector != nil }
        return try reading { db in
            let snapshot = try LedgerSnapshot(
                db, of: campaign, asOf: moment, forms: Set(forms.map(\.id)))
            var months: [ReportedMonth] = []
            var period = period
            for _ in 0...max(0, count) {
                var values: [String: [String: FieldValues]] = [:]
                for form in forms { values[form.id] = try snapshot.values(of: form, in: period) }
                months.append(ReportedMonth(period: period, values: values))
                period = period.previous
            }
            return ReportedHistory(months: months)
        }
    }
}
