import Findings

/// Reads one worksheet part (ECMA-376 Part 1, 18.3) through libxml2.
final class SheetPart: XMLHandler {
    private let cells: SheetCells
    private let limits: WorkbookLimits

    private(set) var merges: [CellRange] = []
    private(set) var hiddenColumns = HiddenColumns()
    /// The document element was `worksheet`.
    private(set) var isWorksheet = false
    /// In `sheetData`, at any depth.
    private var hasSheetData = false
    /// Directly in `sheetData`, where a scanner may take over.
    private(set) var isInSheetData = false
    /// The next `row` is one whose beginning a scanner has read already.
    var resumesRow = false

    // The open cell, apart for speed: a structure would be copied at each event.
    private var type = RawCell.Kind.number
    private var style = 0
    private var hasFormula = false
    private let value = TextMemory()
    private let inline = RichText()
    private var hasValue = false
    private var hasInline = false
    private var isInValue = false
    private var isInInline = false

    init(cells: SheetCells, limits: WorkbookLimits) {
        self.cells = cells
        self.limits = limits
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        guard hasSheetData else { return try startFact(name, attributes) }
        switch name {
        case "c": try startCell(attributes)
        case "v": isInValue = true
        case "row":
            isInSheetData = false
            if resumesRow {
                resumesRow = false
            } else {
                try cells.startRow(attributes.bytes("r"), isHidden: attributes.flag("hidden"))
            }
        case "f": hasFormula = true
        case "is":
            isInInline = true
            hasInline = true
        default: if isInInline { inline.start(name, attributes) }
        }
    }

    /// What stands around the cells; extensions may hold rows and cells that are none.
    private func startFact(
        _ name: XMLName, _ attributes: XMLAttributes
    ) throws(WorkbookError) {
        switch name {
        case "mergeCell":
            guard merges.count < limits.merges else { throw .limit("合并单元格太多", "too many merges") }
            if let range = attributes.text("ref").flatMap({ CellRange($0) }),
                range.first != range.last
            {
                merges.append(range)
            }
        case "col" where attributes.flag("hidden"):
            hiddenColumns.add(from: attributes.integer("min"), to: attributes.integer("max"))
        case "worksheet": isWorksheet = true
        case "sheetData":
            hasSheetData = true
            isInSheetData = true
        default: break
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        guard hasSheetData else { return }
        switch name {
        case "c": try endCell()
        case "v":
            isInValue = false
            hasValue = true
        case "row": isInSheetData = true
        case "sheetData":
            hasSheetData = false
            isInSheetData = false
        case "is": isInInline = false
        default: if isInInline { inline.end(name) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue {
            value.append(bytes)
        } else if isInInline {
            inline.append(bytes)
        }
    }

    @inline(__always)
    private func startCell(_ attributes: XMLAttributes) throws(WorkbookError) {
        isInSheetData = false
        let (reference, style, type) = attributes.ofCell
        try cells.startCell(reference)
        self.type = type.map { RawCell.Kind($0) } ?? .number
        self.style = style.flatMap { wholeNumber($0) } ?? 0
        hasFormula = false
        value.removeAll()
        hasValue = false
        if hasInline { inline.removeAll() }
        hasInline = false
    }

    @inline(__always)
    private func endCell() throws(WorkbookError) {
        try cells.endCell(
            RawCell(
                type: type, style: style, value: hasValue ? value.bytes : nil,
                inline: hasInline ? inline.bytes : nil,
                isInlineStruck: hasInline && inline.isStruck, hasFormula: hasFormula))
    }
}

/// The columns that `col` elements hide; ranges first, for one may span all 16,384 columns.
struct HiddenColumns {
    private var ranges: [ClosedRange<Int>] = []

    mutating func add(from first: Int?, to last: Int?) {
        guard let first, let last, first >= 1, first <= last, first <= 16_384 else { return }
        ranges.append(first...min(last, 16_384))
    }

    var columns: Set<Int> {
        var columns: Set<Int> = []
        var next = 1
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.upperBound >= next {
            columns.formUnion(max(next, range.lowerBound)...range.upperBound)
            next = range.upperBound + 1
        }
        return columns
    }
}
