import Foundation
import Testing

/// A county, what an undisturbed run makes of it, and a way to disturb another one's run; the points at
/// which a program may be stopped are there in a debug build alone.
struct Disturbance {
    /// Everything that must be the same after the next run, by name.
    let wanted: [String: Data]
    /// The names of the points that the run passes, in their order.
    let points: [Substring]

    init() throws {
        let county = try PatrolCounty()
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
        let county = try PatrolCounty()
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

    static func result(_ county: PatrolCounty) throws -> [String: Data] {
        var result = try county.place.snapshot("Outbox")
        for (path, bytes) in try county.place.snapshot(".tongbao")
        where ["office/", "outbox/", "archive/", "events.jsonl"].contains(where: path.hasPrefix)
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
