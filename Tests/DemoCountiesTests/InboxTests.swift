import Campaigns
import Files
import Foundation
import Testing
import Workbooks

@testable import DemoCounties

struct InboxTests {
    private let county = DemoCounty()
    private let months = DemoCounty.months(2)
    private let campaign: Campaign

    init() throws {
        campaign = try TemplateCampaign.load()
    }

    @Test func `the shipped inbox is what the generator makes`() throws {
        let folder = TemplateCampaign.root + "/Inbox"
        if ProcessInfo.processInfo.environment["RECORD_DEMO"] != nil {
            try Files.remove(folder)
            try county.writeInbox(to: folder, campaign: campaign, months: months)
        }
        let shipped = try Files.tree(folder).files.map(\.path)
        let files = try county.returns(months: months, campaign: campaign)
        #expect(Set(shipped) == Set(files.map(\.path) + ["README.md"]))
        for file in files {
            #expect(try Files.read(folder + "/" + file.path) == file.bytes, "\(file.path)")
        }
        #expect((180...260).contains(files.count), "\(files.count)")
    }
}
