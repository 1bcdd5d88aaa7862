/// Memory for one text at a time that keeps its place until the next is written, so that a pointer
/// into it can be passed on without a closure.
final class TextMemory {
    private var memory: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    init() {
        memory = .allocate(capacity: 256)
    }

    deinit { memory.deallocate() }

    /// What was written since the last `removeAll`; good until more is written.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: memory[..<count]))
    }

    func removeAll() { count = 0 }

    func append(_ more: UnsafeBufferPointer<UInt8>) {
        reserve(more.count)
        _ = UnsafeMutableBufferPointer(rebasing: memory[count...]).update(fromContentsOf: more)
        count += more.count
    }

    func append(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count += 1
    }

    /// The text alone, and where it is.
    func store(_ text: String) -> UnsafeBufferPointer<UInt8> {
        removeAll()
        var text = text
        text.withUTF8 { append($0) }
        return bytes
    }

    private func reserve(_ more: Int) {
        guard memory.count - count < more else { return }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: max(memory.count * 2, count + more))
        _ = larger.update(fromContentsOf: memory[..<count])
        memory.deallocate()
        memory = larger
    }
}
