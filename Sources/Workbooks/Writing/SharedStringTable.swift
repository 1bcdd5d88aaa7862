/// The texts of a workbook's cells, each once, numbered as they come
/// (ECMA-376 Part 1, 18.4.9).
struct SharedStringTable {
    private var indices: [String: Int] = [:]
    private var strings: [String] = []
    private var references = 0

    var isEmpty: Bool { strings.isEmpty }

    /// Excel's bound for the text of one cell, in UTF-16 units.
    static let longest = 32_767

    /// The number of a text, cut to what a cell may hold.
    mutating func index(of text: String) -> Int {
        references += 1
        let text = text.cut(toUnits: Self.longest)
        // Swift finds texts equal that differ in bytes (é in one scalar or two); bytes must not.
        if let index = indices[text], strings[index].utf8.elementsEqual(text.utf8) { return index }
        indices[text] = strings.count
        strings.append(text)
        return strings.count - 1
    }

    /// The shared strings part.
    func part() -> [UInt8] {
        var text = XMLText()
        text.open(
            "sst",
            [
                "xmlns": OfficeNames.spreadsheet, "count": "\(references)",
                "uniqueCount": "\(strings.count)",
            ])
        for string in strings {
            text.raw("<si>")
            text.element(
                "t", ["xml:space": Self.needsPreserving(string) ? "preserve" : nil], text: string)
            text.raw("</si>")
        }
        text.close("sst")
        return text.bytes
    }

    /// Programs drop white space at the ends, and line ends anywhere, unless told.
    static func needsPreserving(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return first <= 32 || last <= 32 || text.utf8.contains(10)
    }
}
