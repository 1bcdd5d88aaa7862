import Findings

/// Derives styles from those of a workbook and adds them behind; no style changes its number
/// (ECMA-376 Part 1, 18.8).
struct StyleAppender {
    let part: String
    let markup: Markup
    private let isNew: Bool
    private var formats: [FormatCode] = []
    private var newFormats: [FormatCode] = []
    private var fonts: StyleCollection
    private var fills: StyleCollection
    private var borders: StyleCollection
    private var cellStyles: StyleCollection
    private var cells: StyleCollection
    private(set) var differences: StyleCollection
    private var known: [Int: CellFormat] = [:]
    private var derived: [Derivation: Int] = [:]

    private struct FormatCode {
        var id: Int
        var code: String
    }

    private struct Derivation: Hashable {
        var base: Int
        var change: StyleChange
    }

    /// - Parameters:
    ///   - part: The part's name, whether it is there or not.
    ///   - family: The names in which a new part is written.
    ///   - store: Where the part is.
    /// - Throws: `.damaged` where the part is there and no well-formed XML.
    init(part: String, family: OfficeFamily, in store: inout PartStore) throws(WorkbookError) {
        self.part = part
        isNew = !store.has(part)
        let empty =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<styleSheet xmlns=\"\(family.spreadsheet)\"></styleSheet>"
        markup =
            isNew
            ? try Markup(Array(empty.utf8), part: part) : try store.markup(of: part)
        fonts = StyleCollection(
            "fonts", defaults: ["<font><sz val=\"11\"/><name val=\"宋体\"/></font>"], in: markup)
        fills = StyleCollection(
            "fills",
            defaults: ["none", "gray125"].map {
                "<fill><patternFill patternType=\"\($0)\"/></fill>"
            }, in: markup)
        borders = StyleCollection(
            "borders",
            defaults: ["<border><left/><right/><top/><bottom/><diagonal/></border>"], in: markup)
        let plain = "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\""
        cellStyles = StyleCollection(
            "cellStyleXfs", defaults: ["<xf \(plain)/>"], in: markup)
        cells = StyleCollection("cellXfs", defaults: ["<xf \(plain) xfId=\"0\"/>"], in: markup)
        differences = StyleCollection("dxfs", defaults: [], in: markup)
        if let defined = markup.child("numFmts") {
            for element in markup.children(of: defined) {
                guard let id = markup.integer("numFmtId", of: element),
                    let code = markup.value("formatCode", of: element)
                else { continue }
                formats.append(FormatCode(id: id, code: EscapedText.decoded(code.utf8)))
            }
        }
    }

    var prefix: String { markup.prefix(of: Markup.root) }

    /// The number of a style like another with a change.
    mutating func style(_ base: Int, _ change: StyleChange) throws(WorkbookError) -> Int {
        guard !change.isEmpty else { return base }
        let key = Derivation(base: base, change: change)
        if let style = derived[key] { return style }
        var format = format(at: base)
        try apply(change, to: &format)
        let style = try index(of: format)
        derived[key] = style
        return style
    }

    /// A style's format; the plain one where there is no such style.
    func format(at index: Int) -> CellFormat {
        if let format = known[index] { return format }
        return cells.element(at: index).map { CellFormat($0, in: markup) } ?? .plain
    }

    /// How the cells of a style are filled; nil where they are not, or in a way that has no text.
    func fill(of style: Int) -> CellFill? {
        guard let bytes = fills.bytes(at: format(at: style)["fillId"], in: markup),
            let fill = try? Markup(bytes, part: part)
        else { return nil }
        return CellFill(Markup.root, in: fill)
    }

    /// Numbers in this style are shown as dates or times.
    func isDate(_ style: Int) -> Bool {
        let id = format(at: style)["numFmtId"]
        let format =
            (formats + newFormats).first { $0.id == id }.map { NumberFormat(code: $0.code) }
            ?? NumberFormat(builtIn: id)
        switch format {
        case .plain, .percent: return false
        default: return true
        }
    }

    /// The number of a format, added behind all others.
    mutating func index(of format: CellFormat) throws(WorkbookError) -> Int {
        guard cells.count < 64_000 else { throw .limit("样式太多", "too many styles") }
        let index = cells.index(of: format.written(prefix: prefix), in: markup)
        known[index] = format
        return index
    }

    /// Elements of another workbook's styles, without prefix, added here.
    mutating func font(_ bytes: [UInt8]) -> Int { fonts.index(of: prefixed(bytes), in: markup) }
    mutating func fill(_ bytes: [UInt8]) -> Int { fills.index(of: prefixed(bytes), in: markup) }
    mutating func border(_ bytes: [UInt8]) -> Int { borders.index(of: prefixed(bytes), in: markup) }
    mutating func difference(_ bytes: [UInt8]) -> Int {
        differences.index(of: prefixed(bytes), in: markup)
    }

    /// A font as the part writes it.
    func fontBytes(_ index: Int) -> [UInt8]? {
        fonts.bytes(at: index, in: markup).map { fonts.isMissing ? prefixed($0) : $0 }
    }

    /// A font that already has the part's prefix.
    mutating func addFont(_ bytes: [UInt8]) -> Int { fonts.index(of: bytes, in: markup) }

    private func prefixed(_ bytes: [UInt8]) -> [UInt8] { Markup.prefixed(bytes, with: prefix) }

    /// The number of a format code, added unless the workbook has it.
    mutating func numberFormat(_ code: String) -> Int {
        let known = (formats + newFormats).first { $0.code == code }?.id
        if let id = Self.builtIn[code] ?? known { return id }
        // Numbers below 164 belong to the programs (18.8.30).
        let used = (formats + newFormats).map(\.id).filter { $0 < 1 << 30 }.max() ?? 0
        let id = max(163, used) + 1
        newFormats.append(FormatCode(id: id, code: code))
        return id
    }

    private static let builtIn = [
        "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49,
    ]

    /// Writes what is new.
    ///
    /// - Returns: Whether the part itself is new and wants a relationship and a type.
    func save(to store: inout PartStore) throws(WorkbookError) -> Bool {
        let all = [fonts, fills, borders, cellStyles, cells, differences]
        guard !newFormats.isEmpty || all.contains(where: { !$0.new.isEmpty }) else { return false }
        var editor = MarkupEditor(markup)
        if !newFormats.isEmpty { saveFormats(to: &editor) }
        for collection in all { collection.save(to: &editor, order: .styles) }
        store.set(part, to: try editor.finished(atMost: store.limits.stylesSize))
        return isNew
    }

    private func saveFormats(to editor: inout MarkupEditor) {
        var text = XMLText(isPiece: true)
        for format in newFormats {
            text.empty(
                prefix + "numFmt", ["numFmtId": "\(format.id)", "formatCode": format.code])
        }
        if let element = markup.child("numFmts") {
            editor.append(text.bytes, to: element, counting: newFormats.count)
        } else {
            let open = "<\(prefix)numFmts count=\"\(newFormats.count)\">"
            ChildOrder.styles.insert(
                Array(open.utf8) + text.bytes + Array("</\(prefix)numFmts>".utf8),
                named: "numFmts", to: &editor)
        }
    }
}
