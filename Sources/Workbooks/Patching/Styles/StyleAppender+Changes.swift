extension StyleAppender {
    /// Makes a change in a format; what it needs of fonts and fills is added.
    mutating func apply(
        _ change: StyleChange, to format: inout CellFormat
    ) throws(WorkbookError) {
        switch change.fill {
        case .solid(let color):
            guard let color = Self.color(color) else { break }
            format["fillId"] = fill(
                Array(
                    ("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(color)\"/>"
                        + "<bgColor indexed=\"64\"/></patternFill></fill>").utf8))
            format.set("applyFill", to: "1")
        case .former(let fill):
            format["fillId"] = self.fill(fill.element)
            format.set("applyFill", to: "1")
        case .some(.none):
            format["fillId"] = 0
            format.set("applyFill", to: "1")
        case nil: break
        }
        if change.fontColor != nil || change.isBold != nil {
            format["fontId"] = try font(format["fontId"], change)
            format.set("applyFont", to: "1")
        }
        if let code = change.numberFormat {
            format["numFmtId"] = numberFormat(code)
            format.set("applyNumberFormat", to: "1")
        }
        if let hasBorder = change.hasBorder {
            let sides = ["left", "right", "top", "bottom"].map {
                "<\($0) style=\"thin\"><color auto=\"1\"/></\($0)>"
            }
            format["borderId"] =
                hasBorder
                ? border(Array("<border>\(sides.joined())<diagonal/></border>".utf8)) : 0
            format.set("applyBorder", to: "1")
        }
        if let wraps = change.wraps { try format.setWrap(wraps, prefix: prefix) }
        switch change.quotesPrefix {
        case true?: format.set("quotePrefix", to: "1")
        case false?: format.remove("quotePrefix")
        case nil: break
        }
    }

    /// A font like another in colour or weight only.
    private mutating func font(
        _ base: Int, _ change: StyleChange
    ) throws(WorkbookError) -> Int {
        let bytes = fontBytes(base) ?? Array("<\(prefix)font/>".utf8)
        let markup = try Markup(bytes, part: part)
        var editor = MarkupEditor(markup)
        func children(_ name: StaticString) -> [Int] {
            markup.children(of: Markup.root).filter { markup.hasLocalName($0, name) }
        }
        if let isBold = change.isBold {
            for element in children("b") { editor.cut(element) }
            if isBold {
                let bold = Array("<\(prefix)b/>".utf8)
                // Weight comes first (18.8.22).
                if let first = markup.children(of: Markup.root).first(where: { _ in true }) {
                    editor.insert(bold, before: first)
                } else {
                    editor.append(bold, to: Markup.root)
                }
            }
        }
        if let color = change.fontColor.flatMap(Self.color) {
            for element in children("color") { editor.cut(element) }
            let element = Array("<\(prefix)color rgb=\"\(color)\"/>".utf8)
            if let size = children("sz").first {
                editor.insert(element, behind: size)
            } else {
                editor.append(element, to: Markup.root)
            }
        }
        return addFont(try editor.finished(atMost: .max))
    }

    /// `RRGGBB` as the opaque `FFRRGGBB`; nil where it is none.
    private static func color(_ text: String) -> String? {
        hexNumber(text.utf8, digits: 6) == nil ? nil : "FF" + text.uppercased()
    }
}
