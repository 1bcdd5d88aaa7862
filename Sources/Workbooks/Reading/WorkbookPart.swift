/// Reads the workbook part: the list of sheets, the date system, the defined names, whether to compute
/// (ECMA-376 Part 1, 18.2).
final class WorkbookPart: XMLHandler {
    struct Sheet {
        var name: String
        var isHidden: Bool
        /// The id of the relationship that leads to its part.
        var relationship: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var definedNames: [String: String] = [:]
    private(set) var dates = DateSerial()
    /// Whoever opens it is to compute every formula (`calcPr`, 18.2.2).
    private(set) var wantsComputing = false
    /// The document element was `workbook`.
    private(set) var isWorkbook = false
    private let limits: WorkbookLimits
    private var openName: String?
    private var content: [UInt8] = []

    init(limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        switch name {
        case "workbook": isWorkbook = true
        case "workbookPr": dates.is1904 = attributes.flag("date1904")
        case "calcPr": wantsComputing = attributes.flag("fullCalcOnLoad")
        case "sheet":
            guard sheets.count < limits.sheets else { throw .limit("工作表太多", "too many sheets") }
            sheets.append(
                Sheet(
                    name: EscapedText.decoded((attributes.text("name") ?? "").utf8),
                    isHidden: attributes.text("state").map { $0 != "visible" } ?? false,
                    relationship: attributes.relationship ?? ""))
        case "definedName":
            guard definedNames.count < limits.definedNames else {
                throw .limit("定义的名称太多", "too many defined names")
            }
            // Names of one sheet (print areas, filters) are no names of the workbook.
            openName = attributes.bytes("localSheetId") == nil ? attributes.text("name") : nil
            content.removeAll(keepingCapacity: true)
        default: break
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        guard case "definedName" = name, let openName else { return }
        definedNames[openName] = EscapedText.decoded(content)
        self.openName = nil
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if openName != nil { content.append(contentsOf: bytes) }
    }
}
