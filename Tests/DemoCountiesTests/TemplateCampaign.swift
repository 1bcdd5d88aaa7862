import Campaigns
import Testing

/// The shipped campaign.
enum TemplateCampaign {
    static let root = String(#filePath.split(separator: "/Tests/")[0])
    static let folder = root + "/Templates/five-in-one/"

    static func load() throws -> Campaign {
        let reading = try CampaignLoader.load(folder)
        return try #require(reading.campaign, "\(reading.findings)")
    }
}
