import Findings
import ZipArchives

/// A text source as UTF-8, piece by piece, always in whole characters.
///
/// UTF-8 goes into the reader's window as it is, for it was looked through before; the other
/// encodings are decoded into it.
struct DecodedStream: ~Copyable {
    let source: ByteSource
    let encoding: TextEncoding
    /// The offset of the first byte that was not yet decoded.
    private(set) var position: Int
    private let piece: Int
    /// Holds a piece of the source where it must be decoded.
    private let scratch: ByteWindow

    init(_ source: ByteSource, _ encoding: TextEncoding, from position: Int, piece: Int) {
        self.source = source
        self.encoding = encoding
        self.position = position
        // Every encoding can show one character at least.
        self.piece = max(4, min(piece, source.count))
        scratch = ByteWindow(capacity: encoding == .utf8 ? 0 : self.piece)
    }

    /// How much room a window must have for another piece.
    var room: Int { encoding == .utf8 ? piece : 2 * piece + 4 }

    /// The same text from here on, for a look ahead.
    func ahead() -> DecodedStream { DecodedStream(source, encoding, from: position, piece: piece) }

    /// Puts the next piece into the window; says how many bytes, 0 at the end of the text.
    ///
    /// - Throws: `.encoding` where what stands there is no character, which the look through the
    ///   whole text has ruled out unless the file changed since.
    mutating func fill(_ window: borrowing ByteWindow, at place: Int) throws(WorkbookError) -> Int {
        let room = window.room(from: place, count: room)
        if encoding == .utf8 {
            let count = source.read(at: position, into: .init(rebasing: room[..<piece]))
            position += count
            return count
        }
        let count = source.read(at: position, into: scratch.room(from: 0, count: piece))
        guard count > 0 else { return 0 }
        let bytes = UnsafeBufferPointer(start: UnsafePointer(scratch.base), count: count)
        let target = window.base + place
        let step =
            switch encoding {
            case .utf8, .gb18030: GB18030.shared.decode(bytes, into: target)
            case .utf16LittleEndian, .utf16BigEndian:
                UTF16Units.decode(
                    bytes, isLittleEndian: encoding == .utf16LittleEndian, into: target)
            }
        position += step.consumed
        // A character that the piece cuts stands at the beginning of the next one, unless there is
        // none.
        guard !step.isFaulty, step.consumed > 0 else {
            throw WorkbookError(.encoding(offset: position))
        }
        return step.produced
    }
}

extension TextEncoding {
    /// A whole text as UTF-8, in memory.
    ///
    /// - Throws: `.encoding` where some of it is no character.
    func decoded(_ bytes: [UInt8]) throws(WorkbookError) -> [UInt8] {
        var stream = DecodedStream(ByteSource(bytes), self, from: 0, piece: 64 << 10)
        let window = ByteWindow(capacity: stream.room)
        var text: [UInt8] = []
        while case let count = try stream.fill(window, at: 0), count > 0 {
            text.append(contentsOf: UnsafeBufferPointer(start: window.base, count: count))
        }
        return text
    }
}
