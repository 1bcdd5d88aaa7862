import Campaigns
import Ledgers
import Testing

/// What the ledger knows of a year: published months, vetoes, reviews.
struct YearRecordTests {
    private static let review = Form(
        id: "review", title: "述职测评", cycle: .year, folder: "述职测评",
        fields: [
            Field(id: "unit_name", header: "单位", type: .unitName),
            Field(id: "votes_good", header: "好", type: .integer),
            Field(id: "votes_poor", header: "差", type: .integer),
        ])

    private let office: Office

    init() throws {
        var office = try Office()
        let base = County.campaign
        office.campaign = Campaign(
            settings: base.settings, units: base.units, roster: base.roster,
            forms: base.forms + [Self.review], choices: base.choices,
            inspectionItems: base.inspectionItems)
        self.office = office
    }

    private func row(_ unit: String, _ good: Int, _ poor: Int) -> ReturnRow {
        ReturnRow(
            number: 3,
            values: [
                "unit_name": .text(unit), "votes_good": .integer(good),
                "votes_poor": .integer(poor),
            ])
    }

    private func record(_ year: Int = 2020, asOf moment: String) throws -> YearRecord {
        try office.ledger.yearRecord(of: year, of: office.campaign, asOf: at(moment))
    }

    private func votes(_ record: YearRecord) -> [String] {
        record.reviews.map { review in
            "\(review.unit) " + review.votes.map { $0.count.description }.joined(separator: "/")
        }
    }

    @Test func `a form with votes is a review: owed by nobody, without a view`() throws {
        #expect(Self.review.nature == .review)
        try office.file("review", nil, "2020-12", [row("城关镇", 3, 1)], seen: "2021-01-04")
        let facts = try office.facts("2020-12", asOf: "2021-01-06")
        #expect(facts.views["review"] == nil && facts.deliveries.isEmpty)
        #expect(!facts.expected.contains { $0.form == "review" })
    }

    @Test func `the latest sheet that names a unit counts, whatever month it bears`() throws {
        try office.file(
            "review", nil, "2020-11", [row("城关镇", 1, 9), row("东坪乡", 2, 2)], seen: "2020-12-20")
        try office.file("review", nil, "2020-12", [row("城关镇", 3, 1)], seen: "2021-01-04")
        #expect(try votes(record(asOf: "2021-01-06")) == ["T2 2/2", "T1 3/1"])
        // As it was known before.
        #expect(try votes(record(asOf: "2020-12-31")) == ["T1 1/9", "T2 2/2"])
        // A later sheet of a month says nothing of a unit that it does not name.
        try office.file("review", nil, "2020-12", [row("东坪乡", 5, 5)], seen: "2021-01-08")
        #expect(try votes(record(asOf: "2021-01-09")) == ["T1 3/1", "T2 5/5"])
        #expect(try record(2021, asOf: "2021-01-09").reviews.isEmpty)
    }

    @Test func `a corrected sheet that leaves a unit out is asked about it, and its votes stay`()
        throws
    {
        let name = "2020-12/述职测评/测评.xlsx"
        try office.file(
            "review", nil, "2020-12", [row("城关镇", 3, 1), row("东坪乡", 2, 2)], seen: "2021-01-04",
            name: name)
        func changes(_ file: String) throws -> [SheetChange] {
            try office.ledger.changes(
                by: Submission(
                    fileHash: "new", form: "review", unit: nil, period: month("2020-12"),
                    received: at("2021-01-05"),
                    places: ReturnPlaces(
                        file: file, sheet: "表", columns: [:], headerRow: 2, isCSV: false),
                    rows: [row("城关镇", 4, 0)]), of: office.campaign, asOf: at("2021-01-05"))
        }
        #expect(try changes(name) == [.unitDropped("T2", file: "测评.xlsx")])
        #expect(try changes("2020-12/述职测评/补充.xlsx").isEmpty)
        try office.file(
            "review", nil, "2020-12", [row("城关镇", 4, 0)], seen: "2021-01-05", name: name)
        #expect(try votes(record(asOf: "2021-01-06")) == ["T2 2/2", "T1 4/0"])
    }

    @Test
    func `a unit that a sheet names twice stands there twice, one that nobody knows not at all`()
        throws
    {
        try office.file(
            "review", nil, "2020-12", [row("城关镇", 1, 0), row("城关", 0, 1), row("外县", 9, 9)],
            seen: "2021-01-04")
        #expect(try votes(record(asOf: "2021-01-06")) == ["T1 1/0", "T1 0/1"])
    }

    @Test func `published months and vetoes are those of the year, as known at the moment`() throws
    {
        let ledger = office.ledger
        let rank = PublishedRank(
            unit: "T1", group: "乡镇", rank: 1, score: "90.00", weights: "w")
        for (period, moment) in [
            ("2019-12", "2020-01-06"), ("2020-02", "2020-03-06"), ("2020-01", "2020-03-07"),
        ] {
            try ledger.publish(ranks: [rank], of: month(period), at: at(moment))
        }
        try office.file(
            "bonus", nil, "2020-02",
            [
                ReturnRow(
                    number: 3,
                    values: [
                        "unit_name": .text("东坪乡"), "points": .notApplicable,
                        "veto": .text("是"), "basis": .text("3号"),
                    ])
            ], seen: "2020-03-08")
        let record = try record(asOf: "2020-04-01")
        #expect(record.months.map(\.period.description) == ["2020-01", "2020-02"])
        #expect(record.months[0].ranks == [rank])
        #expect(
            record.vetoes == [
                YearVeto(period: month("2020-02"), veto: Veto(unit: "T2", basis: "3号"))
            ])
        #expect(
            try self.record(asOf: "2020-03-06").months.map(\.period.description) == ["2020-02"])
        #expect(try ledger.publishedYears() == [2019, 2020])
    }
}
