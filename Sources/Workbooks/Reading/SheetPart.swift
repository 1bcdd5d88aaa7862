import Findings

/// Reads one worksheet part (ECMA-376 Part 1, 18.3) into the cells of a `Grid`.
///
/// References on rows and cells are optional: a cursor goes from cell to cell and from row to row,
/// and a reference that is there sets it anew. Rows may come back; the last value of a cell wins.
final class SheetPart: XMLHandler {
    private let name: String
    private let strings: [String]
    private let styles: StylesPart
    private let dates: DateSerial
    private let limits: WorkbookLimits

    private(set) var merges: [CellRange] = []
    private(set) var notices: [Notice] = []
    private(set) var hiddenColumns = HiddenColumns()
    /// The document element was `worksheet`.
    private(set) var isWorksheet = false
    private var rows = RowCollector()
    private var cellCount = 0

    private var row = 0
    private var column = 0
    private var cell = RawCell()
    private var isInValue = false
    private var isInInline = false

    init(
        name: String, strings: [String], styles: StylesPart, dates: DateSerial,
        limits: WorkbookLimits
    ) {
        self.name = name
        self.strings = strings
        self.styles = styles
        self.dates = dates
        self.limits = limits
    }

    func grid(isHidden: Bool) -> Grid {
        var collected = rows
        let rows = collected.finished()
        for cell in collected.doubled {
            note("这一格写了两次，以后一次为准", "the cell is written twice; the later one counts", at: cell)
        }
        return Grid(
            name: name, isHidden: isHidden, rows: rows, merges: merges,
            hiddenColumns: hiddenColumns.columns)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        switch name {
        case "c": try startCell(attributes)
        case "v": isInValue = true
        case "row": try startRow(attributes)
        case "f": cell.hasFormula = true
        case "is":
            isInInline = true
            cell.hasInline = true
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
        default: if isInInline { cell.inline.start(name) }
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        switch name {
        case "c": try endCell()
        case "v":
            isInValue = false
            cell.hasValue = true
        case "is": isInInline = false
        default: if isInInline { cell.inline.end(name) }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInValue {
            cell.value.append(contentsOf: bytes)
        } else if isInInline {
            cell.inline.append(bytes)
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws(WorkbookError) {
        if let text = attributes.bytes("r") {
            guard let number = wholeNumber(text) else { throw .damaged("\(name) › row") }
            row = number
        } else {
            row += 1
        }
        guard (1...1_048_576).contains(row) else { throw .damaged("\(name) › row") }
        column = 0
        if attributes.flag("hidden") { rows.hide(row) }
    }

    private func startCell(_ attributes: XMLAttributes) throws(WorkbookError) {
        if let text = attributes.bytes("r") {
            guard let reference = CellReference(bytes: text) else { throw .damaged("\(name) › c") }
            row = reference.row
            column = reference.column
        } else {
            column += 1
            guard column <= 16_384, row > 0 else { throw .damaged("\(name) › c") }
        }
        cell.reset()
        cell.type = attributes.bytes("t").map { RawCell.Kind($0) } ?? .number
        cell.style = attributes.integer("s") ?? 0
    }

    private func endCell() throws(WorkbookError) {
        let reference = CellReference(row: row, column: column)
        let reading = cell.reading(
            strings: strings, format: styles[cell.style], dates: dates, limits: limits)
        if let reason = reading.notice { note(reason.chinese, reason.english, at: reference) }
        guard let value = reading.value else { return }
        cellCount += 1
        guard cellCount <= limits.cellsPerSheet else { throw .limit("单元格太多", "too many cells") }
        rows.add(
            Cell(
                column: column, value: value, isFormula: cell.hasFormula,
                isPercent: reading.isPercent), row: row)
    }

    private func note(_ chinese: String, _ english: String, at cell: CellReference) {
        guard notices.count < limits.notices else { return }
        notices.append(Notice(sheet: name, cell: cell, reason: Bilingual(chinese, english)))
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
