extension LedgerSchema {
    /// `listed` is the month in whose sheet a flag stood, `period` that of the return that it is about.
    static let flags = """
        CREATE TABLE flagList (
            listed TEXT PRIMARY KEY,
            event INTEGER NOT NULL UNIQUE REFERENCES event
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE flag (
            listed TEXT NOT NULL REFERENCES flagList,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            screen TEXT NOT NULL,
            form TEXT NOT NULL,
            unit TEXT NOT NULL,
            period TEXT NOT NULL,
            subject TEXT,
            fields TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event,
            PRIMARY KEY (listed, position)
        ) STRICT, WITHOUT ROWID;
        """
}
