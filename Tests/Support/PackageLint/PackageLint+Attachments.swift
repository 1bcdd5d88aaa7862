import Findings

/// Ids of shapes of notes, which are the workbook's (ECMA-376 Part 4, 19).
struct ShapeIds {
    /// By what took them, the part.
    var blocks: [Int: String] = [:]
    var shapes: [String: String] = [:]
}

// MARK: - What lies over a sheet's cells: links, notes, charts

extension PackageLint {
    mutating func checkAttachments(
        of sheet: MarkupTree, _ part: String, sheetNames: [String], shapes: inout ShapeIds
    ) {
        let relationships = package.relationships(of: part)
        for link in sheet.first("hyperlinks")?.all("hyperlink") ?? [] {
            checkRanges(link["ref"], part, "hyperlink")
            if let id = link.relationship {
                let target = relationships.first { $0.id == id }
                expect(target?.kind == "hyperlink", part, "a link has no relationship \(id)")
            }
        }
        for (element, kind) in [
            ("drawing", "drawing"), ("legacyDrawing", "vmlDrawing"),
            ("legacyDrawingHF", "vmlDrawing"),
        ] {
            guard let id = sheet.first(element)?.relationship else { continue }
            guard let target = relationships.first(where: { $0.id == id }), target.kind == kind
            else {
                report(part, "<\(element)> has no relationship \(id)")
                continue
            }
            guard let name = package.part(target.target), let tree = package.trees[name] else {
                continue
            }
            switch element {
            case "drawing": checkDrawing(tree, name, sheetNames: sheetNames)
            default: check(shapesIn: tree, name, &shapes)
            }
        }
        for element in sheet.first("tableParts")?.all("tablePart") ?? [] {
            let target = relationships.first { $0.id == element.relationship }
            expect(target?.kind == "table", part, "a table has no relationship")
        }
        checkNotes(of: sheet, part, relationships)
    }

    /// A note is in the comments part and has its box in the drawing; without either it is lost.
    private mutating func checkNotes(
        of sheet: MarkupTree, _ part: String, _ relationships: [LintedPackage.Relationship]
    ) {
        func tree(_ target: String?) -> MarkupTree? {
            target.flatMap { package.part($0) }.flatMap { package.trees[$0] }
        }
        guard let comments = tree(relationships.first { $0.kind == "comments" }?.target) else {
            return
        }
        let authors = comments.first("authors")?.children.count ?? 0
        let notes = comments.first("commentList")?.all("comment") ?? []
        expectUnique(notes.compactMap { $0["ref"] }, part, "the note of")
        for note in notes {
            expect(
                (0..<authors).contains(note.number("authorId") ?? -1), part,
                "the note of \(note["ref"] ?? "") has no author")
        }
        let id = sheet.first("legacyDrawing")?.relationship
        let drawing = tree(relationships.first { $0.id == id }?.target)
        guard let drawing else {
            report(part, "there are notes and no drawing of them")
            return
        }
        let boxes = drawing.descendants("ClientData").filter { $0["ObjectType"] == "Note" }
            .compactMap { data -> String? in
                guard let row = data.first("Row").flatMap({ Int($0.text) }),
                    let column = data.first("Column").flatMap({ Int($0.text) })
                else { return nil }
                return CellReference(row: row + 1, column: column + 1).description
            }
        let without = Set(notes.compactMap { $0["ref"] }).symmetricDifference(boxes).sorted()
        expect(
            without.isEmpty, part,
            "notes and their boxes disagree at \(without.joined(separator: ", "))")
    }

    private mutating func check(
        shapesIn drawing: MarkupTree, _ part: String, _ ids: inout ShapeIds
    ) {
        let office = "{urn:schemas-microsoft-com:office:office}"
        let blocks =
            drawing.descendants("idmap").compactMap { $0["data"] }
            .flatMap { $0.split(separator: ",") }.compactMap { Int($0) }
        for block in blocks {
            if let other = ids.blocks.updateValue(part, forKey: block), other != part {
                report(part, "the block \(block) of ids belongs to \(other)")
            }
        }
        for shape in drawing.descendants("shape") {
            let id = shape["id"] ?? shape[office + "spid"] ?? ""
            if ids.shapes.updateValue(part, forKey: id) != nil {
                report(part, "the shape \(id) is there twice")
            }
            if id.hasPrefix("_x0000_s"), let number = Int(id.dropFirst(8)) {
                expect(
                    blocks.contains(number / 1024), part,
                    "the shape \(id) is in no block of its own"
                )
            }
        }
    }

    private mutating func checkDrawing(_ drawing: MarkupTree, _ part: String, sheetNames: [String])
    {
        let relationships = package.relationships(of: part)
        expectUnique(drawing.descendants("cNvPr").compactMap { $0["id"] }, part, "the shape")
        for anchor in drawing.children where anchor.name == "twoCellAnchor" {
            let names = anchor.children.map(\.name)
            expect(
                names.starts(with: ["from", "to"]) && names.last == "clientData", part,
                "an anchor has its elements in another order")
        }
        for frame in drawing.descendants("chart") {
            guard let target = relationships.first(where: { $0.id == frame.relationship }),
                target.kind == "chart", let name = package.part(target.target),
                let chart = package.trees[name]
            else {
                report(part, "a chart has no relationship")
                continue
            }
            checkChart(chart, name, sheetNames: sheetNames)
        }
    }

    /// ECMA-376 Part 1, 21.2.
    private mutating func checkChart(_ chart: MarkupTree, _ part: String, sheetNames: [String]) {
        for formula in chart.descendants("f") {
            checkReferences(in: formula.text, sheets: sheetNames, part)
        }
        for cache in chart.descendants("numCache") + chart.descendants("strCache") {
            let count = cache.first("ptCount")?.number("val") ?? 0
            let indices = cache.all("pt").compactMap { $0.number("idx") }
            expect(
                indices.allSatisfy { (0..<count).contains($0) } && indices == indices.sorted(),
                part, "a cache has points out of range")
        }
        guard let area = chart.first("chart")?.first("plotArea") else {
            report(part, "there is no plot area")
            return
        }
        let axes = area.children.filter { $0.name.hasSuffix("Ax") }
        let ids = axes.compactMap { $0.first("axId")?["val"] }
        expectUnique(ids, part, "the axis")
        for axis in axes {
            expect(
                ids.contains(axis.first("crossAx")?["val"] ?? ""), part,
                "an axis crosses one that is not there")
        }
        for plot in area.children where plot.name.hasSuffix("Chart") {
            for id in plot.all("axId") {
                expect(ids.contains(id["val"] ?? ""), part, "a plot has an axis that is not there")
            }
            let indices = plot.all("ser").compactMap { $0.first("idx")?["val"] }
            expectUnique(indices, part, "the series")
        }
    }
}
