import Findings

/// Where the rows and cells of a worksheet part stand.
struct SheetMap {
    let markup: Markup
    /// The `sheetData` element.
    let data: Int
    /// In ascending order.
    private(set) var rows: [Row] = []

    struct Row {
        var element: Int
        var number: Int
    }

    struct Cell {
        var element: Int
        var reference: CellReference
    }

    /// Nil where rows or cells lack their references or are out of order, so that the part must be
    /// put in order first.
    ///
    /// - Throws: `.damaged` where it is no worksheet.
    init?(_ markup: Markup) throws(WorkbookError) {
        guard markup.isMain(Markup.root, "worksheet"), let data = markup.child("sheetData") else {
            throw .damaged(markup.part)
        }
        self.markup = markup
        self.data = data
        for element in markup.children(of: data) where markup.isMain(element, "row") {
            guard let number = markup.integer("r", of: element),
                number > rows.last?.number ?? 0, number <= RowShift.lastRow
            else { return nil }
            var column = 0
            for cell in markup.children(of: element) where markup.isMain(cell, "c") {
                guard let reference = Self.reference(of: cell, in: markup),
                    reference.row == number, reference.column > column
                else { return nil }
                column = reference.column
            }
            rows.append(Row(element: element, number: number))
        }
    }

    func cells(of row: Row) -> [Cell] {
        var cells: [Cell] = []
        for element in markup.children(of: row.element) where markup.isMain(element, "c") {
            guard let reference = Self.reference(of: element, in: markup) else { continue }
            cells.append(Cell(element: element, reference: reference))
        }
        return cells
    }

    /// The position in `rows` of the first row from this number on.
    func position(of number: Int) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func row(_ number: Int) -> Row? {
        let position = position(of: number)
        return position < rows.count && rows[position].number == number ? rows[position] : nil
    }

    /// The merged regions.
    var merges: [CellRange] {
        guard let merges = markup.child("mergeCells") else { return [] }
        return markup.children(of: merges).compactMap { element in
            markup.value("ref", of: element).flatMap { CellRange($0) }
        }
    }

    /// The style that a column gives to cells that are not there.
    func columnStyle(_ column: Int) -> Int? {
        guard let columns = markup.child("cols") else { return nil }
        for element in markup.children(of: columns) {
            if let first = markup.integer("min", of: element), first <= column,
                let last = markup.integer("max", of: element), last >= column
            {
                return markup.integer("style", of: element)
            }
        }
        return nil
    }

    static func reference(of cell: Int, in markup: Markup) -> CellReference? {
        guard let attribute = markup.attribute("r", of: cell) else { return nil }
        return markup.bytes[attribute.value].withContiguousStorageIfAvailable {
            CellReference(bytes: $0)
        } ?? nil
    }
}
