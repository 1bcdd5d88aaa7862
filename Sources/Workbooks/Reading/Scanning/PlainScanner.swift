import Findings

/// Reads plain stretches of a part faster than a parser of XML can, and leaves all else to it.
///
/// libxml2 reads the beginning of the part; at the scanner's opening the scanner takes over, if the
/// parser stands where it must and the bytes are UTF-8. It hands back once and for good, at a place
/// where libxml2 can go on as if it had read the elements between itself.
protocol PlainScanner: AnyObject {
    /// Markup at which the scanner may begin.
    var opening: StaticString { get }
    /// The scanner begins behind the opening; else before it.
    var startsBehindOpening: Bool { get }
    /// The handler that libxml2 feeds is where a scanner may take over.
    var mayStart: Bool { get }
    /// Line ends in what was scanned.
    var lines: Int { get set }
    /// Why the content was refused, behind a stop that says so.
    var refusal: WorkbookError? { get }

    /// Passes one element, or the beginning or end of one, and tells what it holds.
    ///
    /// - Throws: Where nothing was told; the cursor is then put back.
    func passElement(_ cursor: inout MarkupCursor) throws(ScanStop)

    /// Prepares the handler for going on where the scanner stopped; gives what libxml2 must read
    /// before the rest.
    func handOver() -> StaticString?
}

extension PlainScanner {
    /// Scans as far as it can.
    ///
    /// - Parameter bytes: With eight bytes of zero behind them.
    /// - Returns: How many bytes are done with, and whether the scanner can go on when there are more.
    /// - Throws: What the reader of the part refuses.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(WorkbookError) -> (done: Int, goesOn: Bool) {
        guard let base = bytes.baseAddress else { return (0, true) }
        var cursor = MarkupCursor(base: base, count: bytes.count, position: 0, lines: lines)
        var done = 0
        do throws(ScanStop) {
            while true {
                cursor.skipSpace()
                try passElement(&cursor)
                done = cursor.position
                lines = cursor.lines
            }
        } catch {
            switch error {
            case .incomplete: return (done, true)
            case .unusual: return (done, false)
            case .refused: throw refusal ?? WorkbookError(.notAWorkbook)
            }
        }
    }
}
