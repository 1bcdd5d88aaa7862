import Findings
import Testing
import Workbooks
import ZipArchives

/// A package put together from texts, for workbooks that no honest program writes.
struct HandMadeWorkbook {
    var parts: [(name: String, text: String)] = []

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// One sheet "S" with this inside `sheetData` and around it, in transitional names.
    init(
        _ rows: String, behind: String = "", strings: String? = nil, styles: String? = nil,
        properties: String = ""
    ) {
        self.init(
            sheet: """
                <worksheet xmlns="\(Self.main)"><sheetData>\(rows)</sheetData>\(behind)</worksheet>
                """, strings: strings, styles: styles, properties: properties)
    }

    /// The whole worksheet part, as it is.
    init(
        sheet: String, strings: String? = nil, styles: String? = nil, properties: String = ""
    ) {
        parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(properties)\
                <sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relationships([
                    ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "styles.xml"),
                    ("r3", "sharedStrings", "sharedStrings.xml"),
                ])
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        if let strings {
            parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"))
        }
        if let styles {
            parts.append(
                ("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
        }
    }

    static func relationships(_ entries: [(id: String, kind: String, target: String)]) -> String {
        let lines = entries.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships xmlns=\"\(package)\">\(lines.joined())</Relationships>"
    }

    mutating func replace(_ name: String, with text: String) {
        parts = parts.map { $0.name == name ? (name, text) : $0 }
    }

    func bytes() throws -> [UInt8] {
        var writer = ZipWriter()
        for part in parts { writer.add(part.name, Array(part.text.utf8)) }
        return try writer.finished()
    }

    func read(limits: WorkbookLimits = .default) throws(WorkbookError) -> Workbook {
        let bytes: [UInt8]
        do { bytes = try self.bytes() } catch { preconditionFailure("\(error)") }
        return try WorkbookReader.read(bytes, fileName: "hand.xlsx", limits: limits)
    }

    /// The same with other bytes for the sheet's part.
    func cells(sheet: [UInt8]) throws -> [String] {
        var writer = ZipWriter()
        for part in parts {
            let isSheet = part.name == "xl/worksheets/sheet1.xml"
            writer.add(part.name, isSheet ? sheet : Array(part.text.utf8))
        }
        let workbook = try WorkbookReader.read(writer.finished(), fileName: "hand.xlsx")
        return try #require(workbook.sheets.first).shown
    }

    /// The cells of the first sheet as `A1=甲`, for short expectations.
    func cells() throws -> [String] {
        let workbook = try read()
        return try #require(workbook.sheets.first).shown
    }
}

extension Grid {
    /// Every cell as `A1=甲`.
    var shown: [String] {
        rows.flatMap { row in
            row.cells.map {
                "\(CellReference(row: row.number, column: $0.column))=\($0.value.text)"
            }
        }
    }
}

extension [UInt8] {
    /// Every occurrence of some bytes replaced by as many others.
    func replacing(_ old: [UInt8], with new: [UInt8]) -> [UInt8] {
        precondition(old.count == new.count, "a replacement of the same length")
        var result = self
        var index = 0
        while index + old.count <= count {
            if self[index..<index + old.count].elementsEqual(old) {
                result.replaceSubrange(index..<index + old.count, with: new)
            }
            index += 1
        }
        return result
    }
}
