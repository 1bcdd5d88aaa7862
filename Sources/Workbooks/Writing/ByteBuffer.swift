/// Something to which bytes are appended: a piece of XML, or the buffer behind a stream.
protocol ByteTarget: ~Copyable {
    mutating func append(_ byte: UInt8)
    mutating func append(_ bytes: Span<UInt8>)
    mutating func append(_ literal: StaticString)
}

/// Bytes on their way out: appended in small pieces, taken away in large ones.
///
/// It owns its memory, so that appending is a comparison and a copy; an array would ask at every
/// piece whether it is shared. All pointers are in this file.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 96 << 10) {
        self.capacity = max(64, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Hands all bytes over and is empty then; the memory stays.
    mutating func drain(into package: inout PackageStream) throws(WorkbookError) {
        let all = UnsafeBufferPointer(start: base, count: count)
        count = 0
        try package.append(Span(_unsafeElements: all))
    }

    /// The same once there is enough for it to be worth while.
    @inline(__always)
    mutating func drainIfFull(into package: inout PackageStream) throws(WorkbookError) {
        if count >= Self.piece { try drain(into: &package) }
    }

    /// Deflate works on large pieces with less ado.
    private static let piece = 64 << 10

    /// Appends the lowest bytes of a number, the first in the lowest place; at most eight.
    @inline(__always)
    mutating func append(packed bytes: UInt64, count length: Int) {
        reserve(8)
        UnsafeMutableRawPointer(base + count).storeBytes(of: bytes.littleEndian, as: UInt64.self)
        count &+= length
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if capacity &- count < more { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let wider = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = wider
    }
}

extension ByteBuffer: ByteTarget {
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) {
        reserve(bytes.count)
        bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            (base + count).update(from: start, count: source.count)
        }
        count &+= bytes.count
    }

    @inline(__always)
    mutating func append(_ literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: literal.utf8Start, count: length)
        count &+= length
    }
}
