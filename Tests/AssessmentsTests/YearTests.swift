import Assessments
import Campaigns
import Formulas
import Ledgers
import Testing

/// The year's scores, by hand.
struct YearTests {
    /// A December in which unit A attained 84.98 and B 70, both with one indicator.
    private static func december() throws -> TestCounty {
        var county = try TestCounty("2020-12")
        county.indicators = [TestCounty.indicator()]
        county.add("A", done: 84.98)
        county.add("B", done: 70)
        return county
    }

    /// Of `TestCounty.indicator()`.
    private static let weights = "R01=10/10"

    private func month(
        _ month: Int, _ scores: [String: String], weights: String = Self.weights
    ) throws -> PublishedMonth {
        PublishedMonth(
            period: try #require(Period(year: 2020, month: month)),
            ranks: scores.sorted { $0.key < $1.key }.map {
                PublishedRank(
                    unit: $0.key, group: "乡镇组", rank: 1, score: $0.value, weights: weights)
            })
    }

    private func review(_ unit: String, _ counts: Int...) -> Review {
        Review(
            unit: unit,
            votes: zip(["votes_good", "votes_better", "votes_fair", "votes_poor"], counts).map {
                .init(field: $0, count: ExactDecimal($1))
            })
    }

    /// November and December published, both reviewed.
    private func record() throws -> YearRecord {
        YearRecord(
            year: 2020, asOf: Moment(try #require(Period("2021-01")).lastDay, secondOfDay: 0),
            months: [
                try month(11, ["A": "90.01", "B": "80.00"]),
                try month(12, ["A": "90.00", "B": "80.00"]),
            ], reviews: [review("A", 12, 8, 3, 1), review("B", 10, 0, 0, 0)])
    }

    private func assess(
        _ record: YearRecord, _ county: TestCounty? = nil
    ) throws -> YearAssessment {
        let county = try county ?? Self.december()
        return try YearAssessor(campaign: county.campaign)
            .assess(record, december: county.facts)
    }

    private func card(_ unit: String, of year: YearAssessment) throws -> YearScorecard {
        try #require(year.groups.flatMap(\.scorecards).first { $0.unit == unit })
    }

    @Test func `60, 25 and 15 per cent of exact parts, rounded once`() throws {
        let card = try card("A", of: assess(record()))
        // (90.01 + 90.00) / 2 = 90.005; 84.98; (12·100 + 8·80 + 3·60 + 1·40) / 24 = 85.8333…
        #expect(card.parts.map(\.value) == ["90.01", "84.98", "85.83"])
        #expect(card.parts.map(\.count) == ["2", nil, "24"])
        // 54.003 + 21.245 + 12.875 = 88.123; of the printed parts it would be 88.1255.
        #expect(card.total == "88.12")
        #expect(card.grade == "较好" && card.rank == 1)
    }

    @Test func `attainment is without deductions and bonus`() throws {
        var county = try Self.december()
        county.expected[0] = TestCounty.accepted("A", lateDays: 4)
        county.awards = [Award(unit: "B", points: ExactDecimal(3), basis: "1号")]
        let year = try assess(record(), county)
        #expect(try card("A", of: year).parts[1].value == "84.98")
        #expect(try card("B", of: year).parts[1].value == "70.00")
        #expect(year.december?.groups[0].standings.map(\.deductions) == ["2.00", "0.00"])
    }

    @Test func `without a review the part is open and there is no total`() throws {
        var record = try record()
        record.reviews.removeFirst()
        let year = try assess(record)
        let open = try card("A", of: year)
        #expect(open.parts[2].open == .notReviewed && open.parts[2].value == nil)
        #expect(open.total == nil && open.grade == nil)
        #expect(open.openCodes == "review:not_reviewed")
        // B has a total, but who is first is not known.
        let known = try card("B", of: year)
        #expect(known.total == "80.50" && known.rank == nil)
        #expect(!year.isComplete)
    }

    @Test func `no votes are no review`() throws {
        var record = try record()
        record.reviews[0] = review("A", 0, 0, 0, 0)
        #expect(try card("A", of: assess(record)).parts[2].open == .noVotes)
    }

    @Test func `who stands twice on the sheet is open, and so is an answer without a value`() throws
    {
        var record = try record()
        record.reviews.append(review("A", 1, 0, 0, 0))
        #expect(try card("A", of: assess(record)).parts[2].open == .reviewedTwice)
        var county = try Self.december()
        county.settings["review_values"] = "votes_good:100"
        #expect(try card("B", of: assess(record, county)).parts[2].open == .noValue)
        record.reviews[1] = Review(
            unit: "B", votes: [.init(field: "votes_absent", count: ExactDecimal(1))])
        #expect(try card("B", of: assess(record, county)).parts[2].open == .noValue)
    }

    @Test func `the mean is over the months in which a unit was ranked, and says how many`() throws
    {
        var record = try record()
        record.months[0].ranks[0].rank = nil
        record.months[0].ranks[0].score = nil
        let card = try card("A", of: assess(record))
        #expect(card.parts[0].value == "90.00" && card.parts[0].count == "1")
        #expect(card.months.count == 12 && card.months.map(\.score).last == "90.00")
    }

    @Test func `before December was published its part is open`() throws {
        var record = try record()
        record.months.removeLast()
        let year = try assess(record)
        #expect(try card("A", of: year).parts[1].open == .notPublished)
        #expect(year.december == nil)
    }

    @Test func `tables with other weights than December's cannot say what was attained`() throws {
        var record = try record()
        record.months[1] = try month(12, ["A": "90.00", "B": "80.00"], weights: "R01=20/20")
        #expect(try card("A", of: assess(record)).parts[1].open == .weightsChanged)
    }

    @Test func `a unit that was never ranked is outside and does not hold up the others`() throws {
        var county = try Self.december()
        county.units.append(TestCounty.township("C"))
        let year = try assess(record(), county)
        let card = try card("C", of: year)
        #expect(card.parts[0].open == .neverRanked && card.parts[1].open == .unranked)
        #expect(card.total == nil)
        #expect(year.groups[0].scorecards.map(\.rank) == [1, 2, nil])
        #expect(year.isComplete)
    }

    @Test func `totals that are equal as printed share a rank`() throws {
        var county = try Self.december()
        county.rows[1].done = .real(84.99)
        var record = try record()
        for index in 0...1 { record.months[index].ranks[1].score = "90.00" }
        record.reviews[1] = review("B", 12, 8, 3, 1)
        // A 54.003 + 21.245, B 54.000 + 21.2475, and the review: 88.123 and 88.1225.
        let year = try assess(record, county)
        #expect(year.groups[0].scorecards.map(\.total) == ["88.12", "88.12"])
        #expect(year.groups[0].scorecards.map(\.rank) == [1, 1])
    }

    @Test func `a veto marks the grade and never the score`() throws {
        var record = try record()
        let march = try #require(Period("2020-03"))
        record.vetoes = [YearVeto(period: march, veto: Veto(unit: "A", basis: "3号"))]
        let card = try card("A", of: assess(record))
        #expect(card.total == "88.12" && card.rank == 1)
        #expect(card.grade == nil, "people decide where no setting says it")
        #expect(card.vetoes.map(\.basis) == ["3号"])
        var county = try Self.december()
        county.settings["year_veto_grade"] = "一般"
        #expect(try self.card("A", of: assess(record, county)).grade == "一般")
        // It never lifts a grade.
        record.vetoes[0].veto.unit = "B"
        record.reviews[1] = review("B", 0, 0, 0, 1)
        county.settings["year_grades"] = "好:90;一般:89;差:0"
        #expect(try self.card("B", of: assess(record, county)).grade == "差")
    }

    @Test func `grades begin at their number, as printed`() throws {
        var county = try Self.december()
        for (grades, grade) in [("好:88.12;差:0", "好"), ("好:88.13;差:0", "差")] {
            county.settings["year_grades"] = grades
            #expect(try card("A", of: assess(record(), county)).grade == grade)
        }
    }

    @Test func `shares may be fractions or hundredths, and a part without a share is left out`()
        throws
    {
        var county = try Self.december()
        for (key, share) in [
            ("year_months_share", "60"), ("year_end_share", "25"), ("year_review_share", "15"),
        ] {
            county.settings[key] = share
        }
        #expect(try card("A", of: assess(record(), county)).total == "88.12")
        county.settings["year_review_share"] = "0"
        let year = try assess(record(), county)
        #expect(year.shares.map(\.percent) == ["70.59", "29.41"])
        // (60 · 90.005 + 25 · 84.98) / 85
        #expect(try card("A", of: year).total == "88.53")
    }

    @Test func `the table says the same, with what is open named`() throws {
        var record = try record()
        record.reviews.removeLast()
        let rows = try assess(record).table.rows
        #expect(
            rows[1] == [
                "乡镇组", "", "A", "A镇", "88.12", "90.01", "2", "84.98", "85.83", "24", "较好", "", "",
            ])
        #expect(
            rows[2] == [
                "乡镇组", "", "B", "B镇", "", "80.00", "2", "70.00", "", "", "", "",
                "review:not_reviewed",
            ])
    }
}
