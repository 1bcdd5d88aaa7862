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
            record.vetoes += try vetoes(in: period).map { YearVeto(period: period, veto: $0) }
            let sheet = try reviews(in: period)
            let named = Set(sheet.map(\.unit))
            record.reviews = record.reviews.filter { !named.contains($0.unit) } + sheet
        }
        return record
    }

    /// The reviews of a period's sheet, in its order; a row whose unit nobody knows is none.
    private func reviews(in period: Period) throws -> [Review] {
        try campaign.forms.filter { $0.nature == .review }.flatMap { form in
            try rows(ofForm: form.id, in: period).compactMap { row -> Review? in
                let units = names.units(named: row.values["unit_name"]?.sql.description ?? "")
                guard units.count == 1, let unit = units.first else { return nil }
                return Review(
                    unit: unit.code,
                    votes: form.voteFields.compactMap { field in
                        row.values[field.id].flatMap(\.exact).map {
                            Review.Votes(field: field.id, count: $0)
                        }
                    })
            }
        }
    }
}
