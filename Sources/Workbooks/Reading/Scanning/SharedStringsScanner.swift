/// Reads shared strings in their plain form, one `t` in one `si`; what it tells the handler is what
/// libxml2 would.
final class SharedStringsScanner: PlainScanner {
    private let part: SharedStringsPart
    private(set) var lines = 0
    private let resolved = TextMemory()
    private var attributes = PlainAttributes()
    private var refusal: WorkbookError?

    init(part: SharedStringsPart) { self.part = part }

    var opening: StaticString { "<si>" }
    var startsBehindOpening: Bool { false }
    var mayStart: Bool { part.isInTable }
    func handOver() -> StaticString? { nil }

    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(WorkbookError) -> (done: Int, goesOn: Bool) {
        guard let base = bytes.baseAddress else { return (0, true) }
        var cursor = MarkupCursor(base: base, count: bytes.count, position: 0, lines: lines)
        var done = 0
        do throws(ScanStop) {
            while true {
                cursor.skipSpace()
                try passItem(&cursor)
                done = cursor.position
                lines = cursor.lines
            }
        } catch {
            switch error {
            case .incomplete: return (done, true)
            case .unusual: return (done, false)
            case .refused: throw refusal ?? .damaged("sst")
            }
        }
    }

    private func passItem(_ cursor: inout MarkupCursor) throws(ScanStop) {
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
