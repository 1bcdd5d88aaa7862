import Assessments
import Bulletins
import Campaigns
import Ledgers
import TestSupport
import Testing
import Workbooks

/// The year's table and the scorecards on paper.
struct YearSheetTests {
    /// The sample county's year with some months; December comes without figures.
    private static func year(
        months: ClosedRange<Int> = 10...11, reviews: [Review] = [], vetoes: [YearVeto] = []
    ) throws -> YearAssessment {
        let campaign = SampleCounty.campaign
        let published = months.compactMap { Period(year: 2020, month: $0) }.map { period in
            PublishedMonth(
                period: period,
                ranks: campaign.units.enumerated().map { place, unit in
                    PublishedRank(
                        unit: unit.code, group: unit.rankGroup ?? "", rank: place + 1,
                        score: "\(60 + place).0\(period.month % 10)", weights: "w")
                })
        }
        return try YearAssessor(campaign: campaign).assess(
            YearRecord(
                year: 2020, asOf: Moment(SampleCounty.day(2021, 1, 20), secondOfDay: 36_000),
                months: published, vetoes: vetoes, reviews: reviews), december: nil)
    }

    private func texts(_ file: OutputFile) throws -> [[String]] {
        #expect(PackageLint.faults(in: file.bytes) == [])
        let workbook = try WorkbookReader.read(file.bytes, fileName: file.path)
        return workbook.sheets.flatMap { $0.rows.map { $0.cells.map(\.value.text) } }
    }

    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)

    @Test func `未定的年度写明未定，不出得分和名次`() throws {
        let files = try renderer.year(Self.year())
        #expect(files[0].path == "通报-2020年度-未定.xlsx" && files[0].unit == nil)
        let rows = try texts(files[0])
        #expect(rows[0] == ["2020年基层党建“五位一体”提升活动年度得分（未定）"])
        #expect(rows[1][0].contains("已通报2个月：10月、11月"))
        #expect(rows.contains(["城关镇人民政府", "60.01", "未定", "未定", "2", "12月尚未通报；测评未登记"]))
        #expect(rows.contains(["城关镇人民政府", "60.00", "60.01", "60.01"]))
    }

    @Test func `每个单位一份述职评分，写明各部分和还缺什么，没有别的单位`() throws {
        let files = try renderer.year(
            Self.year(reviews: [
                Review(unit: "T01", votes: [.init(field: "votes_good", count: ExactDecimal(9))])
            ]))
        #expect(files.count == 1 + SampleCounty.units.count)
        let file = try #require(files.first { $0.unit == "T01" })
        #expect(file.path == "述职/城关镇.xlsx")
        let rows = try texts(file)
        #expect(rows.contains(["各月平均得分", "60%", "60.01", "参评2个月（已通报2个月）的平均数"]))
        #expect(rows.contains(["年终指标达成", "25%", "未定", "12月尚未通报：12月通报后再出年度得分"]))
        #expect(rows.contains(["述职评议测评", "15%", "100.00", "测评9票折算"]))
        #expect(rows.contains(["年度得分", "未定", "有一项未定，不出年度得分"]))
        let all = rows.joined().joined(separator: "\n")
        for unit in SampleCounty.units where unit.code != "T01" {
            #expect(!all.contains(unit.shortName))
        }
    }

    @Test func `一票否决写明依据，等次待定`() throws {
        let march = try #require(Period("2020-03"))
        let year = try Self.year(vetoes: [
            YearVeto(period: march, veto: Veto(unit: "T02", basis: "岚组通3号"))
        ])
        let files = try renderer.year(year)
        #expect(
            try texts(files[0]).contains {
                $0.contains("待定（一票否决）") && $0.last == "3月 岚组通3号"
            })
        let own = try #require(files.first { $0.unit == "T02" })
        #expect(try texts(own).contains(["等次", "待定（一票否决）", "3月登记一票否决：岚组通3号"]))
    }

    @Test func `同样的年度渲染两次逐字节相同`() throws {
        #expect(try renderer.year(Self.year()) == renderer.year(Self.year()))
    }
}
