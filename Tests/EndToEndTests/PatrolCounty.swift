import Foundation
import Testing

/// The small campaign on forest fire patrols: quick to run, and nothing to do with the shipped one.
struct PatrolCounty {
    static let asOf = "2021-05-11T09:00"
    let place: Workplace

    init() throws {
        place = try Workplace()
        try place.copy("Tests/Fixtures/OtherCampaign/Campaign", to: "Campaign")
        try place.copy("Tests/Fixtures/OtherCampaign/Inbox", to: "Inbox")
    }

    /// Runs a command on this campaign, on 11 May.
    func tongbao(
        _ command: String, _ arguments: String..., environment: [String: String] = [:]
    ) throws -> Outcome {
        try place.tongbao(
            [command] + arguments + ["--campaign", "Campaign", "--as-of", Self.asOf],
            environment: environment)
    }

    /// March, then April.
    func runBothMonths() throws -> (march: Outcome, april: Outcome) {
        (try tongbao("run", "--period", "2021-03").expect(0), try tongbao("run").expect(0))
    }

    func table(_ name: String, of period: String) throws -> Table {
        try Table(place.data("Outbox/\(period)/数据/\(name).csv"), name: "\(name).csv")
    }

    /// A return of a farm on its areas, as it is written in the fixture.
    func patrol(_ farm: String, _ rows: String, to file: String) throws {
        try place.write(
            """
            青崖县森林防火巡护月报表（2021年4月）
            填报单位：\(farm)
            片区名称,应巡护次数,实巡护次数,火险等级,本年累计设警示牌,火情起数,备注
            \(rows)

            """, to: "Inbox/2021-04/巡护/\(file)")
    }
}
