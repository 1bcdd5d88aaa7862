import Findings

// MARK: - The workbook part and what it leads to (ECMA-376 Part 1, 18.2 and 18.8)

extension PackageLint {
    mutating func checkBook() {
        guard
            let main = package.relationships(of: "").first(where: { $0.kind == "officeDocument" }),
            let part = package.part(main.target), let book = package.trees[part]
        else {
            report("_rels/.rels", "leads to no workbook")
            return
        }
        let relationships = package.relationships(of: part)
        let styles = tree("styles", of: relationships).map(LintedStyles.init)
        let strings = tree("sharedStrings", of: relationships)
        if let styles { check(styles) }
        if let strings { check(strings: strings) }
        let sheets = book.first("sheets")?.all("sheet") ?? []
        checkList(of: sheets, in: book, part)
        checkNames(in: book, sheets: sheets.compactMap { $0["name"] }, part)
        var shapes = ShapeIds()
        for sheet in sheets {
            guard let id = sheet.relationship,
                let relationship = relationships.first(where: { $0.id == id })
            else {
                report(part, "a sheet has no relationship")
                continue
            }
            guard let name = package.part(relationship.target), let tree = package.trees[name],
                relationship.kind == "worksheet"
            else { continue }
            checkSheet(
                tree, name, styles: styles, strings: strings?.all("si").count ?? 0,
                sheetNames: sheets.compactMap { $0["name"] }, shapes: &shapes)
        }
    }

    private func tree(
        _ kind: String, of relationships: [LintedPackage.Relationship]
    ) -> MarkupTree? {
        relationships.first { $0.kind == kind }.flatMap { package.part($0.target) }
            .flatMap { package.trees[$0] }
    }

    private mutating func checkList(of sheets: [MarkupTree], in book: MarkupTree, _ part: String) {
        expect(!sheets.isEmpty, part, "there is no sheet")
        expectUnique(sheets.compactMap { $0["sheetId"] }, part, "the sheetId")
        expectUnique(sheets.compactMap { $0["name"]?.lowercased() }, part, "the sheet's name")
        expectUnique(sheets.compactMap(\.relationship), part, "the sheet's relationship")
        for name in sheets.map({ $0["name"] ?? "" }) {
            let isValid =
                !name.isEmpty && name.utf16.count <= 31 && !name.hasPrefix("'")
                && !name.hasSuffix("'") && !name.contains { "[]:*?/\\".contains($0) }
            expect(isValid, part, "“\(name)” is no name of a sheet")
        }
        let active = book.first("bookViews")?.first("workbookView")?.number("activeTab") ?? 0
        if sheets.indices.contains(active) {
            expect(
                (sheets[active]["state"] ?? "visible") == "visible", part,
                "the active sheet is hidden")
        } else {
            report(part, "the active sheet is not there")
        }
    }

    private mutating func checkNames(in book: MarkupTree, sheets: [String], _ part: String) {
        let names = book.first("definedNames")?.all("definedName") ?? []
        expectUnique(
            names.map { ($0["name"] ?? "").lowercased() + " of " + ($0["localSheetId"] ?? "all") },
            part, "the defined name")
        for name in names {
            let text = name["name"] ?? ""
            expect(
                text.first.map { $0.isLetter || $0 == "_" || $0 == "\\" } ?? false
                    && CellReference(text) == nil && !text.contains(" "), part,
                "“\(text)” is no defined name")
            if let scope = name.number("localSheetId") {
                expect(sheets.indices.contains(scope), part, "“\(text)” belongs to no sheet")
            }
            checkReferences(in: name.text, sheets: sheets, part)
        }
    }

    /// Sheets that a formula names in quotes must be there.
    mutating func checkReferences(in formula: String, sheets: [String], _ part: String) {
        var text = ""
        var isQuoted = false
        var isString = false
        let characters = Array(formula)
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character == "\"", !isQuoted {
                isString.toggle()
            } else if character == "'", !isString {
                if isQuoted, index + 1 < characters.count, characters[index + 1] == "'" {
                    text.append("'")
                    index += 1
                } else {
                    if isQuoted, index + 1 < characters.count, characters[index + 1] == "!",
                        !text.contains("[")
                    {
                        expect(
                            sheets.contains { $0.lowercased() == text.lowercased() }, part,
                            "a formula names “\(text)”, which is no sheet")
                    }
                    text = ""
                    isQuoted.toggle()
                }
            } else if isQuoted {
                text.append(character)
            }
            index += 1
        }
    }

    private mutating func check(strings: MarkupTree) {
        if let count = strings.number("uniqueCount") {
            expect(
                count == strings.all("si").count, "shared strings", "uniqueCount is not the number")
        }
    }

    private mutating func check(_ styles: LintedStyles) {
        for fault in styles.faults { report("styles", fault) }
    }
}

/// The lists of a styles part, and what in them points outside another (18.8).
struct LintedStyles {
    let cellFormats: Int
    let differentials: Int
    private(set) var faults: [String] = []

    private static let order = [
        "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
        "tableStyles", "colors", "extLst",
    ]

    init(_ styles: MarkupTree) {
        func entries(_ list: String) -> [MarkupTree] { styles.first(list)?.children ?? [] }
        cellFormats = entries("cellXfs").count
        differentials = entries("dxfs").count
        let places = styles.children.compactMap { Self.order.firstIndex(of: $0.name) }
        if places != places.sorted() || Set(places).count != places.count {
            faults.append("the lists are not in the schema's order")
        }
        for list in styles.children {
            if let count = list.number("count"), count != list.children.count {
                faults.append("the count of \(list.name) is not the number")
            }
        }
        if cellFormats == 0 { faults.append("there is no cell format") }
        if cellFormats > 64_000 { faults.append("there are more than 64,000 cell formats") }
        if entries("fills").count < 2 { faults.append("the two reserved fills are not there") }
        var codes: Set<Int> = []
        for format in entries("numFmts") {
            if let id = format.number("numFmtId"), !codes.insert(id).inserted {
                faults.append("the number format \(id) is there twice")
            }
        }
        for (list, outer) in [("cellXfs", "cellStyleXfs"), ("cellStyleXfs", "")] {
            for (index, format) in entries(list).enumerated() {
                for (attribute, target) in [
                    ("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"),
                    ("xfId", outer),
                ] {
                    guard let id = format.number(attribute), !target.isEmpty else { continue }
                    if !entries(target).indices.contains(id) {
                        faults.append("\(attribute) \(id) of \(list) \(index) is out of range")
                    }
                }
                if let id = format.number("numFmtId"), id >= 164, !codes.contains(id) {
                    faults.append("numFmtId \(id) of \(list) \(index) is defined nowhere")
                }
            }
        }
    }
}
