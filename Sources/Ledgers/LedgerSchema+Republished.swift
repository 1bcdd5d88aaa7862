extension LedgerSchema {
    /// What was told of a period after it was first published; what exactly stands in the event.
    static let republished = """
        CREATE TABLE republished (
            event INTEGER PRIMARY KEY REFERENCES event,
            period TEXT NOT NULL,
            kind TEXT NOT NULL,
            number INTEGER,
            UNIQUE (period, kind, number)
        ) STRICT;
        """
}
