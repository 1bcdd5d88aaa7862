/// Bytes that can be read from any place, in memory or on disk.
///
/// A reader of a large file holds a piece of it at a time; nothing is mapped, so memory stays what
/// the reader takes, and a file that shrinks meanwhile gives fewer bytes instead of a signal.
package struct ByteSource: Sendable {
    /// As known at the beginning; a file may turn out to be shorter.
    package let count: Int
    private let fill: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int

    /// - Parameters:
    ///   - count: How many bytes there are.
    ///   - fill: Copies what stands at a position, as much as there is and as fits, and says how
    ///     many bytes; 0 at the end and where the reading failed.
    package init(
        count: Int, fill: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int
    ) {
        self.count = count
        self.fill = fill
    }

    /// Bytes in memory.
    package init(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { position, target in
            guard position >= 0, position < bytes.count else { return 0 }
            return bytes.withUnsafeBytes { source in
                let part = UnsafeRawBufferPointer(
                    rebasing: source[position..<min(source.count, position + target.count)])
                target.copyMemory(from: part)
                return part.count
            }
        }
    }

    /// Fills as much of the target as there are bytes; says how many.
    package func read(at position: Int, into target: UnsafeMutableRawBufferPointer) -> Int {
        var done = 0
        while done < target.count {
            let step = fill(position + done, .init(rebasing: target[done...]))
            guard step > 0 else { break }
            done += step
        }
        return done
    }

    /// So many bytes from a position; fewer where the source ends before.
    package func bytes(at position: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = read(at: position, into: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}
