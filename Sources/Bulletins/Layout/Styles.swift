import Assessments
import Findings
import Workbooks

/// The looks of everything that is printed; fonts that every Chinese Windows has.
enum Styles {
    static func make(
        _ font: String = "宋体", _ size: Double = 10.5, bold: Bool = false,
        align: CellStyle.Horizontal = .left, wraps: Bool = true, border: Bool = false,
        fill: String? = nil
    ) -> CellStyle {
        var style = CellStyle()
        style.fontName = font
        style.fontSize = size
        style.isBold = bold
        style.horizontal = align
        style.wraps = wraps
        style.hasBorder = border
        style.fill = fill
        return style
    }

    /// Titles above tables, 小二.
    static let tableTitle = make("黑体", 18, align: .center)
    static let subtitle = make("楷体", 10.5)
    static let head = make("黑体", 10.5, align: .center, border: true, fill: Palette.head)
    static let band = make("黑体", 11, wraps: false, border: true, fill: Palette.band)
    static let note = make("楷体", 10)

    static func cell(
        align: CellStyle.Horizontal, wraps: Bool = true, fill: String? = nil,
        bold: Bool = false, format: String? = nil, size: Double = 10.5
    ) -> CellStyle {
        var style = make(
            "宋体", size, bold: bold, align: align, wraps: wraps, border: true, fill: fill)
        style.numberFormat = format
        return style
    }
}

/// Colours that stay apart on a projector and on a black-and-white copy.
enum Palette {
    static let head = "D9E1F2"
    static let band = "EDEDED"
    static let top = "FFF2CC"
    static let bottom = "D9D9D9"
    static let error = "FFC7CE"
    static let query = "FFEB9C"
    /// What a returned sheet is marked with.
    static let marks: Set<String> = [error, query]

    static func light(_ light: Light?) -> String? {
        switch light {
        case .green: "C6E0B4"
        case .yellow: "FFE699"
        case .red: "F4B0A0"
        case nil: nil
        }
    }

    static func severity(_ severity: Severity) -> String? {
        switch severity {
        case .error: error
        case .query: query
        case .suspicion, .note: nil
        }
    }
}
