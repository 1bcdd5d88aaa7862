import CSQLite

/// Watches one connection: admits what formulas may touch, notes what they read, stops runaways.
final class FormulaGuardian {
    /// The tables that formulas may read.
    var tables: Set<String> = []
    /// While the owner fills tables, everything is admitted and nothing is noted.
    var isOwnerAtWork = false
    private(set) var columnsRead: Set<FormulaStatement.ColumnRead> = []
    private(set) var denied: String?
    private var stepsLeft = 0

    /// In units of `progressInterval` virtual machine instructions: about a second here.
    private static let allowance = 20_000
    private static let progressInterval: Int32 = 1_000

    /// Functions of the portable subset; `campaign check` explains what to use instead of others.
    static let functions: Set<String> = [
        "count", "sum", "avg", "min", "max", "coalesce", "nullif", "abs", "round", "least",
        "greatest", "length", "lower", "upper", "substr", "trim", "like",
    ]

    func watch(_ connection: OpaquePointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_set_authorizer(
            connection,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                let guardian = Unmanaged<FormulaGuardian>.fromOpaque(context).takeUnretainedValue()
                return guardian.verdict(
                    action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
            }, context)
        sqlite3_progress_handler(
            connection, Self.progressInterval,
            { context in
                guard let context else { return 1 }
                let guardian = Unmanaged<FormulaGuardian>.fromOpaque(context).takeUnretainedValue()
                guardian.stepsLeft -= 1
                return guardian.stepsLeft < 0 && !guardian.isOwnerAtWork ? 1 : 0
            }, context)
    }

    func startCompiling() {
        columnsRead = []
        denied = nil
    }

    func startRunning() {
        stepsLeft = Self.allowance
    }

    private func verdict(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
        if isOwnerAtWork { return SQLITE_OK }
        switch action {
        case SQLITE_SELECT:
            return SQLITE_OK
        case SQLITE_READ:
            guard let first, let second, tables.contains(first) else { return deny(first) }
            if !second.isEmpty { columnsRead.insert(.init(table: first, column: second)) }
            return SQLITE_OK
        case SQLITE_FUNCTION:
            guard let second, Self.functions.contains(second.lowercased()) else {
                return deny(second)
            }
            return SQLITE_OK
        default:
            return deny("action \(action)")
        }
    }

    private func deny(_ what: String?) -> Int32 {
        denied = denied ?? what
        return SQLITE_DENY
    }
}
