/// A style that a stream was told of, by which its cells name it.
package struct StyleNumber: Hashable, Sendable {
    let number: Int

    /// Cells that say nothing of how they look: the default font, no borders.
    package static let none = StyleNumber(number: 0)
}

/// The styles of a workbook, each once, numbered as they come (ECMA-376 Part 1, 18.8).
struct StyleTable {
    /// All that makes a cell's `xf`.
    private struct Key: Hashable {
        var style: CellStyle
        /// Keeps text that begins like a formula a text when its cell is edited.
        var quotesPrefix = false
    }

    /// What a style becomes by what its cell holds.
    enum Variant: Int {
        case plain
        /// A text that looks like a formula.
        case quoted
        /// A date, which needs a format of its own where the style has none.
        case dated
    }

    private var numbers: [CellStyle: Int] = [:]
    /// Style 0 is `StyleNumber.none`.
    private var styles: [CellStyle]
    /// The `xf` of every variant of every style, `unmade` until it is used.
    private var made: [Int] = []
    private var recent: (style: CellStyle, number: StyleNumber)?

    private var indices: [Key: Int] = [:]
    private var formats: [String: Int] = [:]
    private var formatCodes: [String] = []
    private var fonts: [Font]
    private var fills: [String] = []
    private var cells: [String] = []
    var differentials = DifferentialTable()

    private static let variants = 3
    private static let unmade = -1
    /// What a date wears that has no format of its own.
    private static let dateFormat = "yyyy-mm-dd"

    private struct Font: Hashable {
        var name: String
        var size: Double
        var isBold: Bool
        var color: String?

        init(_ style: CellStyle) {
            name = style.fontName
            size = style.fontSize
            isBold = style.isBold
            color = style.fontColor.flatMap(opaqueColor)
        }
    }

    /// Format codes that have a number without being defined (18.8.30).
    private static let builtIn = [
        "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49,
    ]

    init() {
        var none = CellStyle()
        none.vertical = .bottom
        styles = [none]
        fonts = [Font(none)]
        made = [0, Self.unmade, Self.unmade]
    }

    /// The number of a style, new or not.
    mutating func number(of style: CellStyle) -> StyleNumber {
        // Cells of one style stand side by side.
        if let recent, recent.style == style { return recent.number }
        let number = numbers[style] ?? styles.count
        if number == styles.count {
            numbers[style] = number
            styles.append(style)
            for _ in 0..<Self.variants { made.append(Self.unmade) }
        }
        recent = (style, StyleNumber(number: number))
        return StyleNumber(number: number)
    }

    /// The position of a style's `xf`, which is made at its first use.
    @inline(__always)
    mutating func format(of style: StyleNumber, _ variant: Variant) -> Int {
        let place = style.number * Self.variants + variant.rawValue
        let index = made[place]
        return index >= 0 ? index : make(style, variant, at: place)
    }

    private mutating func make(_ style: StyleNumber, _ variant: Variant, at place: Int) -> Int {
        var key = Key(style: styles[style.number], quotesPrefix: variant == .quoted)
        if variant == .dated, key.style.numberFormat == nil {
            key.style.numberFormat = Self.dateFormat
        }
        let index = indices[key] ?? cells.count + 1
        if index > cells.count {
            indices[key] = index
            cells.append(format(key))
        }
        made[place] = index
        return index
    }

    /// Excel opens no more than 64,000 (ECMA-376 leaves it open).
    var isOverfull: Bool { cells.count >= 64_000 }

    private mutating func format(_ key: Key) -> String {
        let style = key.style
        var text = XMLText(isPiece: true)
        let hasAlignment = style.horizontal != .general || style.vertical != .bottom || style.wraps
        let numberFormat = formatNumber(style.numberFormat)
        let fill = fillNumber(style.fill)
        text.open(
            "xf",
            [
                "numFmtId": "\(numberFormat)", "fontId": "\(fontNumber(Font(style)))",
                "fillId": "\(fill)", "borderId": style.hasBorder ? "1" : "0", "xfId": "0",
                "quotePrefix": key.quotesPrefix ? "1" : nil,
                "applyNumberFormat": numberFormat == 0 ? nil : "1", "applyFont": "1",
                "applyFill": fill == 0 ? nil : "1", "applyBorder": style.hasBorder ? "1" : nil,
                "applyAlignment": hasAlignment ? "1" : nil,
                "applyProtection": style.isLocked ? nil : "1",
            ])
        if hasAlignment {
            text.empty(
                "alignment",
                [
                    "horizontal": style.horizontal == .general ? nil : style.horizontal.rawValue,
                    "vertical": style.vertical == .bottom ? nil : style.vertical.rawValue,
                    "wrapText": style.wraps ? "1" : nil,
                ])
        }
        if !style.isLocked { text.empty("protection", ["locked": "0"]) }
        text.close("xf")
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private mutating func formatNumber(_ code: String?) -> Int {
        guard let code, code != "General" else { return 0 }
        if let number = Self.builtIn[code] ?? formats[code] { return number }
        let number = 164 + formatCodes.count
        formats[code] = number
        formatCodes.append(code)
        return number
    }

    private mutating func fontNumber(_ font: Font) -> Int {
        if let index = fonts.firstIndex(of: font) { return index }
        fonts.append(font)
        return fonts.count - 1
    }

    /// Fills 0 and 1 are reserved for none and a grey pattern.
    private mutating func fillNumber(_ color: String?) -> Int {
        guard let color = color.flatMap(opaqueColor) else { return 0 }
        if let index = fills.firstIndex(of: color) { return index + 2 }
        fills.append(color)
        return fills.count + 1
    }
}

extension StyleTable {
    /// The styles part.
    func part() -> [UInt8] {
        var text = XMLText()
        text.open("styleSheet", ["xmlns": OfficeNames.spreadsheet])
        if !formatCodes.isEmpty {
            text.open("numFmts", ["count": "\(formatCodes.count)"])
            for (index, code) in formatCodes.enumerated() {
                text.empty("numFmt", ["numFmtId": "\(164 + index)", "formatCode": code])
            }
            text.close("numFmts")
        }
        writeFonts(to: &text)
        text.open("fills", ["count": "\(fills.count + 2)"])
        text.raw("<fill><patternFill patternType=\"none\"/></fill>")
        text.raw("<fill><patternFill patternType=\"gray125\"/></fill>")
        for color in fills {
            text.raw("<fill><patternFill patternType=\"solid\">")
            text.empty("fgColor", ["rgb": color])
            text.raw("<bgColor indexed=\"64\"/></patternFill></fill>")
        }
        text.close("fills")
        text.raw("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>")
        text.raw("<border>")
        for side in ["left", "right", "top", "bottom"] {
            text.raw("<\(side) style=\"thin\"><color auto=\"1\"/></\(side)>")
        }
        text.raw("<diagonal/></border></borders>")
        text.raw("<cellStyleXfs count=\"1\">")
        text.raw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        text.open("cellXfs", ["count": "\(cells.count + 1)"])
        text.raw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
        cells.forEach { text.raw($0) }
        text.close("cellXfs")
        text.raw("<cellStyles count=\"1\">")
        text.raw("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
        differentials.write(to: &text)
        text.close("styleSheet")
        return text.bytes
    }

    private func writeFonts(to text: inout XMLText) {
        text.open("fonts", ["count": "\(fonts.count)"])
        for font in fonts {
            text.open("font")
            if font.isBold { text.empty("b") }
            text.empty("sz", ["val": shortestDigits(min(409, max(1, font.size)))])
            if let color = font.color { text.empty("color", ["rgb": color]) }
            text.empty("name", ["val": font.name])
            // 134 is GB 2312: programs then pick a Chinese font even where this one is missing.
            if font.name.utf8.contains(where: { $0 >= 0x80 }) {
                text.empty("charset", ["val": "134"])
            }
            text.close("font")
        }
        text.close("fonts")
    }
}

/// `RRGGBB` as the opaque `AARRGGBB`; nil where it is none.
func opaqueColor(_ text: String) -> String? {
    hexNumber(text.utf8, digits: 6) == nil ? nil : "FF" + text.uppercased()
}
