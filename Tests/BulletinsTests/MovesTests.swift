import Assessments
import Bulletins
import Campaigns
import Testing
import Workbooks

/// 升降原因 in the bulletin and in 反馈.
@Suite struct MovesTests {
    /// 城关镇 rose, 东坪镇 fell, 蒿坪乡 has no comparison.
    private static func facts(ranked: Bool = true) -> BulletinFacts {
        func part(_ cause: Move.Cause, _ hundredths: Int, _ places: Int) -> Move.Part {
            Move.Part(
                cause: cause, points: Fraction(hundredths, 100), hundredths: hundredths,
                places: ranked ? places : 0)
        }
        let rose = Move(
            unit: "T01", group: "乡镇组", previousScore: "94.10", score: "96.12", change: 202,
            parts: [
                part(.demand(indicator: "R05"), -80, -1), part(.work(indicator: "R02"), 262, 3),
                part(.silence(form: "rural", isNow: false), 10, 0),
                part(.deduction(.late), 10, 0),
            ], rank: ranked ? .init(previous: 4, now: 1, others: 1) : nil)
        let fell = Move(
            unit: "T02", group: "乡镇组", previousScore: "95.00", score: "93.99", change: -101,
            parts: [part(.deduction(.misreport), -500, -2), part(.bonus, 399, 1)],
            rank: ranked ? .init(previous: 1, now: 2, others: 0) : nil)
        var facts = SampleCounty.facts()
        facts.moves = Moves(
            previous: facts.assessment.period.previous,
            answers: [
                ("T01", .split(rose)), ("T02", .split(fell)), ("T17", .unsplit(.tablesLost)),
            ])
        return facts
    }

    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)

    private func sheet(_ facts: BulletinFacts, _ name: String = "升降原因") throws -> Grid? {
        let file = try #require(try renderer.bulletin(facts).first)
        return try WorkbookReader.read(file.bytes, fileName: file.path).sheets
            .first { $0.name == name }
    }

    private func feedback(_ unit: String, _ facts: BulletinFacts) throws -> Workbook {
        let file = try #require(try renderer.feedback(facts).first { $0.path.contains(unit) })
        return try WorkbookReader.read(file.bytes, fileName: file.path)
    }

    private func rows(_ grid: Grid?) -> [[String]] {
        (grid?.rows ?? []).map { $0.cells.map(\.value.text).filter { !$0.isEmpty } }
    }

    @Test func `升的在前，降的在后，得分和位次各一行，后面一句话`() throws {
        let rows = rows(try sheet(Self.facts()))
        #expect(
            rows[2] == [
                "单位", "名次", "项目", "合计", "本单位工作", "进度要求", "报送情况", "虚报瞒报", "加分", "其他单位变动",
            ])
        #expect(rows[3] == ["乡镇组：名次上升的1家"])
        #expect(rows[4] == ["城关镇", "4→1", "得分", "2.02", "2.62", "-0.80", "0.20"])
        #expect(rows[5] == ["位次", "3", "3", "-1", "1"])
        #expect(
            rows[6] == [
                "　　得96.12分，比上月增2.02分，由第4名升至第1名。本单位工作增2.62分（坐班落实率），进度要求减0.80分（运转经费拨付率），"
                    + "报送情况增0.20分（“农村”上月未报，本月已报增0.10分；迟报少扣0.10分）。"
                    + "自身得分变化使名次上升2位，其他单位变动使名次上升1位。"
            ])
        #expect(rows[7] == ["乡镇组：名次下降的1家"])
        #expect(
            rows[10] == [
                "　　得93.99分，比上月减1.01分，由第1名降至第2名。认定虚报、瞒报多扣5.00分，加分多3.99分。名次变化由自身得分而来。"
            ])
    }

    @Test func `正文说升降较多的是谁，在哪里看原因`() throws {
        let cover = rows(try sheet(Self.facts(), "通报")).compactMap(\.first)
        #expect(
            cover.contains("　　乡镇组名次与上月相比，上升的有1家，较多的是城关镇（3位）；下降的有1家，较多的是东坪镇（1位），原因见“升降原因”表。"))
    }

    @Test func `只因上月更正而升的不点名，有别的原因的写明更正几位`() throws {
        func move(_ unit: String, from previous: Int, to now: Int, corrected: Int) -> Move {
            Move(
                unit: unit, group: "乡镇组", previousScore: "30.00", score: "90.00", change: 6000,
                parts: [
                    .init(
                        cause: .corrections, points: Fraction(50), hundredths: 5000,
                        places: corrected),
                    .init(
                        cause: .work(indicator: "R02"), points: Fraction(10), hundredths: 1000,
                        places: previous - now - corrected),
                ], rank: .init(previous: previous, now: now, others: 0))
        }
        var facts = Self.facts()
        facts.moves = Moves(
            previous: facts.assessment.period.previous,
            answers: [
                ("T01", .split(move("T01", from: 9, to: 1, corrected: 8))),
                ("T02", .split(move("T02", from: 6, to: 2, corrected: 3))),
            ])
        let cover = rows(try sheet(facts, "通报")).compactMap(\.first)
        #expect(
            cover.contains { $0.contains("上升的有2家，较多的是东坪镇（4位，其中上月更正上升3位），原因见") })
    }

    @Test func `权重变了不比名次，得分照分`() throws {
        let rows = rows(try sheet(Self.facts(ranked: false)))
        #expect(rows[1][0].hasSuffix("分组或权重有变动，名次不比较，只列得分升降较多的单位。"))
        #expect(rows[3] == ["乡镇组：得分上升的1家"])
        #expect(rows[4].prefix(4) == ["城关镇", "—", "得分", "2.02"])
        #expect(rows[5][0].hasPrefix("　　得96.12分，比上月增2.02分。本单位工作"))
    }

    @Test func `没有上月、草稿里都没有这张表`() throws {
        #expect(try sheet(SampleCounty.facts()) == nil)
        #expect(try sheet(SampleCounty.facts(isDraft: true)) == nil)
    }

    @Test func `反馈里每一项都列，合计对得上，别的单位只有位数`() throws {
        let workbook = try feedback("城关镇", Self.facts())
        let rows = rows(workbook.sheets.first { $0.name == "升降原因" })
        #expect(
            rows.dropFirst(3).prefix(6) == [
                ["本单位工作", "坐班落实率（R02）", "2.62", "3"], ["进度要求", "运转经费拨付率（R05）", "-0.80", "-1"],
                ["报送情况", "“农村”上月未报，本月已报", "0.10"], ["报送情况", "迟报扣分", "0.10"],
                ["其他单位变动", "其他单位得分升降和增减", "1"],
                ["合计", "得分94.10→96.12；名次4→1", "2.02", "3"],
            ])
        #expect(
            self.rows(workbook.sheets[0]).contains([
                "比上月", "增2.02分", "上月94.10分；原因见“升降原因”表",
            ]))
        for unit in SampleCounty.units where unit.shortName != "城关镇" {
            #expect(!rows.joined().contains { $0.contains(unit.shortName) })
        }
    }

    @Test func `分不出原因的，反馈里说明`() throws {
        let workbook = try feedback("蒿坪乡", Self.facts())
        #expect(!workbook.sheets.contains { $0.name == "升降原因" })
        #expect(
            rows(workbook.sheets[0]).contains([
                "比上月", "—", "上月所用的表格已不在存档或不能再算，分不出升降原因",
            ]))
    }
}
