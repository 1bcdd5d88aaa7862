import Campaigns
import DemoCounties
import Findings
import Ledgers
import Returns
import Testing
import Workbooks

/// The same county's returns in every layout that people and programs give them.
struct LayoutTests {
    private let county = DemoCounty(seed: 20_200_706, townships: 4)
    private let campaign: Campaign
    private let months = DemoCounty.months(1)

    init() throws {
        let root = String(#filePath.split(separator: "/Tests/")[0])
        let reading = try CampaignLoader.load(
            "/" + root.drop { $0 == "/" } + "/Templates/five-in-one/")
        campaign = county.campaign(try #require(reading.campaign))
    }

    /// Rows by form, unit and month, as the ledger would keep them: who, and the value of each field.
    private func values(in layout: SheetLayout) throws -> [String: [String]] {
        let reader = ReturnReader(campaign)
        let asOf = Moment(CivilDate(daysSince1970: 18_449), secondOfDay: 9 * 3600)
        var values: [String: [String]] = [:]
        try county.forEachReturn(months: months, campaign: campaign, layout: layout) { file in
            guard !file.path.contains("收件登记") else { return }
            let workbook: Workbook
            do throws(WorkbookError) {
                workbook = try WorkbookReader.read(file.bytes, fileName: file.path)
            } catch {
                Issue.record("\(layout) \(file.path): \(error)")
                return
            }
            let reading = reader.read(workbook, path: file.path, asOf: asOf)
            let errors = reading.allFindings.filter { $0.severity != .note }
            #expect(errors == [], "\(layout) \(file.path)")
            for sheet in reading.returns {
                let key =
                    "\(sheet.form.id) \(sheet.unit ?? "–") \(sheet.period?.description ?? "–")"
                values[key, default: []] += sheet.rows.map { row in
                    let fields = row.values.members
                        .map { "\($0.field)=\($0.value)" }
                    return ([row.subject ?? "–"] + fields).joined(separator: " ")
                }.sorted()
            }
        }
        return values
    }

    @Test(arguments: SheetLayout.allCases.filter { $0 != .mixed && $0 != .issued })
    func `gives the same typed values`(layout: SheetLayout) throws {
        let issued = try values(in: .issued)
        #expect(issued.count > 40)
        let other = try values(in: layout)
        #expect(Set(other.keys) == Set(issued.keys))
        for (key, rows) in issued.sorted(by: { $0.key < $1.key }) {
            #expect(other[key] == rows, "\(layout) \(key)")
        }
    }
}
