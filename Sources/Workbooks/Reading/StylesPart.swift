/// Reads of the styles part what decides how a cell is meant (ECMA-376 Part 1, 18.8).
///
/// That is the number formats of `cellXfs`, and which of them strike their cells out; fills and borders are
/// passed over.
final class StylesPart: XMLHandler {
    /// By the index that cells give as `s`.
    private(set) var formats: [NumberFormat] = []
    /// The indices in `formats` whose font is struck out; nearly always none.
    private(set) var struck: Set<Int> = []
    private let limits: WorkbookLimits
    private var struckFonts: Set<Int> = []
    /// How many `font` elements have begun.
    private var fonts = 0
    private var isInFonts = false
    /// What the workbook defines itself goes before the built-in meaning, whatever the id.
    private var defined: [Int: NumberFormat] = [:]
    private var isInCellFormats = false

    init(limits: WorkbookLimits) { self.limits = limits }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        switch name {
        case "numFmt":
            guard let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode")
            else { return }
            guard defined.count < limits.styles else { throw .limit("格式太多", "too many formats") }
            defined[id] = NumberFormat(code: EscapedText.decoded(code.utf8))
        case "fonts": isInFonts = true
        case "font" where isInFonts: fonts += 1
        case "strike" where isInFonts && attributes.isOn: struckFonts.insert(fonts - 1)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            guard formats.count < limits.styles else { throw .limit("样式太多", "too many styles") }
            if !struckFonts.isEmpty, struckFonts.contains(attributes.integer("fontId") ?? 0) {
                struck.insert(formats.count)
            }
            let id = attributes.integer("numFmtId") ?? 0
            formats.append(defined[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        switch name {
        case "fonts": isInFonts = false
        case "cellXfs": isInCellFormats = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
