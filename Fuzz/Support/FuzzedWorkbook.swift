import Findings
import Workbooks
import ZipArchives

/// The smallest package around one part that holds any bytes.
struct FuzzedWorkbook {
    private var sheet = Array(
        """
        <worksheet xmlns="\(main)"><sheetData><row><c t="s" s="1"><v>0</v></c><c s="1"><v>45761.25</v>\
        </c></row></sheetData></worksheet>
        """.utf8)
    private var strings: [UInt8]?
    private var styles: [UInt8]?

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    init(sheet: [UInt8]) { self.sheet = sheet }
    init(strings: [UInt8]) { self.strings = strings }
    init(styles: [UInt8]) { self.styles = styles }

    /// A format's code as it would stand in the styles part.
    init(format: [UInt8]) {
        let code = String(decoding: format, as: UTF8.self).unicodeScalars.reduce(into: "") {
            $0 += "<>&\"".unicodeScalars.contains($1) ? "&#\($1.value);" : String($1)
        }
        styles = Array(
            """
            <styleSheet xmlns="\(Self.main)"><numFmts><numFmt numFmtId="164" formatCode="\(code)"/>\
            </numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>
            """.utf8)
    }

    /// Everything that was read, or the reason why nothing was, as a text to compare.
    func outcome(usesScanners: Bool) -> String {
        var limits = WorkbookLimits()
        limits.usesScanners = usesScanners
        // Small pieces put their borders everywhere.
        limits.zip.pieceSize = 97
        do throws(WorkbookError) {
            let workbook = try WorkbookReader.read(bytes(), fileName: "a.xlsx", limits: limits)
            let sheets = workbook.sheets.map { "\($0.name) \($0.rows) \($0.merges)" }
            return "\(sheets) \(workbook.notices)"
        } catch { return "\(error.reason)" }
    }

    private func bytes() -> [UInt8] {
        var writer = ZipWriter()
        func add(_ name: String, _ text: String) { writer.add(name, Array(text.utf8)) }
        add("[Content_Types].xml", "<Types/>")
        add("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")]))
        add(
            "xl/workbook.xml",
            """
            <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\
            <sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
            """)
        add(
            "xl/_rels/workbook.xml.rels",
            Self.relationships([
                ("r1", "worksheet", "sheet.xml"), ("r2", "styles", "styles.xml"),
                ("r3", "sharedStrings", "strings.xml"),
            ]))
        writer.add("xl/sheet.xml", sheet)
        if let strings { writer.add("xl/strings.xml", strings) }
        if let styles { writer.add("xl/styles.xml", styles) }
        guard let bytes = try? writer.finished() else { preconditionFailure("a small archive") }
        return bytes
    }

    private static func relationships(
        _ entries: [(id: String, kind: String, target: String)]
    ) -> String {
        let lines = entries.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships xmlns=\"\(package)\">\(lines.joined())</Relationships>"
    }
}
