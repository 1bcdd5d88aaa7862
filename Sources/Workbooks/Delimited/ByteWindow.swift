/// A piece of memory of fixed size that a reader fills and empties, freed with it.
///
/// The hot loops of the text formats read through its pointer; behind `capacity` stand as many more
/// bytes as one vector, so that a vector may be loaded at any place below it.
struct ByteWindow: ~Copyable {
    /// Initialised everywhere, from `-margin` to `capacity + margin`.
    let base: UnsafeMutablePointer<UInt8>
    let capacity: Int

    /// Bytes that may be read before and behind.
    static var margin: Int { 32 }

    init(capacity: Int) {
        let size = capacity + 2 * Self.margin
        let start = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        start.initialize(repeating: 0, count: size)
        base = start + Self.margin
        self.capacity = capacity
    }

    deinit { (base - Self.margin).deallocate() }

    /// The room from a place on, as a target for `ByteSource.read`.
    func room(from start: Int, count: Int) -> UnsafeMutableRawBufferPointer {
        precondition(start >= 0 && count >= 0 && start <= capacity - count)
        return UnsafeMutableRawBufferPointer(start: base + start, count: count)
    }

    /// Sixteen bytes from a place on.
    @inline(__always)
    func vector(at index: Int) -> SIMD16<UInt8> {
        assert(index >= -Self.margin && index <= capacity + Self.margin - 16)
        return base.vector(at: index)
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Sixteen bytes from a place on, however they are aligned.
    @inline(__always)
    func vector(at index: Int) -> SIMD16<UInt8> {
        UnsafeRawPointer(self).loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    }
}

extension SIMD16<UInt8> {
    /// The same byte sixteen times; operators of a vector and a single number are not made for the
    /// processor's vectors by the compiler, those of two vectors are.
    @inline(__always)
    static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
}

/// Whether each of sixteen bytes fits; all bits of a byte are set where it does.
typealias ByteMatches = SIMDMask<SIMD16<Int8>>

extension ByteMatches {
    /// Whether any byte fits.
    @inline(__always)
    var isAny: Bool {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }

    /// How many bytes stand before the first that fits; nil where none does.
    @inline(__always)
    var first: Int? {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        // A matching byte is all ones: the first set bit is its lowest.
        if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount >> 3 }
        if halves[1] != 0 { return 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount >> 3 }
        return nil
    }
}
