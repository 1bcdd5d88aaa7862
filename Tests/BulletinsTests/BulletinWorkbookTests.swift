import Bulletins
import Findings
import Testing
import Workbooks

@Suite struct BulletinWorkbookTests {
    private func bulletin(isDraft: Bool = false) throws -> (path: String, workbook: Workbook) {
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        let file = try #require(
            try renderer.bulletin(SampleCounty.facts(isDraft: isDraft)).first)
        return (file.path, try WorkbookReader.read(file.bytes, fileName: file.path))
    }

    private func rows(_ grid: Grid) -> [[String]] {
        grid.rows.map { $0.cells.map(\.value.text) }
    }

    @Test func `通报有正文、排名、各领域、未报、退回和说明`() throws {
        let (path, workbook) = try bulletin()
        #expect(path == "五位一体通报-2020年06月.xlsx")
        #expect(
            workbook.sheets.map(\.name) == [
                "通报", "排名", "农村", "农村分子分母", "社区", "机关", "上报质量", "暗访", "未报", "退回", "指标说明",
            ])
    }

    @Test func `正文按公文的次序`() throws {
        let cover = rows(try bulletin().workbook.sheets[0]).compactMap(\.first)
        #expect(cover[0] == "关于2020年6月基层党建“五位一体”提升活动\n进展情况的通报")
        #expect(
            cover.filter { $0.prefix(2).hasSuffix("、") } == [
                "一、总体进展", "二、报送情况", "三、三个领域", "四、暗访情况", "五、下步要求",
            ])
        #expect(cover.contains("　　经认定属于虚报、瞒报的：蒿坪乡1项，每项扣5分，计入本月得分。"))
        #expect(cover.suffix(3).prefix(2) == ["中共岚川县委组织部", "2020年7月8日"])
    }

    @Test func `暗访各数写明含什么、不含什么`() throws {
        var facts = SampleCounty.facts()
        facts.inspections.tally.over = 2
        facts.inspections.tally.definition = 2
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        let file = try #require(try renderer.bulletin(facts).first)
        let book = try WorkbookReader.read(file.bytes, fileName: file.path)
        let cover = rows(book.sheets[0]).compactMap(\.first)
        #expect(
            cover.contains("　　已结案的暗访核查事项42项，其中与上报相符39项，不符或另有认定3项（含口径不一2项）。"))
        #expect(
            cover.contains(
                "　　其中能够比对的，上报好于实际2项，上报差于实际0项；认定虚报0项、瞒报0项。口径不一的不计入这四个数。"
                    + "暗访是抽查，各数只反映抽到的事项。"
                    + "暗访相符率按全部核查事项的比对结论计算，与只计已结案事项的以上各数口径不同。"))
    }

    @Test func `应报的数等于按时、迟报、未报之和`() throws {
        let owed = SampleCounty.facts().owed
        let cover = rows(try bulletin().workbook.sheets[0]).compactMap(\.first)
        let line = try #require(cover.first { $0.contains("应报") })
        let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
        #expect(numbers[1] == owed.count)
        #expect(numbers[2] + numbers[3] + numbers[4] == owed.count)
    }

    @Test func `排名表里名次、得分是数，并列和变化照印`() throws {
        let grid = try bulletin().workbook.sheets[1]
        let first = try #require(grid.rows.first { $0[column: 2]?.value.text == "城关镇" })
        #expect(first[column: 1]?.value == .number(1, digits: "1"))
        #expect(first[column: 3]?.value == .number(96.12, digits: "96.12"))
        #expect(first[column: 11]?.value == .string("↑3"))
        let tied = grid.rows.filter { $0[column: 1]?.value == .number(5, digits: "5") }
        #expect(tied.count == 4)
        let unranked = try #require(grid.rows.first { $0[column: 2]?.value.text == "经济贸易局" })
        #expect(unranked[column: 1]?.value == .string("不参评"))
        #expect(unranked[column: 3] == nil)
    }

    @Test func `草稿不排名次，题目写明`() throws {
        let (path, workbook) = try bulletin(isDraft: true)
        #expect(path == "五位一体通报-2020年06月-草稿.xlsx")
        #expect(rows(workbook.sheets[0])[0][0].hasSuffix("（草稿）"))
        let ranking = workbook.sheets[1]
        #expect(ranking.rows.allSatisfy { $0[column: 1]?.value.text.hasPrefix("第") != true })
        let first = try #require(ranking.rows.first { $0[column: 2]?.value.text == "城关镇" })
        #expect(first[column: 1] == nil)
        #expect(first[column: 10] == nil)
        #expect(first[column: 11] == nil)
    }

    @Test func `停评的指标写明缺哪个标准`() throws {
        let organ = try #require(try bulletin().workbook.sheets.first { $0.name == "机关" })
        #expect(
            rows(organ).joined().contains { $0.contains("停评") && $0.contains("study_days_year") })
    }

    @Test func `退回件的错误清单链接到格子，格子有底色和说明`() throws {
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        let file = try renderer.returned(SampleRenderingTests.returned, at: "退回/x.xlsx")
        let workbook = try WorkbookReader.read(file.bytes, fileName: "x.xlsx")
        #expect(workbook.sheets.map(\.name) == ["错误清单", "农村"])
        let cell = try #require(CellReference("D6"))
        #expect(workbook.sheets[1][cell]?.value == .string("约5"))
        #expect(workbook.sheets[0].rows.contains { $0[column: 4]?.value.text == "D6" })
    }

    @Test func `重名的退回件加序号，文件名里没有路径`() {
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        #expect(
            renderer.returnedPaths([
                ("T01", "农村/月报.xlsx"), ("T01", "补报/月报.csv"), ("T02", "../..\\a:b.xlsx"),
                (nil, "月报.xlsx"), ("T99", ".xlsx"),
            ]) == [
                "退回/城关镇-月报.xlsx", "退回/城关镇-月报-2.xlsx", "退回/东坪镇-_a_b.xlsx",
                "退回/未识别-月报.xlsx", "退回/未识别-xlsx.xlsx",
            ])
    }

    @Test(arguments: [
        "a'b", "=HYPERLINK(\"http://x\")", String(repeating: "长", count: 40), "a/b?c", "History",
        "",
    ])
    func `来件的表名再怪也写得出、读得回`(name: String) throws {
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        var file = SampleRenderingTests.returned
        file.workbook?.sheets[0].name = name
        file.workbook?.sheets.append(Grid(name: name, rows: []))
        let output = try renderer.returned(file, at: "退回/x.xlsx")
        let workbook = try WorkbookReader.read(output.bytes, fileName: "x.xlsx")
        #expect(workbook.sheets.count == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `一格填在最末行的表不重建，只发错误清单`() throws {
        let renderer = BulletinRenderer(campaign: SampleCounty.campaign)
        var file = SampleRenderingTests.returned
        file.workbook?.sheets[0].rows.append(
            Grid.Row(number: 1_048_576, cells: [Cell(column: 16_384, value: .string("x"))]))
        let output = try renderer.returned(file, at: "退回/x.xlsx")
        let workbook = try WorkbookReader.read(output.bytes, fileName: "x.xlsx")
        #expect(workbook.sheets.map(\.name) == ["错误清单"])
    }
}
