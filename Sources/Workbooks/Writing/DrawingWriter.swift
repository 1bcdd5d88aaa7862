import Findings

/// Writes the drawing of a sheet, which says where its charts lie, and the charts
/// (ECMA-376 Part 1, 20.5).
struct DrawingWriter {
    private var drawings = 0
    private var charts = 0

    /// The part of the sheet that is written next, as its relationships say it.
    func next() -> String { "../drawings/drawing\(drawings + 1).xml" }

    mutating func write(
        _ drafts: [ChartDraft], to package: inout PackageStream,
        sheetName: @escaping (ChartDraft.Source) -> String
    ) throws(WorkbookError) {
        drawings += 1
        var relationships = RelationshipList()
        var text = XMLText()
        text.open(
            "xdr:wsDr",
            ["xmlns:xdr": OfficeNames.sheetDrawing, "xmlns:a": OfficeNames.drawing])
        for (index, draft) in drafts.enumerated() {
            charts += 1
            let part = "charts/chart\(charts).xml"
            try package.add(
                "xl/" + part, type: OfficeNames.chartType,
                ChartWriter(chart: draft, sheetName: sheetName).part())
            let id = relationships.add(OfficeNames.relationship("chart"), "../" + part)
            Self.write(draft, number: index + 1, id: id, to: &text)
        }
        text.close("xdr:wsDr")
        let name = "xl/drawings/drawing\(drawings).xml"
        try package.add(name, type: OfficeNames.drawingType, text.bytes)
        try package.add(relationships, of: name)
    }

    private static func write(
        _ draft: ChartDraft, number: Int, id: String, to text: inout XMLText
    ) {
        text.open("xdr:twoCellAnchor")
        write("xdr:from", draft.place.first, offset: 1, to: &text)
        // Up to the edge behind the last cell.
        write("xdr:to", draft.place.last, offset: 0, to: &text)
        text.raw("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>")
        // Number 1 is the drawing's own.
        text.empty("xdr:cNvPr", ["id": "\(number + 1)", "name": "图表 \(number)"])
        text.raw(
            "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/>")
        text.raw("<a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic>")
        text.open("a:graphicData", ["uri": OfficeNames.chart])
        text.empty(
            "c:chart",
            ["xmlns:c": OfficeNames.chart, "xmlns:r": OfficeNames.relationships, "r:id": id])
        text.raw("</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>")
        text.close("xdr:twoCellAnchor")
    }

    private static func write(
        _ element: String, _ cell: CellReference, offset: Int, to text: inout XMLText
    ) {
        text.open(element)
        text.element("xdr:col", text: String(cell.column - offset))
        text.raw("<xdr:colOff>0</xdr:colOff>")
        text.element("xdr:row", text: String(cell.row - offset))
        text.raw("<xdr:rowOff>0</xdr:rowOff>")
        text.close(element)
    }
}
