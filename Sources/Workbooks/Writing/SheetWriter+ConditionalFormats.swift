import Findings

/// Formats that depend on what a cell holds (ECMA-376 Part 1, 18.3.1.18 and 18.3.1.10).
extension SheetWriter {
    func writeConditionalFormats(to text: inout XMLText, styles: inout StyleTable) {
        // The first rule wins where two say something of the same cell.
        for (index, format) in sheet.conditionalFormats.enumerated() where !format.ranges.isEmpty {
            text.open(
                "conditionalFormatting",
                ["sqref": format.ranges.map(\.description).joined(separator: " ")])
            let (type, comparison, formulas) = Self.parts(of: format.rule)
            text.open(
                "cfRule",
                [
                    "type": type,
                    "dxfId": format.rule.isGraded
                        ? nil : "\(styles.differentials.index(of: format.change))",
                    "priority": "\(index + 1)", "stopIfTrue": format.stopsIfTrue ? "1" : nil,
                    "operator": comparison,
                ])
            for formula in formulas { text.element("formula", text: formula) }
            switch format.rule {
            case .colorScale(let low, let middle, let high):
                Self.writeScale([low, middle, high].compactMap(\.self), to: &text)
            case .dataBar(let color): Self.writeBar(color, to: &text)
            case .comparison, .between, .outside, .expression: break
            }
            text.close("cfRule")
            text.close("conditionalFormatting")
        }
    }

    private static func parts(
        of rule: ConditionalFormatDraft.Rule
    ) -> (type: String, comparison: String?, formulas: [String]) {
        switch rule {
        case .comparison(let comparison, let operand):
            ("cellIs", comparison.rawValue, [operand.formula])
        case .between(let low, let high): ("cellIs", "between", [low.formula, high.formula])
        case .outside(let low, let high): ("cellIs", "notBetween", [low.formula, high.formula])
        case .expression(let formula): ("expression", nil, [formula])
        case .colorScale: ("colorScale", nil, [])
        case .dataBar: ("dataBar", nil, [])
        }
    }

    private static func writeScale(
        _ stops: [ConditionalFormatDraft.ColorStop], to text: inout XMLText
    ) {
        text.open("colorScale")
        for stop in stops {
            let (type, value) = stop.position.parts
            text.empty("cfvo", ["type": type, "val": value])
        }
        for stop in stops { text.empty("color", ["rgb": opaqueColor(stop.color) ?? "FFFFFFFF"]) }
        text.close("colorScale")
    }

    private static func writeBar(_ color: String, to text: inout XMLText) {
        text.raw("<dataBar><cfvo type=\"min\"/><cfvo type=\"max\"/>")
        text.empty("color", ["rgb": opaqueColor(color) ?? "FF638EC6"])
        text.close("dataBar")
    }
}

extension ConditionalFormatDraft.Rule {
    /// It colours by rank and has no format of its own.
    fileprivate var isGraded: Bool {
        switch self {
        case .colorScale, .dataBar: true
        case .comparison, .between, .outside, .expression: false
        }
    }
}

extension ConditionalFormatDraft.Operand {
    fileprivate var formula: String {
        switch self {
        case .number(let number): number.isFinite ? shortestDigits(number) : "#NUM!"
        case .text(let text):
            "\""
                + text.split(
                    separator: "\"", omittingEmptySubsequences: false
                ).joined(separator: "\"\"") + "\""
        case .formula(let formula): formula
        }
    }
}

extension ConditionalFormatDraft.Position {
    fileprivate var parts: (type: String, value: String?) {
        switch self {
        case .minimum: ("min", nil)
        case .maximum: ("max", nil)
        case .number(let number): ("num", shortestDigits(number))
        case .percent(let number): ("percent", shortestDigits(number))
        case .percentile(let number): ("percentile", shortestDigits(number))
        }
    }
}
