/// What stops work on the ledger.
package enum LedgerError: Error, Sendable, Hashable {
    /// SQLite's extended result code and words; bound values are never in them.
    case database(code: Int, String)
    case file(String)
    /// The ledger was written by a newer Tongbao.
    case newer(schema: String)
    /// A moment before the last event of the ledger.
    case clockBehind(now: String, last: String)
    /// What is stored contradicts itself.
    case damaged(String)
}
