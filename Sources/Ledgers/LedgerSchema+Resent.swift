extension LedgerSchema {
    /// Bytes that came to a path once more; of the files it is asked, by path, whenever one is known already.
    static let resent = """
        CREATE TABLE resent (
            event INTEGER PRIMARY KEY REFERENCES event,
            file TEXT NOT NULL REFERENCES file,
            path TEXT NOT NULL
        ) STRICT;
        CREATE INDEX resentByPath ON resent (path);
        """

    /// The month that a copy's path names, where it is not the one that its bytes count for.
    static let copied = "ALTER TABLE resent ADD COLUMN period TEXT"
}
