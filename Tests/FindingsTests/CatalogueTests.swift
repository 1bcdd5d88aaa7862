import Findings
import Testing

struct CatalogueTests {
    @Test func `no code and no name stands for two checks`() {
        #expect(Set(Check.allCases.map(\.code)).count == Check.allCases.count)
        #expect(Set(Check.allCases.map(\.rawValue)).count == Check.allCases.count)
    }

    @Test(arguments: Check.allCases)
    func `every check is titled in both languages`(check: Check) {
        #expect(!check.title.chinese.isEmpty && !check.title.english.isEmpty)
        #expect(check.title.english.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `a finding is said with place, gravity, code and subject`() {
        let finding = Finding(
            .notANumber(column: "户数", found: "若干"),
            at: Place(
                file: "城关镇.xlsx", sheet: "农村", cells: [CellReference(row: 7, column: 3)]),
            subject: .init(code: "1001", name: "东关村"))
        #expect(
            finding.line(in: .chinese) == "城关镇.xlsx › 农村 › C7: 错误 F202: “户数”应填数字，这里是“若干”（东关村）")
        #expect(
            finding.line(in: .english)
                == "城关镇.xlsx › 农村 › C7: error F202: “户数” needs a number but holds “若干” (东关村)")
    }

    @Test(arguments: [
        ("A1", 1, 1), ("$F$9", 9, 6), ("xfd1048576", 1_048_576, 16_384), ("AA10", 10, 27),
    ])
    func `a cell is read as it is written`(text: String, row: Int, column: Int) {
        #expect(CellReference(text) == CellReference(row: row, column: column))
    }

    @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A1B"])
    func `what is no cell is none`(text: String) {
        #expect(CellReference(text) == nil)
    }

    @Test(arguments: [
        ("B2", "B2"), ("B2:D9", "B2:D9"), ("$D$9:b2", "B2:D9"), ("D2:B9", "B2:D9"),
    ])
    func `a range is read as it is written, its corners in order`(text: String, printed: String) {
        #expect(CellRange(text)?.description == printed)
        #expect(CellRange(text[...])?.description == printed)
    }

    @Test(arguments: ["", ":", "B2:", ":B2", "A1:B2:C3", "B2;D9", "B:D"])
    func `what is no range is none`(text: String) {
        #expect(CellRange(text) == nil)
    }

    @Test func `Chinese is spoken unless the locale says otherwise`() {
        #expect(Language(environment: [:]) == .chinese)
        #expect(Language(environment: ["LANG": "C.UTF-8"]) == .chinese)
        #expect(Language(environment: ["LANG": "en_US.UTF-8"]) == .english)
        #expect(
            Language(environment: ["LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"]) == .chinese)
    }
}
