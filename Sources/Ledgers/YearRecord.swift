package import Campaigns

/// What was published and written down of a year (年度): the raw material of the year's scores, December's
/// figures aside.
package struct YearRecord: Sendable {
    package var year: Int
    package var asOf: Moment
    /// The published months of the year, earliest first.
    package var months: [PublishedMonth]
    /// In the order of the months, then of the registers.
    package var vetoes: [YearVeto]
    /// Of each unit what the latest sheet that names it says; a unit that this sheet names twice stands
    /// here twice.
    package var reviews: [Review]

    package init(
        year: Int, asOf: Moment, months: [PublishedMonth] = [], vetoes: [YearVeto] = [],
        reviews: [Review] = []
    ) {
        self.year = year
        self.asOf = asOf
        self.months = months
        self.vetoes = vetoes
        self.reviews = reviews
    }
}

/// A veto (一票否决) and the month in whose register it stands.
package struct YearVeto: Hashable, Sendable {
    package var period: Period
    package var veto: Veto

    package init(period: Period, veto: Veto) {
        self.period = period
        self.veto = veto
    }
}

/// The votes that a unit got in the review of the year (述职评议测评); on the unit, never on a person.
package struct Review: Hashable, Sendable {
    package var unit: String
    /// By the id of the field, in the order of the form; an empty cell is no vote.
    package var votes: [Votes]

    /// How many chose one answer of the ballot; shares of the votes do as well.
    package struct Votes: Hashable, Sendable {
        package var field: String
        package var count: ExactDecimal

        package init(field: String, count: ExactDecimal) {
            self.field = field
            self.count = count
        }
    }

    package init(unit: String, votes: [Votes]) {
        self.unit = unit
        self.votes = votes
    }

    /// Nil where the row names no unit of the campaign; the checks have said so.
    init?(_ values: FieldValues, of form: Form, _ names: UnitNames) {
        guard let unit = names.unit(in: values) else { return nil }
        self.init(
            unit: unit,
            votes: form.voteFields.compactMap { field in
                values[field.id].flatMap(\.exact).map { Votes(field: field.id, count: $0) }
            })
    }
}
