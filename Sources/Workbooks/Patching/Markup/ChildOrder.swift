/// The order in which a schema wants the children of a document element.
struct ChildOrder {
    let names: [StaticString]

    /// Puts a new child before the first one that must come later, else at the end.
    func insert(
        _ bytes: some Collection<UInt8>, named name: StaticString, to editor: inout MarkupEditor
    ) {
        let markup = editor.markup
        let later = names.drop { !Self.isEqual($0, name) }.dropFirst()
        let next = markup.children(of: Markup.root).first { element in
            later.contains { markup.isMain(element, $0) }
        }
        if let next {
            editor.insert(bytes, before: next)
        } else {
            editor.append(bytes, to: Markup.root)
        }
    }

    private static func isEqual(_ one: StaticString, _ other: StaticString) -> Bool {
        "\(one)" == "\(other)"
    }

    /// ECMA-376 Part 1, 18.3.1.99.
    static let worksheet = ChildOrder(names: [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
        "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
        "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
        "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
        "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches",
        "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
        "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ])

    /// ECMA-376 Part 1, 18.2.27.
    static let workbook = ChildOrder(names: [
        "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
        "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
        "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
        "fileRecoveryPr", "webPublishObjects", "extLst",
    ])

    /// ECMA-376 Part 1, 18.8.39.
    static let styles = ChildOrder(names: [
        "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
        "tableStyles", "colors", "extLst",
    ])
}

extension Markup {
    /// Unprefixed markup with a prefix before every name of an element; the colon is part of it.
    static func prefixed(_ bytes: [UInt8], with prefix: String) -> [UInt8] {
        guard !prefix.isEmpty else { return bytes }
        var result: [UInt8] = []
        var isText = true
        for (index, byte) in bytes.enumerated() {
            result.append(byte)
            if isText, byte == UInt8(ascii: "<"), index + 1 < bytes.count,
                bytes[index + 1] != UInt8(ascii: "/")
            {
                result.append(contentsOf: prefix.utf8)
            } else if isText, byte == UInt8(ascii: "/"), index > 0,
                bytes[index - 1] == UInt8(ascii: "<")
            {
                result.append(contentsOf: prefix.utf8)
            }
            if byte == UInt8(ascii: "<") { isText = false }
            if byte == UInt8(ascii: ">") { isText = true }
        }
        return result
    }
}
