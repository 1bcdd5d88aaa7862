import Campaigns
import GRDB

extension Ledger {
    /// A submission with its rows, as it was last read by an event; nil where there is none.
    static func submission(
        _ id: Int, knownBy event: Int = .max, _ db: Database
    ) throws -> Submission? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT r.*, s.fileHash FROM submission s JOIN reading r ON r.submission = s.id
                WHERE s.id = ? AND r.event <= ? ORDER BY r.event DESC LIMIT 1
                """, arguments: [id, event])
        guard let row else { return nil }
        guard let received = Moment(stored: row["received"]),
            let places = JSON(row["places"] as String).flatMap({ ReturnPlaces($0) }),
            let evidence = JSON(row["evidence"] as String)?.array
        else { throw LedgerError.damaged("submission \(id)") }
        return Submission(
            id: id, fileHash: row["fileHash"], form: row["form"], unit: row["unit"],
            period: (row["period"] as String?).flatMap { Period($0) }, received: received,
            places: places, evidence: evidence.compactMap { Submission.Evidence($0) },
            rows: try rows(ofReading: row["event"], db))
    }

    private static func rows(ofReading reading: Int, _ db: Database) throws -> [ReturnRow] {
        var changes: [Int: [ValueChange]] = [:]
        let stored = try Row.fetchCursor(
            db, sql: "SELECT * FROM valueChange WHERE reading = ? ORDER BY ordinal, position",
            arguments: [reading])
        while let row = try stored.next() {
            guard let reason = ValueChange.Reason(rawValue: row["reason"]) else {
                throw LedgerError.damaged("a change of reading \(reading)")
            }
            changes[row["ordinal"], default: []].append(
                ValueChange(
                    field: row["field"], raw: row["raw"], value: row["value"], reason: reason))
        }
        return try Row.fetchAll(
            db, sql: "SELECT * FROM returnRow WHERE reading = ? ORDER BY ordinal",
            arguments: [reading]
        ).map { row in
            guard let values = JSON(row["values"] as String).flatMap(FieldValues.init) else {
                throw LedgerError.damaged("a row of reading \(reading)")
            }
            return ReturnRow(
                number: row["number"], line: row["line"], subject: row["subject"], values: values,
                changes: changes[row["ordinal"]] ?? [])
        }
    }
}
