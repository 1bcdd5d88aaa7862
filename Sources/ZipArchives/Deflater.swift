import CZlib

/// One raw deflate stream on its way in (RFC 1951): the same bytes for the same bytes, level and
/// zlib, however they are cut into pieces.
struct Deflater: ~Copyable {
    /// zlib keeps the address of its state, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool
    private let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64 << 10)

    /// - Parameter level: 1 is fast, 9 is small; others are taken as the nearest.
    init(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Swift does not see the macro deflateInit2; a negative window means no zlib header.
        isReady =
            deflateInit2_(
                stream, Int32(min(9, max(1, level))), Z_DEFLATED, -MAX_WBITS, 8,
                Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    /// Makes ready for another stream of the same level.
    mutating func reset() { deflateReset(stream) }

    /// Takes bytes and hands out what is ready, in pieces; everything at the end.
    ///
    /// - Throws: What the consumer throws, and `.unwritable` where zlib has no memory.
    mutating func deflate(
        _ input: Span<UInt8>, isLast: Bool, _ consume: (Span<UInt8>) throws(ZipError) -> Void
    ) throws(ZipError) {
        guard isReady, input.count <= Int(UInt32.max) else { throw .unwritable(code: 0) }
        var isDone = false
        var produced = 0
        var fresh = true
        while !isDone {
            input.withUnsafeBufferPointer { input in
                if fresh {
                    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                    stream.pointee.avail_in = UInt32(input.count)
                    fresh = false
                }
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                let status = CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                produced = output.count - Int(stream.pointee.avail_out)
                isDone = isLast ? status == Z_STREAM_END : stream.pointee.avail_out > 0
            }
            if produced > 0 {
                try consume(
                    Span(_unsafeElements: UnsafeBufferPointer(output)).extracting(0..<produced))
            }
        }
    }

    /// The deflated form of whole bytes; nil where it is no shorter: then the entry is stored.
    static func deflated(_ bytes: Span<UInt8>, level: Int) -> [UInt8]? {
        guard bytes.count > 1 else { return nil }
        var deflater = Deflater(level: level)
        var result: [UInt8] = []
        do throws(ZipError) {
            try deflater.deflate(bytes, isLast: true) { piece in
                piece.withUnsafeBufferPointer { result.append(contentsOf: $0) }
            }
        } catch { return nil }
        return result.count < bytes.count ? result : nil
    }
}
