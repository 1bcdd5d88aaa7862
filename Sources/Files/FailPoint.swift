/// A point at which what outlives the process is about to change.
///
/// Every such change passes one, so that a test can end the program, or fill its disk, right there. A
/// release is built without `FAIL_POINTS`: in it a point is an empty call.
package enum FailPoint: String, Sendable {
    case create, write
    /// Half of the bytes are on the way, the other half is not: a torn write.
    case half
    case sync, rename, exchange, folder, remove, cut, mode
    case beforeCommit, afterCommit

    #if FAIL_POINTS
        /// Passes the point, or dies there, or throws what the environment asks for; see `FailPlan`.
        package func pass(_ path: @autoclosure () -> String) throws(FileError) {
            try FailPlan.current.pass(self, path())
        }

        /// The pieces in which bytes are written: two halves, with a point before each.
        static func pieces(of count: Int) -> [Range<Int>] {
            count < 2 ? [0..<count] : [0..<count / 2, count / 2..<count]
        }
    #else
        /// Does nothing.
        package func pass(_ path: @autoclosure () -> String) throws(FileError) {}

        /// The pieces in which bytes are written: one.
        static func pieces(of count: Int) -> [Range<Int>] { [0..<count] }
    #endif
}
