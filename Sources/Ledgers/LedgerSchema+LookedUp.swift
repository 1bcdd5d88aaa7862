extension LedgerSchema {
    /// What is asked of every file that comes is found by an index, so that it costs the same however
    /// many files there are: the files of a name, and the rivals of a return.
    static let lookedUp = """
        CREATE INDEX fileByName ON file (name);
        CREATE INDEX readingByReturn ON reading (form, period, unit);
        """
}
