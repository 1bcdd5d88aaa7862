import Assessments
import Bulletins
import Campaigns
import Ledgers
import TestSupport
import Testing
import Workbooks
import ZipArchives

/// What the bulletin and a unit's feedback show of the months.
struct TrendSheetTests {
    /// The sample county with a May in which everybody had 2.50 less, the first unit 10.00.
    private static func facts(isDraft: Bool = false) -> BulletinFacts {
        var facts = SampleCounty.facts(isDraft: isDraft)
        facts.trends = Trends(
            facts.assessment, history: [may(facts.assessment)],
            settings: SampleCounty.campaign.settings)
        return facts
    }

    private static func may(_ assessment: Assessment) -> PublishedMonth {
        let ranks = assessment.groups.flatMap { group in
            group.standings.enumerated().map { place, standing in
                PublishedRank(
                    unit: standing.unit, group: group.name,
                    rank: standing.score.map { _ in place + 1 },
                    score: standing.score.flatMap { less($0, by: place == 0 ? 1000 : 250) },
                    weights: assessment.weights)
            }
        }
        return PublishedMonth(period: assessment.period.previous, ranks: ranks, bottom: ["T18"])
    }

    private static func less(_ score: String, by hundredths: Int) -> String? {
        ExactDecimal(score).map {
            ExactDecimal(unscaled: $0.shifted(by: 2).unscaled - hundredths, scale: 2).description
        }
    }

    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)

    private func bulletin(_ facts: BulletinFacts) throws -> Workbook {
        let file = try #require(try renderer.bulletin(facts).first)
        #expect(PackageLint.faults(in: file.bytes) == [])
        return try WorkbookReader.read(file.bytes, fileName: file.path)
    }

    private func cells(_ workbook: Workbook, _ sheet: String) throws -> [[String]] {
        let grid = try #require(workbook.sheets.first { $0.name == sheet })
        return grid.rows.map { row in (1...11).map { row[column: $0]?.value.text ?? "" } }
    }

    @Test func `通报有进步与累计、各月得分两张表`() throws {
        let workbook = try bulletin(Self.facts())
        #expect(workbook.sheets.map(\.name).prefix(4) == ["通报", "排名", "进步与累计", "各月得分"])
        let progress = try cells(workbook, "进步与累计")
        let first = try #require(progress.first { $0[0] == "城关镇" })
        // 96.12 and 86.12.
        #expect(first == ["城关镇", "1", "96.12", "86.12", "10.00", "1", "91.12", "2", "2", "", ""])
        let second = try #require(progress.first { $0[0] == "东坪镇" })
        #expect(second[4] == "2.50" && second[5] == "2")
        let series = try cells(workbook, "各月得分")
        #expect(
            series.filter { $0[0] == "城关镇" }.map { [$0[1], $0[2]] } == [
                ["86.12", "96.12"], ["1", "1"],
            ])
    }

    @Test func `正文点明进步较大和平均得分居前的单位`() throws {
        let text = try cells(bulletin(Self.facts()), "通报").map { $0[0] }
        #expect(text.contains { $0.hasSuffix("、进步与累计") })
        #expect(text.contains { $0.contains("得分比上月进步较大的：乡镇组城关镇（升10.00分）") })
        #expect(text.contains { $0.contains("今年5至6月平均得分居前的：乡镇组东坪镇（92.74分）") })
    }

    @Test func `差距很小的名次在正文点明`() throws {
        var facts = Self.facts()
        facts.trends?.groups[0].nearTies = [
            NearTie(first: 3, last: 5, names: ["甲", "乙", "丙"], spread: "0.15", isClose: true),
            NearTie(first: 7, last: 9, names: ["丁", "戊", "己"], spread: "0.31", isClose: false),
        ]
        let text = try cells(bulletin(facts), "通报").map { $0[0] }
        #expect(
            text.contains {
                $0.contains(
                    "乡镇组第3–5名（甲、乙、丙）得分差距小于0.2分；第7–9名（丁、戊、己）相邻两名的差距都小于0.2分，首尾相差0.31分。")
            })
    }

    /// A May that told of T18 30.00 less than it was corrected to.
    private static func correctedFacts() -> BulletinFacts {
        var facts = SampleCounty.facts()
        var may = may(facts.assessment)
        may.corrections = [.init(number: 1, ranks: may.ranks, bottom: may.bottom)]
        for index in may.ranks.indices where may.ranks[index].unit == "T18" {
            may.ranks[index].score = may.ranks[index].score.flatMap { less($0, by: 3000) }
        }
        facts.trends = Trends(
            facts.assessment, history: [may], settings: SampleCounty.campaign.settings)
        return facts
    }

    @Test func `更正过的月份标明更正，上月名次的口径写在旁边`() throws {
        let facts = Self.correctedFacts()
        let workbook = try bulletin(facts)
        let series = try cells(workbook, "各月得分")
        #expect(series[1][0] == "往月为当月通报的得分和名次，标“更正”的为更正后的；空白为当月没有通报或没有参评。")
        #expect(series[2][1] == "2020年\n5月\n（更正）" && series[2][2] == "2020年\n6月")
        let progress = try cells(workbook, "进步与累计")
        #expect(progress.contains { $0.contains("上月得分\n（更正）") })
        #expect(try cells(workbook, "通报").contains { $0[0].contains("得分比上月（更正后）进步较大的") })
        for sheet in ["排名", "进步与累计", "各月得分"] {
            #expect(
                try cells(workbook, sheet).contains {
                    $0[0].hasPrefix("上月作过更正：“排名”表的上月名次、位次变化仍按当月通报时的名次")
                }, "\(sheet)")
        }
        func sheets(of unit: String) throws -> (trend: [[String]], summary: [String]) {
            let file = try #require(try renderer.feedback(facts).first { $0.unit == unit })
            let book = try WorkbookReader.read(file.bytes, fileName: file.path)
            return (
                try cells(book, "走势").map { $0.filter { !$0.isEmpty } },
                try cells(book, "本单位情况").flatMap { $0 }
            )
        }
        let own = try sheets(of: "T18")
        #expect(own.trend.contains(["往月为当月通报的得分和名次，标“更正”的为更正后的，组别：乡镇组。"]))
        #expect(own.trend.contains(["2020年5月", "57.41", "18", "更正后"]))
        #expect(own.trend.contains(["得分比上月（更正后）上升2.50分，进步幅度在乡镇组列第2位。"]))
        #expect(own.summary.contains { $0.contains("上月通报时") && $0.contains("；更正后第18名") })
        // Nothing of another unit's correction is told.
        let other = try sheets(of: "T01")
        #expect(other.trend.contains(["往月为当月通报的得分和名次，组别：乡镇组。"]))
        #expect(!(other.trend.flatMap { $0 } + other.summary).contains { $0.contains("更正") })
    }

    @Test func `上月的变动还没有更正的，不算进步`() throws {
        func facts(known hundredths: Int) -> BulletinFacts {
            var facts = Self.facts()
            let move = Move(
                unit: "T01", group: "乡镇组", previousScore: "86.12", score: "96.12", change: 1000,
                parts: [
                    .init(
                        cause: .corrections, points: Fraction(hundredths, 100),
                        hundredths: hundredths, places: 0)
                ])
            facts.moves = Moves(
                previous: facts.assessment.period.previous, answers: [("T01", .split(move))])
            return facts
        }
        func lines(_ facts: BulletinFacts) throws -> (text: String, notes: [String]) {
            let book = try bulletin(facts)
            let text = try cells(book, "通报").map { $0[0] }.first { $0.contains("进步较大的") }
            return (try #require(text), try cells(book, "进步与累计").map { $0[0] })
        }
        let part = try lines(facts(known: 400))
        #expect(part.text.contains("城关镇（升10.00分，其中4.00分为上月数据的变动）"))
        let all = try lines(facts(known: 1000))
        #expect(!all.text.contains("城关镇"))
        let note = "城关镇：上月数据后来有变动、还没有更正通报，增减里含上月的变动，见“升降原因”表。"
        #expect(part.notes.contains(note) && all.notes.contains(note))
        #expect(try !lines(facts(known: 0)).notes.contains(note))
    }

    @Test func `第一个月和草稿没有这些表`() throws {
        var first = SampleCounty.facts()
        first.trends = Trends(
            first.assessment, history: [], settings: SampleCounty.campaign.settings)
        for facts in [first, Self.facts(isDraft: true)] {
            let names = try bulletin(facts).sheets.map(\.name)
            #expect(!names.contains("进步与累计") && !names.contains("各月得分"))
        }
        for file in try renderer.feedback(Self.facts(isDraft: true)) {
            let workbook = try WorkbookReader.read(file.bytes, fileName: file.path)
            #expect(!workbook.sheets.map(\.name).contains("走势"))
        }
    }

    @Test func `反馈里有本单位的走势和折线图，没有别的单位`() throws {
        let files = try renderer.feedback(Self.facts())
        let file = try #require(files.first { $0.unit == "T18" })
        let workbook = try WorkbookReader.read(file.bytes, fileName: file.path)
        let rows = try cells(workbook, "走势").map { $0.filter { !$0.isEmpty } }
        #expect(rows.contains(["2020年5月", "57.41", "18"]))
        #expect(rows.contains(["2020年6月", "59.91", "2.5", "18"]))
        #expect(rows.contains(["今年列末位1个月。"]))
        var archive = try ZipArchive(file.bytes)
        let chart = try #require(archive.entries.first { $0.name == "xl/charts/chart1.xml" })
        #expect(
            String(decoding: try archive.bytes(of: chart), as: UTF8.self).contains("<c:lineChart>"))
        #expect(PackageLint.faults(in: file.bytes) == [])
        let all = workbook.sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.value.text) } }
            .joined(separator: "\n")
        for unit in SampleCounty.units where unit.code != "T18" {
            #expect(!all.contains(unit.shortName))
        }
    }
}
