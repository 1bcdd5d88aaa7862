import Findings

extension WorkbookDraft {
    /// The workbook as the bytes of an XLSX file: same draft, same bytes.
    ///
    /// Names of sheets are changed where programs would not take them, texts are cut at 32,767
    /// UTF-16 units, and where no sheet is visible the first one is shown. References in formulas,
    /// links and defined names are written as they are; merges must not overlap.
    ///
    /// - Throws: `.limit` beyond the rows, columns and styles that a workbook can have.
    package func encoded() throws(WorkbookError) -> [UInt8] {
        try WorkbookEncoder(self).encoded()
    }
}

/// Turns a draft into the parts of a package.
struct WorkbookEncoder {
    private let draft: WorkbookDraft
    private var sheets: [SheetDraft]
    /// By sheet, then by the position of the validation.
    private var lists: [[Int: String]]
    private let active: Int

    init(_ draft: WorkbookDraft) {
        self.draft = draft
        var sheets = draft.sheets.isEmpty ? [SheetDraft(name: "")] : draft.sheets
        active = sheets.firstIndex { !$0.isHidden } ?? 0
        sheets[active].isHidden = false
        let names = SheetNames.accepted(sheets.map(\.name) + ["选项"])
        for index in sheets.indices { sheets[index].name = names[index] }
        var listSheet = ListSheet(name: names[sheets.count])
        lists = sheets.map { sheet in
            var references: [Int: String] = [:]
            for (index, validation) in sheet.validations.enumerated() {
                guard case .list(let items) = validation.rule else { continue }
                references[index] = listSheet.reference(to: items)
            }
            return references
        }
        if !listSheet.isEmpty {
            sheets.append(listSheet.sheet)
            lists.append([:])
        }
        self.sheets = sheets
    }

    func encoded() throws(WorkbookError) -> [UInt8] {
        var parts = PartWriter()
        var root = RelationshipList()
        _ = root.add(OfficeNames.relationship("officeDocument"), "xl/workbook.xml")
        _ = root.add(OfficeNames.coreProperties, "docProps/core.xml")
        _ = root.add(OfficeNames.relationship("extended-properties"), "docProps/app.xml")
        parts.add(root, of: "")
        parts.add(
            "docProps/core.xml",
            type: "application/vnd.openxmlformats-package.core-properties+xml",
            DocumentProperties.core(draft.properties))
        parts.add(
            "docProps/app.xml",
            type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            DocumentProperties.application())

        var cells = CellWriter()
        var notes = NoteWriter()
        var relationships = RelationshipList()
        for (index, sheet) in sheets.enumerated() {
            let name = "xl/worksheets/sheet\(index + 1).xml"
            var writer = SheetWriter(sheet, isActive: index == active, lists: lists[index])
            let written = notes.add(sheet.notes, widths: writer.widths, to: &parts)
            let part = try writer.part(cells: &cells, notesDrawing: written?.drawing)
            if let written { writer.relate("comments", written.comments) }
            parts.add(name, type: OfficeNames.type("worksheet"), part)
            parts.add(writer.relationships, of: name)
            _ = relationships.add(
                OfficeNames.relationship("worksheet"), "worksheets/sheet\(index + 1).xml")
        }
        parts.add("xl/styles.xml", type: OfficeNames.type("styles"), cells.styles.part())
        _ = relationships.add(OfficeNames.relationship("styles"), "styles.xml")
        if !cells.strings.isEmpty {
            parts.add(
                "xl/sharedStrings.xml", type: OfficeNames.type("sharedStrings"),
                cells.strings.part())
            _ = relationships.add(OfficeNames.relationship("sharedStrings"), "sharedStrings.xml")
        }
        parts.add(
            "xl/workbook.xml", type: OfficeNames.type("sheet.main"),
            workbookPart(hasFormulas: cells.hasFormulas))
        parts.add(relationships, of: "xl/workbook.xml")
        return try parts.finished()
    }

    private func workbookPart(hasFormulas: Bool) -> [UInt8] {
        var text = XMLText()
        text.open(
            "workbook", ["xmlns": OfficeNames.spreadsheet, "xmlns:r": OfficeNames.relationships])
        text.raw("<workbookPr/><bookViews>")
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
                    "state": sheet.isHidden ? "hidden" : nil, "r:id": "rId\(index + 1)",
                ])
        }
        text.close("sheets")
        writeDefinedNames(to: &text)
        if hasFormulas { text.raw("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>") }
        text.close("workbook")
        return text.bytes
    }

    /// The draft's names and those that carry print areas and titles, in the order of their names
    /// (ECMA-376 Part 1, 18.2.5).
    private func writeDefinedNames(to text: inout XMLText) {
        var names: [(name: String, sheet: Int?, value: String)] = draft.definedNames.map {
            ($0.key, nil, $0.value)
        }
        for (index, sheet) in sheets.enumerated() {
            let quoted = SheetNames.quoted(sheet.name)
            if let area = sheet.print.area {
                names.append(("_xlnm.Print_Area", index, quoted + area.absolute))
            }
            if let rows = sheet.print.titleRows, rows.lowerBound > 0 {
                names.append(
                    (
                        "_xlnm.Print_Titles", index,
                        "\(quoted)$\(rows.lowerBound):$\(rows.upperBound)"
                    ))
            }
        }
        guard !names.isEmpty else { return }
        names.sort { ($0.name, $0.sheet ?? -1) < ($1.name, $1.sheet ?? -1) }
        text.open("definedNames")
        for (name, sheet, value) in names {
            text.element(
                "definedName", ["name": name, "localSheetId": sheet.map(String.init)], text: value)
        }
        text.close("definedNames")
    }
}

extension CellRange {
    /// `$A$1:$F$20`.
    fileprivate var absolute: String {
        func absolute(_ cell: CellReference) -> String {
            "$\(CellReference.letters(ofColumn: cell.column))$\(cell.row)"
        }
        return absolute(first) + ":" + absolute(last)
    }
}
