// MARK: - Order of elements (the sequences of ECMA-376 Part 1, annex A)

extension PackageLint {
    /// By element, its children in the order that the schema wants; others than these may follow.
    private static let sequences: [String: [String]] = [
        "workbook": [
            "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
            "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
            "customWorkbookViews", "pivotCaches", "extLst",
        ],
        "sheetPr": ["tabColor", "outlinePr", "pageSetUpPr"],
        "sheetView": ["pane", "selection", "pivotSelection", "extLst"],
        "cfRule": ["formula", "colorScale", "dataBar", "iconSet", "extLst"],
        "dataValidation": ["formula1", "formula2"],
        "headerFooter": [
            "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
        ],
        "dxf": ["font", "numFmt", "fill", "alignment", "border", "protection", "extLst"],
        "xf": ["alignment", "protection", "extLst"],
        "chartSpace": [
            "date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr",
            "pivotSource", "protection", "chart", "spPr", "txPr", "externalData", "printSettings",
            "userShapes", "extLst",
        ],
        "chart": [
            "title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall",
            "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst",
        ],
        "barChart": [
            "barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "serLines",
            "axId", "extLst",
        ],
        "lineChart": [
            "grouping", "varyColors", "ser", "dLbls", "dropLines", "hiLowLines", "upDownBars",
            "marker", "smooth", "axId", "extLst",
        ],
        "ser": [
            "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker",
            "explosion",
            "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst",
        ],
        "catAx": axis + ["auto", "lblAlgn", "lblOffset", "noMultiLvlLbl", "extLst"],
        "valAx": axis + ["crossBetween", "majorUnit", "minorUnit", "dispUnits", "extLst"],
    ]

    private static let axis = [
        "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt",
        "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses",
        "crossesAt",
    ]

    /// Looks at all parts; worksheets themselves have a check of their own.
    mutating func checkOrders() {
        for name in package.names where name.hasPrefix("xl/") && !name.hasSuffix(".vml") {
            if let tree = package.trees[name] { checkOrder(in: tree, name) }
        }
    }

    private mutating func checkOrder(in element: MarkupTree, _ part: String) {
        if let sequence = Self.sequences[element.name] {
            var last = 0
            for child in element.children {
                guard let place = sequence.firstIndex(of: child.name) else { continue }
                expect(
                    place >= last, part,
                    "<\(child.name)> stands behind <\(sequence[last])> in <\(element.name)>")
                last = max(last, place)
            }
        }
        for child in element.children where !child.children.isEmpty {
            checkOrder(in: child, part)
        }
    }
}
