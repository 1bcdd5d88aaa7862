package import Findings

/// A chart that lies over some cells and draws what others hold.
package struct ChartDraft: Sendable {
    package var kind: Kind
    /// Empty for none.
    package var title = ""
    /// The cells that it covers.
    package var place: CellRange
    package var series: [Series]
    package var legend: Legend = .bottom
    /// What stands along the axes; empty for nothing.
    package var categoryTitle = ""
    package var valueTitle = ""
    /// The values stand at the bars and points.
    package var showsValues = false

    package enum Kind: Sendable, Hashable {
        /// Upright bars side by side.
        case columns
        case stackedColumns
        /// Lying bars, the first category on top.
        case bars
        case lines
    }

    package enum Legend: String, Sendable {
        case none
        case bottom = "b"
        case right = "r"
        case top = "t"
    }

    /// Numbers that are drawn alike.
    package struct Series: Sendable {
        /// As the legend says it.
        package var name: String
        package var categories: Source
        package var values: Source
        /// `RRGGBB`; nil takes the next of the program's own.
        package var color: String?

        package init(name: String, categories: Source, values: Source, color: String? = nil) {
            self.name = name
            self.categories = categories
            self.values = values
            self.color = color
        }
    }

    /// Cells in a row or column, with what they hold: programs that do not compute draw that.
    package struct Source: Sendable {
        /// The draft's name of the sheet; nil is the chart's own.
        package var sheet: String?
        package var range: CellRange
        /// In the order of the cells, with `.blank` for a gap.
        ///
        /// Nil is looked up in the rows of the draft, where the whole workbook is one.
        package var contents: [CellDraft.Content]?

        package init(_ range: CellRange, sheet: String? = nil, contents: [CellDraft.Content]? = nil)
        {
            self.sheet = sheet
            self.range = range
            self.contents = contents
        }
    }

    package init(_ kind: Kind, over place: CellRange, series: [Series]) {
        self.kind = kind
        self.place = place
        self.series = series
    }
}

extension ChartDraft.Source {
    /// Looks the contents up in the rows of a sheet unless they were given.
    mutating func fill(from rows: [RowDraft]) {
        guard contents == nil else { return }
        var found: [CellDraft.Content] = []
        let last = min(range.last.row, rows.count)
        for row in range.first.row...max(range.first.row, last) {
            for column in range.first.column...range.last.column {
                guard row <= rows.count, column <= rows[row - 1].cells.count else {
                    found.append(.blank)
                    continue
                }
                found.append(rows[row - 1].cells[column - 1]?.content ?? .blank)
            }
        }
        contents = found
    }

    /// `'农村'!$A$1:$A$9`.
    func formula(sheet: String) -> String { SheetNames.quoted(sheet) + range.absolute }
}

extension CellRange {
    /// `$A$1:$F$20`.
    var absolute: String {
        func absolute(_ cell: CellReference) -> String {
            "$\(CellReference.letters(ofColumn: cell.column))$\(cell.row)"
        }
        return first == last ? absolute(first) : absolute(first) + ":" + absolute(last)
    }
}
