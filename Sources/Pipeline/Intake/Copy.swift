import Findings
import Ledgers

/// Bytes that are known, or lie in the Inbox twice, under a further path.
struct Copy {
    var sha256: String
    var path: String
    /// The path of the same bytes that is told.
    var first: String
    /// The archive in which it lies.
    var archive: String?
    /// What personal data the path holds.
    var personInName: Problem.PersonalData?
    /// The others came in this run: what becomes of them is known when all files are in the ledger.
    var isTwin = false
}
