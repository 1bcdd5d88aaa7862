import Bulletins
import Campaigns
import Findings
import Testing
import Workbooks

/// The three lists on paper: the county's workbook, a unit's own, and the counts in the bulletin.
///
/// The bulletin is of 8 July 2020.
@Suite struct ItemSheetTests {
    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)

    private func item(
        _ number: String, _ unit: String = "T18", due: CivilDate?,
        _ state: ListItem.State = .open, list: ItemList = .problem
    ) -> ListItem {
        var item = ListItem(
            number: number, list: list, unit: unit, text: "内容\(number)", source: .hand, due: due)
        item.state = state
        return item
    }

    private var facts: BulletinFacts {
        var facts = SampleCounty.facts()
        var past = item("W-past", due: SampleCounty.day(2020, 5, 1), .verified)
        past.isPast = true
        var late = item("W-late", due: SampleCounty.day(2020, 7, 7))
        late.extensions = 2
        facts.items = [
            item("W-later", due: SampleCounty.day(2020, 9, 1)),
            item("W-next", due: SampleCounty.day(2020, 8, 31)), late,
            item("W-done", due: SampleCounty.day(2020, 6, 1), .closed), past,
            item("R-none", due: nil, list: .task),
            item("W-other", "T17", due: SampleCounty.day(2020, 8, 1), .reopened),
        ]
        facts.objections = [
            Objection(
                number: 5, unit: "T18", period: SampleCounty.period, about: "R06",
                text: "六月已经建成", raised: SampleCounty.asOf)
        ]
        return facts
    }

    private func rows(_ path: String, _ sheet: String) throws -> [[String]] {
        let files = try renderer.lists(facts) + renderer.feedback(facts)
        let file = try #require(files.first { $0.path == path })
        let book = try WorkbookReader.read(file.bytes, fileName: path)
        let grid = try #require(
            book.sheets.first { $0.name == sheet }, "\(book.sheets.map(\.name))")
        return grid.rows.map { $0.cells.map(\.value.text) }
    }

    /// The numbers on a sheet, in its order.
    private func numbers(_ path: String, _ sheet: String) throws -> [String] {
        try rows(path, sheet).compactMap { row in
            row.first { $0.hasPrefix("W-") || $0.hasPrefix("R-") }
        }
    }

    @Test func `each list has a sheet, by unit, what is due first and what is past nowhere`() throws
    {
        let path = "清单/三清单.xlsx"
        #expect(
            try numbers(path, "问题清单") == ["W-other", "W-late", "W-next", "W-later", "W-done"])
        #expect(try numbers(path, "任务清单") == ["R-none"])
        #expect(try rows(path, "责任清单").last?.first == "没有事项。")
        #expect(try numbers(path, "下月到期") == ["W-other", "W-next"])
    }

    @Test func `a line says how it stands and how often it was put off`() throws {
        let late = try #require(
            try rows("清单/三清单.xlsx", "问题清单").first { $0.contains("W-late") })
        #expect(late.contains("到期未完成") && late.contains("2020-07-07") && late.contains("2"))
        let texts = try rows("清单/三清单.xlsx", "问题清单").flatMap { $0 }
        let head = texts.first { $0.contains("未完成") }
        #expect(head == "统计到2020年7月8日9时。未完成4项，其中到期1项，下月到期2项；待核1项。")
    }

    @Test(arguments: [
        (7, ListItem.State.open, "到期未完成"), (8, .open, "今天到期"), (9, .open, "未完成"),
        (8, .reopened, "退回未办结"), (8, .closed, "已完成待核"),
    ])
    func `the day on which an item is due is the unit's`(
        day: Int, state: ListItem.State, words: String
    ) throws {
        var facts = SampleCounty.facts()
        facts.items = [item("W-day", due: SampleCounty.day(2020, 7, day), state)]
        let file = try #require(
            try renderer.lists(facts).first { $0.path == "清单/三清单.xlsx" })
        let sheet = try #require(
            try WorkbookReader.read(file.bytes, fileName: file.path).sheets.first)
        let line = try #require(sheet.rows.first { $0[column: 2]?.value.text == "W-day" })
        #expect(line[column: 11]?.value.text == words)
    }

    @Test func `a unit sees its own items and no other's`() throws {
        let name = try #require(SampleCounty.units.first { $0.code == "T18" }).shortName
        #expect(
            try numbers("反馈/\(name).xlsx", "清单") == [
                "W-late", "W-next", "W-later", "R-none", "W-done",
            ])
        let summary = try rows("反馈/\(name).xlsx", "本单位情况").flatMap { $0 }
        #expect(summary.contains("第5号  R06") && summary.contains("正在核查"))
    }

    @Test func `the bulletin counts objections and quotes none`() throws {
        let file = try #require(try renderer.bulletin(facts).first)
        let all = try WorkbookReader.read(file.bytes, fileName: file.path).sheets
            .flatMap { $0.rows.flatMap { $0.cells.map(\.value.text) } }.joined(separator: "\n")
        #expect(all.contains("单位对本月数据提出异议1件，其中正在核查1件。"))
        #expect(!all.contains("六月已经建成") && !all.contains("W-late"))
    }

    @Test func `without an item there is no workbook of them`() throws {
        let files = try renderer.lists(SampleCounty.facts())
        #expect(files.map(\.path) == ["清单/未报清单.xlsx"])
    }
}
