import GRDB

/// The tables of the ledger, as named migrations that are never edited once they were shipped.
///
/// `event` is the truth; every other table but the two caches (`fileStat`, `filePath`) is made from it
/// by `EventReader` and could be thrown away. A migration may therefore drop such tables, make them
/// anew and set `progress` to 0: opening the ledger lets the events take effect on them again. `event`
/// columns say by which event a fact became known, so that any past state can be asked for.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events") { try $0.execute(sql: events) }
        migrator.registerMigration("2 intake") { try $0.execute(sql: intake) }
        migrator.registerMigration("3 returns") { try $0.execute(sql: returns) }
        migrator.registerMigration("4 publication") { try $0.execute(sql: publication) }
        migrator.registerMigration("5 known when") { try $0.execute(sql: knownWhen) }
        migrator.registerMigration("6 acts") { try $0.execute(sql: acts) }
        migrator.registerMigration("7 looked up") { try $0.execute(sql: lookedUp) }
        migrator.registerMigration("8 lists") { try $0.execute(sql: lists) }
        migrator.registerMigration("9 republished") { try $0.execute(sql: republished) }
        migrator.registerMigration("10 flags") { try $0.execute(sql: flags) }
        migrator.registerMigration("11 draws") { try $0.execute(sql: draws) }
        migrator.registerMigration("12 resent") { try $0.execute(sql: resent) }
        migrator.registerMigration("13 copied") { try $0.execute(sql: copied) }
        migrator.registerMigration("14 answers") { try $0.execute(sql: answers) }
        return migrator
    }

    /// `endsAt` is the length of `events.jsonl` once the event stands in it.
    private static let events = """
        CREATE TABLE event (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            kind TEXT NOT NULL,
            moment TEXT NOT NULL,
            payload TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE,
            endsAt INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER eventIsNeverRemoved BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
        """

    private static let intake = """
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
        CREATE TABLE file (
            sha256 TEXT PRIMARY KEY,
            path TEXT NOT NULL,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            firstSeen TEXT NOT NULL,
            fate TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fileStat (
            path TEXT PRIMARY KEY,
            size INTEGER NOT NULL,
            modified REAL NOT NULL,
            sha256 TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE filePath (
            sha256 TEXT NOT NULL,
            path TEXT NOT NULL,
            PRIMARY KEY (sha256, path)
        ) STRICT, WITHOUT ROWID;
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
        """

    /// A row's place is its number and the columns of its submission.
    private static let returns = """
        CREATE TABLE submission (
            id INTEGER PRIMARY KEY,
            fileHash TEXT NOT NULL REFERENCES file,
            sheet TEXT NOT NULL,
            form TEXT,
            unit TEXT,
            period TEXT,
            received TEXT NOT NULL,
            path TEXT NOT NULL,
            places TEXT NOT NULL,
            evidence TEXT NOT NULL,
            rowCount INTEGER NOT NULL,
            event INTEGER NOT NULL REFERENCES event,
            UNIQUE (fileHash, sheet)
        ) STRICT;
        CREATE INDEX submissionByForm ON submission (form, period);
        CREATE INDEX submissionByPeriod ON submission (period);
        CREATE TABLE returnRow (
            submission INTEGER NOT NULL REFERENCES submission,
            ordinal INTEGER NOT NULL,
            number INTEGER NOT NULL,
            line INTEGER,
            subject TEXT,
            "values" TEXT NOT NULL,
            PRIMARY KEY (submission, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE valueChange (
            submission INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            position INTEGER NOT NULL,
            field TEXT NOT NULL,
            raw TEXT NOT NULL,
            value TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (submission, ordinal, position),
            FOREIGN KEY (submission, ordinal) REFERENCES returnRow
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
        """

    private static let publication = """
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
            state TEXT NOT NULL,
            reply TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event
        ) STRICT;
        CREATE INDEX mailByPeriod ON mail (period);
        """
}
