import Findings

/// A VML drawing of notes while boxes come and go (ECMA-376 Part 4, 19).
struct NoteDrawing {
    private let markup: Markup
    private var editor: MarkupEditor
    /// The blocks of numbers that the drawing says are its own.
    private var blocks: [Int] = []
    private let map: Int?
    private var newBlocks: [Int] = []
    private var hasKind = false
    private let declarations: String
    private let shapes: [Int]
    /// The boxes of a cell's note.
    private var boxes: [CellReference: [Int]] = [:]
    private var left: Int
    /// Rows that boxes are to be high at least.
    private var heights: [Int: Int] = [:]

    private static let namespaces = [
        ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
        ("x", "urn:schemas-microsoft-com:office:excel"),
    ]

    /// A drawing without boxes.
    static let empty = Array(
        ("<xml"
            + namespaces.map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined()
            + "></xml>").utf8)

    init(_ bytes: [UInt8], part: String) throws(WorkbookError) {
        let markup = try Markup(bytes, part: part)
        self.markup = markup
        editor = MarkupEditor(markup)
        map = markup.descendants("idmap").first
        if let map {
            let data = markup.attributes(of: map).first {
                markup.isEqual($0.name, "data") || markup.text($0.name).hasSuffix(":data")
            }
            blocks = data.map { ShapeNumbers.blocks(in: markup.bytes[$0.value]) } ?? []
        }
        hasKind = markup.descendants("shapetype").contains {
            markup.value("id", of: $0) == "_x0000_t202"
        }
        declarations = Self.namespaces.filter {
            markup.namespace(ofPrefix: $0.0) != $0.1
        }.map { " xmlns:\($0.0)=\"\($0.1)\"" }.joined()
        shapes = markup.descendants("shape")
        left = shapes.count
        for shape in shapes {
            if let cell = cell(of: shape) { boxes[cell, default: []].append(shape) }
        }
    }

    /// No box or other shape is left.
    var isEmpty: Bool { left == 0 }

    /// Adds the box of a note.
    mutating func add(_ shape: NoteShape, numbers: inout ShapeNumbers) {
        if !hasKind {
            editor.append(NoteShape.kind(declarations: declarations), to: Markup.root)
            hasKind = true
        }
        var number = numbers.next(in: blocks)
        if number == nil {
            let block = numbers.newBlock()
            blocks.append(block)
            newBlocks.append(block)
            number = numbers.next(in: [block])
        }
        guard let number else { return }
        editor.append(
            shape.written(id: number, declarations: declarations), to: Markup.root)
        left += 1
    }

    /// Makes the box of a cell's note so many rows high, unless it is higher.
    mutating func stretch(_ cell: CellReference, to rows: Int) {
        for shape in boxes[cell] ?? [] { heights[shape] = max(rows, heights[shape] ?? 0) }
    }

    /// Takes the box of a cell's note out.
    mutating func remove(_ cell: CellReference) {
        for shape in boxes[cell] ?? [] {
            editor.cut(shape)
            left -= 1
        }
    }

    /// The cell whose note a shape shows.
    private func cell(of shape: Int) -> CellReference? {
        guard
            let data = markup.descendants("ClientData", of: shape).first(where: {
                markup.value("ObjectType", of: $0) == "Note"
            }), let row = number("Row", in: data), let column = number("Column", in: data)
        else { return nil }
        return CellReference(row: row + 1, column: column + 1)
    }

    private func number(_ name: StaticString, in data: Int) -> Int? {
        guard let element = markup.descendants(name, of: data).first else { return nil }
        return wholeNumber(markup.content(of: element).filter { $0 > 32 }).flatMap {
            0..<RowShift.lastRow ~= $0 ? $0 : nil
        }
    }

    func finished(atMost limit: Int) throws(WorkbookError) -> [UInt8] {
        var editor = editor
        for (shape, rows) in heights.sorted(by: { $0.key < $1.key }) {
            guard let data = markup.descendants("ClientData", of: shape).first,
                var (element, numbers) = anchor(in: data), numbers[6] - numbers[2] < rows
            else { continue }
            numbers[6] = numbers[2] + rows
            editor.setContent(of: element, to: Self.written(numbers))
        }
        if !newBlocks.isEmpty {
            let list = blocks.map(String.init).joined(separator: ",")
            if let map, let data = markup.attribute("data", of: map) {
                editor.setValue(of: data, to: list)
            } else {
                let layout = Array(
                    ("<o:shapelayout\(declarations) v:ext=\"edit\">"
                        + "<o:idmap v:ext=\"edit\" data=\"\(list)\"/></o:shapelayout>").utf8)
                if let first = markup.children(of: Markup.root).first(where: { _ in true }) {
                    editor.insert(layout, before: first)
                } else {
                    editor.replace(
                        markup.elements[Markup.root].content
                            .lowerBound..<markup.elements[Markup.root].content.lowerBound,
                        with: layout)
                }
            }
        }
        return try editor.finished(atMost: limit)
    }
}

extension NoteDrawing {
    /// Every box of a note follows its cell; boxes of cells that are gone go (x:Anchor counts rows
    /// from 0).
    mutating func shift(_ shift: RowShift) {
        for shape in shapes {
            guard let data = markup.descendants("ClientData", of: shape).first else { continue }
            guard let cell = cell(of: shape) else {
                moveAnchor(in: data, shift, by: nil)
                continue
            }
            guard let row = shift.row(cell.row) else {
                editor.cut(shape)
                left -= 1
                continue
            }
            guard row != cell.row else { continue }
            moveAnchor(in: data, shift, by: row - cell.row)
            if let element = markup.descendants("Row", of: data).first {
                editor.setContent(of: element, to: Array(String(row - 1).utf8))
            }
        }
    }

    /// Moves an anchor by so many rows, or as far as its first row moves.
    private mutating func moveAnchor(in data: Int, _ shift: RowShift, by distance: Int?) {
        guard var (element, numbers) = anchor(in: data) else { return }
        let first = numbers[2] + 1
        let distance = distance ?? (shift.row(first) ?? shift.start) - first
        guard distance != 0 else { return }
        numbers[2] = max(0, numbers[2] + distance)
        numbers[6] = max(numbers[2], numbers[6] + distance)
        editor.setContent(of: element, to: Self.written(numbers))
    }

    /// From and to: column, what is in it, row, what is in it.
    private func anchor(in data: Int) -> (element: Int, numbers: [Int])? {
        guard let element = markup.descendants("Anchor", of: data).first else { return nil }
        let numbers = markup.content(of: element).split(separator: UInt8(ascii: ",")).map {
            wholeNumber($0.filter { $0 > 32 }) ?? -1
        }
        guard numbers.count == 8, numbers.allSatisfy({ 0..<(1 << 30) ~= $0 }) else { return nil }
        return (element, numbers)
    }

    private static func written(_ anchor: [Int]) -> [UInt8] {
        Array(anchor.map(String.init).joined(separator: ", ").utf8)
    }
}
