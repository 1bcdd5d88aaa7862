/// What a column of a formula in SQL is on a sheet: a cell, or a value that is known already.
package enum SheetOperand: Hashable, Sendable {
    case constant(SQLValue)
    /// A cell as `D7` or `'农村'!D7`, and what the column is where the cell is empty (0, a value that is
    /// carried); `.null` for none.
    case cell(String, Kind, otherwise: SQLValue = .null)

    /// What the cell holds where it holds what it should; anything else is NULL to the formula, and for
    /// another check to complain of.
    package enum Kind: Hashable, Sendable {
        case integer, real
        /// A day as the spreadsheet counts them; in SQL an ISO text.
        case date
        case text
        /// One of some texts.
        case choice([String])
    }
}

/// Why a formula in SQL has no counterpart on a sheet.
package enum SheetFormulaError: Error, Hashable, Sendable {
    /// It is no formula of the portable subset.
    case unreadable
    /// A construct that spreadsheets lack or compute otherwise, in the formula's own words.
    case construct(String)
    /// A column of which nothing is known when the sheet is made.
    case column(String)
    case parameter(String)
    /// Longer or nested deeper than programs take.
    case tooLarge
}

/// How a formula looks up what it names.
package struct SheetContext {
    /// By table (nil for a bare name) and column; nil where it is not known.
    package var operand: (_ table: String?, _ column: String) -> SheetOperand?
    /// Without the colon.
    package var parameters: [String: SQLValue]
    /// The number of an ISO day; nil for any other text.
    package var serial: (String) -> Int?

    package init(
        parameters: [String: SQLValue], serial: @escaping (String) -> Int?,
        operand: @escaping (_ table: String?, _ column: String) -> SheetOperand?
    ) {
        self.operand = operand
        self.parameters = parameters
        self.serial = serial
    }
}
