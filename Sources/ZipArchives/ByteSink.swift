import Glibc

/// Takes the bytes of an archive one piece after another, and lets those taken be changed.
///
/// An archive that is written in one pass knows sizes and checksums only behind the bytes that they
/// describe; it goes back for them instead of writing data descriptors, which some readers refuse.
package protocol ByteSink: AnyObject {
    /// How many bytes were taken.
    var count: Int { get }

    /// Puts bytes behind those taken.
    ///
    /// - Throws: `.unwritable` where there is no room, or no way.
    func append(_ bytes: Span<UInt8>) throws(ZipError)

    /// Puts bytes in the place of some that were taken: all of them are below `count`.
    ///
    /// - Throws: `.unwritable` as above.
    func overwrite(at position: Int, with bytes: Span<UInt8>) throws(ZipError)
}

/// Bytes in memory.
package final class MemorySink: ByteSink {
    /// All that was taken.
    package private(set) var bytes: [UInt8] = []

    /// A sink without bytes.
    package init() {}

    package var count: Int { bytes.count }

    package func append(_ new: Span<UInt8>) {
        new.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    package func overwrite(at position: Int, with new: Span<UInt8>) {
        for index in new.indices { bytes[position + index] = new[index] }
    }
}

/// An open file, written from its beginning; whoever opened the file closes it, and sees to it that
/// nobody reads a half-written one.
package final class DescriptorSink: ByteSink {
    package private(set) var count = 0
    private let descriptor: Int32

    /// The descriptor must be of a regular file that is open for writing.
    package init(_ descriptor: Int32) { self.descriptor = descriptor }

    package func append(_ bytes: Span<UInt8>) throws(ZipError) {
        try write(bytes, at: count)
        count += bytes.count
    }

    package func overwrite(at position: Int, with bytes: Span<UInt8>) throws(ZipError) {
        try write(bytes, at: position)
    }

    private func write(_ bytes: Span<UInt8>, at position: Int) throws(ZipError) {
        let code = bytes.withUnsafeBytes { buffer -> Int32? in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                let step = pwrite(descriptor, rest.baseAddress, rest.count, position + done)
                if step > 0 { done += step } else if step == 0 || errno != EINTR { return errno }
            }
            return nil
        }
        if let code { throw .unwritable(code: code) }
    }
}
