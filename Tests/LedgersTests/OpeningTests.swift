import Dispatch
import Ledgers
import Synchronization
import Testing

struct OpeningTests {
    @Test func `a ledger is opened by several at once, and each waits for the others`() throws {
        try withTemporaryFolder { folder in
            // A run makes it, under its lock; questions only open it.
            _ = try Ledger.open(folder)
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 24) { _ in
                do throws(LedgerError) {
                    _ = try Ledger.open(folder)
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            #expect(failures.withLock { $0 } == [])
        }
    }
}
