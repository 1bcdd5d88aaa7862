package import Findings

/// A drop-down or a limit over some cells.
package struct ValidationDraft: Sendable {
    package var ranges: [CellRange]
    package var rule: Rule
    /// Shown where the rule is broken, at most 255 characters; empty leaves it to the program.
    package var errorText: String
    /// Shown while the cell is selected, at most 32 and 255 characters; empty for none.
    package var promptTitle = ""
    package var prompt = ""
    package var strictness = Strictness.stop

    /// What may be typed; both ends of limits belong to them.
    package enum Rule: Sendable {
        /// Over 255 characters, or an item with a comma: written to a hidden sheet.
        case list([String])
        case integer(minimum: Int, maximum: Int)
        case decimal(minimum: Double, maximum: Double)
        case date(first: CivilDate, last: CivilDate)
        /// In characters.
        case textLength(minimum: Int, maximum: Int)
        /// A formula without `=` that must be true, relative to the first cell of the ranges.
        case formula(String)
        /// Anything: for a prompt alone.
        case anything
    }

    /// What becomes of an entry that breaks the rule (ECMA-376 Part 1, 18.18.18).
    package enum Strictness: String, Sendable {
        /// It is refused.
        case stop
        /// It is taken after a question, or after a remark.
        case warning, information
    }

    package init(ranges: [CellRange], rule: Rule, errorText: String = "") {
        self.ranges = ranges
        self.rule = rule
        self.errorText = errorText
    }
}

/// Where a cell's link leads.
package enum HyperlinkDraft: Sendable, Hashable {
    /// A place in this workbook: `'农村'!C7`.
    case location(String)
    case external(String)
}
