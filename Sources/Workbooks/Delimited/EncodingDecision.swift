import Findings
import ZipArchives

/// In which encoding a whole text is, and where it begins behind the byte order mark.
///
/// Decided in this order: the mark, the parity of NULs, UTF-8, GB18030; each strictly and to the
/// end, so that no field is handed out of a text that turns out to be something else.
struct EncodingDecision {
    let encoding: TextEncoding
    let start: Int

    /// - Throws: `.encoding` with the offset of the first byte that fits none, `.notAWorkbook` for
    ///   what is no text.
    init(_ source: ByteSource, piece: Int) throws(WorkbookError) {
        let beginning = source.bytes(at: 0, count: min(4, source.count))
        if let mark = TextEncoding.marks.first(where: { beginning.starts(with: $0.bytes) }) {
            (encoding, start) = (mark.encoding, mark.bytes.count)
            try Self.check(source, encoding, from: start, piece: piece)
            return
        }
        start = 0
        let survey = UTF8Survey(source, piece: piece)
        if survey.firstFault == nil, !survey.hasNUL {
            encoding = .utf8
            return
        }
        let zeros = ZeroCount(source, piece: piece)
        if zeros.odd + zeros.even > 0 {
            encoding = try Self.wide(source, zeros, piece: piece)
            return
        }
        encoding = .gb18030
        do throws(WorkbookError) {
            try Self.check(source, .gb18030, from: 0, piece: piece)
        } catch {
            // The encoding that got further is the one that was meant.
            guard case .encoding(let offset) = error.reason, let other = survey.firstFault,
                offset < other
            else { throw error }
            throw WorkbookError(.encoding(offset: other))
        }
    }

    /// Digits and separators of a UTF-16 text have their NULs all on one side.
    private static func wide(
        _ source: ByteSource, _ zeros: ZeroCount, piece: Int
    ) throws(WorkbookError) -> TextEncoding {
        // A text may hold 一 (U+4E00), whose NUL is on the other side, but not as many.
        guard zeros.odd != zeros.even else { throw WorkbookError(.notAWorkbook) }
        let encoding: TextEncoding =
            zeros.odd > zeros.even ? .utf16LittleEndian : .utf16BigEndian
        do throws(WorkbookError) {
            try check(source, encoding, from: 0, piece: piece, isPlain: true)
        } catch { throw WorkbookError(.notAWorkbook) }
        return encoding
    }

    /// Decodes the whole text and drops it.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - encoding: Must fit to the end.
    ///   - start: Behind the byte order mark.
    ///   - piece: How much is read at a time.
    ///   - isPlain: Control characters are none of a text's.
    /// - Throws: `.encoding` at the first byte that does not fit, `.notAWorkbook` for a NUL.
    private static func check(
        _ source: ByteSource, _ encoding: TextEncoding, from start: Int, piece: Int,
        isPlain: Bool = false
    ) throws(WorkbookError) {
        var isText = true
        if encoding == .utf8 {
            let survey = UTF8Survey(source, from: start, piece: piece)
            if let offset = survey.firstFault { throw WorkbookError(.encoding(offset: offset)) }
            isText = !survey.hasNUL
        } else {
            var stream = DecodedStream(source, encoding, from: start, piece: piece)
            let window = ByteWindow(capacity: stream.room)
            while case let count = try stream.fill(window, at: 0), count > 0 {
                isText = isText && window.isText(count, isPlain: isPlain)
            }
        }
        if !isText { throw WorkbookError(.notAWorkbook) }
    }
}

extension ByteWindow {
    /// Whether so many bytes hold no NUL, or where it is to be plain no control character at all
    /// but tabulators and line ends.
    fileprivate func isText(_ count: Int, isPlain: Bool) -> Bool {
        (base + count).update(repeating: 0x20, count: Self.margin)
        let limit: UInt8 = isPlain ? 0x20 : 1
        var controls = ByteMatches(repeating: false)
        for start in stride(from: 0, to: count, by: 16) {
            let bytes = vector(at: start)
            controls =
                controls
                .| ((bytes .< .all(limit)) .& (bytes .!= .all(9)) .& (bytes .!= .all(10))
                    .& (bytes .!= .all(13)))
        }
        return !controls.isAny
    }
}

/// How many NULs stand at odd and at even offsets.
private struct ZeroCount {
    var odd = 0
    var even = 0

    init(_ source: ByteSource, piece: Int) {
        // Whole vectors, so that a place in the window is as odd as its offset.
        let window = ByteWindow(capacity: max(16, (piece + 15) & ~15))
        var position = 0
        while case let count = source.read(
            at: position, into: window.room(from: 0, count: window.capacity)), count > 0
        {
            (window.base + count).update(repeating: 0x20, count: ByteWindow.margin)
            for start in stride(from: 0, to: count, by: 16)
            where (window.vector(at: start) .== .all(0)).isAny {
                for index in start..<start + 16 where window.base[index] == 0 {
                    if index & 1 == 1 { odd += 1 } else { even += 1 }
                }
            }
            position += count
        }
    }
}
