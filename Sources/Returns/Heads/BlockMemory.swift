import Synchronization

/// What rows at the top of a sheet were as the heads of each form: a county sends the same rows of heads
/// in every month.
final class BlockMemory: Sendable {
    private let blocks = Mutex<[[HeadCell]: [HeaderBlock]]>([:])
    /// A month of a county has some hundred; a hostile sheet may have any number, and wide ones.
    private static let capacity = 2_000
    private static let widest = 60

    func blocks(of cells: [HeadCell], _ make: () -> [HeaderBlock]) -> [HeaderBlock] {
        guard cells.count <= Self.widest else { return make() }
        if let known = blocks.withLock({ $0[cells] }) { return known }
        let made = make()
        blocks.withLock { blocks in
            if blocks.count >= Self.capacity { blocks.removeAll(keepingCapacity: true) }
            blocks[cells] = made
        }
        return made
    }
}
