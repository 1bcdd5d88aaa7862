/// The tables as of the fifth migration: every fact with the event by which it became known.
///
/// Until then a file that was read again, a file's fate and a letter's state were overwritten, and what
/// had been known before could only be found in the event log. Now each of them is a row of its own, the
/// latest one up to an event is the one that held then, and nothing is ever updated. The tables are made
/// anew; opening the ledger fills them from the events.
extension LedgerSchema {
    static let knownWhen = """
        DROP TABLE finding;
        DROP TABLE verdict;
        DROP TABLE valueChange;
        DROP TABLE returnRow;
        DROP TABLE submission;
        DROP TABLE mail;
        DROP TABLE bottom;
        DROP TABLE publishedRank;
        DROP TABLE publication;
        DROP TABLE run;
        DROP TABLE receipt;
        DROP TABLE file;
        DROP TABLE campaignSource;
        DROP TABLE campaignVersion;

        -- The last event that has taken effect on the tables below.
        CREATE TABLE progress (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            event INTEGER NOT NULL
        ) STRICT;
        INSERT INTO progress VALUES (1, 0);

        CREATE TABLE campaignVersion (
            version TEXT PRIMARY KEY,
            event INTEGER NOT NULL REFERENCES event
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE campaignSource (
            version TEXT NOT NULL REFERENCES campaignVersion,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            PRIMARY KEY (version, name)
        ) STRICT, WITHOUT ROWID;

        -- Where and when a file was first seen; what became of it stands in its fates.
        CREATE TABLE file (
            sha256 TEXT PRIMARY KEY,
            path TEXT NOT NULL,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            firstSeen TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fate (
            event INTEGER PRIMARY KEY REFERENCES event,
            file TEXT NOT NULL REFERENCES file,
            fate TEXT NOT NULL
        ) STRICT;
        CREATE INDEX fateByFile ON fate (file);
        CREATE TABLE receipt (
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL,
            received TEXT NOT NULL,
            note TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event
        ) STRICT;
        CREATE INDEX receiptByFile ON receipt (file);
        CREATE TABLE run (
            event INTEGER PRIMARY KEY REFERENCES event,
            asOf TEXT NOT NULL
        ) STRICT;

        -- A sheet of a file, and what it was read as, each time that it was read otherwise.
        CREATE TABLE submission (
            id INTEGER PRIMARY KEY,
            fileHash TEXT NOT NULL REFERENCES file,
            sheet TEXT NOT NULL,
            UNIQUE (fileHash, sheet)
        ) STRICT;
        CREATE TABLE reading (
            event INTEGER PRIMARY KEY REFERENCES event,
            submission INTEGER NOT NULL REFERENCES submission,
            form TEXT,
            unit TEXT,
            period TEXT,
            received TEXT NOT NULL,
            path TEXT NOT NULL,
            places TEXT NOT NULL,
            evidence TEXT NOT NULL,
            rowCount INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX readingBySubmission ON reading (submission);
        CREATE TABLE returnRow (
            reading INTEGER NOT NULL REFERENCES reading,
            ordinal INTEGER NOT NULL,
            number INTEGER NOT NULL,
            line INTEGER,
            subject TEXT,
            "values" TEXT NOT NULL,
            PRIMARY KEY (reading, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE valueChange (
            reading INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            position INTEGER NOT NULL,
            field TEXT NOT NULL,
            raw TEXT NOT NULL,
            value TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (reading, ordinal, position),
            FOREIGN KEY (reading, ordinal) REFERENCES returnRow
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE verdict (
            event INTEGER PRIMARY KEY REFERENCES event,
            submission INTEGER NOT NULL REFERENCES submission,
            status TEXT NOT NULL,
            okRows INTEGER NOT NULL,
            totalRows INTEGER NOT NULL,
            campaignVersion TEXT NOT NULL
        ) STRICT;
        CREATE INDEX verdictBySubmission ON verdict (submission);
        CREATE TABLE finding (
            verdict INTEGER NOT NULL REFERENCES verdict,
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            severity TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (verdict, position)
        ) STRICT, WITHOUT ROWID;
        -- A note by which the sender answers the queries of a row.
        CREATE TABLE explanation (
            verdict INTEGER NOT NULL REFERENCES verdict,
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            subject TEXT,
            number INTEGER NOT NULL,
            note TEXT NOT NULL,
            PRIMARY KEY (verdict, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE publication (
            period TEXT PRIMARY KEY,
            event INTEGER NOT NULL UNIQUE REFERENCES event
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE publishedRank (
            period TEXT NOT NULL REFERENCES publication,
            position INTEGER NOT NULL,
            unit TEXT NOT NULL,
            rankGroup TEXT NOT NULL,
            rank INTEGER,
            score TEXT,
            weights TEXT NOT NULL,
            PRIMARY KEY (period, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE publishedFile (
            period TEXT NOT NULL REFERENCES publication,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            PRIMARY KEY (period, path)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bottom (
            period TEXT NOT NULL REFERENCES publication,
            unit TEXT NOT NULL,
            PRIMARY KEY (period, unit)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mail (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            period TEXT NOT NULL,
            recipient TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event
        ) STRICT;
        CREATE INDEX mailByPeriod ON mail (period);
        CREATE TABLE mailState (
            event INTEGER PRIMARY KEY REFERENCES event,
            mail TEXT NOT NULL REFERENCES mail (id),
            state TEXT NOT NULL,
            reply TEXT NOT NULL
        ) STRICT;
        CREATE INDEX mailStateByMail ON mailState (mail);
        """

    /// The tables that the events make, with the columns that order their rows.
    ///
    /// A table stands behind those that it refers to; the caches are not among them.
    static let tables: [(name: String, key: String)] = [
        ("event", "id"), ("campaignVersion", "version"), ("campaignSource", "version, name"),
        ("file", "sha256"), ("fate", "event"), ("receipt", "id"), ("run", "event"),
        ("submission", "id"), ("reading", "event"), ("returnRow", "reading, ordinal"),
        ("valueChange", "reading, ordinal, position"), ("verdict", "event"),
        ("finding", "verdict, position"), ("explanation", "verdict, position"),
        ("publication", "period"), ("publishedRank", "period, position"),
        ("publishedFile", "period, path"), ("bottom", "period, unit"), ("mail", "position"),
        ("mailState", "event"), ("act", "event"), ("itemAct", "event"), ("objectionAct", "event"),
        ("republished", "event"), ("flagList", "listed"), ("flag", "listed, position"),
        ("draw", "event"), ("resent", "event"),
    ]
}
