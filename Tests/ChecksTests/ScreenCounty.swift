import Campaigns
import Checks
import Findings
import Formulas
import Ledgers
import Testing

/// A county of townships with villages, and what they reported month after month.
struct ScreenCounty {
    var campaign: Campaign
    let june: Period
    /// June first, then the months before it: by village and field.
    var months: [[String: FieldValues]]
    var rates: [UnitRate] = []

    static let form = Form(
        id: "rural", title: "农村月报表", sector: "rural", rowNoun: "村", submittedBy: ["township"],
        fields: [
            Field(id: "unit_name", header: "村名称", type: .subjectName),
            Field(id: "days", header: "坐班天数", type: .integer),
            Field(id: "visits", header: "走访户数", type: .integer),
            Field(id: "paid", header: "累计实发", type: .decimal, isCumulative: true),
            Field(id: "cadres", header: "干部人数", type: .integer, carries: true),
            Field(id: "files", header: "档案数", type: .integer),
        ])

    static let indicators = [
        Indicator(
            id: "R1", sector: "rural", title: "坐班率", form: "rural",
            numerator: "COUNT(*) FILTER (WHERE days >= :share * :workdays)",
            denominator: "COUNT(*)"),
        Indicator(
            id: "R2", sector: "rural", title: "建档率", form: "rural", numerator: "SUM(files)",
            denominator: "SUM(cadres)"),
    ]

    init(
        townships: Int = 8, villages: Int = 10, months: Int = 7, rules: [Rule] = [],
        settings: [String: String] = [:]
    ) throws {
        june = try SmallCounty.period("2020-06")
        var roster: [RosterEntry] = []
        for township in 1...townships {
            for village in 1...villages {
                roster.append(
                    RosterEntry(
                        code: "T\(township)V\(village)", name: "村\(township)-\(village)",
                        sector: "rural", unit: "T\(township)", ordinal: roster.count))
            }
        }
        campaign = Campaign(
            settings: Settings(texts: settings.merging(["share": "0.9"]) { own, _ in own }),
            units: (1...townships).map {
                Unit(
                    code: "T\($0)", name: "第\($0)镇", shortName: "第\($0)", kind: "township",
                    ordinal: $0)
            }, roster: roster, forms: [Self.form], rules: rules, indicators: Self.indicators)
        self.months = Array(repeating: [:], count: months)
    }

    func villages(of township: Int) -> [String] {
        campaign.roster.filter { $0.unit == "T\(township)" }.map(\.code)
    }

    /// Gives every village values, in June or in all months.
    mutating func fill(
        _ field: String, month: Int? = nil,
        _ value: (_ township: Int, _ village: Int, _ month: Int) -> Int?
    ) {
        for index in months.indices where month == nil || month == index {
            for entry in campaign.roster {
                let parts = entry.code.dropFirst().split(separator: "V").compactMap { Int($0) }
                guard let number = value(parts[0], parts[1], index) else { continue }
                months[index][entry.code, default: [:]][field] = .integer(number)
            }
        }
    }

    var history: ReportedHistory {
        var period = june
        return ReportedHistory(
            months: months.map { values in
                defer { period = period.previous }
                return ReportedMonth(period: period, values: ["rural": values])
            })
    }

    func suspicions() throws -> [Suspicion] {
        let asOf = Moment(june.lastDay, secondOfDay: 0)
        return try SuspicionSearch(campaign).suspicions(
            in: PeriodFacts(period: june, asOf: asOf), history, rates: rates, contradicted: [])
    }

    /// `F601 T1 T1V3`: the code, the unit and the entry of what is flagged.
    func found() throws -> [String] {
        try suspicions().map { suspicion in
            ([suspicion.finding.code, suspicion.flag.unit]
                + [suspicion.flag.subject].compactMap { $0 })
                .joined(separator: " ")
        }
    }
}

/// Random numbers that are the same on every machine.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }
}
