import Campaigns
import Formulas
import Ledgers
import Testing

/// What else an assessment is made of.
struct FactsTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func rank(_ unit: String, _ rank: Int?) -> PublishedRank {
        PublishedRank(
            unit: unit, group: "乡镇", rank: rank, score: rank == nil ? nil : "80.00", weights: "w")
    }

    @Test func `Only the first publication of a period counts`() throws {
        let ledger = office.ledger
        #expect(try ledger.publishedRanks(of: month("2020-05")) == nil)
        let ranks = [rank("T2", 1), rank("T1", 2), rank("D1", nil)]
        try ledger.publish(ranks: ranks, bottom: ["T1"], of: month("2020-05"), at: at("2020-06-06"))
        try ledger.publish(ranks: [], bottom: ["T2"], of: month("2020-05"), at: at("2020-06-07"))
        try ledger.publish(ranks: [], of: month("2020-04"), at: at("2020-06-07"))
        #expect(try ledger.publishedRanks(of: month("2020-05")) == ranks)
        let facts = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(facts.previousRanks["T1"]?.rank == 2)
        #expect(facts.previousRanks.count == 3)
        #expect(facts.history.map(\.period) == [month("2020-05"), month("2020-04")])
        #expect(facts.history.map(\.bottom) == [["T1"], []])
        // Before it was published there was nothing.
        #expect(try office.facts("2020-06", asOf: "2020-06-05").previousRanks.isEmpty)
        #expect(
            try office.facts("2020-05", asOf: "2020-07-06").history.map(\.period) == [
                month("2020-04")
            ])
    }

    @Test func `Awards are the points of the period's register`() throws {
        func award(_ unit: String, _ points: FieldValue) -> ReturnRow {
            ReturnRow(
                number: 3,
                values: ["unit_name": .text(unit), "points": points, "basis": .text("〔2020〕1号")])
        }
        try office.file(
            "bonus", nil, "2020-06",
            [
                award("东坪乡人民政府", .real(0.5)), award("城关", .integer(2)),
                award("城关镇", .notApplicable), award("外县", .integer(1)),
            ], seen: "2020-07-03")
        #expect(
            try office.facts("2020-06", asOf: "2020-07-06").awards == [
                Award(unit: "T2", points: ExactDecimal(unscaled: 5, scale: 1), basis: "〔2020〕1号"),
                Award(unit: "T1", points: ExactDecimal(2), basis: "〔2020〕1号"),
            ])
        #expect(try office.facts("2020-07", asOf: "2020-08-06").awards.isEmpty)
    }

    @Test func `Deliveries stand by form, unit and receipt, the unrecognised last`() throws {
        try office.file("ledger", "T1", "2020-06", [], seen: "2020-07-01")
        try office.file("rural", "T2", "2020-06", [village("v3", [:])], seen: "2020-07-01")
        try office.file("rural", nil, "2020-06", [], seen: "2020-07-02", status: .returned)
        try office.file("rural", "T1", "2020-06", [], seen: "2020-07-02", status: .quarantined)
        try office.file("rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-03")
        try office.file("rural", "T1", "2020-05", [village("v1", [:])], seen: "2020-07-03")
        let deliveries = try office.ledger.deliveries(
            of: month("2020-06"), of: office.campaign, asOf: at("2020-07-06"))
        #expect(
            deliveries.map { "\($0.form ?? "-") \($0.unit ?? "-") \($0.status) \($0.revision)" }
                == [
                    "rural T1 quarantined 0", "rural T1 accepted 1", "rural T2 accepted 1",
                    "rural - returned 0", "ledger T1 accepted 1",
                ])
        #expect(deliveries.map(\.rows) == [0, 1, 1, 0, 0])
        #expect(try office.facts("2020-06", asOf: "2020-07-06").deliveries == deliveries)
    }

    @Test func `A file whose month could not be told stands with the month before its receipt`()
        throws
    {
        try office.file(nil, "T1", nil, [], seen: "2020-07-06", status: .returned)
        let june = try office.facts("2020-06", asOf: "2020-07-06").deliveries
        #expect(june.map(\.period) == [nil])
        #expect(june.map(\.unit) == ["T1"])
        #expect(try office.facts("2020-07", asOf: "2020-07-06").deliveries.isEmpty)
    }

    @Test func `There is a view for every form and for the returns themselves`() throws {
        try office.file("rural", "T1", "2020-06", [village("v1", [:])], seen: "2020-07-03")
        let facts = try office.facts("2020-06", asOf: "2020-07-06")
        #expect(facts.views.keys.sorted() == ["inspection", "ledger", "rural", "submission"])
        #expect(facts.views["submission"]?.columns == FormSchema.submission.sqlColumns)
        #expect(
            facts.views["submission"]?.rows.first == [
                .text("T1"), .text("rural"), .integer(1), .integer(1), .integer(2),
            ])
    }
}
