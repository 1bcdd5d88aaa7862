package import Workbooks

/// A reporting unit (填报单位): a township, a subdistrict, a department.
package struct Unit: Hashable, Sendable {
    package var code: String
    package var name: String
    package var shortName: String
    package var aliases: [String]
    /// A free ASCII word matched with `forms.submitted_by`; `department` takes department weights.
    package var kind: String
    /// 排名分组; nil: the unit is not scored.
    package var rankGroup: String?
    package var mailbox: String?
    package var validFrom: CivilDate?
    /// The last valid day; nil while it is valid.
    package var validTo: CivilDate?
    package var mergedInto: String?
    /// Every further column of the table by its name (`has_dangzu`), empty cells left out.
    package var attributes: [String: String]
    /// The place in the table, which decides ties.
    package var ordinal: Int

    package func isValid(on date: CivilDate) -> Bool {
        (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
    }

    package init(
        code: String, name: String, shortName: String, aliases: [String] = [], kind: String,
        rankGroup: String? = nil, mailbox: String? = nil, validFrom: CivilDate? = nil,
        validTo: CivilDate? = nil, mergedInto: String? = nil, attributes: [String: String] = [:],
        ordinal: Int = 0
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.aliases = aliases
        self.kind = kind
        self.rankGroup = rankGroup
        self.mailbox = mailbox
        self.validFrom = validFrom
        self.validTo = validTo
        self.mergedInto = mergedInto
        self.attributes = attributes
        self.ordinal = ordinal
    }
}

/// One expected row of a form (花名册): a village, a community, an enterprise, a branch.
package struct RosterEntry: Hashable, Sendable {
    package var code: String
    package var name: String
    package var aliases: [String]
    package var sector: String
    /// The code of the unit that reports it.
    package var unit: String
    /// The code of the unit that shares the responsibility (派出单位、业务主管).
    package var coUnit: String?
    /// Every further column by its name, empty cells left out.
    package var attributes: [String: String]
    package var validFrom: CivilDate?
    package var validTo: CivilDate?
    package var mergedInto: String?
    package var ordinal: Int

    package func isValid(on date: CivilDate) -> Bool {
        (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
    }

    package init(
        code: String, name: String, aliases: [String] = [], sector: String, unit: String,
        coUnit: String? = nil, attributes: [String: String] = [:], validFrom: CivilDate? = nil,
        validTo: CivilDate? = nil, mergedInto: String? = nil, ordinal: Int = 0
    ) {
        self.code = code
        self.name = name
        self.aliases = aliases
        self.sector = sector
        self.unit = unit
        self.coUnit = coUnit
        self.attributes = attributes
        self.validFrom = validFrom
        self.validTo = validTo
        self.mergedInto = mergedInto
        self.ordinal = ordinal
    }
}
