extension LedgerSchema {
    /// A file may hold several submissions that are no one sheet's: two forms, of each of which it has sheets of two
    /// months.
    ///
    /// SQLite changes no constraint of a table; the copy is what events would make anew.
    static let answers = """
        CREATE TABLE submissionOfAnySheet (
            id INTEGER PRIMARY KEY,
            fileHash TEXT NOT NULL REFERENCES file,
            sheet TEXT NOT NULL
        ) STRICT;
        INSERT INTO submissionOfAnySheet SELECT id, fileHash, sheet FROM submission;
        DROP TABLE submission;
        ALTER TABLE submissionOfAnySheet RENAME TO submission;
        CREATE INDEX submissionByFile ON submission (fileHash, sheet);
        """
}
