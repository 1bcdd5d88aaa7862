import Findings

/// Writes the workbook part, which lists the sheets and the defined names
/// (ECMA-376 Part 1, 18.2).
struct BookWriter {
    /// What the part says of one sheet.
    struct Sheet {
        var name: String
        var isHidden: Bool
        var print: SheetDraft.PrintSetup
        var filter: CellRange?

        init(_ sheet: SheetDraft, name: String) {
            self.name = name
            isHidden = sheet.isHidden
            print = sheet.print
            filter = sheet.filter
        }
    }

    var sheets: [Sheet]
    var definedNames: [String: String]
    var hasFormulas: Bool
    var isStructureProtected = false

    /// The sheet that shows at first: there must be a visible one.
    private var active: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }

    func part() -> [UInt8] {
        var text = XMLText()
        text.open(
            "workbook", ["xmlns": OfficeNames.spreadsheet, "xmlns:r": OfficeNames.relationships])
        text.raw("<workbookPr/>")
        if isStructureProtected { text.raw("<workbookProtection lockStructure=\"1\"/>") }
        text.raw("<bookViews>")
        text.empty(
            "workbookView",
            [
                "windowWidth": "24000", "windowHeight": "12000",
                "activeTab": active == 0 ? nil : "\(active)",
            ])
        text.raw("</bookViews><sheets>")
        for (index, sheet) in sheets.enumerated() {
            text.empty(
                "sheet",
                [
                    "name": sheet.name, "sheetId": "\(index + 1)",
                    "state": sheet.isHidden && index != active ? "hidden" : nil,
                    "r:id": "rId\(index + 1)",
                ])
        }
        text.close("sheets")
        writeDefinedNames(to: &text)
        if hasFormulas { text.raw("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>") }
        text.close("workbook")
        return text.bytes
    }

    /// The workbook's own names and those that carry print areas, titles and filters, in the order
    /// of their names (18.2.5).
    private func writeDefinedNames(to text: inout XMLText) {
        var names: [(name: String, sheet: Int?, value: String)] = definedNames.map {
            ($0.key, nil, $0.value)
        }
        for (index, sheet) in sheets.enumerated() {
            let quoted = SheetNames.quoted(sheet.name)
            if let filter = sheet.filter {
                names.append(("_xlnm._FilterDatabase", index, quoted + filter.absolute))
            }
            if let area = sheet.print.area {
                names.append(("_xlnm.Print_Area", index, quoted + area.absolute))
            }
            if let titles = Self.titles(of: sheet.print, sheet: quoted) {
                names.append(("_xlnm.Print_Titles", index, titles))
            }
        }
        guard !names.isEmpty else { return }
        names.sort { ($0.name, $0.sheet ?? -1) < ($1.name, $1.sheet ?? -1) }
        text.open("definedNames")
        for (name, sheet, value) in names {
            text.element(
                "definedName",
                [
                    "name": name, "localSheetId": sheet.map(String.init),
                    "hidden": name == "_xlnm._FilterDatabase" ? "1" : nil,
                ], text: value)
        }
        text.close("definedNames")
    }

    /// Columns before rows, as programs write them.
    private static func titles(of print: SheetDraft.PrintSetup, sheet: String) -> String? {
        var parts: [String] = []
        if let columns = print.titleColumns, columns.lowerBound > 0, columns.upperBound <= 16_384 {
            let letters = [columns.lowerBound, columns.upperBound]
                .map { "$" + CellReference.letters(ofColumn: $0) }
            parts.append(sheet + letters.joined(separator: ":"))
        }
        if let rows = print.titleRows, rows.lowerBound > 0, rows.upperBound <= 1_048_576 {
            parts.append("\(sheet)$\(rows.lowerBound):$\(rows.upperBound)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ",")
    }
}
