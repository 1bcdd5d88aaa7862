import CSQLite

/// SQLite as it is installed on this machine.
package enum SQLiteLibrary {
    package static var version: String { String(cString: sqlite3_libversion()) }

    /// What Tongbao needs of it and this build has not; empty where all is there.
    package static var lacks: [String] {
        var lacks: [String] = []
        // Tables that hold types (STRICT) came with 3.37.
        if sqlite3_libversion_number() < 3_037_000 { lacks.append("3.37") }
        if sqlite3_threadsafe() == 0 { lacks.append("THREADSAFE") }
        for option in [
            "OMIT_AUTHORIZATION", "OMIT_PROGRESS_CALLBACK", "OMIT_WAL", "OMIT_FLOATING_POINT",
        ]
        where sqlite3_compileoption_used(option) != 0 {
            lacks.append(String(option.dropFirst("OMIT_".count)))
        }
        return lacks
    }
}
