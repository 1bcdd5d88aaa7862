import Campaigns
import Findings
import Workbooks

/// What the rows above the column heads say, with the labels that stand below the table.
struct SheetHead {
    /// Texts that no label introduces: the title, a remark.
    private(set) var titles: [Statement] = []
    private(set) var units: [Statement] = []
    private(set) var periods: [Statement] = []
    /// The unit of money that stands above the table for all of it; nil for none or several.
    private(set) var money: String?

    struct Statement {
        var text: String
        var cell: CellReference
    }

    init(_ rows: SheetRows, memory: LabelMemory) {
        for row in rows.head { read(row, takesTitles: true, memory) }
        for row in rows.labels { read(row, takesTitles: false, memory) }
    }

    private mutating func read(_ row: Grid.Row, takesTitles: Bool, _ memory: LabelMemory) {
        var open: HeadLabel.Kind?
        for cell in row.cells {
            let place = CellReference(row: row.number, column: cell.column)
            let (title, labels) = memory.parse(cell.value.text)
            if !title.isEmpty {
                if let kind = open {
                    note(title, kind, at: place)
                } else if takesTitles {
                    titles.append(Statement(text: title, cell: place))
                }
            }
            for label in labels where !label.value.isEmpty {
                note(label.value, label.kind, at: place)
            }
            // A label with nothing behind it is answered by the next cell.
            open = labels.last.flatMap { $0.value.isEmpty ? $0.kind : nil }
        }
    }

    private mutating func note(_ text: String, _ kind: HeadLabel.Kind, at cell: CellReference) {
        switch kind {
        case .unit:
            if let measures = MeasureUnit.areAll(text) {
                take(measures)
            } else if !SheetWords.isDate(Folding.key(text)) {
                units.append(Statement(text: text, cell: cell))
            }
        case .period: periods.append(Statement(text: text, cell: cell))
        case .measure: take(MeasureUnit.areAll(text) ?? [])
        case .other: break
        }
    }

    private mutating func take(_ measures: [String]) {
        let amounts = measures.filter { MeasureUnit.isMoney($0) }
        if amounts.count == 1 { money = amounts.first }
    }
}
