import CZlib

/// Raw deflate of whole entries (RFC 1951), the same bytes for the same bytes and zlib.
enum Deflater {
    /// Nil where zlib cannot work or the result is no shorter: then the entry is stored.
    static func deflated(_ bytes: [UInt8], level: Int) -> [UInt8]? {
        guard bytes.count > 1, bytes.count <= Int(UInt32.max) else { return nil }
        var stream = z_stream()
        return withUnsafeMutablePointer(to: &stream) { stream in
            let status = deflateInit2_(
                stream, Int32(clamping: level), Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            guard status == Z_OK else { return nil }
            defer { deflateEnd(stream) }
            // Room for one byte less than the input: what does not fit is not worth deflating.
            var output = [UInt8](repeating: 0, count: bytes.count - 1)
            let finished = bytes.withUnsafeBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    return deflate(stream, Z_FINISH) == Z_STREAM_END
                }
            }
            guard finished else { return nil }
            output.removeLast(Int(stream.pointee.avail_out))
            return output
        }
    }
}
