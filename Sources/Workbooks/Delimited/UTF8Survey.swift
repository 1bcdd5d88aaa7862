import ZipArchives

/// Whether a source is UTF-8 to its end, looked at sixteen bytes at a time.
///
/// A vector and the same bytes read one, two and three places earlier tell where a continuation
/// byte must stand and must not. Leads that need more than that (E0, ED, F0 and up, and those that
/// are never right) are rare in Chinese text: only a block that has one is looked at once more.
struct UTF8Survey {
    /// The offset of the first byte of a sequence that is no UTF-8 (Unicode 15, table 3-7).
    private(set) var firstFault: Int?
    /// A NUL stands before the fault, or anywhere where there is none.
    private(set) var hasNUL = false

    /// Reads the source until the first fault.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - start: Where to begin; the bytes before it are no concern.
    ///   - piece: How much is read at a time; rounded up to whole vectors.
    init(_ source: ByteSource, from start: Int = 0, piece: Int) {
        let window = ByteWindow(capacity: max(16, (piece + 15) & ~15))
        var position = start
        var isLast = false
        while !isLast {
            let count = source.read(
                at: position, into: window.room(from: 0, count: window.capacity))
            isLast = count < window.capacity
            // Spaces, to which no sequence can run on; so the last one must end before them.
            if isLast { (window.base + count).update(repeating: 0x20, count: ByteWindow.margin) }
            let end = isLast ? (count + 3 + 15) & ~15 : count
            if Self.isFaulty(window.base, end, &hasNUL) {
                firstFault = position + Self.fault(window.base, count)
                return
            }
            // The end of this piece before the beginning of the next.
            (window.base - 3).update(from: window.base + window.capacity - 3, count: 3)
            position += count
        }
    }

    private static func isFaulty(
        _ base: UnsafeMutablePointer<UInt8>, _ end: Int, _ hasNUL: inout Bool
    ) -> Bool {
        var start = 0
        var zeros = ByteMatches(repeating: false)
        while start < end {
            let blockEnd = min(start + 512, end)
            // A lead of four bytes whose last stands here, which the quick look does not expect.
            let isRunning = base[start - 3] >= 0xF0 || base[start - 2] >= 0xF0
            var odd = ByteMatches(repeating: isRunning)
            var index = start
            while index < blockEnd {
                let bytes = base.vector(at: index)
                let before = base.vector(at: index - 1)
                let second = base.vector(at: index - 2)
                let continues = continuations(bytes)
                let mustContinue = (before .>= .all(0xC0)) .| (second .>= .all(0xE0))
                let rare =
                    (before .>= .all(0xF0)) .| ((before & .all(0xFE)) .== .all(0xC0))
                    .| (before .== .all(0xE0))
                    .| (before .== .all(0xED))
                odd = odd .| (continues .^ mustContinue) .| rare
                zeros = zeros .| (bytes .== .all(0))
                index &+= 16
            }
            if odd.isAny, isFaultyInDetail(base, start, blockEnd) {
                hasNUL = hasNUL || zeros.isAny
                return true
            }
            start = blockEnd
        }
        hasNUL = hasNUL || zeros.isAny
        return false
    }

    private static func isFaultyInDetail(
        _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int
    ) -> Bool {
        var faults = ByteMatches(repeating: false)
        var index = start
        while index < end {
            let bytes = base.vector(at: index)
            let before = base.vector(at: index - 1)
            let second = base.vector(at: index - 2)
            let third = base.vector(at: index - 3)
            let mustContinue =
                (before .>= .all(0xC0)) .| (second .>= .all(0xE0)) .| (third .>= .all(0xF0))
            faults = faults .| (continuations(bytes) .^ mustContinue)
            // Never a lead; told by the byte behind, as what brought us here was.
            faults = faults .| ((before & .all(0xFE)) .== .all(0xC0)) .| (before .>= .all(0xF5))
            // Longer than need be, surrogates, beyond U+10FFFF.
            faults = faults .| ((before .== .all(0xE0)) .& (bytes .< .all(0xA0)))
            faults = faults .| ((before .== .all(0xED)) .& (bytes .>= .all(0xA0)))
            faults = faults .| ((before .== .all(0xF0)) .& (bytes .< .all(0x90)))
            faults = faults .| ((before .== .all(0xF4)) .& (bytes .>= .all(0x90)))
            index &+= 16
        }
        return faults.isAny
    }

    @inline(__always)
    private static func continuations(_ bytes: SIMD16<UInt8>) -> ByteMatches {
        (bytes & .all(0xC0)) .== .all(0x80)
    }

    /// The place of the fault that is known to be in so many bytes or to begin just before them.
    private static func fault(_ base: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        // A sequence that began in the piece before; without one this ends at a whole character.
        var start = 0
        for back in 1...3 where base[-back] >= 0xC0 {
            start = -back
            break
        }
        let bytes = Array(UnsafeBufferPointer(start: base + start, count: count - start))
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return count
        } catch { return start + error.byteOffsets.lowerBound }
    }
}
