import Findings

/// Puts a worksheet part in order: every row and cell once, ascending, with its reference.
///
/// Who lacks a reference follows the one before, as readers have it (ECMA-376 Part 1, 18.3.1.73);
/// of cells that come twice the last one that holds something stays.
enum SheetOrder {
    static func ordered(
        _ markup: Markup, atMost limit: Int
    ) throws(WorkbookError) -> [UInt8] {
        guard let data = markup.child("sheetData") else { throw .damaged(markup.part) }
        var tags: [Int: Int] = [:]
        var cells: [CellReference: Int] = [:]
        var (row, column) = (0, 0)
        for element in markup.children(of: data) where markup.isMain(element, "row") {
            row = markup.integer("r", of: element) ?? row + 1
            column = 0
            guard (1...RowShift.lastRow).contains(row) else { throw .damaged(markup.part) }
            if tags[row] == nil { tags[row] = element }
            for cell in markup.children(of: element) where markup.isMain(cell, "c") {
                if markup.attribute("r", of: cell) != nil {
                    guard let reference = SheetMap.reference(of: cell, in: markup) else {
                        throw .damaged(markup.part)
                    }
                    (row, column) = (reference.row, reference.column)
                } else {
                    column += 1
                    guard column <= 16_384 else { throw .damaged(markup.part) }
                }
                let reference = CellReference(row: row, column: column)
                if let other = cells[reference], !isBlank(other, markup), isBlank(cell, markup) {
                    continue
                }
                cells[reference] = cell
            }
        }
        var text: [UInt8] = []
        let byRow = Dictionary(grouping: cells.keys, by: \.row)
        for number in Set(tags.keys).union(byRow.keys).sorted() {
            let prefix = markup.prefix(of: data)
            if let tag = tags[number] {
                text.append(contentsOf: startTag(of: tag, reference: "\(number)", in: markup))
            } else {
                text.append(contentsOf: "<\(prefix)row r=\"\(number)\">".utf8)
            }
            for reference in byRow[number, default: []].sorted() {
                guard let cell = cells[reference] else { continue }
                text.append(
                    contentsOf: startTag(of: cell, reference: reference.description, in: markup))
                let place = markup.elements[cell]
                text.append(contentsOf: markup.bytes[place.content])
                text.append(contentsOf: "</\(markup.text(place.name))>".utf8)
            }
            let name = tags[number].map { markup.text(markup.elements[$0].name) } ?? prefix + "row"
            text.append(contentsOf: "</\(name)>".utf8)
        }
        var editor = MarkupEditor(markup)
        editor.setContent(of: data, to: text)
        return try editor.finished(atMost: limit)
    }

    private static func isBlank(_ cell: Int, _ markup: Markup) -> Bool {
        markup.elements[cell].content.isEmpty
    }

    /// An open start tag with this reference and, as cells may have come, without `spans`.
    private static func startTag(
        of element: Int, reference: String, in markup: Markup
    ) -> [UInt8] {
        var text = Array("<\(markup.text(markup.elements[element].name)) r=\"\(reference)\"".utf8)
        for attribute in markup.attributes(of: element)
        where !markup.isEqual(attribute.name, "r") && !markup.isEqual(attribute.name, "spans") {
            text.append(contentsOf: markup.bytes[attribute.whole])
        }
        text.append(UInt8(ascii: ">"))
        return text
    }
}
