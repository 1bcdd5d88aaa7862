import CSQLite
import Campaigns
import Files
import Ledgers
import Testing

/// Fills the ledger of a folder with a campaign, two files and a run, and closes it.
///
/// - Returns: the canonical text.
@discardableResult
func fill(_ folder: String) throws -> String {
    let ledger = try Ledger.open(folder)
    let moment = at("2020-07-03T10:00")
    _ = try ledger.recordCampaign(sources: [(name: "units.csv", bytes: [1, 2])], at: moment)
    for (name, unit) in [("城关镇政府大楼.xlsx", "T1"), ("b.xlsx", "T2")] {
        let hash = try ledger.archive(Array(name.utf8))
        try ledger.record(
            FileRecord(
                sha256: hash, path: name, size: name.utf8.count, firstSeen: moment, fate: .taken),
            at: moment)
        _ = try ledger.record(
            Submission(
                fileHash: hash, form: "rural", unit: unit, period: month("2020-06"),
                received: moment,
                places: ReturnPlaces(
                    file: name, sheet: nil, columns: [:], headerRow: 1, isCSV: false),
                rows: [village("v1", ["cadres": .integer(5)])]), at: moment)
    }
    try ledger.settle(
        submission: 1, Verdict(status: .accepted, findings: [], okRows: 1, totalRows: 1),
        campaignVersion: "c1", at: moment)
    return try text(of: ledger)
}

/// The canonical text of a ledger.
func text(of ledger: Ledger) throws -> String {
    var bytes: [UInt8] = []
    try ledger.dump { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
}

/// The bytes with one bit turned over.
func turned(_ bytes: [UInt8], at offset: Int) -> [UInt8] {
    var bytes = bytes
    bytes[offset] ^= 1 << (offset % 8)
    return bytes
}

/// Writes bytes in place of a file's, whatever they are.
func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    try Files.remove(path)
    try Files.write(bytes, to: path, mode: 0o600)
}

/// Changes a database behind the ledger's back.
func tamper(_ folder: String, _ sql: String) throws {
    var database: OpaquePointer?
    try #require(sqlite3_open(folder + "/ledger.sqlite", &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    try #require(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
}
