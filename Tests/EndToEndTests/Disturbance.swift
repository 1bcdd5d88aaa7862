import Foundation
import TestSupport
import Testing

/// A county, what an undisturbed run makes of it, and a way to disturb another one's run; the points at
/// which a program may be stopped are there in a debug build alone.
struct Disturbance {
    /// Everything that must be the same after the next run, by name.
    let wanted: [String: Data]
    /// The names of the points that the run passes, in their order.
    let points: [Substring]

    init() throws {
        let county = try Self.county()
        try county.tongbao(
            "run", environment: ["TONGBAO_FAIL_COUNT": Self.record(in: county.place)]
        ).expect(0)
        let lines = try county.place.text("points").split(separator: "\n")
        points = lines.map { $0.split(separator: " ", maxSplits: 1)[1] }
        wanted = try Self.result(county)
    }

    /// A fresh county whose run is disturbed at a point.
    func disturbed(
        at point: Int, _ environment: [String: String] = [:]
    ) throws -> (PatrolCounty, Outcome) {
        let county = try Self.county()
        let outcome = try county.tongbao(
            "run",
            environment: ["TONGBAO_FAIL_AT": String(point)].merging(environment) { $1 })
        return (county, outcome)
    }

    /// One more run must give what an undisturbed one gives.
    func expectWhole(_ county: PatrolCounty, after what: String) throws {
        try county.tongbao("run").expect(0)
        let result = try Self.result(county)
        let different = Set(result.keys).union(wanted.keys)
            .filter { result[$0] != wanted[$0] }.sorted()
        #expect(different.isEmpty, "after \(what)")
    }

    /// Two returns of 云杉林场 come in an archive, with a third file that holds a person's number.
    private static func county() throws -> PatrolCounty {
        let county = try PatrolCounty()
        var files = try ["巡护/云杉林场.csv", "物资/云杉林场.csv"].map { name in
            let path = "Inbox/2021-04/\(name)"
            let bytes = Array(try county.place.data(path))
            try FileManager.default.removeItem(at: county.place.folder.appending(path: path))
            return (name: name, content: bytes)
        }
        files.append(("巡护/云杉.csv", files[0].content + Array("电话,13912345678\n".utf8)))
        let archive = try county.place.write(
            Data(ArchiveDraft.utf8(files).bytes), to: "Inbox/2021-04/云杉林场4月.zip")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_500_000_000)],
            ofItemAtPath: archive.path(percentEncoded: false))
        return county
    }

    static func result(_ county: PatrolCounty) throws -> [String: Data] {
        var result = try county.place.snapshot("Outbox")
        for (path, bytes) in try county.place.snapshot(".tongbao")
        where [
            "office/", "outbox/", "archive/", "quarantine/", "events.jsonl",
        ].contains(where: path.hasPrefix)
            && !path.hasSuffix(".tongbao-part")
        {
            result[path] = bytes
        }
        result["dump"] = Data(try county.tongbao("ledger", "dump").expect(0).stdout.utf8)
        try county.tongbao("ledger", "verify").expect(0)
        return result
    }

    private static func record(in place: Workplace) -> String {
        place.folder.appending(path: "points").path(percentEncoded: false)
    }
}
