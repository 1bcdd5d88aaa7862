extension LedgerSchema {
    /// `period` is what an act is about, `event` when it became known.
    static let acts = """
        CREATE TABLE act (
            event INTEGER PRIMARY KEY REFERENCES event,
            act TEXT NOT NULL,
            form TEXT,
            unit TEXT,
            period TEXT,
            until TEXT,
            file TEXT,
            path TEXT,
            subject TEXT,
            name TEXT,
            visit TEXT,
            item TEXT,
            verdict TEXT,
            feedback TEXT,
            reason TEXT NOT NULL,
            revokes INTEGER REFERENCES act
        ) STRICT;
        CREATE INDEX actByRevoked ON act (revokes);
        """
}
