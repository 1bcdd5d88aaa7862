package import Findings

/// A workbook as read: its sheets in order and what it says about itself; no styles, no pictures.
package struct Workbook: Sendable {
    package var sheets: [Grid]
    /// Defined names and what they refer to, as written (`'农村'!$A$1` or `"form=rural;…"`).
    package var definedNames: [String: String]
    package var format: Format
    /// What was odd and read all the same; at most so many as the limits say.
    package var notices: [Notice] = []
    /// It counts days from 1904-01-01; a number that no format shows as a day may be one all the same.
    package var countsFrom1904 = false
    /// It asks whoever opens it to compute its formulas: what is kept of them may be older, or nothing at all.
    package var wantsComputing = false
    /// What was sought and stands in the package, in a cell or not.
    package var finds: [TextSearch.Find] = []

    package enum Format: Hashable, Sendable {
        case xlsx
        /// The encoding is one of `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`.
        case csv(encoding: String, delimiter: UInt8)
    }

    package init(sheets: [Grid], definedNames: [String: String] = [:], format: Format) {
        self.sheets = sheets
        self.definedNames = definedNames
        self.format = format
    }
}

/// The cells of one sheet, sparse: blank cells are not there, whatever their style.
package struct Grid: Sendable {
    package var name: String
    package var isHidden: Bool
    /// Rows that hold at least one value, in ascending order.
    package var rows: [Row]
    package var merges: [CellRange]
    /// Columns hidden by the sender, counted from 1.
    package var hiddenColumns: Set<Int>
    /// Notes that pop up on cells, by cell.
    package var notes: [CellReference: Note] = [:]

    /// A note on a cell (批注) and who wrote it, as far as the file says.
    package struct Note: Hashable, Sendable {
        package var author: String
        package var text: String

        package init(author: String, text: String) {
            self.author = author
            self.text = text
        }
    }

    package struct Row: Sendable {
        /// The row's number on the sheet, counted from 1; for a CSV the record's ordinal.
        package var number: Int
        /// For a CSV: the line on which the record starts.
        package var line: Int?
        package var isHidden: Bool
        /// In ascending order of column.
        package var cells: [Cell]

        package init(number: Int, line: Int? = nil, isHidden: Bool = false, cells: [Cell]) {
            self.number = number
            self.line = line
            self.isHidden = isHidden
            self.cells = cells
        }

        /// Binary search; nil where the cell is blank.
        package subscript(column column: Int) -> Cell? {
            var low = 0
            var high = cells.count
            while low < high {
                let middle = (low + high) / 2
                if cells[middle].column < column { low = middle + 1 } else { high = middle }
            }
            return low < cells.count && cells[low].column == column ? cells[low] : nil
        }
    }

    package init(
        name: String, isHidden: Bool = false, rows: [Row], merges: [CellRange] = [],
        hiddenColumns: Set<Int> = []
    ) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.merges = merges
        self.hiddenColumns = hiddenColumns
    }

    /// Nil where the cell is blank.
    package subscript(_ reference: CellReference) -> Cell? {
        row(reference.row)?[column: reference.column]
    }

    /// Nil where the row has no values.
    package func row(_ number: Int) -> Row? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? rows[low] : nil
    }
}

/// One cell that has a value.
package struct Cell: Hashable, Sendable {
    package var column: Int
    package var value: CellValue
    /// The value is a formula's cached result.
    package var isFormula: Bool
    /// The number format shows the number as a percentage (0.85 as 85%).
    package var isPercent: Bool
    /// All or some of what it shows is struck out (删除线); it is part of the value all the same.
    package var isStruck: Bool

    package init(
        column: Int, value: CellValue, isFormula: Bool = false, isPercent: Bool = false,
        isStruck: Bool = false
    ) {
        self.column = column
        self.value = value
        self.isFormula = isFormula
        self.isPercent = isPercent
        self.isStruck = isStruck
    }
}

/// What a cell holds.
package enum CellValue: Hashable, Sendable {
    case string(String)
    /// The number, and the digits with which the file writes it (`0.1`, `1E+3`).
    case number(Double, digits: String)
    case bool(Bool)
    /// `#REF!`, `#DIV/0!` ….
    case error(String)
    /// A number that its format shows as a date or time; `serial` is the number.
    case date(DateValue, serial: Double)
    /// A formula of which the file holds no result.
    case uncomputed
}

/// A date, a time of day, both, or an elapsed time, as a cell shows it.
package enum DateValue: Hashable, Sendable {
    case date(CivilDate)
    /// Milliseconds since midnight.
    case dateTime(CivilDate, milliseconds: Int)
    case time(milliseconds: Int)
    case elapsed(milliseconds: Int)

    /// ISO 8601 as `dump` prints it: `2020-06-30`, `2020-06-30T09:30:00`, `09:30:00`, `PT26H30M`.
    package var iso: String {
        switch self {
        case .date(let date): date.description
        case .dateTime(let date, let milliseconds): "\(date)T\(Self.clock(milliseconds))"
        case .time(let milliseconds): Self.clock(milliseconds)
        case .elapsed(let milliseconds): Self.duration(milliseconds)
        }
    }

    private static func clock(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let fraction = milliseconds % 1000
        return padded(seconds / 3600, to: 2) + ":" + padded(seconds / 60 % 60, to: 2) + ":"
            + padded(seconds % 60, to: 2) + (fraction == 0 ? "" : "." + padded(fraction, to: 3))
    }

    private static func duration(_ milliseconds: Int) -> String {
        let (hours, rest) = (milliseconds / 3_600_000, milliseconds % 3_600_000)
        let (minutes, seconds, fraction) = (rest / 60_000, rest / 1000 % 60, rest % 1000)
        var text = "PT"
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        if seconds > 0 || fraction > 0 || text == "PT" {
            text += String(seconds) + (fraction == 0 ? "" : "." + padded(fraction, to: 3)) + "S"
        }
        return text
    }
}

extension CellValue {
    /// The value as text the way the sheet shows it, near enough to be quoted to its author.
    package var text: String {
        switch self {
        case .string(let string): string
        case .number(_, let digits): digits
        case .bool(let bool): bool ? "TRUE" : "FALSE"
        case .error(let error): error
        case .date(let date, _): date.iso
        case .uncomputed: ""
        }
    }
}
