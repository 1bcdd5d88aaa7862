import Campaigns
import Ledgers
import Testing

/// What was told of a period, told again, and corrected.
struct PublicationTests {
    private let office: Office
    private let may = month("2020-05")

    init() throws {
        office = try Office()
    }

    private func rank(_ unit: String, _ rank: Int?, _ score: String?) -> PublishedRank {
        var published = PublishedRank(
            unit: unit, group: "乡镇", rank: rank, score: score, weights: "w")
        published.baseScore = score
        published.deductions = "0.00"
        published.bonus = "0.00"
        return published
    }

    private func draft(_ ranks: [PublishedRank], bottom: Set<String>) -> PublicationDraft {
        var draft = PublicationDraft(
            period: may, ranks: ranks, bottom: bottom,
            figures: [
                PublishedFigure(
                    indicator: "R01", unit: "T1", numerator: "3", denominator: "4",
                    rate: "0.750000000000", k: "0.750000000000")
            ], files: ["数据/排名.csv": "ab"])
        draft.campaignVersion = "c1"
        draft.program = "0.1.0"
        return draft
    }

    @Test func `It is kept with its figures, its files, its tables and its program`() throws {
        let told = draft([rank("T1", 1, "90.00"), rank("T2", nil, nil)], bottom: ["T2"])
        try office.ledger.publish(told, as: .first, at: at("2020-06-06"))
        let publication = try #require(try office.ledger.publications(of: may).first)
        #expect(publication.kind == .first)
        #expect(publication.ranks == told.ranks)
        #expect(publication.figures == told.figures)
        #expect(publication.files == told.files)
        #expect(publication.campaignVersion == "c1")
        #expect(publication.asOf == at("2020-06-06"))
    }

    @Test func `What the office issues takes the place of what was first written, from then on`()
        throws
    {
        let ledger = office.ledger
        try ledger.publish(
            draft([rank("T1", 1, "90.00")], bottom: ["T2"]), as: .first, at: at("2020-06-06"))
        var issued = draft([rank("T1", 2, "80.00")], bottom: ["T1"])
        issued.asOf = at("2020-06-07")
        try ledger.publish(issued, as: .issue, at: at("2020-06-09"))
        // Said again it changes nothing.
        try ledger.publish(
            draft([], bottom: []), as: .issue, at: at("2020-06-10"))
        #expect(try ledger.publications(of: may).map(\.kind) == [.first, .issue])
        #expect(try ledger.publications(of: may).last?.asOf == at("2020-06-07"))
        #expect(try ledger.publishedRanks(of: may)?.first?.rank == 2)
        let later = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(later.previousRanks["T1"]?.rank == 2)
        #expect(later.history.first?.bottom == ["T1"])
        let before = try office.facts("2020-06", asOf: "2020-06-08")
        #expect(before.previousRanks["T1"]?.rank == 1)
    }

    @Test func `A correction leaves the first rank and is what the year counts`() throws {
        let ledger = office.ledger
        try ledger.publish(
            draft([rank("T1", 1, "90.00")], bottom: []), as: .first, at: at("2020-06-06"))
        var corrected = draft([rank("T1", 3, "70.00")], bottom: ["T1"])
        corrected.changes = [
            FigureChange(
                unit: "T1", item: .score, before: ["90.00"], after: ["70.00"],
                causes: [
                    .file(
                        unit: "T1", form: "rural", period: may, path: "5月/城关镇.xlsx",
                        received: at("2020-06-08")), .act(7), .others,
                ]),
            FigureChange(
                unit: "county", item: .indicator("R01"), before: [],
                after: ["1", "2", "0.5", "0.5"]),
        ]
        try ledger.publish(corrected, as: .correction(number: 1), at: at("2020-06-09"))
        let month = try #require(try office.facts("2020-06", asOf: "2020-07-06").history.first)
        #expect(month.ranks.first?.rank == 1)
        #expect(month.lastRanks.first?.score == "70.00")
        #expect(month.lastBottom == ["T1"])
        #expect(month.corrections.map(\.number) == [1])
        let told = try #require(try ledger.publications(of: may).last)
        #expect(told.changes == corrected.changes)
        #expect(told.number == 1)
        let then = try office.facts("2020-06", asOf: "2020-06-08").history.first
        #expect(then?.lastRanks.first?.score == "90.00")
    }

    @Test func `Facts by an event do not know what came later at the same moment`() throws {
        try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(5)])], seen: "2020-07-03")
        let event = try office.ledger.lastEvent()
        try office.file(
            "rural", "T1", "2020-06", [village("v1", ["cadres": .integer(6)])], seen: "2020-07-03",
            name: "改报.xlsx")
        let june = month("2020-06")
        let known = try office.ledger.facts(
            of: june, of: office.campaign, asOf: at("2020-07-03"), knownBy: event)
        #expect(known.deliveries.count == 1)
        let all = try office.ledger.facts(of: june, of: office.campaign, asOf: at("2020-07-03"))
        #expect(all.deliveries.count == 2)
        let news = try office.ledger.news(after: event, about: june, of: office.campaign)
        #expect(
            news.map(\.cause) == [
                .file(
                    unit: "T1", form: "rural", period: june, path: "改报.xlsx",
                    received: at("2020-07-03"))
            ])
        #expect(
            try office.ledger.news(after: event, about: may, of: office.campaign).isEmpty)
    }

    @Test func `All of it is made again from the events`() throws {
        try withTemporaryFolder { folder in
            try fill(folder)
            var known = ""
            do {
                let ledger = try Ledger.open(folder)
                try ledger.publish(draft([], bottom: []), as: .first, at: at("2020-07-06"))
                try ledger.publish(
                    draft([], bottom: []), as: .correction(number: 1), at: at("2020-07-07"))
                known = try text(of: ledger)
            }
            #expect(known.contains("\"table\":\"republished\""))
            _ = try LedgerRebuilding(folder: folder)
            #expect(try text(of: Ledger.open(folder)) == known)
        }
    }
}
