import CSQLite

/// Registers what the portable subset has and SQLite lacks.
func registerPortableFunctions(on connection: OpaquePointer) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
    sqlite3_create_function_v2(
        connection, "LEAST", -1, flags, nil,
        { pick(from: $2, count: $1, into: $0, where: <) }, nil, nil, nil)
    sqlite3_create_function_v2(
        connection, "GREATEST", -1, flags, nil,
        { pick(from: $2, count: $1, into: $0, where: >) }, nil, nil, nil)
}

/// The argument that stands first in the order; NULL if any is NULL; text is an error.
private func pick(
    from arguments: UnsafeMutablePointer<OpaquePointer?>?, count: Int32,
    into context: OpaquePointer?, where precedes: (Double, Double) -> Bool
) {
    guard let arguments, count > 0 else { return sqlite3_result_null(context) }
    var best = 0
    for index in 0..<Int(count) {
        switch sqlite3_value_type(arguments[index]) {
        case SQLITE_INTEGER, SQLITE_FLOAT:
            let isBetter = precedes(
                sqlite3_value_double(arguments[index]), sqlite3_value_double(arguments[best]))
            if isBetter { best = index }
        case SQLITE_NULL:
            return sqlite3_result_null(context)
        default:
            return sqlite3_result_error(context, "LEAST and GREATEST take numbers", -1)
        }
    }
    sqlite3_result_value(context, arguments[best])
}
