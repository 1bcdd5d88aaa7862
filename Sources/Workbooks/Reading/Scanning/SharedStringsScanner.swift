/// Reads shared strings in their plain form, one `t` in one `si`; what it tells the handler is what
/// libxml2 would.
final class SharedStringsScanner: PlainScanner {
    private let part: SharedStringsPart
    var lines = 0
    private let resolved = TextMemory()
    private var attributes = PlainAttributes()
    private(set) var refusal: WorkbookError?

    init(part: SharedStringsPart) { self.part = part }

    var opening: StaticString { "<si>" }
    var startsBehindOpening: Bool { false }
    var mayStart: Bool { part.isInTable }
    func handOver() -> StaticString? { nil }

    func passElement(_ cursor: inout MarkupCursor) throws(ScanStop) {
        try cursor.expect("<si>")
        cursor.skipSpace()
        try cursor.expect("<t")
        let isEmpty = try attributes.read(&cursor)
        let text = isEmpty ? nil : try cursor.text()
        if !isEmpty { try cursor.expect("</t>") }
        cursor.skipSpace()
        try cursor.expect("</si>")
        do throws(WorkbookError) {
            try part.add(text.map { cursor.bytes(of: $0, resolvedInto: resolved) } ?? .empty)
        } catch {
            refusal = error
            throw .refused
        }
    }
}
