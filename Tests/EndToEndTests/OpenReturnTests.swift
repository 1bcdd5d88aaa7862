import Testing

/// What `status` lists as sent back and still to be mended.
struct OpenReturnTests {
    private let county: PatrolCounty
    private let farm = "落叶松林场"

    init() throws { county = try PatrolCounty() }

    private func ask(_ command: String, asOf moment: String) throws -> Outcome {
        try county.place.tongbao(command, "--campaign", "Campaign", "--as-of", moment).expect(0)
    }

    @Test func `a correction that went back is listed beside the version that stands`() throws {
        _ = try ask("run", asOf: "2021-05-07T09:00")
        try county.patrol(farm, "风垭口片区,10,约9,高,45,0,", to: "\(farm)更正.csv")
        _ = try ask("run", asOf: "2021-05-11T09:00")
        try ask("status", asOf: "2021-05-11T10:00").says("退回待改：").says("\(farm)更正.csv  1 处错误")
        try county.patrol(farm, "风垭口片区,10,9,高,45,0,", to: "\(farm)更正2.csv")
        _ = try ask("run", asOf: "2021-05-12T09:00")
        let settled = try ask("status", asOf: "2021-05-12T10:00")
        #expect(!settled.stdout.contains("\(farm)更正.csv"), "\(settled)")
    }

    @Test func `a unit that has ended has nothing to mend`() throws {
        try county.place.edit(
            "Campaign/units.csv", "白桦,farm,国有林场,,,,", "白桦,farm,国有林场,,,2021-03-31,LC01")
        _ = try ask("run", asOf: "2021-05-11T09:00")
        let status = try ask("status", asOf: "2021-05-11T10:00")
        #expect(!status.stdout.contains("白桦林场.csv"), "\(status)")
    }
}
