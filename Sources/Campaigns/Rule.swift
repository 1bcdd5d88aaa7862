package import Findings
package import Workbooks

/// A check of the campaign (校核规则): a row of `rules`.
package struct Rule: Hashable, Sendable {
    package var id: String
    /// A form's id, or `*`.
    package var form: String
    package var kind: Kind
    package var severity: Severity
    package var test: Test
    /// With holes such as `{cur.file_done}`; empty for a built-in check: the catalogue's words stand.
    package var message: Bilingual
    package var advice: Bilingual
    /// The rule applies to periods wholly inside; nil is open.
    package var from: CivilDate?
    package var to: CivilDate?
    package var state: State

    package enum Kind: String, Sendable, CaseIterable {
        case file, cell, screen, row, month, form, roster, inspection
    }

    package enum State: String, Sendable, CaseIterable {
        /// Evaluated and logged; no verdict, not shown to units.
        case trial
        case active
        /// Not evaluated.
        case retired
    }

    package enum Test: Hashable, Sendable {
        /// True where the rule is violated.
        case sql(String)
        case builtIn(Check)
    }

    package init(
        id: String, form: String, kind: Kind, severity: Severity, test: Test,
        message: Bilingual = Bilingual("", ""), advice: Bilingual = Bilingual("", ""),
        from: CivilDate? = nil, to: CivilDate? = nil, state: State = .active
    ) {
        self.id = id
        self.form = form
        self.kind = kind
        self.severity = severity
        self.test = test
        self.message = message
        self.advice = advice
        self.from = from
        self.to = to
        self.state = state
    }

    package func applies(to form: String, in period: Period) -> Bool {
        state != .retired && (self.form == "*" || self.form == form)
            && (from.map { $0 <= period.firstDay } ?? true)
            && (to.map { period.lastDay <= $0 } ?? true)
    }
}

/// A measure (指标): a row of `indicators`.
package struct Indicator: Hashable, Sendable {
    package var id: String
    package var sector: String
    package var title: String
    /// A form's id, or `submission`; `inspection` and `ledger` are forms like any other.
    package var form: String
    package var numerator: String
    package var denominator: String
    package var credit: Credit
    /// Nil: not applicable to anyone.
    package var target: ExactDecimal?
    package var base: ExactDecimal
    package var phase: Phase
    package var due: CivilDate?
    package var weightTownship: ExactDecimal
    package var weightDepartment: ExactDecimal
    /// The rate is replaced by 1 − rate.
    package var isLowerBetter: Bool

    package enum Credit: String, Sendable, CaseIterable {
        case unit
        case coUnit = "co_unit"
        case both
    }

    package enum Phase: String, Sendable, CaseIterable {
        case monthly, linear, deadline, annual
    }

    package init(
        id: String, sector: String, title: String, form: String, numerator: String,
        denominator: String, credit: Credit = .unit, target: ExactDecimal? = nil,
        base: ExactDecimal = .zero, phase: Phase = .monthly, due: CivilDate? = nil,
        weightTownship: ExactDecimal = .zero, weightDepartment: ExactDecimal = .zero,
        isLowerBetter: Bool = false
    ) {
        self.id = id
        self.sector = sector
        self.title = title
        self.form = form
        self.numerator = numerator
        self.denominator = denominator
        self.credit = credit
        self.target = target
        self.base = base
        self.phase = phase
        self.due = due
        self.weightTownship = weightTownship
        self.weightDepartment = weightDepartment
        self.isLowerBetter = isLowerBetter
    }

    /// The weight for a unit of a kind: `department` takes the department's, every other the township's.
    package func weight(forKind kind: String) -> ExactDecimal {
        kind == "department" ? weightDepartment : weightTownship
    }
}

/// What an inspector checks (检查项目): a row of `inspection_items`.
package struct InspectionItem: Hashable, Sendable {
    package var id: String
    package var title: String
    /// The form and field compared; nil: a clue only.
    package var target: Target?
    package var asOf: AsOf
    package var tolerance: Tolerance

    package struct Target: Hashable, Sendable {
        package var form: String
        package var field: String

        package init(form: String, field: String) {
            self.form = form
            self.field = field
        }
    }

    package enum AsOf: String, Sendable, CaseIterable {
        case state, month, cumulative
    }

    package enum Tolerance: Hashable, Sendable {
        case absolute(Double)
        /// A share of the reported value.
        case relative(Double)
    }

    package init(
        id: String, title: String, target: Target? = nil, asOf: AsOf = .state,
        tolerance: Tolerance = .absolute(0)
    ) {
        self.id = id
        self.title = title
        self.target = target
        self.asOf = asOf
        self.tolerance = tolerance
    }
}

/// A one-off task (任务清单): a row of `tasks`.
package struct CampaignTask: Hashable, Sendable {
    package var id: String
    package var title: String
    /// Unit kinds or unit names.
    package var who: [String]
    package var due: CivilDate?
    package var quote: String

    package init(id: String, title: String, who: [String], due: CivilDate?, quote: String) {
        self.id = id
        self.title = title
        self.who = who
        self.due = due
        self.quote = quote
    }
}

/// Who is mailed what (收件人): a row of `recipients`.
package struct Recipient: Hashable, Sendable {
    /// A unit kind (then each unit of it, at its own mailbox) or a name.
    package var name: String
    package var mailbox: String?
    package var gets: Set<Mail>
    package var role: String

    package enum Mail: String, Sendable, CaseIterable {
        case bulletin, feedback, reminder, lists
    }

    package init(name: String, mailbox: String?, gets: Set<Mail>, role: String) {
        self.name = name
        self.mailbox = mailbox
        self.gets = gets
        self.role = role
    }
}
