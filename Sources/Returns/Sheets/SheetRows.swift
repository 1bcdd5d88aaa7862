import Campaigns
import Findings
import Workbooks

/// The rows of a sheet told apart: what stands above the heads, data, totals, foot.
struct SheetRows {
    /// Title and label rows above the heads.
    var head: [Grid.Row] = []
    /// Rows below the heads that bear a label such as 填报单位, in the foot as well.
    var labels: [Grid.Row] = []
    var data: [Grid.Row] = []
    var totals: [TotalRow] = []
    /// Lines between the data: headings of blocks, titles of further pages.
    var captions: [Grid.Row] = []
    /// Rows below the table that name an entry, or stand under 附, and are no rows of the table.
    var appendix: [Grid.Row] = []
    /// Lines behind the data; its contact cells are read into nothing.
    var foot: [Grid.Row] = []
    /// The first row of a table of another form below this one.
    var otherTable: Grid.Row?

    /// A row of sums (合计行).
    struct TotalRow {
        var row: Grid.Row
        var kind: Kind
        /// How many data rows stand above it.
        var position: Int

        enum Kind {
            /// 总计, 合计: of the sheet, or of a block where the sheet has 总计 as well.
            case sum
            case grandTotal
            /// 小计: of a block.
            case subtotal
            /// 其中, 平均: not compared with anything.
            case other
        }
    }

    /// Tells the rows apart by the heads; `isEntry` says whether a text names an entry of the form's
    /// roster.
    init(
        _ grid: Grid, heads: HeaderBlock, book: HeaderBook, memory: RowBeginningMemory,
        isEntry: @escaping (String) -> Bool
    ) {
        let sorter = RowSorter(grid, heads: heads, book: book, memory: memory, isEntry: isEntry)
        var (isBelowHeads, isAppended) = (true, false)
        for row in grid.rows {
            guard row.number >= heads.rows.lowerBound else {
                head.append(row)
                continue
            }
            guard row.number > heads.rows.upperBound else { continue }
            guard otherTable == nil else { break }
            let kind = sorter.kind(of: row, isBelowHeads: isBelowHeads)
            isAppended = isAppended || sorter.opensAppendix(row)
            switch kind {
            case .heads:
                (isBelowHeads, isAppended) = (true, false)
                continue
            case .columnNumbers, .instructions: continue
            case .label:
                labels.append(row)
                continue
            case .otherHeads: otherTable = row
            case .foot: foot.append(row)
            case .total(let kind):
                totals.append(TotalRow(row: row, kind: kind, position: data.count))
            case .caption: captions.append(row)
            case .data where isAppended && sorter.isFragment(row): appendix.append(row)
            case .data where !foot.isEmpty && sorter.isMention(row): appendix.append(row)
            // Behind the foot a row has to be one for certain: contacts are not read.
            case .data where !foot.isEmpty && !sorter.isSurelyData(row): foot.append(row)
            case .data: data.append(row)
            }
            isBelowHeads = false
        }
        // Lines behind the last row are the foot's, whatever they say.
        let last = data.last?.number ?? heads.rows.upperBound
        foot += captions.filter { $0.number > last }
        captions.removeAll { $0.number > last }
    }
}

/// Tells what a row below the column heads is.
private struct RowSorter {
    let heads: HeaderBlock
    let book: HeaderBook
    let memory: RowBeginningMemory
    let isEntry: (String) -> Bool
    private let form: Form
    private let nameColumn: Int?
    /// The last column that says whose row it is; totals are named no further right.
    private let lastNaming: Int
    private let numberColumns: Set<Int>
    private let fieldColumns: Set<Int>
    private let titleKey: String
    private let headRows: [Grid.Row]

    enum Kind {
        case data, foot, label, caption, heads, otherHeads, columnNumbers, instructions
        case total(SheetRows.TotalRow.Kind)
    }

    init(
        _ grid: Grid, heads: HeaderBlock, book: HeaderBook, memory: RowBeginningMemory,
        isEntry: @escaping (String) -> Bool
    ) {
        self.heads = heads
        self.book = book
        self.memory = memory
        self.isEntry = isEntry
        let form = book.forms[heads.formIndex]
        self.form = form
        let outline = book.outlines[heads.formIndex]
        nameColumn = outline.name.flatMap { heads.columns[$0] }
        lastNaming = outline.naming.compactMap { heads.columns[$0] }.max() ?? 1
        numberColumns = Set(outline.numbers.compactMap { heads.columns[$0] })
        fieldColumns = Set(heads.columns.values)
        titleKey = outline.titleKey
        headRows = grid.rows.filter { heads.rows.contains($0.number) }
    }

    func kind(of row: Grid.Row, isBelowHeads: Bool) -> Kind {
        guard let first = row.cells.first else { return .caption }
        if isRepeatedHead(row) { return .heads }
        let beginning = memory.beginning(first.value.text)
        if beginning.isUnitLabel { return .label }
        if beginning.isFoot { return .foot }
        if isBelowHeads, ColumnNumbers.areAll(of: row) { return .columnNumbers }
        if let total = total(row) { return .total(total) }
        if beginning.isExample || isBelowHeads && isInstruction(row) { return .instructions }
        if beginning.mayBeHead, isOtherHead(row) { return .otherHeads }
        if isCaption(row) { return .caption }
        return .data
    }

    /// The heads once more, on the next printed page.
    private func isRepeatedHead(_ row: Grid.Row) -> Bool {
        row.cells.count >= 2
            && row.cells.allSatisfy { cell in
                headRows.contains { $0[column: cell.column]?.value.text == cell.value.text }
            }
    }

    /// Heads of another form: three or more, most of them none of this form's.
    private func isOtherHead(_ row: Grid.Row) -> Bool {
        guard row.cells.count >= 3 else { return false }
        var (known, own) = (0, 0)
        for cell in row.cells {
            guard case .string(let text) = cell.value else { return false }
            let head = book.head(text).text
            if book.knows(head) { known += 1 }
            if book.match(head, inForm: heads.formIndex) != nil { own += 1 }
        }
        return known >= 3 && known * 3 >= row.cells.count * 2 && own * 2 < known
    }

    private func total(_ row: Grid.Row) -> SheetRows.TotalRow.Kind? {
        for cell in row.cells.prefix(4) where cell.column <= max(lastNaming, row.cells[0].column) {
            guard case .string(let text) = cell.value, let kind = memory.beginning(text).total
            else {
                continue
            }
            return kind
        }
        return nil
    }

    /// What to fill in, right below the heads: words where numbers belong, and no entry.
    private func isInstruction(_ row: Grid.Row) -> Bool {
        var words = 0
        for cell in row.cells where numberColumns.contains(cell.column) {
            guard case .string(let text) = cell.value, text.unicodeScalars.count >= 4,
                NumberText.read(text) == .other
            else { return false }
            words += 1
        }
        guard words >= 2 else { return false }
        let name = nameColumn.flatMap { row[column: $0]?.value.text }
        return !(name.map(isEntry) ?? false)
    }

    /// The row names an entry, or fills half of the columns of a form that has no roster.
    func isSurelyData(_ row: Grid.Row) -> Bool {
        if let nameColumn, form.sector != nil {
            return row[column: nameColumn].map { isEntry($0.value.text) } ?? false
        }
        return !isFragment(row)
    }

    /// 附：后进村名单, 附件1: what follows is no longer the table.
    func opensAppendix(_ row: Grid.Row) -> Bool {
        // Without a roster nobody would miss what stands there.
        guard form.sector != nil, let first = row.cells.first,
            memory.beginning(first.value.text).isAppendix
        else {
            return false
        }
        return isFragment(row) && !row.cells.contains { isEntry($0.value.text) }
    }

    /// It fills less than half of the columns: no row of the table is as short as that.
    func isFragment(_ row: Grid.Row) -> Bool { filled(row) * 2 < fieldColumns.count }

    /// A name and at most one word about it.
    func isMention(_ row: Grid.Row) -> Bool {
        guard isFragment(row), filled(row) <= 2, isSurelyData(row) else { return false }
        return row.cells.allSatisfy { cell in
            guard fieldColumns.contains(cell.column), cell.column != nameColumn else { return true }
            if case .string = cell.value { return true }
            return cell.value.isBlank
        }
    }

    private func filled(_ row: Grid.Row) -> Int {
        row.cells.count { fieldColumns.contains($0.column) && !$0.value.isBlank }
    }

    /// A line of its own: one text over the table that names no entry, or the form's title.
    private func isCaption(_ row: Grid.Row) -> Bool {
        let texts = row.cells.lazy.filter { !$0.value.isBlank && !$0.value.isUnfinished }.prefix(2)
        var only: CellValue?
        for cell in texts {
            guard only == nil else { return false }
            only = cell.value
        }
        guard case .string(let text)? = only else { return only == nil }
        let key = Folding.key(text)
        if key.holds(titleKey) || SheetWords.isDate(key) { return true }
        guard form.sector != nil else { return false }
        return !isEntry(text)
    }
}
