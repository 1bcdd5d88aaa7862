package import Campaigns
import Formulas
import GRDB

extension Ledger {
    /// What was published and written down of a year, as it was known at a moment.
    package func yearRecord(
        of year: Int, of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> YearRecord {
        try reading { db in
            try LedgerSnapshot(db, of: campaign, asOf: moment).yearRecord(of: year)
        }
    }

    /// The years in which any month was published, earliest first.
    package func publishedYears() throws(LedgerError) -> [Int] {
        try reading { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT CAST(substr(period, 1, 4) AS INTEGER) AS year
                    FROM publication ORDER BY year
                    """)
        }
    }
}

extension LedgerSnapshot {
    func yearRecord(of year: Int) throws -> YearRecord {
        var record = YearRecord(year: year, asOf: asOf)
        let periods = (1...12).compactMap { Period(year: year, month: $0) }
        guard let last = periods.last else { return record }
        record.months = try history(before: last.next, publications().map(\.period))
            .filter { $0.period.year == year }.sorted { $0.period < $1.period }
        for period in periods {
            record.vetoes += try registered(in: period).compactMap(\.veto)
                .map { YearVeto(period: period, veto: $0) }
        }
        record.reviews = try campaign.forms.filter { $0.nature == .review }.flatMap { form in
            try periods.flatMap { try reviews(of: form, in: $0) }
                .standing(replacing: false, by: \.unit).map(\.line)
        }
        return record
    }
}
