import Findings
import Testing
import Workbooks

/// Parts of workbooks that were read before are known by their bytes, and mean what they would without it.
struct PartMemoryTests {
    private func styles(_ format: Int) -> String {
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(format)\"/></cellXfs>"
    }

    private func cells(_ book: Workbook) -> [CellValue] {
        book.sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.value) } }
    }

    @Test func `Workbooks that share parts are read as each by itself`() throws {
        let memory = PartMemory()
        for format in [14, 0, 14, 10] {
            for serial in ["44012", "44013"] {
                let bytes = try HandMadeWorkbook(
                    "<row><c s=\"1\"><v>\(serial)</v></c></row>", styles: styles(format)
                ).bytes()
                let alone = try WorkbookReader.read(bytes, fileName: "a.xlsx")
                let known = try WorkbookReader.read(bytes, fileName: "a.xlsx", memory: memory)
                #expect(cells(known) == cells(alone))
                #expect(known.sheets.map(\.name) == alone.sheets.map(\.name))
                #expect(cells(known).count == 1)
            }
        }
    }

    @Test func `What is sought is found in a part that is known`() throws {
        let memory = PartMemory()
        let bytes = try HandMadeWorkbook(
            "<row><c><v>1</v></c></row>", styles: styles(0),
            properties:
                "<definedNames><definedName name=\"n\">\"13800138000\"</definedName></definedNames>"
        ).bytes()
        for _ in 0..<2 {
            let book = try WorkbookReader.read(
                bytes, fileName: "a.xlsx", seeking: TextSearch { $0 == "13800138000" },
                memory: memory)
            #expect(book.finds.map(\.part) == ["xl/workbook.xml"])
        }
    }

    @Test func `A damaged part is refused every time`() throws {
        let memory = PartMemory()
        let bytes = try HandMadeWorkbook(
            "<row><c><v>1</v></c></row>", styles: "<cellXfs><xf></cellXfs>"
        ).bytes()
        for _ in 0..<2 {
            #expect(throws: WorkbookError.self) {
                try WorkbookReader.read(bytes, fileName: "a.xlsx", memory: memory)
            }
        }
    }
}
