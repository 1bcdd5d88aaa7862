import Findings

/// Writes what stands before and behind the rows of a worksheet part; the order of the elements is
/// the schema's, and programs that meet another offer to repair the file
/// (ECMA-376 Part 1, 18.3.1.99).
struct SheetWriter {
    var sheet: SheetDraft
    /// It is the sheet that shows when the workbook opens.
    let isActive: Bool
    let widths: ColumnWidths
    private(set) var relationships = RelationshipList()

    init(_ sheet: SheetDraft, isActive: Bool) {
        self.sheet = sheet
        self.isActive = isActive
        widths = ColumnWidths(of: sheet)
    }

    /// Up to the rows; the used range is known only where the draft's rows are all there are.
    func head(isWhole: Bool) -> [UInt8] {
        var text = XMLText()
        text.open(
            "worksheet",
            ["xmlns": OfficeNames.spreadsheet, "xmlns:r": OfficeNames.relationships])
        text.open("sheetPr")
        if let color = sheet.tabColor.flatMap(opaqueColor) {
            text.empty("tabColor", ["rgb": color])
        }
        text.raw("<pageSetUpPr fitToPage=\"1\"/>")
        text.close("sheetPr")
        if isWhole { text.empty("dimension", ["ref": dimension.description]) }
        writeView(to: &text)
        text.raw("<sheetFormatPr defaultRowHeight=\"15\"/>")
        writeColumns(to: &text)
        text.open("sheetData")
        return text.bytes
    }

    /// From behind the rows to the end.
    ///
    /// Lists that are elsewhere come as formulas by the position of their validation; the drawing of
    /// the charts and the parts of the notes as targets, nil for none.
    mutating func tail(
        lists: [Int: String], styles: inout StyleTable, drawing: String?,
        notes: (comments: String, drawing: String)?
    ) -> [UInt8] {
        var text = XMLText(isPiece: true)
        text.close("sheetData")
        writeProtection(to: &text)
        if let range = sheet.filter { text.empty("autoFilter", ["ref": range.description]) }
        writeMerges(to: &text)
        writeConditionalFormats(to: &text, styles: &styles)
        writeValidations(lists: lists, to: &text)
        writeHyperlinks(to: &text)
        writePrintSetup(to: &text)
        if let drawing {
            let id = relationships.add(OfficeNames.relationship("drawing"), drawing)
            text.empty("drawing", ["r:id": id])
        }
        if let notes {
            let id = relationships.add(OfficeNames.relationship("vmlDrawing"), notes.drawing)
            text.empty("legacyDrawing", ["r:id": id])
            _ = relationships.add(OfficeNames.relationship("comments"), notes.comments)
        }
        text.close("worksheet")
        return text.bytes
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

    private func writeProtection(to text: inout XMLText) {
        guard sheet.isProtected else { return }
        // No password: it keeps hands off the formulas, not people out.
        var protection = "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\""
        for (allowance, attribute) in SheetAllowances.attributes {
            // The attribute says what is locked; its default is the one that is not written.
            let isLocked = !sheet.allowances.contains(allowance)
            guard isLocked == SheetAllowances.unlockedAtFirst.contains(allowance) else { continue }
            protection += " \(attribute)=\"\(isLocked ? 1 : 0)\""
        }
        text.raw(protection + "/>")
    }

    private func writePrintSetup(to text: inout XMLText) {
        if sheet.print.isCentered { text.raw("<printOptions horizontalCentered=\"1\"/>") }
        text.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.7\"")
        text.raw(" header=\"0.3\" footer=\"0.3\"/>")
        text.empty(
            "pageSetup",
            [
                "paperSize": "9", "orientation": sheet.print.isLandscape ? "landscape" : "portrait",
                "fitToWidth": "1", "fitToHeight": sheet.print.isOnePage ? "1" : "0",
            ])
        guard !sheet.print.header.isEmpty || !sheet.print.footer.isEmpty else { return }
        text.open("headerFooter")
        for (name, line) in [("oddHeader", sheet.print.header), ("oddFooter", sheet.print.footer)]
        where !line.isEmpty {
            text.element(name, text: ("&C" + line).cut(toUnits: 255))
        }
        text.close("headerFooter")
    }
}
