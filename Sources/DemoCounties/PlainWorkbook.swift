import Findings
import Workbooks

/// An XLSX file as a report program writes it: stored, unstyled, strings inline, and, which is what it
/// is for, formulas without their results.
enum PlainWorkbook {
    static func bytes(_ sheet: SheetDraft) -> [UInt8] {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let package = "http://schemas.openxmlformats.org/package/2006/"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        func relationships(_ kind: String, _ target: String) -> String {
            "\(head)<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"\(office)/\(kind)\" Target=\"\(target)\"/></Relationships>"
        }
        var archive = StoredArchive()
        archive.add(
            "[Content_Types].xml",
            "\(head)<Types xmlns=\"\(package)content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
                + "ContentType=\"\(type)worksheet+xml\"/></Types>")
        archive.add("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"))
        archive.add(
            "xl/workbook.xml",
            "\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
                + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        archive.add(
            "xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml"))
        archive.add(
            "xl/worksheets/sheet1.xml",
            "\(head)<worksheet xmlns=\"\(main)\">\(rows(sheet))\(merges(sheet))</worksheet>")
        return archive.finished
    }

    private static func rows(_ sheet: SheetDraft) -> String {
        var text = "<sheetData>"
        for (row, draft) in sheet.rows.enumerated() {
            text += "<row r=\"\(row + 1)\">"
            for (column, cell) in draft.cells.enumerated() {
                guard let content = cell?.content, content != .blank else { continue }
                let reference = CellReference(row: row + 1, column: column + 1)
                text += self.cell(content, at: reference.description)
            }
            text += "</row>"
        }
        return text + "</sheetData>"
    }

    private static func cell(_ content: CellDraft.Content, at reference: String) -> String {
        switch content {
        case .formula(let formula, .blank): "<c r=\"\(reference)\"><f>\(formula)</f></c>"
        case .integer, .digits, .decimal:
            "<c r=\"\(reference)\"><v>\(SheetFiles.text(of: content))</v></c>"
        case .formula(_, let result): cell(result, at: reference)
        default:
            "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(SheetFiles.text(of: content))</t></is></c>"
        }
    }

    private static func merges(_ sheet: SheetDraft) -> String {
        guard !sheet.merges.isEmpty else { return "" }
        return "<mergeCells count=\"\(sheet.merges.count)\">"
            + sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    }
}

/// A ZIP container whose entries are stored as they are.
private struct StoredArchive {
    private var entries: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ text: String) {
        let bytes = Array(text.utf8)
        // Version 2.0, no flags, stored, 1980-01-01 00:00, the check sum, the size twice.
        let common =
            [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + four(checksum(bytes)) + four(bytes.count)
            + four(bytes.count) + two(name.utf8.count) + two(0)
        directory += [0x50, 0x4B, 1, 2, 20, 0] + common + two(0) + two(0) + two(0) + four(0)
        directory += four(entries.count) + Array(name.utf8)
        entries += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
        count += 1
    }

    var finished: [UInt8] {
        entries + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(count) + two(count)
            + four(directory.count) + four(entries.count) + two(0)
    }

    private func two(_ number: Int) -> [UInt8] { Array(four(number).prefix(2)) }

    private func four(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return Int(~sum)
    }
}
