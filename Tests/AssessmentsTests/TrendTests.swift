import Assessments
import Campaigns
import Ledgers
import Testing

/// Near ties, progress, the bottom, the year to date and the series, by hand.
struct TrendTests {
    private static let june = Period(year: 2020, month: 6)

    /// Standings of one group by score; nil is unranked.
    private func standings(_ scores: [(String, String?)]) -> [Standing] {
        scores.map { unit, score in
            var standing = Standing(unit: unit, name: unit + "镇")
            standing.score = score
            standing.isUnranked = score == nil
            // No score here has another number of digits before its point.
            standing.rank = score.map { score in
                1 + scores.count { other in (other.1 ?? "") > score }
            }
            return standing
        }
    }

    private func assessment(
        of period: String = "2020-06", _ scores: [(String, String?)], bottom: [String] = [],
        weights: String = "w", isDraft: Bool = false
    ) throws -> Assessment {
        let period = try #require(Period(period))
        var assessment = Assessment(
            period: period, asOf: Moment(period.next.firstDay, secondOfDay: 0),
            isDraft: isDraft,
            groups: [RankGroup(name: "乡镇组", standings: standings(scores))], indicators: [],
            weights: weights, talks: [])
        assessment.bottom = bottom
        return assessment
    }

    private func month(
        _ period: String, _ scores: [(String, String?)], bottom: Set<String> = [],
        weights: String = "w", group: String = "乡镇组"
    ) throws -> PublishedMonth {
        PublishedMonth(
            period: try #require(Period(period)),
            ranks: standings(scores).map {
                PublishedRank(
                    unit: $0.unit, group: group, rank: $0.rank, score: $0.score, weights: weights)
            }, bottom: bottom)
    }

    private func trends(
        _ assessment: Assessment, _ history: [PublishedMonth] = [],
        settings: [String: String] = [:]
    ) -> Trends {
        Trends(assessment, history: history, settings: Settings(texts: settings))
    }

    // MARK: Near ties

    private func ties(
        _ scores: [String], settings: [String: String] = [:]
    ) throws -> [NearTie] {
        let named = scores.enumerated().map { ("U\($0.offset + 1)", Optional($0.element)) }
        return try trends(assessment(named), settings: settings).groups[0].nearTies
    }

    @Test func `neighbouring ranks that differ by less than 0.2 are a near tie`() throws {
        let ties = try ties(["95.00", "90.00", "88.15", "88.10", "87.96", "80.00"])
        #expect(ties.map { [$0.first, $0.last] } == [[3, 5]])
        #expect(ties[0].names == ["U3镇", "U4镇", "U5镇"])
        #expect(ties[0].spread == "0.19" && ties[0].isClose)
    }

    @Test func `a difference of exactly 0.2 is none, by decimals and not by binary numbers`() throws
    {
        #expect(try ties(["90.30", "90.10"]).isEmpty)
        #expect(try ties(["90.29", "90.10"]).count == 1)
    }

    @Test func `a run goes on while each is near the next, and says how far its ends lie apart`()
        throws
    {
        let run = try #require(try ties(["90.30", "90.15", "90.00"]).first)
        #expect([run.first, run.last] == [1, 3])
        #expect(run.spread == "0.30" && !run.isClose)
    }

    @Test func `units that share one rank have no order; with a neighbour they are in its run`()
        throws
    {
        #expect(try ties(["90.00", "90.00"]).isEmpty)
        let run = try #require(try ties(["90.00", "90.00", "89.90"]).first)
        #expect([run.first, run.last] == [1, 3] && run.names.count == 3)
    }

    @Test func `the distance is a setting, and 0 turns it off`() throws {
        #expect(try ties(["90.50", "90.00"], settings: ["near_tie": "0.6"]).count == 1)
        #expect(try ties(["90.00", "89.99"], settings: ["near_tie": "0"]).isEmpty)
    }

    // MARK: Progress

    @Test func `progress is the change since last month, and equal changes share a place`() throws {
        let now = try assessment([("A", "90.10"), ("B", "80.00"), ("C", "75.10"), ("D", "70.00")])
        let may = try month(
            "2020-05", [("A", "90.00"), ("B", "81.00"), ("C", "75.00"), ("D", "60.00")])
        let progress = trends(now, [may]).groups[0].units.map(\.progress)
        #expect(progress.map { $0?.change } == ["0.10", "-1.00", "0.10", "10.00"])
        #expect(progress.map { $0?.place } == [2, 4, 2, 1])
        #expect(progress.map { $0?.isRise } == [true, false, true, true])
    }

    @Test func `months with other weights, another group or no rank are not compared`() throws {
        let now = try assessment([("A", "90.10"), ("B", nil)])
        func places(_ month: PublishedMonth) -> [Int?] {
            trends(now, [month]).groups[0].units.map { $0.progress?.place }
        }
        let scores: [(String, String?)] = [("A", "80.00"), ("B", "80.00")]
        #expect(try places(month("2020-05", scores)) == [1, nil])
        #expect(try places(month("2020-05", scores, weights: "v")) == [nil, nil])
        #expect(try places(month("2020-05", scores, group: "别组")) == [nil, nil])
        #expect(try places(month("2020-05", [("A", nil), ("B", nil)])) == [nil, nil])
        // April is not last month.
        #expect(try places(month("2020-04", scores)) == [nil, nil])
    }

    @Test
    func `what was corrected is compared as it was last told, and marked for whom it changed`()
        throws
    {
        let now = try assessment([("A", "92.00"), ("B", "80.00")])
        var may = try month("2020-05", [("A", "30.00"), ("B", "79.00")])
        let corrected = try month("2020-05", [("A", "80.00"), ("B", "79.00")])
        may.corrections = [.init(number: 1, ranks: corrected.ranks, bottom: [])]
        let trends = trends(now, [may])
        let units = trends.groups[0].units
        #expect(units.map { $0.progress?.change } == ["12.00", "1.00"])
        #expect(units.map { $0.yearToDate?.mean } == ["86.00", "79.50"])
        #expect(units.map { $0.months.map(\.isCorrected) } == [[true, false], [true, false]])
        #expect(trends.correctedMonths == [may.period] && trends.isLastMonthCorrected)
        // B's rank was 1 while A's return had not come.
        #expect(units.map { $0.months.first?.rank } == [1, 2])
        // A correction of other figures alone marks nothing.
        may.corrections = [.init(number: 1, ranks: may.ranks, bottom: [])]
        #expect(!self.trends(now, [may]).isLastMonthCorrected)
    }

    // MARK: Year to date

    @Test func `the year to date is the mean of the months in which a unit was ranked`() throws {
        let now = try assessment([("A", "90.00"), ("B", "80.00"), ("C", nil)])
        let history = [
            try month("2020-05", [("A", "90.01"), ("B", nil), ("C", "70.00")]),
            // Another year.
            try month("2019-12", [("A", "10.00"), ("B", "10.00"), ("C", "10.00")]),
        ]
        let years = trends(now, history).groups[0].units.map(\.yearToDate)
        // 180.01 / 2 = 90.005, half away from zero.
        #expect(years.map { $0?.mean } == ["90.01", "80.00", "70.00"])
        #expect(years.map { $0?.months } == [2, 1, 1])
        #expect(years.map { $0?.rank } == [1, 2, 3])
    }

    @Test func `means that are equal as printed share a rank`() throws {
        let now = try assessment([("A", "90.01"), ("B", "90.00"), ("C", "80.00")])
        let may = try month("2020-05", [("A", "90.00"), ("B", "90.01"), ("C", "80.00")])
        let units = trends(now, [may]).groups[0].units
        #expect(units.map { $0.yearToDate?.rank } == [1, 1, 3])
    }

    @Test func `a change of weights within the year is said, one before it is not`() throws {
        let now = try assessment([("A", "90.00")])
        let scores: [(String, String?)] = [("A", "90.00")]
        #expect(
            try trends(now, [month("2020-05", scores, weights: "v")]).hasChangedWeights)
        #expect(
            try !trends(now, [month("2019-12", scores, weights: "v")]).hasChangedWeights)
    }

    // MARK: Bottom and series

    @Test func `months in the bottom are counted in the year and running`() throws {
        let scores: [(String, String?)] = [("A", "90.00"), ("B", "80.00"), ("C", "70.00")]
        let history = [
            try month("2020-02", scores, bottom: ["C"]),
            try month("2020-01", scores, bottom: ["C", "B"]),
            try month("2019-12", scores, bottom: ["C", "B"]),
        ]
        let units = try trends(assessment(of: "2020-03", scores, bottom: ["C"]), history)
            .groups[0].units
        #expect(units.map(\.bottomMonths) == [0, 1, 3])
        #expect(units.map(\.bottomRun) == [0, 0, 4])
    }

    @Test func `January begins a new year, but the bottom runs on`() throws {
        let scores: [(String, String?)] = [("A", "90.00")]
        let december = try month("2019-12", scores, bottom: ["A"])
        let unit = try trends(assessment(of: "2020-01", scores, bottom: ["A"]), [december])
            .groups[0].units[0]
        #expect(unit.bottomMonths == 1 && unit.bottomRun == 2)
        #expect(unit.yearToDate?.months == 1)
        #expect(unit.progress?.change == "0.00")
    }

    @Test func `the series has at most twelve months and begins with the first published`() throws {
        let scores: [(String, String?)] = [("A", "90.00")]
        var history: [PublishedMonth] = []
        var period = try #require(Self.june)
        for _ in 0..<20 {
            period = period.previous
            history.append(try month(period.description, scores))
        }
        let now = try assessment([("A", "91.00")])
        let long = trends(now, history)
        #expect(long.months.count == 12 && long.months.first?.description == "2019-07")
        // April was not published: a gap, not the end.
        let short = trends(now, [history[0], history[2]])
        #expect(short.months.map(\.month) == [3, 4, 5, 6])
        #expect(
            short.groups[0].units[0].months.map(\.score) == ["90.00", nil, "90.00", "91.00"])
    }

    @Test func `what is published of this month or later is not looked at`() throws {
        let now = try assessment([("A", "90.00")])
        let trends = try trends(
            now, [month("2020-07", [("A", "1.00")]), month("2020-06", [("A", "2.00")])])
        #expect(trends.months.count == 1 && !trends.hasHistory)
        #expect(trends.groups[0].units[0].yearToDate?.mean == "90.00")
    }

    @Test func `a draft has no trends`() throws {
        let may = try month("2020-05", [("A", "90.00")])
        #expect(try trends(assessment([("A", "90.00")], isDraft: true), [may]).groups.isEmpty)
    }
}
