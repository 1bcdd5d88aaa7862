import CZlib

/// One raw deflate stream on its way out (RFC 1951); owns the state of zlib.
struct Inflater: ~Copyable {
    /// zlib keeps the address of its state, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    enum Step {
        case more(consumed: Int, produced: Int)
        case end(consumed: Int, produced: Int)
        case damaged
    }

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Swift does not see the macro inflateInit2; a negative window means no zlib header.
        isReady =
            inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            == Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    mutating func step(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Step {
        guard isReady else { return .damaged }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(clamping: output.count)
        let given = Int(stream.pointee.avail_in)
        let room = Int(stream.pointee.avail_out)
        let status = inflate(stream, Z_NO_FLUSH)
        let consumed = given - Int(stream.pointee.avail_in)
        let produced = room - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END: return .end(consumed: consumed, produced: produced)
        case Z_OK where consumed > 0 || produced > 0:
            return .more(consumed: consumed, produced: produced)
        default: return .damaged
        }
    }
}

/// The CRC-32 of some bytes, continued from an earlier one (0 to begin).
func checksum(of bytes: Span<UInt8>, continuing earlier: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
        var value = UInt(earlier)
        var rest = buffer[...]
        while !rest.isEmpty {
            let part = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
            value = crc32(value, part.baseAddress, UInt32(part.count))
            rest = rest.dropFirst(part.count)
        }
        return UInt32(truncatingIfNeeded: value)
    }
}
