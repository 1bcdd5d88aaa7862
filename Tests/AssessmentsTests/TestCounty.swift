import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing
import Workbooks

/// A county small enough to be computed by hand.
///
/// Form `rural` (month, sector `rural`, reported by townships) has the fields `done` and `due`; form
/// `ledger` has no sector. What is not said holds as shipped: 0.5 a late day, 2 a missing return, …
struct TestCounty {
    var settings: [String: String] = ["unranked_below": "0"]
    var open: Set<String> = []
    var units: [Unit] = []
    var indicators: [Indicator] = []
    var forms = [TestCounty.rural, TestCounty.ledger, TestCounty.inspection]
    var roster: [RosterEntry] = []
    var tasks: [CampaignTask] = []
    var period: Period
    /// When the figures are made; by default two days after the due time.
    var asOf: Moment?
    /// Rows of the view `rural`: code, unit, co-unit, done, due, reported.
    var rows: [Row] = []
    var expected: [ExpectedReturn] = []
    var deliveries: [Delivery] = []
    var inspections: [InspectionRecord] = []
    var misreports: [InspectionRecord] = []
    var awards: [Award] = []
    var vetoes: [Veto] = []
    var previous: [PublishedRank] = []
    var bottoms: [(period: Period, units: Set<String>)] = []

    struct Row {
        var code: String
        var unit: String
        var coUnit: String?
        var done: SQLValue
        var due: SQLValue
        var isReported = true
    }

    static let rural = Form(
        id: "rural", title: "农村月报", sector: "rural", submittedBy: ["township"],
        fields: [
            Field(id: "done", header: "完成数", type: .decimal),
            Field(id: "due", header: "应完成数", type: .decimal),
        ])
    static let ledger = Form(
        id: "ledger", title: "清单", submittedBy: ["township", "department"],
        fields: [Field(id: "progress", header: "进展", type: .text)])
    static let inspection = Form(
        id: "inspection", title: "暗访记录", folder: "暗访",
        fields: [
            "visit_id", "unit_code", "visit_date", "item", "observed", "result", "verdict",
            "feedback", "duty_unit",
        ].map { Field(id: $0, header: $0, type: .text) })

    init(_ period: String = "2020-06") throws {
        self.period = try #require(Period(period))
    }

    /// A township of the group 乡镇组, with rows and accepted returns still to come.
    static func township(
        _ code: String, group: String? = "乡镇组", kind: String = "township", validTo: String? = nil
    ) -> Unit {
        Unit(
            code: code, name: code + "镇", shortName: code, kind: kind, rankGroup: group,
            validTo: validTo.flatMap { CivilDate($0) })
    }

    /// An indicator over `rural` as `SUM(done) / SUM(due)`.
    static func indicator(
        _ id: String = "R01", target: String? = "1", base: String = "0",
        phase: Indicator.Phase = .monthly, due: String? = nil, credit: Indicator.Credit = .unit,
        weight: String = "10", department: String = "10", numerator: String = "SUM(done)",
        denominator: String = "SUM(due)", form: String = "rural", lower: Bool = false
    ) -> Indicator {
        Indicator(
            id: id, sector: "rural", title: "指标" + id, form: form, numerator: numerator,
            denominator: denominator, credit: credit, target: target.flatMap { ExactDecimal($0) },
            base: ExactDecimal(base) ?? .zero, phase: phase, due: due.flatMap { CivilDate($0) },
            weightTownship: ExactDecimal(weight) ?? .zero,
            weightDepartment: ExactDecimal(department) ?? .zero, isLowerBetter: lower)
    }

    /// Adds a township with one row and an accepted return.
    mutating func add(
        _ code: String, done: Double, due: Double = 100, group: String? = "乡镇组"
    ) {
        units.append(Self.township(code, group: group))
        rows.append(Row(code: code + "1", unit: code, done: .real(done), due: .real(due)))
        expected.append(Self.accepted(code))
    }

    static func accepted(
        _ unit: String, form: String = "rural", lateDays: Int? = nil
    ) -> ExpectedReturn {
        ExpectedReturn(
            form: form, unit: unit, isAccepted: true, isLate: lateDays != nil,
            lateDays: lateDays ?? 0, firstOKRows: 1, totalRows: 1)
    }

    static func missing(_ unit: String, form: String = "rural") -> ExpectedReturn {
        ExpectedReturn(
            form: form, unit: unit, isAccepted: false, isLate: false, lateDays: 0,
            firstOKRows: 0, totalRows: 1)
    }

    static func record(
        _ visit: String = "AF1", unit: String, result: String = "相符", verdict: String = "相符"
    ) -> InspectionRecord {
        InspectionRecord(
            visit: visit, visitDate: "2020-06-10", item: "I01", subject: unit + "1",
            dutyUnit: unit, observed: "1", result: result, feedback: "无异议", verdict: verdict,
            isConfirmed: true)
    }

    var campaign: Campaign {
        Campaign(
            settings: Settings(texts: settings, open: open), units: units, roster: roster,
            forms: forms, indicators: indicators, tasks: tasks)
    }

    var facts: PeriodFacts {
        get throws {
            let due = campaign.due(period)
            let later = Moment(due.date.adding(days: 2), secondOfDay: due.secondOfDay)
            var facts = PeriodFacts(period: period, asOf: asOf ?? later)
            facts.views["rural"] = view
            facts.views["ledger"] = FormView(
                name: "ledger",
                columns: ["unit", "co_unit", "progress"].map { .init($0, "TEXT") },
                rows: [])
            facts.views["submission"] = submission
            facts.expected = expected
            facts.deliveries = deliveries
            facts.inspections = inspections
            facts.views["inspection"] = FormView(
                name: "inspection",
                columns: ["code", "unit", "co_unit", "result"].map { .init($0, "TEXT") },
                rows: inspections.map {
                    [.text($0.subject), .text($0.dutyUnit), .null, .text($0.result)]
                })
            facts.misreports = misreports
            facts.awards = awards
            facts.vetoes = vetoes
            for rank in previous { facts.previousRanks[rank.unit] = rank }
            facts.history = bottoms.map { PublishedMonth(period: $0.period, bottom: $0.units) }
            return facts
        }
    }

    private var view: FormView {
        FormView(
            name: "rural",
            columns: [
                .init("code", "TEXT"), .init("name", "TEXT"), .init("unit", "TEXT"),
                .init("co_unit", "TEXT"), .init("roster_kind", ""), .init("done", "REAL"),
                .init("due", "REAL"), .init("reported", "INTEGER"), .init("done_quarter", "REAL"),
            ],
            rows: rows.map {
                [
                    .text($0.code), .text($0.code + "村"), .text($0.unit),
                    $0.coUnit.map { .text($0) } ?? .null, .text("村"), $0.done, $0.due,
                    .integer($0.isReported ? 1 : 0), $0.done,
                ]
            })
    }

    private var submission: FormView {
        FormView(
            name: "submission", columns: FormSchema.submission.sqlColumns,
            rows: expected.filter { !$0.isExcused }.map {
                [
                    .text($0.unit), .text($0.form), .integer($0.isAccepted && !$0.isLate ? 1 : 0),
                    .integer($0.firstOKRows), .integer($0.totalRows),
                ]
            })
    }

    func assess() throws -> Assessment { try Assessor(campaign: campaign).assess(facts) }

    /// The assessment's standing of a unit.
    func standing(_ unit: String) throws -> Standing {
        try #require(
            assess().groups.flatMap(\.standings).first { $0.unit == unit })
    }

    /// The first indicator's row of a unit, or of `county`.
    func row(_ code: String, of indicator: String = "R01") throws -> IndicatorRow {
        let result = try #require(assess().indicators.first { $0.id == indicator })
        return try #require(result.rows.first { $0.code == code })
    }
}
