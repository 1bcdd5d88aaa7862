import Assessments
import Campaigns
import Findings
import Ledgers
import Testing
import Workbooks

/// A county in two neighbouring months, the first one published.
struct TwoMonths {
    var last: TestCounty
    var this: TestCounty
    /// By other tables than `last` says, where that is set.
    var lastAsTold: TestCounty?
    /// `this` tables over the units and roster of `lastAsTold`.
    var lastHalfWay: TestCounty?
    var areTablesLost = false

    /// A month, and the same again a month later.
    init(_ last: TestCounty) throws {
        self.last = last
        this = last
        this.period = last.period.next
        this.asOf = nil
    }

    /// Two months of one county with an indicator over `rural`, `A` … with 100 due.
    init(
        done: [(unit: String, done: Double)], _ period: String = "2020-05",
        _ indicators: [Indicator] = [TestCounty.indicator()]
    ) throws {
        var county = try TestCounty(period)
        county.indicators = indicators
        for (unit, done) in done { county.add(unit, done: done) }
        try self.init(county)
    }

    /// What `county` gave last month, as it is published.
    static func ranks(_ county: TestCounty) throws -> [PublishedRank] {
        let assessment = try county.assess()
        return assessment.groups.flatMap { group in
            group.standings.map {
                PublishedRank(
                    unit: $0.unit, group: group.name, rank: $0.rank, score: $0.score,
                    weights: assessment.weights)
            }
        }
    }

    /// The moves of the second month; what was published is what the first one gave, unless the second
    /// one says otherwise.
    func moves() throws -> Moves {
        var this = this
        if this.previous.isEmpty { this.previous = try Self.ranks(lastAsTold ?? last) }
        let assessor = Assessor(campaign: this.campaign)
        var tables = FormerTables.same
        if let told = lastAsTold {
            let halfWay = try lastHalfWay.map { (campaign: $0.campaign, facts: try $0.facts) }
            tables = .other(
                try FormerScores(
                    former: (told.campaign, try told.facts), formerRoster: halfWay))
        }
        if areTablesLost { tables = .lost }
        return try Mover(
            campaign: this.campaign,
            from: LastMonth(month: assessor.assessed(last.facts), tables: tables),
            to: assessor.assessed(this.facts)
        ).moves
    }

    func move(_ unit: String = "A") throws -> Move {
        guard case .split(let move) = try moves()[unit] else {
            throw Missing(what: "the move of \(unit)")
        }
        return move
    }

    struct Missing: Error { var what: String }

    /// The parts of a unit's move as they are printed.
    func parts(_ unit: String = "A") throws -> [String] {
        try move(unit).parts.map { part in
            "\(part.cause.detail(in: this.campaign).english): \(Hundredths.signed(part.hundredths))"
        }
    }

    static func returned(_ unit: String, at moment: Moment) -> Delivery {
        Delivery(
            form: "rural", unit: unit, period: nil, file: "x.xlsx", sheet: nil, received: moment,
            status: .returned, isLate: false, lateDays: 0, revision: 0, rows: 0, findings: [])
    }
}
