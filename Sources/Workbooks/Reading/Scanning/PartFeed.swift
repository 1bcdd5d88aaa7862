import Glibc

/// Passes the bytes of one part to libxml2, with a scanner in between where the part is plain.
struct PartFeed {
    private let parser: XMLPushParser
    private let scanner: (any PlainScanner)?
    private var state: State
    private var pending: [UInt8] = []

    private enum State { case seeking, scanning, parsing }

    /// Bytes in which the opening is looked for; office programs write it in the first few hundred.
    private static let longestBeginning = 64 << 10
    /// An element that a scanner has not finished in so many bytes is none for it.
    private static let longestElement = 128 << 10
    /// Behind the bytes that a scanner gets.
    private static let padding = 8

    init(_ parser: XMLPushParser, scanner: (any PlainScanner)?) {
        self.parser = parser
        self.scanner = scanner
        state = scanner == nil ? .parsing : .seeking
    }

    /// Takes the next piece; false once nothing more is wanted.
    mutating func feed(_ chunk: Span<UInt8>) throws(WorkbookError) -> Bool {
        guard state != .parsing, let scanner else { return parser.feed(chunk) }
        chunk.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
        if state == .seeking {
            guard seek(for: scanner) else { return parser.mayContinue }
        }
        return state == .scanning ? try scan(with: scanner) : true
    }

    /// Ends the part and throws what was wrong with it.
    mutating func finish() throws(WorkbookError) {
        if state != .parsing { _ = handOver() }
        try parser.finish()
    }

    /// Feeds the parser up to the opening; false while it has not come.
    private mutating func seek(for scanner: any PlainScanner) -> Bool {
        let opening = scanner.opening
        guard let place = pending.firstRange(of: opening) else {
            if pending.count > Self.longestBeginning { _ = handOver() }
            return false
        }
        let split = scanner.startsBehindOpening ? place.upperBound : place.lowerBound
        let isFine = parser.feed(pending.span.extracting(..<split))
        pending.removeFirst(split)
        if isFine, parser.mayPause, scanner.mayStart {
            state = .scanning
        } else {
            _ = handOver()
        }
        return state == .scanning
    }

    private mutating func scan(with scanner: any PlainScanner) throws(WorkbookError) -> Bool {
        let count = pending.count
        for _ in 0..<Self.padding { pending.append(0) }
        let (done, goesOn) = try pending.withUnsafeBufferPointer {
            bytes throws(WorkbookError) in
            try scanner.scan(UnsafeBufferPointer(rebasing: bytes[..<count]))
        }
        pending.removeLast(Self.padding)
        pending.removeFirst(done)
        guard goesOn, pending.count <= Self.longestElement else { return handOver() }
        return true
    }

    /// From here on everything is libxml2's.
    private mutating func handOver() -> Bool {
        let wasScanning = state == .scanning
        state = .parsing
        defer { pending = [] }
        if wasScanning, let scanner {
            parser.add(lines: scanner.lines)
            if let markup = scanner.handOver(), !parser.feed(markup) { return false }
        }
        return parser.feed(pending.span)
    }
}

extension [UInt8] {
    fileprivate func firstRange(of markup: StaticString) -> Range<Int>? {
        let length = markup.utf8CodeUnitCount
        guard length > 0, count >= length else { return nil }
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var start = 0
            while start <= bytes.count - length,
                let place = memchr(
                    base + start, Int32(markup.utf8Start[0]), bytes.count - length - start + 1)
            {
                start = UnsafeRawPointer(place) - base
                if memcmp(place, markup.utf8Start, length) == 0 { return start..<start + length }
                start += 1
            }
            return nil
        }
    }
}
