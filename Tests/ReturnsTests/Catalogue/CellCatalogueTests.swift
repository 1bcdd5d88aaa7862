import Campaigns
import Findings
import Testing
import Workbooks

@testable import Returns

/// Every line of the catalogue, read by the reader that reads returns.
struct CellCatalogueTests {
    private let county: CellCounty

    init() throws {
        county = try CellCounty.shared.get()
    }

    @Test(arguments: CellCatalogue.cases)
    func `a cell is read as the catalogue says, or sent back`(line: CellCase) throws {
        let kind = try #require(ColumnKind.named(line.column), "no column \(line.column)")
        let (value, change, note) = county.outcome(of: line.cell, in: kind)
        #expect(value == line.expected)
        #expect(change?.reason.rawValue ?? "—" == line.reason)
        // What was typed is kept to the letter, and so is what it was read as.
        if let change {
            let typed = line.cell?.value.text ?? ""
            #expect(change.raw == (typed.trimmed.isEmpty ? "" : typed))
            #expect(change.value == value)
            #expect(change.field == kind.field.id)
        }
        let hadUnit =
            (line.reason == "unit_suffix" || line.reason == "unit_conversion")
            && line.text.contains { $0.isLetter || "¥￥㎡★".contains($0) }
            && !line.typed.hasPrefix("[")
        #expect(note.map { $0.check == .unitInValue } ?? false == hadUnit)
    }

    @Test func `the catalogue holds 300 different cells and more`() {
        let cells = Set(CellCatalogue.cases.map { $0.column + "\u{0}" + $0.typed })
        #expect(cells.count == CellCatalogue.cases.count, "a cell stands twice")
        #expect(cells.count >= 300)
    }

    @Test func `every kind of column is in the catalogue`() {
        #expect(Set(CellCatalogue.cases.map(\.column)) == Set(ColumnKind.all.map(\.name)))
    }

    @Test func `no cell but a blank one with a rule of the form becomes 0 without a 0 in it`() {
        for line in CellCatalogue.cases where line.expected == "0" {
            let isZero = line.text.contains { "0０零〇".contains($0) }
            let isRule = ["件空为零", "星"].contains(line.column)
            #expect(isZero || isRule, "\(line)")
        }
    }

    /// A number with any one thing beside it that makes it uncertain is never read as that number.
    @Test(arguments: [
        "约", "近", "余", "多", "左右", "以上", "几", "~", "?", "？", "+", "/", ":", "；", "、", "#", "*", "=",
        "·",
    ])
    func `what stands before or behind a number is not dropped`(word: String) throws {
        for name in ["人", "万元", "率", "天"] {
            let kind = try #require(ColumnKind.named(name))
            for text in ["30" + word, word + "30", "30" + word + "5", "三十" + word] {
                let (value, _, _) = county.outcome(
                    of: Cell(column: 1, value: .string(text)), in: kind)
                #expect(value.hasPrefix("F"), "\(name) \(text) was read as \(value)")
            }
        }
    }

    @Test func `a cell of any length is read in bounds`() throws {
        for (_, kind) in ColumnKind.all {
            for text in [
                String(repeating: "1", count: 40_000), String(repeating: "一", count: 40_000),
                String(repeating: "中共", count: 20_000), String(repeating: "☑是", count: 20_000),
                String(repeating: "\u{200B}", count: 40_000) + "x",
            ] {
                let (value, _, _) = county.outcome(
                    of: Cell(column: 1, value: .string(text)), in: kind)
                #expect(kind.field.type.isNumber ? value.hasPrefix("F") : !value.isEmpty)
            }
        }
    }
}

/// Every spelling of choices.csv, by itself and as people vary it.
struct ChoiceSpellingTests {
    private let county: CellCounty

    init() throws {
        county = try CellCounty.shared.get()
    }

    @Test func `every spelling of every list is read as its value, however wide, spaced or cased`()
        throws
    {
        var count = 0
        for (name, list) in county.campaign.choices.sorted(by: { $0.key < $1.key }) {
            let field = Field(id: "x", header: "栏", type: .enumeration(name))
            let reader = ValueReader(
                campaign: county.campaign, names: NameBook(county.campaign), period: nil)
            for (spelling, value) in list.spellings.sorted(by: { $0.key < $1.key }) {
                let wide = String(
                    String.UnicodeScalarView(
                        spelling.unicodeScalars.map {
                            (0x21...0x7E).contains($0.value)
                                ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                        }))
                for text in [
                    spelling, " \(spelling)\u{3000}", spelling.uppercased(), wide,
                    spelling.map(String.init).joined(separator: "\u{A0}"),
                ] {
                    let reading = reader.read(
                        Cell(column: 1, value: .string(text)), as: field, header: HeaderText("栏"),
                        above: nil)
                    guard case .value(.text(let read), let change, nil) = reading else {
                        Issue.record("\(name): \(text) was not read")
                        continue
                    }
                    #expect(read == value)
                    #expect((change == nil) == (text == value))
                    count += 1
                }
            }
        }
        #expect(count > 2000)
    }
}
