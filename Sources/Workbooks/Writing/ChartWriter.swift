import Findings

/// Writes one chart part (ECMA-376 Part 1, 21.2): the series with copies of their cells, and
/// everything said that programs understand differently where it is left out.
struct ChartWriter {
    let chart: ChartDraft
    /// The name under which a source's sheet was written.
    let sheetName: (ChartDraft.Source) -> String

    private static let font = "宋体"
    private static let colors = [
        "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "264478", "9E480E",
    ]
    private static let axes = (category: "111111111", value: "222222222")

    func part() -> [UInt8] {
        var text = XMLText()
        text.open(
            "c:chartSpace",
            [
                "xmlns:c": OfficeNames.chart, "xmlns:a": OfficeNames.drawing,
                "xmlns:r": OfficeNames.relationships,
            ])
        text.raw("<c:date1904 val=\"0\"/><c:lang val=\"zh-CN\"/><c:roundedCorners val=\"0\"/>")
        text.open("c:chart")
        if !chart.title.isEmpty { writeTitle(chart.title, size: 1400, to: &text) }
        text.empty("c:autoTitleDeleted", ["val": chart.title.isEmpty ? "1" : "0"])
        text.raw("<c:plotArea><c:layout/>")
        writePlot(to: &text)
        writeCategoryAxis(to: &text)
        writeValueAxis(to: &text)
        text.close("c:plotArea")
        if chart.legend != .none {
            text.open("c:legend")
            text.empty("c:legendPos", ["val": chart.legend.rawValue])
            text.raw("<c:overlay val=\"0\"/></c:legend>")
        }
        text.raw("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>")
        text.raw("<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1000\">")
        writeTypefaces(to: &text)
        text.raw("</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>")
        text.close("c:chartSpace")
        return text.bytes
    }

    private var isLine: Bool { chart.kind == .lines }

    private func writePlot(to text: inout XMLText) {
        let element = isLine ? "c:lineChart" : "c:barChart"
        text.open(element)
        if !isLine { text.empty("c:barDir", ["val": chart.kind == .bars ? "bar" : "col"]) }
        let isStacked = chart.kind == .stackedColumns
        text.empty(
            "c:grouping", ["val": isLine ? "standard" : isStacked ? "stacked" : "clustered"])
        text.raw("<c:varyColors val=\"0\"/>")
        for (index, series) in chart.series.enumerated() { write(series, at: index, to: &text) }
        if chart.showsValues { writeLabels(to: &text) }
        if isLine {
            text.raw("<c:marker val=\"1\"/>")
        } else {
            text.raw("<c:gapWidth val=\"80\"/>")
            if isStacked { text.raw("<c:overlap val=\"100\"/>") }
        }
        text.empty("c:axId", ["val": Self.axes.category])
        text.empty("c:axId", ["val": Self.axes.value])
        text.close(element)
    }

    private func write(_ series: ChartDraft.Series, at index: Int, to text: inout XMLText) {
        let color =
            series.color.flatMap(opaqueColor).map { String($0.dropFirst(2)) }
            ?? Self.colors[index % Self.colors.count]
        let fill = "<a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill>"
        text.open("c:ser")
        text.empty("c:idx", ["val": "\(index)"])
        text.empty("c:order", ["val": "\(index)"])
        text.open("c:tx")
        text.element("c:v", text: series.name)
        text.close("c:tx")
        if isLine {
            text.raw("<c:spPr><a:ln w=\"28575\" cap=\"rnd\">\(fill)<a:round/></a:ln></c:spPr>")
            text.raw("<c:marker><c:symbol val=\"circle\"/><c:size val=\"5\"/>")
            text.raw("<c:spPr>\(fill)<a:ln w=\"9525\">\(fill)</a:ln></c:spPr></c:marker>")
        } else {
            text.raw("<c:spPr>\(fill)</c:spPr><c:invertIfNegative val=\"0\"/>")
        }
        text.open("c:cat")
        writeTexts(series.categories, to: &text)
        text.close("c:cat")
        text.open("c:val")
        writeNumbers(series.values, to: &text)
        text.close("c:val")
        if isLine { text.raw("<c:smooth val=\"0\"/>") }
        text.close("c:ser")
    }

    private func writeTexts(_ source: ChartDraft.Source, to text: inout XMLText) {
        text.open("c:strRef")
        text.element("c:f", text: source.formula(sheet: sheetName(source)))
        if let contents = source.contents {
            text.open("c:strCache")
            text.empty("c:ptCount", ["val": "\(contents.count)"])
            for (index, content) in contents.enumerated() {
                let shown = content.shownText(format: nil)
                if shown.isEmpty { continue }
                text.open("c:pt", ["idx": "\(index)"])
                text.element("c:v", text: shown)
                text.close("c:pt")
            }
            text.close("c:strCache")
        }
        text.close("c:strRef")
    }

    private func writeNumbers(_ source: ChartDraft.Source, to text: inout XMLText) {
        text.open("c:numRef")
        text.element("c:f", text: source.formula(sheet: sheetName(source)))
        if let contents = source.contents {
            text.raw("<c:numCache><c:formatCode>General</c:formatCode>")
            text.empty("c:ptCount", ["val": "\(contents.count)"])
            for (index, content) in contents.enumerated() {
                guard let number = content.number else { continue }
                text.open("c:pt", ["idx": "\(index)"])
                text.element("c:v", text: number)
                text.close("c:pt")
            }
            text.close("c:numCache")
        }
        text.close("c:numRef")
    }

    private func writeLabels(to text: inout XMLText) {
        text.raw("<c:dLbls><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>")
        text.raw("<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>")
        text.raw("<c:showBubbleSize val=\"0\"/></c:dLbls>")
    }

    private func writeCategoryAxis(to text: inout XMLText) {
        let isLying = chart.kind == .bars
        text.open("c:catAx")
        text.empty("c:axId", ["val": Self.axes.category])
        text.open("c:scaling")
        // Lying bars are read from the top, as the table is.
        text.empty("c:orientation", ["val": isLying ? "maxMin" : "minMax"])
        text.close("c:scaling")
        text.raw("<c:delete val=\"0\"/>")
        text.empty("c:axPos", ["val": isLying ? "l" : "b"])
        if !chart.categoryTitle.isEmpty {
            writeTitle(chart.categoryTitle, size: 1000, isUpright: isLying, to: &text)
        }
        text.raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>")
        text.raw("<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>")
        text.raw("<c:tickLblPos val=\"low\"/>")
        text.empty("c:crossAx", ["val": Self.axes.value])
        text.raw("<c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>")
        text.raw("<c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/>")
        text.close("c:catAx")
    }

    private func writeValueAxis(to text: inout XMLText) {
        let isLying = chart.kind == .bars
        text.open("c:valAx")
        text.empty("c:axId", ["val": Self.axes.value])
        text.raw("<c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>")
        text.empty("c:axPos", ["val": isLying ? "b" : "l"])
        text.raw("<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill>")
        text.raw("<a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>")
        if !chart.valueTitle.isEmpty {
            writeTitle(chart.valueTitle, size: 1000, isUpright: !isLying, to: &text)
        }
        text.raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>")
        text.raw("<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>")
        text.raw("<c:tickLblPos val=\"nextTo\"/>")
        text.empty("c:crossAx", ["val": Self.axes.category])
        // Where the categories go from the top, zero is at the bottom only if the axis crosses last.
        text.empty("c:crosses", ["val": isLying ? "max" : "autoZero"])
        text.raw("<c:crossBetween val=\"between\"/>")
        text.close("c:valAx")
    }

    /// A title; beside an upright axis Chinese stands character under character.
    private func writeTitle(
        _ title: String, size: Int, isUpright: Bool = false, to text: inout XMLText
    ) {
        text.raw("<c:title><c:tx><c:rich>")
        text.raw(isUpright ? "<a:bodyPr rot=\"0\" vert=\"eaVert\"/>" : "<a:bodyPr/>")
        text.raw("<a:lstStyle/><a:p><a:pPr>")
        text.raw("<a:defRPr sz=\"\(size)\" b=\"1\"/></a:pPr><a:r>")
        text.raw("<a:rPr lang=\"zh-CN\" sz=\"\(size)\" b=\"1\">")
        writeTypefaces(to: &text)
        text.raw("</a:rPr>")
        text.element("a:t", text: title)
        text.raw("</a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>")
    }

    private func writeTypefaces(to text: inout XMLText) {
        text.empty("a:latin", ["typeface": Self.font])
        text.empty("a:ea", ["typeface": Self.font])
    }
}

extension CellDraft.Content {
    /// The digits of a number, as a chart draws it; nil for anything else.
    fileprivate var number: String? {
        switch self {
        case .integer(let number): String(number)
        case .decimal(let number): number.isFinite ? shortestDigits(number) : nil
        case .digits(let digits): NumberDigits.isNumber(digits.utf8.span) ? digits : nil
        case .date(let date): String(max(0, DateSerial.serial(of: date)))
        case .formula(_, let result): result.number
        case .blank, .string, .bool, .error: nil
        }
    }
}
