import Campaigns
import Ledgers
import Testing

/// Which file a line of the receipt register is about, where several bear its name; June is due on Sunday,
/// 2020-07-05, at 17:00.
struct ReceiptLineTests {
    let office: Office

    init() throws {
        office = try Office()
    }

    private func register(_ name: String, _ received: String, at moment: String) throws {
        try office.ledger.record(
            register: [ReceiptEntry(file: name, received: at(received), note: "")], at: at(moment))
    }

    private func file(_ unit: String, _ path: String, seen: String) throws {
        let period = String(path.prefix(7))
        try office.file(
            "rural", unit, period, [village(unit == "T1" ? "v1" : "v3", [:])], seen: seen,
            name: path)
    }

    /// When the returns of June came, by unit.
    private func received(in period: String = "2020-06") throws -> [String: String] {
        let deliveries = try office.facts(period, asOf: "2020-09-01").deliveries
        return Dictionary(
            deliveries.map { ($0.unit ?? "", String($0.received.description.prefix(10))) },
            uniquingKeysWith: { one, _ in one })
    }

    /// What is asked about the latest line for a name.
    private func meaning(
        _ name: String, beside paths: [String] = [], asOf moment: String = "2020-09-01"
    ) throws -> Ledger.LineMeaning {
        let entry = try #require(try office.ledger.receipt(ofFile: name))
        return try #require(
            try office.ledger.meanings(of: [entry], beside: paths, seen: at(moment)).first)
    }

    private func county(seen: String = "2020-07-03", and other: String = "2020-07-03") throws {
        try file("T1", "2020-06/城关镇/农村月报.xlsx", seen: seen)
        try file("T2", "2020-06/东坪乡/农村月报.xlsx", seen: other)
    }

    @Test(arguments: ["2020-07-03", "2020-07-04"])
    func `A name that files of two folders bear makes nobody late`(other: String) throws {
        try county(and: other)
        try register("农村月报.xlsx", "2020-07-08", at: "2020-07-09")
        #expect(try received() == ["T1": "2020-07-03", "T2": other])
        guard case .contested(let files) = try meaning("农村月报.xlsx") else {
            Issue.record("nothing is asked")
            return
        }
        #expect(files.sorted() == ["2020-06/东坪乡/农村月报.xlsx", "2020-06/城关镇/农村月报.xlsx"])
        let expected = try office.facts("2020-06", asOf: "2020-09-01").expected
        #expect(expected.allSatisfy { !$0.isLate })
    }

    @Test func `It stays about none when one of them sends its next return`() throws {
        try county()
        try register("农村月报.xlsx", "2020-07-08", at: "2020-07-09")
        try file("T2", "2020-07/东坪乡/农村月报.xlsx", seen: "2020-08-04")
        #expect(try received(in: "2020-07") == ["T2": "2020-08-04"])
    }

    @Test(arguments: ["东坪乡/农村月报.xlsx", "2020-06/东坪乡/农村月报.xlsx"])
    func `A line with the folder is about the file that lies there`(name: String) throws {
        try county()
        try register(name, "2020-07-08", at: "2020-07-09")
        #expect(try received() == ["T1": "2020-07-03", "T2": "2020-07-08"])
        #expect(try meaning(name) == .clear)
    }

    @Test func `A path at which no file lies is asked about`() throws {
        try county()
        try register("2020-07/东坪乡/农村月报.xlsx", "2020-07-08", at: "2020-07-09")
        #expect(try received() == ["T1": "2020-07-03", "T2": "2020-07-03"])
        #expect(
            try meaning("2020-07/东坪乡/农村月报.xlsx")
                == .elsewhere(["2020-06/城关镇/农村月报.xlsx", "2020-06/东坪乡/农村月报.xlsx"]))
    }

    @Test func `A line with the folder goes by the months as one without does`() throws {
        try file("T1", "2020-05/城关镇/农村月报.xlsx", seen: "2020-06-04")
        try register("城关镇/农村月报.xlsx", "2020-06-03", at: "2020-06-04")
        try county(seen: "2020-07-04", and: "2020-07-04")
        try register("城关镇/农村月报.xlsx", "2020-07-02", at: "2020-07-04")
        #expect(try received(in: "2020-05") == ["T1": "2020-06-03"])
        #expect(try received() == ["T1": "2020-07-02", "T2": "2020-07-04"])
    }

    @Test
    func `The same name every month is one unit's own, whatever the month's folder is called`()
        throws
    {
        try file("T1", "2020-05/农村/城关镇.xlsx", seen: "2020-06-04")
        try register("城关镇.xlsx", "2020-06-03", at: "2020-06-04")
        try file("T1", "2020-06/农村/城关镇.xlsx", seen: "2020-07-04")
        try register("城关镇.xlsx", "2020-07-07", at: "2020-07-08")
        #expect(try received(in: "2020-05") == ["T1": "2020-06-03"])
        #expect(try received() == ["T1": "2020-07-07"])
        #expect(try meaning("城关镇.xlsx") == .clear)
    }

    @Test func `A file that had been seen before the line's time is not what it is about`() throws {
        try county(seen: "2020-07-03", and: "2020-07-09")
        try register("农村月报.xlsx", "2020-07-08", at: "2020-07-09")
        #expect(try received() == ["T1": "2020-07-03", "T2": "2020-07-08"])
    }

    @Test func `Two months of one name that come at once are told apart by their folders alone`()
        throws
    {
        try file("T1", "2020-05/城关镇.xlsx", seen: "2020-07-04")
        try file("T1", "2020-06/城关镇.xlsx", seen: "2020-07-04")
        try register("城关镇.xlsx", "2020-07-02", at: "2020-07-04")
        #expect(try received() == ["T1": "2020-07-04"])
        try register("2020-06/城关镇.xlsx", "2020-07-02", at: "2020-07-05")
        #expect(try received() == ["T1": "2020-07-02"])
        #expect(try received(in: "2020-05") == ["T1": "2020-07-04"])
    }

    @Test func `Files that come together are told apart before either is taken in`() throws {
        try register("农村月报.xlsx", "2020-07-08", at: "2020-07-06")
        let paths = ["2020-06/城关镇/农村月报.xlsx", "2020-06/东坪乡/农村月报.xlsx"]
        let together = try office.ledger.received(newcomers: paths, seen: at("2020-07-06"))
        #expect(together == [at("2020-07-06"), at("2020-07-06")])
        let alone = try office.ledger.received(newcomers: [paths[0]], seen: at("2020-07-06"))
        #expect(alone == [at("2020-07-08")])
        #expect(
            try meaning("农村月报.xlsx", beside: paths, asOf: "2020-07-06")
                == .contested(paths.sorted()))
    }
}
