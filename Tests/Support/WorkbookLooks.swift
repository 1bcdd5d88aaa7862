/// How a workbook looks when it is opened, read from its parts without any of our readers.
package struct WorkbookLooks {
    private let package: LintedPackage
    private let book: MarkupTree
    private let styles: MarkupTree
    private let sheets: [(name: String, tree: MarkupTree)]

    /// Nil where it is no workbook.
    package init?(_ bytes: [UInt8]) {
        guard let package = try? LintedPackage(bytes),
            let part = package.relationships(of: "").first(where: { $0.kind == "officeDocument" }),
            let book = package.trees[part.target]
        else { return nil }
        let relations = package.relationships(of: part.target)
        guard let style = relations.first(where: { $0.kind == "styles" }),
            let styles = package.trees[style.target]
        else { return nil }
        self.package = package
        self.book = book
        self.styles = styles
        sheets = (book.first("sheets")?.all("sheet") ?? []).compactMap { sheet in
            guard let target = relations.first(where: { $0.id == sheet.relationship })?.target,
                let tree = package.trees[target], let name = sheet["name"]
            else { return nil }
            return (name, tree)
        }
    }

    package var sheetNames: [String] { sheets.map(\.name) }

    /// The sheet that is in view.
    package var activeSheet: String? {
        let index = book.first("bookViews")?.first("workbookView")?.number("activeTab") ?? 0
        return sheets.indices.contains(index) ? sheets[index].name : nil
    }

    /// The sheets that are chosen; what is typed goes into all of them.
    package var chosenSheets: [String] {
        sheets.filter { _, tree in
            tree.descendants("sheetView").contains { ["1", "true"].contains($0["tabSelected"]) }
        }.map(\.name)
    }

    /// Names of the workbook with what they refer to, in order.
    package var definedNames: [String] {
        (book.first("definedNames")?.all("definedName") ?? []).compactMap { name in
            name["localSheetId"] == nil ? name["name"].map { "\($0)=\(name.text)" } : nil
        }
    }

    /// How many styles cells can have.
    package var styleCount: Int { styles.first("cellXfs")?.all("xf").count ?? 0 }

    /// Filled cells with their colours: `D11=FFC7CE`, `A11=theme 4 0.7999`.
    package func fills(on sheet: String) -> [String] {
        let fills = styles.first("fills")?.all("fill") ?? []
        let looks = styles.first("cellXfs")?.all("xf") ?? []
        let cells = sheets.first { $0.name == sheet }?.tree.descendants("c") ?? []
        return cells.compactMap { cell in
            let style = cell.number("s") ?? 0
            guard let reference = cell["r"], looks.indices.contains(style),
                let fill = looks[style].number("fillId"), fills.indices.contains(fill),
                let pattern = fills[fill].first("patternFill"), pattern["patternType"] == "solid",
                let color = pattern.first("fgColor")
            else { return nil }
            let words =
                color["rgb"].map { String($0.suffix(6)) }
                ?? "theme \(color["theme"] ?? "") \(color["tint"] ?? "")"
            return "\(reference)=\(words)"
        }
    }
}
