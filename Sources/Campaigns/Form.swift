/// A return that units owe (报表).
package struct Form: Hashable, Sendable {
    /// ASCII, unique; also the name of its view in formulas.
    package var id: String
    package var title: String
    /// The roster's sector; nil: rows are taken as submitted.
    package var sector: String?
    /// What a row is: 行政村.
    package var rowNoun: String
    /// Unit kinds.
    package var submittedBy: [String]
    package var cycle: Cycle
    /// The folder that its files come in; the only one for an inspection form or a register.
    package var folder: String?
    /// In the order of the table, which is the order of the columns on the sheet.
    package var fields: [Field] { didSet { nature = Self.nature(of: fields) } }
    /// What its fields tell of it.
    package private(set) var nature: Nature

    /// How often it is due; quarterly ones in March, June, September and December.
    package enum Cycle: String, Sendable, CaseIterable {
        case month, quarter, year
    }

    /// What kind of rows it holds, told by its fields.
    package enum Nature: Sendable {
        /// One row a roster entry, or free rows where it has no sector; from reporting units.
        case units
        /// 暗访核查记录: one row a visit and item, from the inspectors.
        case inspection
        /// 加分与一票否决登记: one row an award, from the office.
        case register
        /// 述职评议测评登记: one row a unit with the votes that it got, from the office, once a year.
        case review
    }

    package init(
        id: String, title: String, sector: String? = nil, rowNoun: String = "",
        submittedBy: [String] = [], cycle: Cycle = .month, folder: String? = nil,
        fields: [Field] = []
    ) {
        self.id = id
        self.title = title
        self.sector = sector
        self.rowNoun = rowNoun
        self.submittedBy = submittedBy
        self.cycle = cycle
        self.folder = folder
        self.fields = fields
        nature = Self.nature(of: fields)
    }

    private static func nature(of fields: [Field]) -> Nature {
        let ids = Set(fields.map(\.id))
        if ids.isSuperset(of: inspectionFields) { return .inspection }
        if ids.isSuperset(of: registerFields) { return .register }
        return ids.contains("unit_name") && fields.contains(where: \.isVote) ? .review : .units
    }

    /// The fields that hold votes of a review (述职评议测评), one for each answer on the ballot.
    package var voteFields: [Field] { fields.filter(\.isVote) }

    private static let inspectionFields: Set = [
        "unit_code", "visit_date", "item", "observed", "result", "verdict", "feedback",
    ]
    private static let registerFields: Set = ["unit_name", "points", "basis"]

    package func field(_ id: String) -> Field? { fields.first { $0.id == id } }

    /// The fields whose sums over a quarter are columns of the view: numbers that are not cumulative.
    package var quarterFields: [Field] { fields.filter { $0.type.isNumber && !$0.isCumulative } }

    package func isDue(in period: Period) -> Bool {
        switch cycle {
        case .month: true
        case .quarter: period.month % 3 == 0
        case .year: period.month == 12
        }
    }
}

/// A column of a form (栏目).
package struct Field: Hashable, Sendable {
    package var id: String
    /// As the issued form heads it.
    package var header: String
    package var aliases: [String]
    package var type: FieldType
    /// 人, 万元 …; nil for none.
    package var unit: String?
    package var required: Requirement
    package var minimum: Bound?
    package var maximum: Bound?
    /// The name of the list of `choices` for enumerations.
    package var choices: String?
    package var blank: BlankPolicy
    /// Where a row is missing, the latest earlier accepted value stands.
    package var carries: Bool
    /// Adds up over the year and restarts each January.
    package var isCumulative: Bool
    /// Describes one identifiable person: only sums leave the office.
    package var isIndividual: Bool
    package var help: String

    package enum Requirement: Hashable, Sendable {
        case never, always
        /// SQL over the row's bare names.
        case when(String)
    }

    package enum Bound: Hashable, Sendable {
        case number(Double, digits: String)
        /// SQL over the row's bare names and parameters.
        case sql(String)
    }

    /// What 无, — and an empty cell mean in a number column.
    package enum BlankPolicy: String, Sendable, CaseIterable {
        case missing, zero
        case notApplicable = "not_applicable"
    }

    /// It holds the votes of a review.
    fileprivate var isVote: Bool { id.hasPrefix("votes_") }

    package init(
        id: String, header: String, aliases: [String] = [], type: FieldType, unit: String? = nil,
        required: Requirement = .never, minimum: Bound? = nil, maximum: Bound? = nil,
        choices: String? = nil, blank: BlankPolicy = .missing, carries: Bool = false,
        isCumulative: Bool = false, isIndividual: Bool = false, help: String = ""
    ) {
        self.id = id
        self.header = header
        self.aliases = aliases
        self.type = type
        self.unit = unit
        self.required = required
        self.minimum = minimum
        self.maximum = maximum
        self.choices = choices
        self.blank = blank
        self.carries = carries
        self.isCumulative = isCumulative
        self.isIndividual = isIndividual
        self.help = help
    }
}

/// What a field holds.
package enum FieldType: Hashable, Sendable {
    case text, note, integer, decimal, percent, date, code
    /// The roster entry's code and name: what makes a row a row.
    case subjectCode, subjectName
    /// A reporting unit's name.
    case unitName
    case enumeration(String)

    /// Reads the table's word: `integer`, `subject_code`, `enum:site_status`; nil for any other.
    package init?(_ word: String) {
        switch word {
        case "text": self = .text
        case "note": self = .note
        case "integer": self = .integer
        case "decimal": self = .decimal
        case "percent": self = .percent
        case "date": self = .date
        case "code": self = .code
        case "subject_code": self = .subjectCode
        case "subject_name": self = .subjectName
        case "unit_name": self = .unitName
        default:
            guard word.hasPrefix("enum:"), word.utf8.count > 5 else { return nil }
            self = .enumeration(String(word.dropFirst(5)))
        }
    }

    package var isNumber: Bool {
        switch self {
        case .integer, .decimal, .percent: true
        default: false
        }
    }

    /// SQLite's type of the column in views.
    package var sqlType: String {
        switch self {
        case .integer: "INTEGER"
        case .decimal, .percent: "REAL"
        default: "TEXT"
        }
    }
}

/// The accepted spellings of one enumeration (选项).
package struct ChoiceList: Hashable, Sendable {
    package var name: String
    /// Canonical values in the order of the table.
    package var values: [String]
    /// Canonical value by folded spelling (`Folding.key`).
    package var spellings: [String: String]

    package init(name: String, values: [String] = [], spellings: [String: String] = [:]) {
        self.name = name
        self.values = values
        self.spellings = spellings
    }
}
