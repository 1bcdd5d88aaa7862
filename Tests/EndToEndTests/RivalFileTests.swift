import Testing

/// Two different files for one return that come at the same moment.
struct RivalFileTests {
    private let county: PatrolCounty

    init() throws { county = try PatrolCounty() }

    @Test func `the name that goes on is the later one, counts, and says so`() throws {
        let farm = "落叶松林场"
        try county.patrol(farm, "风垭口片区,10,4,高,45,0,", to: "\(farm).csv")
        try county.patrol(farm, "风垭口片区,10,9,高,45,0,", to: "\(farm) 更正.csv")
        try county.tongbao("run").expect(0)
        let files = try county.table("收件", of: "2021-04")
        let folder = "2021-04/巡护"
        #expect(try files.row(["file": "\(folder)/\(farm).csv"])["revision"] == "1")
        #expect(try files.row(["file": "\(folder)/\(farm) 更正.csv"])["revision"] == "2")
        let asked = try county.table("问题", of: "2021-04").rows(["file": "\(folder)/\(farm) 更正.csv"])
        #expect(asked.contains { $0["message"]?.contains("按文件名这一份在后，收下的以它为准") ?? false })
    }

    @Test(arguments: [
        ("2021-05-09T09:00", "代替先前报送的“2021-04/巡护/落叶松林场.csv”"),
        ("2021-05-11T09:00", "代替先前报送的“2021-04/巡护/落叶松林场.csv”，这个月已经通报，改了的数写进更正通报"),
    ])
    func `a later file is told what it replaces, and that its month was told`(
        first: String, words: String
    ) throws {
        func run(_ moment: String) throws {
            try county.place.tongbao("run", "--campaign", "Campaign", "--as-of", moment).expect(0)
        }
        let farm = "落叶松林场"
        try county.patrol(farm, "风垭口片区,10,4,高,45,0,已核实", to: "\(farm).csv")
        try run(first)
        try county.patrol(farm, "风垭口片区,10,9,高,45,0,", to: "\(farm) 更正.csv")
        try run("2021-05-12T09:00")
        let told = try county.place.tongbao("dump", "Outbox/2021-04/反馈/\(farm).xlsx").expect(0)
        #expect(told.stdout.contains("\"\(words)\""))
    }
}
