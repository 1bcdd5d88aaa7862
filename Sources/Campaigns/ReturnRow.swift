package import Findings
package import Formulas

/// One row of a return as it was understood: typed values, and where each of them stands.
///
/// `Returns` makes it, `Ledgers` keeps it, `Checks` reads it back.
package struct ReturnRow: Hashable, Sendable {
    /// The row's number on its sheet (for a CSV the record's ordinal), counted from 1.
    package var number: Int
    /// For a CSV: the line on which the record starts.
    package var line: Int?
    /// The roster entry; nil where the form has no sector or the entry was not recognised.
    package var subject: String?
    /// Typed values by field; a field that was left blank is not there.
    package var values: FieldValues
    /// What was changed on the way from the cell's text to the value.
    package var changes: [ValueChange]
    /// The texts of cells that could not be read, by field, for the checks that follow the reading; no
    /// store keeps them.
    package var unread: [String: String]

    package init(
        number: Int, line: Int? = nil, subject: String? = nil,
        values: FieldValues = [:], changes: [ValueChange] = [],
        unread: [String: String] = [:]
    ) {
        self.number = number
        self.line = line
        self.subject = subject
        self.values = values
        self.changes = changes
        self.unread = unread
    }
}

/// What a cell of a return means.
package enum FieldValue: Hashable, Sendable {
    case integer(Int)
    case real(Double)
    /// Also dates (ISO) and enumerations (the canonical value).
    case text(String)
    /// 不适用, said explicitly: NULL in formulas, and it stops a carry.
    case notApplicable

    package var sql: SQLValue {
        switch self {
        case .integer(let integer): .integer(integer)
        case .real(let real): .real(real)
        case .text(let text): .text(text)
        case .notApplicable: .null
        }
    }
}

extension FieldValue: CustomStringConvertible {
    /// The value as a person reads it.
    package var description: String { self == .notApplicable ? "不适用" : sql.description }
}

/// One normalisation: the cell's text, what it was read as, and why.
package struct ValueChange: Hashable, Sendable {
    package var field: String
    package var raw: String
    package var value: String
    package var reason: Reason

    /// Why a text was read as another.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case fullWidth = "full_width"
        case separators
        case unitSuffix = "unit_suffix"
        case unitConversion = "unit_conversion"
        case chineseNumeral = "chinese_numeral"
        case percentSign = "percent_sign"
        case dateStyle = "date_style"
        case spelling
        case name
        case blankWord = "blank_word"
        case ditto
        case mergedDown = "merged_down"
        case whitespace
        case textNumber = "text_number"
    }

    package init(field: String, raw: String, value: String, reason: Reason) {
        self.field = field
        self.raw = raw
        self.value = value
        self.reason = reason
    }
}

/// Where the columns of a return stand, so that every value of it has a place.
package struct ReturnPlaces: Hashable, Sendable {
    /// The path below the Inbox.
    package var file: String
    package var sheet: String?
    /// Column by field, counted from 1.
    package var columns: [String: Int]
    /// The row of the column heads, for findings about a whole column.
    package var headerRow: Int
    package var isCSV: Bool

    package init(
        file: String, sheet: String?, columns: [String: Int], headerRow: Int, isCSV: Bool
    ) {
        self.file = file
        self.sheet = sheet
        self.columns = columns
        self.headerRow = headerRow
        self.isCSV = isCSV
    }

    /// The cells of some fields in a row; for a CSV the line as well.
    ///
    /// Fields without a column are left
    /// out; with none left, the row's subject column stands for the row.
    package func place(of fields: [String], in row: ReturnRow) -> Place {
        var columns = fields.compactMap { self.columns[$0] }.sorted()
        if columns.isEmpty { columns = (self.columns.values.min().map { [$0] }) ?? [] }
        return Place(
            file: file, sheet: isCSV ? nil : sheet,
            cells: columns.map { CellReference(row: row.number, column: $0) }, line: row.line)
    }

    /// The column heads of some fields.
    package func headPlace(of fields: [String]) -> Place {
        Place(
            file: file, sheet: isCSV ? nil : sheet,
            cells: fields.compactMap { columns[$0] }.sorted()
                .map { CellReference(row: headerRow, column: $0) })
    }
}
