/// How a cell is to look other than it does; what is nil stays.
package struct StyleChange: Hashable, Sendable {
    package var fill: Fill?
    /// `RRGGBB`.
    package var fontColor: String?
    package var isBold: Bool?
    /// The code as in a number format box: `0.00`, `yyyy-mm-dd`, `General`.
    package var numberFormat: String?
    /// Thin lines on all four sides, or none.
    package var hasBorder: Bool?
    package var wraps: Bool?
    /// Keeps text that begins like a formula a text when its cell is edited.
    var quotesPrefix: Bool?

    package enum Fill: Hashable, Sendable {
        case none
        /// One colour, `RRGGBB`.
        case solid(String)
        /// As a cell had it.
        case former(CellFill)
    }

    /// Changes nothing.
    package init() {}

    /// A fill of one colour, `RRGGBB`.
    package static func fill(_ color: String) -> StyleChange {
        var change = StyleChange()
        change.fill = .solid(color)
        return change
    }

    var isEmpty: Bool { self == StyleChange() }

    /// Takes in a later change.
    mutating func merge(_ later: StyleChange) {
        fill = later.fill ?? fill
        fontColor = later.fontColor ?? fontColor
        isBold = later.isBold ?? isBold
        numberFormat = later.numberFormat ?? numberFormat
        hasBorder = later.hasBorder ?? hasBorder
        wraps = later.wraps ?? wraps
        quotesPrefix = later.quotesPrefix ?? quotesPrefix
    }
}
