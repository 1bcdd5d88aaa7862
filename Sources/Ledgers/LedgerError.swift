package import Files
import GRDB

/// What stops work on the ledger.
package enum LedgerError: Error, Sendable, Hashable {
    /// SQLite's extended result code and words; bound values are never in them.
    case database(code: Int, String)
    case file(FileError)
    /// The ledger was written by a newer Tongbao.
    case newer(schema: String)
    /// The ledger was written by an older Tongbao and has not been brought up to date.
    case older(schema: String)
    /// A moment before the last event of the ledger.
    case clockBehind(now: String, last: String)
    /// What is stored contradicts itself.
    case damaged(String)

    /// What a transaction threw, in the ledger's own terms.
    init(_ error: any Error) {
        switch error {
        case let error as LedgerError: self = error
        case let error as FileError: self = .file(error)
        case let error as DatabaseError:
            // Not `description`, which quotes the statement.
            self = .database(
                code: Int(error.extendedResultCode.rawValue), error.message ?? "no reason given")
        default: self = .damaged("\(type(of: error))")
        }
    }
}

extension LedgerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .database(let code, let reason): "ledger.sqlite: \(reason) (\(code))"
        case .file(let error): error.description
        case .newer(let schema): "the ledger was written by a newer Tongbao (\(schema))"
        case .older(let schema): "the ledger was written by an older Tongbao (before \(schema))"
        case .clockBehind(let now, let last): "\(now) lies before the last event, \(last)"
        case .damaged(let what): "the ledger is damaged: \(what)"
        }
    }
}
