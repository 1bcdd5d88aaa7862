import Bulletins
import Campaigns
import Findings
import TestSupport
import Testing
import Workbooks

/// What goes back to the sender of a faulty file.
struct ReturnedWorkbookTests {
    private let renderer = BulletinRenderer(campaign: SampleCounty.campaign)

    /// A workbook of one sheet as a sender has it.
    private func original(
        rows: Int = 3, sheet: String = "农村", merges: [CellRange] = [], foot: String? = nil
    ) throws -> [UInt8] {
        var draft = SheetDraft(name: sheet)
        draft.rows = (1...rows).map { row in
            RowDraft([CellDraft("村\(row)"), CellDraft("约\(row)"), CellDraft(.integer(row))])
        }
        if let foot { draft.rows.append(RowDraft([CellDraft(foot)])) }
        draft.merges = merges
        return try WorkbookDraft(sheets: [draft]).encoded()
    }

    private func finding(
        _ cells: String..., sheet: String? = "农村", code: String = "V13",
        severity: Severity = .error, message: String = "“人数”应填准数"
    ) -> Finding {
        Finding(
            code: code, severity: severity,
            at: Place(
                file: "农村/a.xlsx", sheet: sheet, cells: cells.compactMap { CellReference($0) }),
            message: Bilingual(message, ""), advice: Bilingual("填准数", ""))
    }

    private func returned(
        _ bytes: [UInt8], _ findings: [Finding], file: String = "农村/a.xlsx"
    ) throws -> (bytes: [UInt8], workbook: Workbook) {
        let workbook = try? WorkbookReader.read(bytes, fileName: file)
        let output = try renderer.returned(
            ReturnedFile(
                unit: "T18", file: file, period: SampleCounty.period, asOf: SampleCounty.asOf,
                workbook: workbook, original: bytes, findings: findings),
            at: "退回/x.xlsx")
        return (output.bytes, try WorkbookReader.read(output.bytes, fileName: "x.xlsx"))
    }

    private func texts(_ grid: Grid?) -> [String] {
        grid?.rows.flatMap { $0.cells.map(\.value.text) } ?? []
    }

    @Test func `the sender's own sheets come back with fills, notes and a list that is in view`()
        throws
    {
        let (bytes, workbook) = try returned(
            original(), [finding("B1"), finding("B2", "C2", code: "V30", severity: .query)])
        #expect(workbook.sheets.map(\.name) == ["农村", "错误清单"])
        let looks = try #require(WorkbookLooks(bytes))
        #expect(looks.activeSheet == "错误清单")
        #expect(looks.chosenSheets == ["错误清单"])
        #expect(looks.fills(on: "农村") == ["B1=FFC7CE", "B2=FFEB9C", "C2=FFEB9C"])
        let notes = try #require(workbook.sheets.first).notes
        #expect(notes.keys.sorted().map(\.description) == ["B1", "B2", "C2"])
        #expect(
            notes[CellReference(row: 1, column: 2)]?.text
                == "县统计汇总退回标注：\n错误 V13：“人数”应填准数\n改法：填准数")
        #expect(PackageLint.faults(in: bytes) == [])
        let list = texts(workbook.sheets.last)
        #expect(list.contains { $0.contains("共有错误1处、核实1处") })
        #expect(list.contains("错误，要改正后重报：1处"))
    }

    @Test func `errors come first on the list, what needs no mending last`() throws {
        let (_, workbook) = try returned(
            original(),
            [
                finding("A1", code: "F301", severity: .note),
                finding("A2", code: "V30", severity: .query),
                finding("A3", code: "V13"), finding("A3", code: "V49", severity: .suspicion),
            ])
        let codes = workbook.sheets.last?.rows.compactMap { $0[column: 8]?.value.text }
        #expect(codes == ["编号", "V13", "V30", "F301"])
    }

    @Test func `a note is no mark and a finding without a cell is on the list alone`() throws {
        let (bytes, workbook) = try returned(
            original(), [finding("A1", severity: .note), finding(), finding(sheet: nil)])
        #expect(try #require(WorkbookLooks(bytes)).fills(on: "农村") == [])
        #expect(workbook.sheets.first?.notes.isEmpty == true)
        let list = texts(workbook.sheets.last)
        #expect(list.contains("整张表") && list.contains("整个文件"))
    }

    @Test func `what is covered by a merged region is marked where it shows`() throws {
        let (bytes, _) = try returned(
            original(merges: [CellRange("A1:A3")].compactMap { $0 }),
            [finding("A2"), finding("A3")])
        #expect(try #require(WorkbookLooks(bytes)).fills(on: "农村") == ["A1=FFC7CE"])
    }

    @Test func `of too many cells the first are marked, errors before queries, and all are listed`()
        throws
    {
        let queries = (1...20).map { finding("A\($0)", code: "V30", severity: .query) }
        let errors = (1...600).map { finding("B\($0)") }
        let (bytes, workbook) = try returned(original(rows: 700), queries + errors)
        let fills = try #require(WorkbookLooks(bytes)).fills(on: "农村")
        #expect(fills.count == 500)
        #expect(fills.allSatisfy { $0.hasSuffix("FFC7CE") })
        #expect(workbook.sheets.first?.notes.count == 500)
        let list = texts(workbook.sheets.last)
        #expect(list.count { $0 == "V13" || $0 == "V30" } == 620)
        #expect(list.contains { $0.contains("有问题的格子共620个，标出了500个") })
    }

    @Test func `many findings at one cell make a note that can be read`() throws {
        let findings = (1...40).map { finding("A1", code: "V\($0 + 10)") }
        let (_, workbook) = try returned(original(), findings)
        let note = workbook.sheets.first?.notes[CellReference(row: 1, column: 1)]?.text ?? ""
        #expect(note.hasSuffix("另有35条，见“错误清单”。"))
    }

    @Test func `who filled it in does not come back, in no part of the package`() throws {
        let (bytes, workbook) = try returned(
            original(foot: "填表人：李某某    联系电话：0915-7654321"), [finding("B1")])
        #expect(texts(workbook.sheets.first).last == "填表人：    联系电话：")
        #expect(texts(workbook.sheets.last).contains { $0.contains("要打印盖章的请补上") })
        #expect(!String(decoding: bytes, as: UTF8.self).contains("李某某"))
    }

    /// It comes back in the round after, mended in part: one list, one mark, no trace of the first.
    @Test func `what is sent again unmended is marked afresh and does not grow`() throws {
        let findings = [finding("B1"), finding("B2", severity: .query)]
        let first = try returned(original(), findings).bytes
        let second = try returned(first, findings).bytes
        let third = try returned(second, [finding("B2", severity: .query)]).bytes
        let again = try returned(third, findings).bytes
        for bytes in [first, second, again] {
            let workbook = try WorkbookReader.read(bytes, fileName: "x.xlsx")
            #expect(workbook.sheets.map(\.name) == ["农村", "错误清单"])
            let looks = try #require(WorkbookLooks(bytes))
            #expect(looks.fills(on: "农村") == ["B1=FFC7CE", "B2=FFEB9C"])
            #expect(workbook.sheets.first?.notes.count == 2)
            #expect(PackageLint.faults(in: bytes) == [])
        }
        #expect(try #require(WorkbookLooks(third)).fills(on: "农村") == ["B2=FFEB9C"])
        let counts = [second, again].compactMap { WorkbookLooks($0)?.styleCount }
        #expect(Set(counts).count == 1, "\(counts)")
        #expect(
            WorkbookLooks(again)?.definedNames == [
                "_tongbao_mark_1='农村'!$B$1,'农村'!$B$2"
            ])
    }

    @Test func `a csv comes back as a workbook with the list before it`() throws {
        let bytes = Array("村名,人数\n东关村,约5\n填表人：,李某某\n".utf8)
        let (back, workbook) = try returned(
            bytes, [finding("B2", sheet: nil)], file: "农村/东关.csv")
        #expect(workbook.sheets.map(\.name) == ["错误清单", "东关"])
        #expect(try #require(WorkbookLooks(back)).fills(on: "东关") == ["B2=FFC7CE"])
        #expect(texts(workbook.sheets.first).contains { $0.contains("csv") })
        #expect(!String(decoding: back, as: UTF8.self).contains("李某某"))
    }

    @Test func `what cannot be patched comes back rebuilt, and the list says so`() throws {
        let bytes = try original()
        let workbook = try WorkbookReader.read(bytes, fileName: "a.xlsx")
        let output = try renderer.returned(
            ReturnedFile(
                unit: "T18", file: "a.xlsx", workbook: workbook, original: Array("??".utf8),
                findings: [finding("B1")]),
            at: "退回/a.xlsx")
        let back = try WorkbookReader.read(output.bytes, fileName: "a.xlsx")
        #expect(back.sheets.map(\.name) == ["错误清单", "农村"])
        #expect(texts(back.sheets.first).contains { $0.contains("原文件不便直接标注") })
        #expect(try #require(WorkbookLooks(output.bytes)).fills(on: "农村") == ["B1=FFC7CE"])
    }

    @Test func `a file that cannot be read is answered by the list alone`() throws {
        let place = Place(file: "农村/扫描.pdf")
        let (_, workbook) = try returned(
            Array("%PDF-1.4".utf8), [Finding(.unreadableFile(.document(.pdf)), at: place)],
            file: "农村/扫描.pdf")
        #expect(workbook.sheets.map(\.name) == ["错误清单"])
        #expect(texts(workbook.sheets.first).contains("把数字填进下发的空表，报送 .xlsx"))
    }

    @Test func `a file that came back again is not called after its unit twice`() {
        #expect(
            renderer.returnedPaths([
                ("T18", "农村/六月.xlsx"), ("T18", "农村/洄水乡-六月.xlsx"), (nil, "a.pdf"),
            ]) == ["退回/洄水乡-六月.xlsx", "退回/洄水乡-六月-2.xlsx", "退回/未识别-a.xlsx"])
    }
}
