package import Findings

/// A format that cells wear while something holds of them.
package struct ConditionalFormatDraft: Sendable {
    package var ranges: [CellRange]
    package var rule: Rule
    /// What changes about the cell; colour scales and bars bring their own.
    package var change: FormatChange
    /// Later formats of the sheet are not looked at where this one holds.
    package var stopsIfTrue = false

    /// What must hold; formulas are without `=`, relative to the first cell of the ranges.
    package enum Rule: Sendable {
        case comparison(Comparison, Operand)
        /// Both ends belong to it.
        case between(Operand, Operand)
        /// Neither end belongs to it.
        case outside(Operand, Operand)
        case expression(String)
        /// Colours between two or three stops.
        case colorScale(low: ColorStop, middle: ColorStop? = nil, high: ColorStop)
        /// A bar in the cell, from the least to the greatest number; the colour is `RRGGBB`.
        case dataBar(color: String)
    }

    /// How the cell compares with a value (ECMA-376 Part 1, 18.18.15).
    package enum Comparison: String, Sendable {
        case equal, notEqual, lessThan, lessThanOrEqual, greaterThan, greaterThanOrEqual
    }

    /// What a cell is compared with.
    package enum Operand: Sendable {
        case number(Double)
        case text(String)
        case formula(String)
    }

    /// One colour of a scale and where it is reached.
    package struct ColorStop: Sendable {
        package var position: Position
        /// `RRGGBB`.
        package var color: String

        package init(_ position: Position, color: String) {
            self.position = position
            self.color = color
        }
    }

    /// A place among the numbers of the ranges.
    package enum Position: Sendable {
        case minimum, maximum
        case number(Double)
        /// From 0 to 100, of the way from the least to the greatest.
        case percent(Double)
        /// From 0 to 100, of the numbers in order.
        case percentile(Double)
    }

    package init(ranges: [CellRange], rule: Rule, change: FormatChange = FormatChange()) {
        self.ranges = ranges
        self.rule = rule
        self.change = change
    }
}

/// What a conditional format changes about a cell; equal changes share one entry of the styles part.
package struct FormatChange: Sendable, Hashable {
    package var isBold = false
    /// `RRGGBB`; nil leaves the cell's own.
    package var fontColor: String?
    /// `RRGGBB`; nil leaves the cell's own.
    package var fill: String?

    package init(fontColor: String? = nil, fill: String? = nil, isBold: Bool = false) {
        self.fontColor = fontColor
        self.fill = fill
        self.isBold = isBold
    }
}
