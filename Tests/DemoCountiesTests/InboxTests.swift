import Campaigns
import Files
import Foundation
import Testing
import Workbooks

@testable import DemoCounties

/// `RECORD_DEMO=1` writes the shipped tables and the shipped Inbox anew.
struct InboxTests {
    private let county = DemoCounty()
    private let months = DemoCounty.months(2)
    private let campaign: Campaign
    /// The shipped Inbox, made once for all tests.
    private static let made = Result {
        try DemoCounty().returns(months: DemoCounty.months(2), campaign: TemplateCampaign.load())
    }
    private let files: [DemoFile]

    init() throws {
        campaign = try TemplateCampaign.load()
        files = try Self.made.get()
    }

    @Test func `the shipped inbox is what the generator makes`() throws {
        let folder = TemplateCampaign.root + "/Inbox"
        if ProcessInfo.processInfo.environment["RECORD_DEMO"] != nil {
            try Files.remove(folder)
            try county.writeInbox(to: folder, campaign: campaign, months: months)
            Issue.record(
                "the shipped Inbox was written anew; look at it, then run without RECORD_DEMO")
        }
        let shipped = try Files.tree(folder).files.map(\.path)
        #expect(Set(shipped) == Set(files.map(\.path) + ["README.md"]))
        for file in files {
            #expect(try Files.read(folder + "/" + file.path) == file.bytes, "\(file.path)")
        }
        #expect((180...260).contains(files.count), "\(files.count)")
    }

    @Test func `the register names every file once, and only once in time order`() throws {
        let register = try #require(files.last)
        #expect(register.path == "收件登记.csv")
        let book = try WorkbookReader.read(register.bytes, fileName: register.path)
        let rows = try #require(book.sheets.first?.rows.dropFirst())
        let names = rows.compactMap { $0[column: 1]?.value.text }
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(files.dropLast().map { Files.name(of: $0.path) }))
        let moments = rows.compactMap { row in
            row[column: 2].flatMap { Moment(iso: $0.value.text, offset: 28_800) }
        }
        #expect(moments.count == names.count)
        #expect(moments == moments.sorted())
    }

    @Test func `every kind of planned fault falls to somebody, each slot to one`() {
        let faults = county.faults(months: months, campaign: campaign)
        #expect(Set(faults.map(\.fault.kind)) == Set(PlannedFault.Kind.allCases))
        #expect(faults.count == PlannedFault.all.count)
        let slots = faults.map { [$0.fault.form, $0.unit.code, $0.period.description] }
        #expect(Set(slots).count == slots.count)
        let note = county.inboxNote(months: months, campaign: campaign)
        for fault in faults { #expect(note.contains(fault.fault.kind.chinese)) }
    }

    @Test func `what is missing has no file, what is late is late by as much`() throws {
        let demo = county.campaign(campaign)
        let desk = FrontDesk(seed: county.seed, campaign: demo)
        for period in DemoCounty.months(12) {
            for days in [1, 3] {
                let moment = desk.receipt(of: "一个文件.xlsx", in: period, .late(days)).moment
                let late = demo.calendar.workdays(
                    after: demo.due(period).date, through: moment.date)
                #expect(late == days)
                #expect(demo.calendar.isWorkday(moment.date))
            }
            for turn in [FrontDesk.Turn.usual, .early, .lastDay] {
                let moment = desk.receipt(of: "一个文件.xlsx", in: period, turn).moment
                #expect(moment < demo.due(period))
                #expect(period.lastDay < moment.date)
            }
        }
        for fault in county.faults(months: months, campaign: campaign)
        where fault.fault.kind == .missing {
            let folder = demo.form(fault.fault.form)?.folder ?? ""
            let here = files.filter {
                $0.path.hasPrefix("\(fault.period)/\(folder)/")
                    && $0.path.contains(fault.unit.shortName)
            }
            #expect(here.isEmpty)
        }
    }

    @Test func `the one identity number is the documented invented one`() throws {
        var found = 0
        for file in files {
            guard let book = try? WorkbookReader.read(file.bytes, fileName: file.path) else {
                continue
            }
            for cell in book.sheets.flatMap(\.rows).flatMap(\.cells)
            where cell.value.text == "610999199001010012" {
                found += 1
            }
        }
        #expect(found == 1)
    }

    @Test func `files come in several formats, and those that should not be readable are not`()
        throws
    {
        var formats: [String: Int] = [:]
        for file in files {
            let key: String
            do throws(WorkbookError) {
                switch try WorkbookReader.read(file.bytes, fileName: file.path).format {
                case .xlsx: key = "xlsx"
                case .csv(let encoding, _): key = encoding
                }
            } catch {
                key = "\(error.reason)"
            }
            formats[key, default: 0] += 1
        }
        #expect(formats["legacyWorkbook"] == 1)
        #expect(formats["encrypted"] == 1)
        #expect(formats["empty"] == 1)
        for format in ["xlsx", "UTF-8", "GB18030"] {
            #expect((formats[format] ?? 0) > 3, "\(format)")
        }
    }

    @Test(arguments: [4, 9, 40])
    func `other sizes make whole inboxes too`(townships: Int) throws {
        let county = DemoCounty(seed: 11, townships: townships)
        var paths: Set<String> = []
        try county.forEachReturn(months: DemoCounty.months(1), campaign: campaign) { file in
            #expect(paths.insert(Files.name(of: file.path)).inserted, "\(file.path)")
        }
        #expect(paths.count > townships * 4)
    }
}
