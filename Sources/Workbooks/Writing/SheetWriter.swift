import Findings

/// Writes one worksheet part; the order of the elements is the schema's, and programs that meet
/// another offer to repair the file (ECMA-376 Part 1, 18.3.1.99).
struct SheetWriter {
    let sheet: SheetDraft
    /// It is the sheet that shows when the workbook opens.
    let isActive: Bool
    let widths: ColumnWidths
    /// The formulas of the lists behind the sheet's validations, by the validation's position.
    let lists: [Int: String]
    private(set) var relationships = RelationshipList()

    init(_ sheet: SheetDraft, isActive: Bool, lists: [Int: String]) {
        self.sheet = sheet
        self.isActive = isActive
        self.lists = lists
        widths = ColumnWidths(of: sheet)
    }

    /// The part; notes are written elsewhere, `notesDrawing` is the target of their drawing.
    mutating func part(
        cells: inout CellWriter, notesDrawing: String?
    ) throws(WorkbookError) -> [UInt8] {
        var text = XMLText()
        text.open(
            "worksheet",
            ["xmlns": OfficeNames.spreadsheet, "xmlns:r": OfficeNames.relationships])
        text.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
        text.empty("dimension", ["ref": dimension.description])
        writeView(to: &text)
        text.raw("<sheetFormatPr defaultRowHeight=\"15\"/>")
        writeColumns(to: &text)
        try cells.write(sheet.rows, to: &text)
        if sheet.isProtected {
            // No password: it keeps hands off the formulas, not people out.
            text.empty(
                "sheetProtection",
                [
                    "sheet": "1", "objects": "1", "scenarios": "1", "formatColumns": "0",
                    "formatRows": "0",
                ])
        }
        writeMerges(to: &text)
        writeValidations(to: &text)
        writeHyperlinks(to: &text)
        writePrintSetup(to: &text)
        if let notesDrawing {
            let id = relationships.add(OfficeNames.relationship("vmlDrawing"), notesDrawing)
            text.empty("legacyDrawing", ["r:id": id])
        }
        text.close("worksheet")
        return text.bytes
    }

    /// Adds a relationship that no element of the part mentions.
    mutating func relate(_ kind: String, _ target: String) {
        _ = relationships.add(OfficeNames.relationship(kind), target)
    }

    private var dimension: CellRange {
        let columns = sheet.rows.map(\.cells.count).max() ?? 0
        return CellRange(
            CellReference(row: 1, column: 1),
            CellReference(row: max(1, sheet.rows.count), column: max(1, columns)))
    }

    private func writeView(to text: inout XMLText) {
        text.open("sheetViews")
        let isFrozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0
        text.open(
            "sheetView", ["tabSelected": isActive ? "1" : nil, "workbookViewId": "0"],
            isEmpty: !isFrozen)
        if isFrozen {
            let corner = CellReference(
                row: max(0, sheet.frozenRows) + 1, column: max(0, sheet.frozenColumns) + 1)
            let pane =
                if corner.column == 1 { "bottomLeft" } else if corner.row == 1 { "topRight" } else {
                    "bottomRight"
                }
            text.empty(
                "pane",
                [
                    "xSplit": corner.column > 1 ? "\(corner.column - 1)" : nil,
                    "ySplit": corner.row > 1 ? "\(corner.row - 1)" : nil,
                    "topLeftCell": corner.description, "activePane": pane, "state": "frozen",
                ])
            text.empty(
                "selection",
                ["pane": pane, "activeCell": corner.description, "sqref": corner.description])
            text.close("sheetView")
        }
        text.close("sheetViews")
    }

    private func writeColumns(to text: inout XMLText) {
        guard !widths.characters.isEmpty else { return }
        text.open("cols")
        for (column, width) in widths.characters.sorted(by: { $0.key < $1.key }) {
            text.empty(
                "col",
                [
                    "min": "\(column)", "max": "\(column)", "width": ColumnWidths.stored(width),
                    "customWidth": "1",
                ])
        }
        text.close("cols")
    }

    private func writeMerges(to text: inout XMLText) {
        let merges = sheet.merges.filter { $0.first != $0.last }
        guard !merges.isEmpty else { return }
        text.open("mergeCells", ["count": "\(merges.count)"])
        for merge in merges { text.empty("mergeCell", ["ref": merge.description]) }
        text.close("mergeCells")
    }

    private mutating func writeHyperlinks(to text: inout XMLText) {
        guard !sheet.hyperlinks.isEmpty else { return }
        text.open("hyperlinks")
        for (cell, link) in sheet.hyperlinks.sorted(by: { $0.key < $1.key }) {
            switch link {
            case .location(let place):
                text.empty("hyperlink", ["ref": cell.description, "location": place])
            case .external(let address):
                let id = relationships.add(
                    OfficeNames.relationship("hyperlink"), address, isExternal: true)
                text.empty("hyperlink", ["ref": cell.description, "r:id": id])
            }
        }
        text.close("hyperlinks")
    }

    private func writePrintSetup(to text: inout XMLText) {
        text.raw("<printOptions horizontalCentered=\"1\"/>")
        text.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\"")
        text.raw(" header=\"0.3\" footer=\"0.3\"/>")
        text.empty(
            "pageSetup",
            [
                "paperSize": "9", "orientation": sheet.print.isLandscape ? "landscape" : "portrait",
                "fitToWidth": "1", "fitToHeight": "0",
            ])
        guard !sheet.print.footer.isEmpty else { return }
        text.open("headerFooter")
        text.element("oddFooter", text: ("&C" + sheet.print.footer).cut(toUnits: 255))
        text.close("headerFooter")
    }
}
