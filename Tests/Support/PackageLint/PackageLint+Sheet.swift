import Findings

// MARK: - Worksheets (ECMA-376 Part 1, 18.3)

extension PackageLint {
    /// The schema's order of a worksheet's elements; Excel repairs a sheet that has another.
    private static let order = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
        "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
        "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
        "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
        "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches",
        "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
        "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ]

    mutating func checkSheet(
        _ sheet: MarkupTree, _ part: String, styles: LintedStyles?, strings: Int,
        sheetNames: [String], shapes: inout ShapeIds
    ) {
        checkOrder(of: sheet, part)
        checkColumns(of: sheet, part, styles: styles)
        checkCells(of: sheet, part, styles: styles, strings: strings)
        checkMerges(of: sheet, part)
        checkRules(of: sheet, part, styles: styles, sheetNames: sheetNames)
        for element in sheet.children where element.name == "autoFilter" {
            checkRanges(element["ref"], part, "autoFilter")
        }
        checkAttachments(of: sheet, part, sheetNames: sheetNames, shapes: &shapes)
    }

    private mutating func checkOrder(of sheet: MarkupTree, _ part: String) {
        expect(sheet.first("sheetData") != nil, part, "there is no sheetData")
        var last = -1
        for element in sheet.children {
            guard let place = Self.order.firstIndex(of: element.name) else {
                let isForeign = element.namespace != sheet.namespace
                expect(isForeign, part, "<\(element.name)> belongs into no worksheet")
                continue
            }
            if place == last {
                expect(
                    element.name == "conditionalFormatting", part,
                    "<\(element.name)> is there twice"
                )
            } else if place < last {
                report(part, "<\(element.name)> stands behind <\(Self.order[last])>")
            }
            last = max(last, place)
        }
    }

    private mutating func checkColumns(
        of sheet: MarkupTree, _ part: String, styles: LintedStyles?
    ) {
        var last = 0
        for column in sheet.first("cols")?.all("col") ?? [] {
            guard let first = column.number("min"), let end = column.number("max"), first > last,
                end >= first, end <= 16_384
            else {
                report(part, "the columns overlap or are not there")
                return
            }
            last = end
            check(style: column.number("style"), part, styles: styles)
        }
    }

    private mutating func check(style: Int?, _ part: String, styles: LintedStyles?) {
        guard let style else { return }
        expect(
            (0..<(styles?.cellFormats ?? 1)).contains(style), part,
            "the style \(style) is out of range")
    }

    private mutating func checkCells(
        of sheet: MarkupTree, _ part: String, styles: LintedStyles?, strings: Int
    ) {
        var lastRow = 0
        for row in sheet.first("sheetData")?.all("row") ?? [] {
            let number = row.number("r") ?? lastRow + 1
            expect(
                number > lastRow && number <= 1_048_576, part, "row \(number) is not in its place")
            lastRow = max(lastRow, number)
            check(style: row.number("s"), part, styles: styles)
            var lastColumn = 0
            for cell in row.all("c") {
                let reference = cell["r"].map { CellReference($0) }
                let column = (reference ?? nil)?.column ?? lastColumn + 1
                let isInPlace =
                    column > lastColumn && (reference.map { $0?.row == number } ?? true)
                expect(isInPlace, part, "\(cell["r"] ?? "a cell") is not in its place")
                lastColumn = max(lastColumn, column)
                check(style: cell.number("s"), part, styles: styles)
                check(cell, part, strings: strings)
            }
        }
    }

    private mutating func check(_ cell: MarkupTree, _ part: String, strings: Int) {
        let name = cell["r"] ?? "a cell"
        let places = cell.children.compactMap {
            ["f", "v", "is", "extLst"].firstIndex(of: $0.name)
        }
        expect(places == places.sorted(), part, "\(name) has its elements in another order")
        let value = cell.first("v")?.text
        switch cell["t"] ?? "n" {
        case "s":
            let index = value.flatMap { Int($0) } ?? -1
            expect(
                (0..<strings).contains(index), part, "\(name) has a shared string out of range")
        case "n":
            if let value, !value.isEmpty {
                expect(
                    Double(value)?.isFinite ?? false, part, "\(name) holds no number")
            }
        case "b": expect(value == "0" || value == "1", part, "\(name) holds no truth value")
        case "inlineStr":
            let isThere = cell.children.isEmpty || cell.first("is") != nil
            expect(isThere, part, "\(name) has no text")
        case "str", "e", "d": break
        case let type: report(part, "\(name) is of the unknown type \(type)")
        }
        let text = cell.first("is")?.first("t")?.text ?? ""
        expect(text.utf16.count <= 32_767, part, "\(name) holds too long a text")
    }

    private mutating func checkMerges(of sheet: MarkupTree, _ part: String) {
        guard let list = sheet.first("mergeCells") else { return }
        expect(!list.children.isEmpty, part, "<mergeCells> is empty")
        if let count = list.number("count") {
            expect(count == list.children.count, part, "the count of mergeCells is not the number")
        }
        var merges: [CellRange] = []
        for element in list.all("mergeCell") {
            guard let range = element["ref"].flatMap({ CellRange($0) }) else {
                report(part, "“\(element["ref"] ?? "")” is no range")
                continue
            }
            expect(range.first != range.last, part, "\(range) merges one cell")
            if let other = merges.first(where: { $0.overlaps(range) }) {
                report(part, "the merges \(other) and \(range) overlap")
            }
            merges.append(range)
        }
    }

    /// Conditional formats and validations.
    private mutating func checkRules(
        of sheet: MarkupTree, _ part: String, styles: LintedStyles?, sheetNames: [String]
    ) {
        var priorities: [String] = []
        for format in sheet.all("conditionalFormatting") {
            checkRanges(format["sqref"], part, "conditionalFormatting")
            for rule in format.all("cfRule") {
                priorities.append(rule["priority"] ?? "none")
                if let id = rule.number("dxfId") {
                    expect(
                        (0..<(styles?.differentials ?? 0)).contains(id), part,
                        "the dxf \(id) is out of range")
                }
                for formula in rule.all("formula") {
                    checkReferences(in: formula.text, sheets: sheetNames, part)
                }
            }
        }
        expectUnique(priorities, part, "the priority")
        guard let validations = sheet.first("dataValidations") else { return }
        let rules = validations.all("dataValidation")
        if let count = validations.number("count") {
            expect(count == rules.count, part, "the count of dataValidations is not the number")
        }
        for rule in rules {
            checkRanges(rule["sqref"], part, "dataValidation")
            let formula = rule.first("formula1")?.text ?? ""
            if rule["type"] == "list", formula.hasPrefix("\"") {
                expect(
                    formula.utf16.count <= 257, part, "a list of a validation is over 255 long")
            }
            checkReferences(in: formula, sheets: sheetNames, part)
            for (attribute, limit) in [
                ("errorTitle", 32), ("promptTitle", 32), ("error", 255), ("prompt", 255),
            ] {
                expect(
                    (rule[attribute] ?? "").utf16.count <= limit, part,
                    "the \(attribute) of a validation is too long")
            }
        }
    }

    mutating func checkRanges(_ list: String?, _ part: String, _ element: String) {
        let ranges = (list ?? "").split(separator: " ")
        expect(!ranges.isEmpty, part, "<\(element)> lies over no cells")
        for range in ranges {
            expect(CellRange(range) != nil, part, "“\(range)” of <\(element)> is no range")
        }
    }
}

extension CellRange {
    fileprivate func overlaps(_ other: CellRange) -> Bool {
        first.row <= other.last.row && other.first.row <= last.row
            && first.column <= other.last.column && other.first.column <= last.column
    }
}
