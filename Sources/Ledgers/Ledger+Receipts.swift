package import Campaigns
import Files
import GRDB

// The receipt register (收件登记) and the completed runs: what receipt times are judged by.

extension Ledger {
    /// Takes in the lines of the register, in their order; only what is new or changed is noted.
    ///
    /// Of several lines for a file the last one counts. All lines that hold belong in one call. What was noted
    /// is given back, for some of it may be about no file; see `meanings(of:beside:seen:)`.
    @discardableResult
    package func record(
        register: [ReceiptEntry], at moment: Moment
    ) throws(LedgerError) -> [ReceiptEntry] {
        var last: [String: Int] = [:]
        for (index, entry) in register.enumerated() { last[entry.file] = index }
        let standing = register.indices.filter { last[register[$0].file] == $0 }
        return try writing { db in
            let news = try standing.map { register[$0] }.filter { entry in
                try Self.receipt(ofFile: entry.file, db) != entry
            }
            guard !news.isEmpty else { return [] }
            let entries = news.map {
                JSON.strings([$0.file, $0.received.description, $0.note])
            }
            try append(.receipts, ["entries": .array(entries)], at: moment, db)
            return news
        }
    }

    /// The register's latest line for a name.
    package func receipt(ofFile name: String) throws(LedgerError) -> ReceiptEntry? {
        try reading { db in try Self.receipt(ofFile: name, db) }
    }

    /// When a file was received (收件时间): what the register says of it, else when a run first saw it.
    ///
    /// The file need not be recorded yet; one that is was received when its bytes first came, wherever they
    /// are read now. A line of the register is about one file even where others bear its name; see
    /// `ReceiptBook`.
    package func received(_ file: FileRecord) throws(LedgerError) -> Moment {
        try reading { db in
            let first = file.sha256.isEmpty ? nil : try Self.file(file.sha256, db)?.path
            let names = ReceiptNames(ofPath: file.path, first: first ?? file.path)
            let book = try ReceiptBook(db, knownBy: .max, about: [names])
            book.add(names, firstSeen: file.firstSeen)
            return book.received(names, firstSeen: file.firstSeen) ?? file.firstSeen
        }
    }

    /// The same of files that a run sees together for the first time, by their paths, in their order.
    ///
    /// Which of several a line is about can only be told of all at once.
    package func received(
        newcomers paths: [String], seen moment: Moment
    ) throws(LedgerError) -> [Moment] {
        let files = paths.map { ReceiptNames(ofPath: $0, first: $0) }
        return try reading { db in
            let book = try ReceiptBook(db, knownBy: .max, about: files)
            for file in files { book.add(file, firstSeen: moment) }
            return files.map { book.received($0, firstSeen: moment) ?? moment }
        }
    }

    private static func receipt(ofFile name: String, _ db: Database) throws -> ReceiptEntry? {
        try db.prepared(
            "SELECT received, note, id FROM receipt WHERE file = ? ORDER BY id DESC LIMIT 1"
        ).firstRow {
            $0.bind(name)
        } _: { row in
            guard let received = Moment(stored: row.text(0)) else {
                throw LedgerError.damaged("receipt \(row.integer(2))")
            }
            return ReceiptEntry(file: name, received: received, note: row.text(1))
        }
    }

    /// Notes that a run was completed: a file that it did not see came after it.
    ///
    /// With the campaign, only a run that is the first since the latest period closed, or since an
    /// extension ran out, is noted: no other
    /// can tell anything about lateness, and a run that found nothing new writes nothing.
    package func noteRun(asOf moment: Moment, of campaign: Campaign? = nil) throws(LedgerError) {
        // Asked first: a run that has nothing to note does not touch the database.
        let isNoted = try reading { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT event, asOf FROM run ORDER BY event DESC LIMIT 1")
            guard let row, let last = Moment(stored: row["asOf"]) else { return false }
            if let campaign {
                let due = campaign.due(campaign.latestClosed(asOf: moment))
                let extended = try ActBook(db, knownBy: .max).lastExtension(endedBy: moment)
                if max(due, extended ?? due) <= last { return true }
            }
            let latest = try Int.fetchOne(db, sql: "SELECT MAX(id) FROM event")
            return last == moment && latest == row["event"]
        }
        guard !isNoted else { return }
        try writing { db in
            try append(.run, ["as_of": .string(moment.description)], at: moment, db)
        }
    }

    /// The last completed run that was noted.
    package func latestRun() throws(LedgerError) -> Moment? {
        try reading { db in
            try String.fetchOne(db, sql: "SELECT asOf FROM run ORDER BY event DESC LIMIT 1")
                .flatMap { Moment(stored: $0) }
        }
    }
}
