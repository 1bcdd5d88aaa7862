package import Findings

/// A workbook to be written: plain values, encoded by `encoded()` (same draft, same bytes).
package struct WorkbookDraft: Sendable {
    package var sheets: [SheetDraft]
    /// Workbook-wide defined names, written in the order of their names.
    package var definedNames: [String: String]
    package var properties: Properties
    /// Sheets cannot be added, deleted, renamed, moved or shown; without a password.
    package var isStructureProtected = false

    /// docProps; `created` is from the data (the bulletin's date), never from a clock.
    package struct Properties: Sendable {
        package var title: String
        package var creator: String
        package var created: CivilDate?

        package init(title: String = "", creator: String = "Tongbao", created: CivilDate? = nil) {
            self.title = title
            self.creator = creator
            self.created = created
        }
    }

    package init(
        sheets: [SheetDraft], definedNames: [String: String] = [:],
        properties: Properties = Properties()
    ) {
        self.sheets = sheets
        self.definedNames = definedNames
        self.properties = properties
    }
}

/// One sheet to be written; rows from 1 downwards without gaps (an empty row has no cells).
package struct SheetDraft: Sendable {
    package var name: String
    package var isHidden = false
    package var rows: [RowDraft] = []
    package var merges: [CellRange] = []
    /// Widths of columns in characters (a Chinese character counts as two), by column counted from 1;
    /// a column without one gets a width from its content, wide characters as two, at most 60.
    package var columnWidths: [Int: Double] = [:]
    /// Rows and columns that stay in view.
    package var frozenRows = 0
    package var frozenColumns = 0
    package var print = PrintSetup()
    package var validations: [ValidationDraft] = []
    package var hyperlinks: [CellReference: HyperlinkDraft] = [:]
    /// Notes that pop up on cells, by cell.
    package var notes: [CellReference: String] = [:]
    /// Locked cells cannot be changed.
    package var isProtected = false
    /// What may be done all the same while it is protected.
    package var allowances = SheetAllowances.default
    package var conditionalFormats: [ConditionalFormatDraft] = []
    /// A table whose first row gets arrows to filter by; nil for none.
    package var filter: CellRange?
    package var charts: [ChartDraft] = []
    /// `RRGGBB`; nil leaves the sheet's tab as it is.
    package var tabColor: String?

    package init(name: String) {
        self.name = name
    }

    /// A4, fitted to one page's width, page numbers at the foot.
    package struct PrintSetup: Sendable {
        package var isLandscape = true
        /// Fitted to one page's height as well: what is longer is printed smaller.
        package var isOnePage = false
        /// Rows repeated at the head of each page (`1...3`); nil for none.
        package var titleRows: ClosedRange<Int>?
        /// Columns repeated at the left of each page (`1...2`); nil for none.
        package var titleColumns: ClosedRange<Int>?
        package var area: CellRange?
        /// In the middle between left and right.
        package var isCentered = true
        /// Text in the middle of the head, written like `footer`; empty for none.
        package var header = ""
        /// Text in the middle of the foot; `&P` and `&N` are the page and the number of pages.
        package var footer = "第 &P 页，共 &N 页"

        package init() {}
    }
}

package struct RowDraft: Sendable {
    /// From column A; nil for a blank cell without style.
    package var cells: [CellDraft?]
    /// In points; nil leaves it to the program (wrapped Chinese text wants a height).
    package var height: Double?
    package var isHidden = false

    package init(_ cells: [CellDraft?] = [], height: Double? = nil) {
        self.cells = cells
        self.height = height
    }
}

package struct CellDraft: Sendable, Hashable {
    package var content: Content
    package var style: CellStyle

    package enum Content: Sendable, Hashable {
        case blank
        case string(String)
        case integer(Int)
        /// Written with the shortest digits that read back as the same number.
        case decimal(Double)
        /// Written with these digits, which are a JSON number (`-12.50`).
        case digits(String)
        case date(CivilDate)
        case bool(Bool)
        /// `#N/A`, `#REF!` and the other errors of formulas; what is none of them is written as text.
        case error(String)
        /// The formula without `=`, and its result; a blank one is left to whoever opens the file.
        indirect case formula(String, result: Content)
    }

    package init(_ content: Content, style: CellStyle = CellStyle()) {
        self.content = content
        self.style = style
    }

    package init(_ text: String, style: CellStyle = CellStyle()) {
        self.init(.string(text), style: style)
    }
}

/// How a cell looks; equal styles share one entry of the styles part.
package struct CellStyle: Sendable, Hashable {
    package var fontName = "宋体"
    package var fontSize = 11.0
    package var isBold = false
    /// `RRGGBB`; nil is automatic.
    package var fontColor: String?
    /// `RRGGBB` of a solid fill; nil for none.
    package var fill: String?
    package var hasBorder = false
    package var horizontal: Horizontal = .general
    package var vertical: Vertical = .center
    package var wraps = false
    /// The code as in a number format box: `0.00`, `0.0%`, `yyyy-mm-dd`, `@`; nil is General.
    package var numberFormat: String?
    package var isLocked = true

    package enum Horizontal: String, Sendable { case general, left, center, right }
    package enum Vertical: String, Sendable { case top, center, bottom }

    package init() {}
}
