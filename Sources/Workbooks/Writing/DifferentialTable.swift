/// What conditional formats change about a cell, each once, numbered as they come
/// (ECMA-376 Part 1, 18.8.14).
struct DifferentialTable {
    private var indices: [FormatChange: Int] = [:]
    private var changes: [FormatChange] = []

    mutating func index(of change: FormatChange) -> Int {
        if let index = indices[change] { return index }
        indices[change] = changes.count
        changes.append(change)
        return changes.count - 1
    }

    func write(to text: inout XMLText) {
        text.open("dxfs", ["count": "\(changes.count)"], isEmpty: changes.isEmpty)
        guard !changes.isEmpty else { return }
        for change in changes { write(change, to: &text) }
        text.close("dxfs")
    }

    private func write(_ change: FormatChange, to text: inout XMLText) {
        text.open("dxf")
        let color = change.fontColor.flatMap(opaqueColor)
        if change.isBold || color != nil {
            text.open("font")
            if change.isBold { text.empty("b") }
            if let color { text.empty("color", ["rgb": color]) }
            text.close("font")
        }
        if let fill = change.fill.flatMap(opaqueColor) {
            // In a differential format the background is what shows, unlike in a cell's own.
            text.raw("<fill><patternFill patternType=\"solid\">")
            text.empty("fgColor", ["rgb": fill])
            text.empty("bgColor", ["rgb": fill])
            text.raw("</patternFill></fill>")
        }
        text.close("dxf")
    }
}
