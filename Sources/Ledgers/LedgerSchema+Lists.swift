extension LedgerSchema {
    /// What acts on items of the three lists and on objections say beyond the columns of `act`.
    ///
    /// `number` is NULL where the act opens the item; `objection` is the act that is decided.
    static let lists = """
        CREATE TABLE itemAct (
            event INTEGER PRIMARY KEY REFERENCES act,
            number TEXT,
            list TEXT,
            text TEXT,
            due TEXT,
            done TEXT
        ) STRICT;
        CREATE TABLE objectionAct (
            event INTEGER PRIMARY KEY REFERENCES act,
            about TEXT,
            text TEXT,
            objection INTEGER REFERENCES act,
            outcome TEXT
        ) STRICT;
        """
}
