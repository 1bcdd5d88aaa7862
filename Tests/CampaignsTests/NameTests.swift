import Campaigns
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("乡镇（办事处）", "乡镇 (办事处)"),
        ("落实坐班\n（天）", "落实坐班(天)"),
        ("ＡＢＣ１２", "abc12"),
        ("三〇二", "三○二"),
        ("填　报　单位", "填报单位"),
        ("黄囗村", "黄口村"),
        ("“三会一课”", "\"三会一课\""),
        ("", "　\u{FEFF}"),
    ])
    func `what reads the same has one key`(one: String, other: String) {
        #expect(Folding.key(one) == Folding.key(other))
    }

    @Test(arguments: [("城关镇", "城关"), ("东关村", "西关村"), ("是", "否"), ("1", "l")])
    func `what reads differently has different keys`(one: String, other: String) {
        #expect(Folding.key(one) != Folding.key(other))
    }
}

struct NameBookTests {
    let book = NameBook(
        Campaign(
            settings: Settings(texts: ["county": "岚川县"]),
            units: [
                Unit(code: "101", name: "城关镇人民政府", shortName: "城关镇", kind: "township"),
                Unit(
                    code: "102", name: "东街办事处", shortName: "东街办事处", aliases: ["东街道办"],
                    kind: "subdistrict"),
                Unit(code: "103", name: "东街", shortName: "东街", kind: "township"),
                Unit(code: "201", name: "县财政局", shortName: "财政局", kind: "department"),
                Unit(code: "202", name: "财政局二", shortName: "财政局", kind: "department"),
            ],
            roster: [
                RosterEntry(
                    code: "1", name: "东关村", aliases: ["东（氵甸）村"], sector: "rural", unit: "101"),
                RosterEntry(code: "2", name: "西关村村民委员会", sector: "rural", unit: "101"),
                RosterEntry(code: "3", name: "东关村", sector: "rural", unit: "102"),
                RosterEntry(code: "4", name: "东关社区", sector: "community", unit: "101"),
            ], forms: []))

    @Test(arguments: [
        "城关镇", "城关镇人民政府", " 城 关 镇（盖章）", "中共城关镇委员会", "岚川县城关镇党委", "中共岚川县城关镇委员会",
    ])
    func `a unit is known by every official way to write its name`(name: String) {
        #expect(book.units(named: name).map(\.code) == ["101"])
    }

    @Test func `an office is not taken for the township of the same stem`() {
        #expect(book.units(named: "东街办事处").map(\.code) == ["102"])
        #expect(book.units(named: "东街道办").map(\.code) == ["102"])
        #expect(book.units(named: "东街").map(\.code) == ["103"])
    }

    @Test func `a name that two units bear leads to both`() {
        #expect(book.units(named: "财政局").map(\.code) == ["201", "202"])
    }

    @Test func `an entry is looked for in its sector and, where one is given, under its unit`() {
        #expect(book.entries(named: "东关村", sector: "rural").map(\.code) == ["1", "3"])
        #expect(book.entries(named: "东关村", sector: "rural", unit: "102").map(\.code) == ["3"])
        #expect(book.entries(named: "东(氵甸)村", sector: "rural").map(\.code) == ["1"])
        #expect(book.entries(named: "西关村", sector: "rural").map(\.code) == ["2"])
        #expect(book.entries(named: "东关村村民委员会", sector: "rural", unit: "101").map(\.code) == ["1"])
        #expect(book.entries(named: "东关村", sector: "organ").isEmpty)
    }

    @Test func `likeness proposes and never matches`() {
        #expect(book.units(named: "城关鎮").isEmpty)
        #expect(book.unitProposals(for: "城关鎮") == ["城关镇人民政府"])
        #expect(book.entries(named: "南关村", sector: "rural", unit: "101").isEmpty)
        #expect(
            book.entryProposals(for: "南关村", sector: "rural", unit: "101")
                == ["东关村", "西关村村民委员会"])
        #expect(book.unitProposals(for: "　").isEmpty)
    }
}
