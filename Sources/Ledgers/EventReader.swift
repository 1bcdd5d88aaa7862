import Campaigns
import Files
import Findings
import GRDB

/// Lets one event take effect on the tables.
///
/// The only code that writes them (the two caches aside), from the payload alone: replaying the events
/// makes the same tables, whatever made them the first time.
struct EventReader {
    let event: LedgerEvent
    /// The event's.
    let payload: JSON
    let db: Database

    func apply() throws {
        switch event.kind {
        case .campaign: try campaign()
        case .file: try file()
        case .receipts: try receipts()
        case .submission: try submission()
        case .verdict: try verdict()
        case .run: try insert("run", [event.id, string("as_of")])
        case .publication: try publication()
        case .issue, .correction:
            try insert(
                "republished",
                [event.id, string("period"), event.kind.rawValue, payload["number"]?.integer])
        case .act: try act()
        case .flags: try flags()
        case .draw:
            try insert(
                "draw",
                [event.id, string("act"), string("month"), string("hash"), payload["seed"]?.string])
        case .resent:
            try insert(
                "resent",
                [event.id, string("sha256"), string("path"), payload["period"]?.string])
        case .mail: try mail()
        case .mailState: try mailState()
        }
    }

    /// A version that comes into use again is known already.
    private func campaign() throws {
        let version = try string("version")
        let known = try Bool.fetchOne(
            db, sql: "SELECT 1 FROM campaignVersion WHERE version = ?", arguments: [version])
        guard known == nil else { return }
        try insert("campaignVersion", [version, event.id])
        for source in try array("sources") {
            try insert("campaignSource", [version, try string(source[0]), try string(source[1])])
        }
    }

    /// A later event for the same bytes says what became of them now; where and when they were first
    /// seen stays.
    private func file() throws {
        let path = try string("path")
        let (hash, size, fate) = (try string("sha256"), try integer("size"), try string("fate"))
        let firstSeen = try string("first_seen")
        try db.insert(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING"
        ) { row in
            row.bind(hash)
            row.bind(path)
            row.bind(Files.name(of: path))
            row.bind(size)
            row.bind(firstSeen)
            row.bind(event.id)
        }
        try db.insert("INSERT INTO fate VALUES (?, ?, ?)") { row in
            row.bind(event.id)
            row.bind(hash)
            row.bind(fate)
        }
    }

    private func receipts() throws {
        for entry in try array("entries") {
            try insert(
                "receipt",
                [nil, string(entry[0]), string(entry[1]), string(entry[2]), event.id])
        }
    }

    private func submission() throws {
        guard let submission = Submission(payload) else { throw damaged }
        try db.insert(submission, SubmissionText(submission), reading: event.id)
    }

    private func verdict() throws {
        let (submission, status) = (try integer("submission"), try string("status"))
        let (okRows, totalRows) = (try integer("ok_rows"), try integer("total_rows"))
        let version = try string("campaign_version")
        try db.insert("INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?)") { row in
            row.bind(event.id)
            row.bind(submission)
            row.bind(status)
            row.bind(okRows)
            row.bind(totalRows)
            row.bind(version)
        }
        for (position, finding) in try array("findings").enumerated() {
            try insert(
                "finding",
                [
                    event.id, position, string(finding["code"]), string(finding["severity"]),
                    finding.text,
                ])
        }
        // Older events say nothing of explanations.
        for (position, explanation) in (payload["explanations"]?.array ?? []).enumerated() {
            try insert(
                "explanation",
                [
                    event.id, position, string(explanation["code"]),
                    explanation["subject"]?.string, explanation["row"]?.integer,
                    string(explanation["note"]),
                ])
        }
    }

    private func publication() throws {
        let period = try string("period")
        try insert("publication", [period, event.id])
        for (position, rank) in try array("ranks").enumerated() {
            try insert(
                "publishedRank",
                [
                    period, position, string(rank["unit"]), string(rank["group"]),
                    rank["rank"]?.integer, rank["score"]?.string, string(rank["weights"]),
                ])
        }
        for unit in try array("bottom") { try insert("bottom", [period, string(unit)]) }
        for file in payload["files"]?.array ?? [] {
            try insert("publishedFile", [period, string(file[0]), string(file[1])])
        }
    }

    private func mail() throws {
        try insert(
            "mail",
            [
                nil, string("id"), string("period"), string("recipient"), string("kind"),
                string("subject"), string("path"), string("sha256"), event.id,
            ])
        try mailState()
    }

    private func mailState() throws {
        try insert("mailState", [event.id, string("id"), string("state"), string("reply")])
    }

    // MARK: Reading the payload

    private var damaged: LedgerError { .damaged("event \(event.id)") }

    func string(_ key: String) throws -> String { try string(payload[key]) }

    func string(_ json: JSON?) throws -> String {
        guard let string = json?.string else { throw damaged }
        return string
    }

    private func integer(_ key: String) throws -> Int {
        guard let integer = payload[key]?.integer else { throw damaged }
        return integer
    }

    private func array(_ key: String) throws -> [JSON] {
        guard let array = payload[key]?.array else { throw damaged }
        return array
    }

    func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        let holes = Array(repeating: "?", count: values.count).joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(holes))")
            .execute(arguments: StatementArguments(values))
    }
}
