/// Reads the rows and cells of a worksheet part in their plain form (ECMA-376 Part 1, 18.3.1.73 and
/// 18.3.1.4); what it tells `SheetCells` is what `SheetPart` would.
final class SheetScanner: PlainScanner {
    private let cells: SheetCells
    private let part: SheetPart
    private var isInRow = false
    var lines = 0
    /// Texts with references resolved: of `v` and of `is`.
    private let value = TextMemory()
    private let inline = TextMemory()
    private var attributes = PlainAttributes()
    private(set) var refusal: WorkbookError?

    init(cells: SheetCells, part: SheetPart) {
        self.cells = cells
        self.part = part
    }

    var opening: StaticString { "<sheetData>" }
    var startsBehindOpening: Bool { true }
    var mayStart: Bool { part.isInSheetData }

    func handOver() -> StaticString? {
        part.resumesRow = isInRow
        return isInRow ? "<row>" : nil
    }

    func passElement(_ cursor: inout MarkupCursor) throws(ScanStop) {
        if isInRow { try passCellOrRowEnd(&cursor) } else { try passRow(&cursor) }
    }

    private func passRow(_ cursor: inout MarkupCursor) throws(ScanStop) {
        try cursor.expect("<row")
        let isEmpty = try attributes.read(&cursor)
        do throws(WorkbookError) {
            try cells.startRow(attributes["r"], isHidden: attributes.flag("hidden"))
        } catch { throw refuse(error) }
        isInRow = !isEmpty
    }

    @inline(__always)
    private func passCellOrRowEnd(_ cursor: inout MarkupCursor) throws(ScanStop) {
        guard cursor.byte == UInt8(ascii: "<") else { throw cursor.stop(at: cursor.position) }
        if cursor.base[cursor.position + 1] == UInt8(ascii: "/") {
            try cursor.expect("</row>")
            isInRow = false
        } else {
            try passCell(&cursor)
        }
    }

    private func passCell(_ cursor: inout MarkupCursor) throws(ScanStop) {
        try cursor.expect("<c")
        var raw = RawCell()
        var reference: UnsafeBufferPointer<UInt8>?
        var style: UnsafeBufferPointer<UInt8>?
        var type: UnsafeBufferPointer<UInt8>?
        var isEmpty = false
        attributes: while true {
            switch cursor.byte {
            case 32, 9, 10, 13: cursor.skipSpace()
            case UInt8(ascii: ">"):
                cursor.position += 1
                break attributes
            case UInt8(ascii: "/"):
                try cursor.expect("/>")
                isEmpty = true
                break attributes
            default: throw cursor.stop(at: cursor.position)
            }
            switch cursor.byte {
            case UInt8(ascii: "r") where reference == nil:
                try cursor.expect("r=")
                reference = try cursor.quoted()
            case UInt8(ascii: "s") where style == nil:
                try cursor.expect("s=")
                style = try cursor.quoted()
            case UInt8(ascii: "t") where type == nil:
                try cursor.expect("t=")
                type = try cursor.quoted()
            case UInt8(ascii: ">"), UInt8(ascii: "/"): continue
            default: throw cursor.stop(at: cursor.position)
            }
        }
        if !isEmpty { try passContent(of: &raw, &cursor) }
        if let type { raw.type = RawCell.Kind(type) }
        if let style { raw.style = wholeNumber(style) ?? 0 }
        do throws(WorkbookError) {
            try cells.startCell(reference)
            try cells.endCell(raw)
        } catch { throw refuse(error) }
    }

    private func refuse(_ error: WorkbookError) -> ScanStop {
        refusal = error
        return .refused
    }
}

extension SheetScanner {
    /// `f`, `v` and `is`, each once at most, up to the end of the cell.
    @inline(__always)
    private func passContent(
        of raw: inout RawCell, _ cursor: inout MarkupCursor
    ) throws(ScanStop) {
        while true {
            cursor.skipSpace()
            guard cursor.byte == UInt8(ascii: "<") else { throw cursor.stop(at: cursor.position) }
            switch cursor.base[cursor.position + 1] {
            case UInt8(ascii: "v") where raw.value == nil:
                let text = try element("<v", "</v>", &cursor)
                raw.value = cursor.bytes(of: text, resolvedInto: value)
            case UInt8(ascii: "f") where !raw.hasFormula:
                _ = try element("<f", "</f>", &cursor)
                raw.hasFormula = true
            case UInt8(ascii: "i") where raw.inline == nil:
                try cursor.expect("<is>")
                cursor.skipSpace()
                let text = try element("<t", "</t>", &cursor)
                raw.inline = cursor.bytes(of: text, resolvedInto: inline)
                cursor.skipSpace()
                try cursor.expect("</is>")
            case UInt8(ascii: "/"):
                try cursor.expect("</c>")
                return
            default: throw cursor.stop(at: cursor.position + 1)
            }
        }
    }

    /// An element of text alone; its attributes say nothing here.
    @inline(__always)
    private func element(
        _ start: StaticString, _ end: StaticString, _ cursor: inout MarkupCursor
    ) throws(ScanStop) -> MarkupText {
        try cursor.expect(start)
        if cursor.byte == UInt8(ascii: ">") {
            cursor.position += 1
        } else if try attributes.read(&cursor) {
            return MarkupText(start: cursor.position, end: cursor.position, hasReferences: false)
        }
        let text = try cursor.text()
        try cursor.expect(end)
        return text
    }
}
