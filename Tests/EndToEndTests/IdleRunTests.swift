import Foundation
import Testing

/// A night on which nothing came: nothing is opened that has been read, and nothing is written.
struct IdleRunTests {
    /// What says of a run that it was there; everything else stays as it lies.
    private static let lively: Set = ["heartbeat.json"]

    @Test(arguments: ["2021-05-11T09:00", "2021-05-25T18:15"])
    func `a second run leaves every file as it lies`(moment: String) throws {
        let county = try PatrolCounty()
        try county.tongbao("run").expect(0)
        let before = try Self.files(of: county.place)
        let again = try county.place.tongbao("run", "--campaign", "Campaign", "--as-of", moment)
        again.expect(0).says("没有新文件").says("2021-04 的输出没有变化")
        let after = try Self.files(of: county.place)
        for path in Set(before.keys).union(after.keys).sorted() {
            #expect(before[path] == after[path], "\(path)")
        }
    }

    @Test func `it tells programs the figures of the last run`() throws {
        let county = try PatrolCounty()
        let first = try JSONSerialization.jsonObject(
            with: Data(county.tongbao("run", "--json").expect(0).stdout.utf8))
        let second = try JSONSerialization.jsonObject(
            with: Data(county.tongbao("run", "--json").expect(0).stdout.utf8))
        func period(_ report: Any) throws -> [String: Any] {
            let periods = (report as? [String: Any])?["periods"] as? [[String: Any]]
            return try #require(periods?.last)
        }
        for key in ["period", "expected", "accepted", "late"] {
            let (one, other) = (try period(first)[key], try period(second)[key])
            #expect("\(try #require(one))" == "\(try #require(other))")
        }
        #expect((try period(second)["written"] as? [String]) == [])
    }

    @Test func `an output that somebody has deleted is written again`() throws {
        let county = try PatrolCounty()
        try county.tongbao("run").expect(0)
        let before = try county.place.snapshot("Outbox")
        try FileManager.default.removeItem(
            at: county.place.folder.appending(path: "Outbox/2021-04/数据/排名.csv"))
        try county.tongbao("run").expect(0).says("2021-04  应报 7")
        #expect(try county.place.snapshot("Outbox") == before)
    }

    /// A file as the system knows it, with its bytes.
    private struct Lying: Equatable {
        var inode: UInt64
        var changed: Date
        var bytes: Data
    }

    private static func files(of place: Workplace) throws -> [String: Lying] {
        var files: [String: Lying] = [:]
        for folder in ["Inbox", "Outbox", ".tongbao"] {
            for (path, bytes) in try place.snapshot(folder) where !lively.contains(path) {
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: place.folder.appending(path: "\(folder)/\(path)")
                        .path(percentEncoded: false))
                files["\(folder)/\(path)"] = Lying(
                    inode: try #require(attributes[.systemFileNumber] as? UInt64),
                    changed: try #require(attributes[.modificationDate] as? Date), bytes: bytes)
            }
        }
        return files
    }
}
