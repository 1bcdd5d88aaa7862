import Glibc

/// One conversion of the C library's iconv; owns its descriptor.
struct IconvConverter: ~Copyable {
    private let descriptor: iconv_t?

    init(to: String, from: String) {
        let opened = iconv_open(to, from)
        // The C library says (iconv_t)-1 where it does not know an encoding.
        descriptor = Int(bitPattern: opened) == -1 ? nil : opened
    }

    deinit {
        if let descriptor { iconv_close(descriptor) }
    }

    /// Converts what it can; `isFine` where it stopped for want of room or of input alone.
    func step(
        _ source: Span<UInt8>, into output: inout [UInt8]
    ) -> (consumed: Int, produced: Int, isFine: Bool) {
        guard let descriptor else { return (0, 0, false) }
        return source.withUnsafeBytes { source in
            output.withUnsafeMutableBytes { output in
                // iconv does not write to its input, whatever its signature says.
                var input = UnsafeMutablePointer(
                    mutating: source.assumingMemoryBound(to: CChar.self).baseAddress)
                var inputLeft = source.count
                var target = output.assumingMemoryBound(to: CChar.self).baseAddress
                var targetLeft = output.count
                let status = iconv(descriptor, &input, &inputLeft, &target, &targetLeft)
                let isFine = status != -1 || errno == E2BIG
                return (source.count - inputLeft, output.count - targetLeft, isFine)
            }
        }
    }
}
