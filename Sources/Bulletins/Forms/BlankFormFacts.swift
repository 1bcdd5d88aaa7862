package import Campaigns
package import Formulas
package import Workbooks

/// What a unit's blank forms for a period are made from (空表).
package struct BlankFormFacts: Sendable {
    package var unit: Unit
    package var period: Period
    package var asOf: Moment
    /// The version of the campaign's tables, for the marker.
    package var version: String?
    /// By form and roster entry, the columns of `prev` as rules of this period see them.
    ///
    /// Entries of which nothing is known have none. Nil: nobody knows what was reported last month.
    package var previous: [String: [String: [String: SQLValue]]]?
    /// The unit's items of the three lists that are not verified, for the form in which it reports them.
    package var items: [ListItem]

    package init(
        unit: Unit, period: Period, asOf: Moment, version: String? = nil,
        previous: [String: [String: [String: SQLValue]]]? = nil, items: [ListItem] = []
    ) {
        self.unit = unit
        self.period = period
        self.asOf = asOf
        self.version = version
        self.previous = previous
        self.items = items
    }
}

/// A unit's workbook of blank forms, and what it does not check itself.
package struct BlankForms: Sendable {
    package var file: OutputFile
    /// The ids of its forms, in the order of its sheets.
    package var forms: [String]
    /// Rows that are there to be filled in.
    package var rows: Int
    /// By form, the rules that have no counterpart on a sheet, and are left to the county.
    package var leftToCounty: [String: [String]]
}

extension BulletinRenderer {
    /// The forms that a unit owes for a period, in one workbook; nil where it owes none.
    package func blankForms(_ facts: BlankFormFacts) throws(WorkbookError) -> BlankForms? {
        try BlankWorkbook(vocabulary: vocabulary, facts: facts).map { book throws(WorkbookError) in
            BlankForms(
                file: OutputFile(
                    path: vocabulary.names.shortName(of: facts.unit.code) + ".xlsx",
                    bytes: try book.draft.encoded(), unit: facts.unit.code),
                forms: book.sheets.map(\.layout.form.id),
                rows: book.sheets.reduce(0) { $0 + $1.layout.rows.count },
                leftToCounty: Dictionary(
                    uniqueKeysWithValues: book.sheets.map {
                        ($0.layout.form.id, $0.check.leftToCounty.map(\.id))
                    }))
        }
    }
}
