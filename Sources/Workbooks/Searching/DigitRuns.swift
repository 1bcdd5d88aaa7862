/// Finds long runs of digits in bytes that come piece by piece, without reading most of them.
///
/// A run of eleven digits covers one of any eleven bytes in a row that are eleven apart, so only these
/// are looked at. A run counts where it is no part of a word, of a longer number or of a fraction; an `X`
/// behind seventeen digits belongs to it.
struct DigitRuns {
    /// The end of the last piece, from where a run may go on.
    private var tail: [UInt8] = []
    /// Nothing stands before it.
    private var isTailWhole = true

    /// The shortest run.
    static let shortest = 11
    /// Longer than any run that is sought, with what stands around it.
    private static let seam = 48

    /// Takes the next piece and hands out the runs that end in it.
    mutating func feed(_ piece: UnsafeBufferPointer<UInt8>, found: ([UInt8]) -> Void) {
        let seam = tail.count
        if seam > 0 {
            let joint = tail + piece.prefix(Self.seam)
            joint.withUnsafeBufferPointer { joint in
                Self.scan(joint, isFirst: isTailWhole, isLast: false) { run in
                    if run.lowerBound <= seam, run.upperBound >= seam { found(Array(joint[run])) }
                }
            }
        }
        Self.scan(piece, isFirst: seam == 0, isLast: false) { found(Array(piece[$0])) }
        isTailWhole = isTailWhole && seam + piece.count <= Self.seam
        tail = (tail + piece.suffix(Self.seam)).suffix(Self.seam)
    }

    /// Hands out a run with which the bytes end.
    func finish(found: ([UInt8]) -> Void) {
        tail.withUnsafeBufferPointer { tail in
            Self.scan(tail, isFirst: isTailWhole, isLast: true) { run in
                if run.upperBound == tail.count { found(Array(tail[run])) }
            }
        }
    }

    /// A run at an edge of the bytes counts only where nothing can stand beyond it.
    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool, isLast: Bool,
        found: (Range<Int>) -> Void
    ) {
        var position = shortest - 1
        while position < bytes.count {
            guard isDigit(bytes[position]) else {
                position += shortest
                continue
            }
            var start = position
            while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
            var end = position + 1
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            if end - start == 17, end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "x") {
                end += 1
            }
            if end - start >= shortest, isFirst || start > 0, isLast || end < bytes.count,
                start == 0 || !binds(bytes[start - 1], before: true),
                end == bytes.count || !binds(bytes[end], before: false)
            {
                found(start..<end)
            }
            position = max(position, end) + shortest
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// Whether a byte makes the digits beside it a part of something else.
    private static func binds(_ byte: UInt8, before: Bool) -> Bool {
        (byte | 0x20) &- 97 < 26 || (before && byte == UInt8(ascii: "."))
    }
}
