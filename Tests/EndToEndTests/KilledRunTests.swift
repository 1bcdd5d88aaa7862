import Foundation
import Testing

/// Killed anywhere, run again: the same ledger, the same Outbox.
///
/// `Scripts/crash` has the long version.
struct KilledRunTests {
    private static let made = Result { try Disturbance() }

    @Test func `a run that is killed anywhere is made good by the next one`() throws {
        let undisturbed = try Self.made.get()
        let count = undisturbed.points.count
        try #require(count > 100)
        for point in stride(from: 3, through: count, by: max(1, count / 16)) {
            let (county, outcome) = try undisturbed.disturbed(at: point)
            #expect(outcome.code == -1, "killed at \(point): \(outcome)")
            try undisturbed.expectWhole(county, after: "\(point) \(undisturbed.points[point - 1])")
        }
    }

    @Test func `a torn line of the journal loses no return`() throws {
        let undisturbed = try Self.made.get()
        let torn = undisturbed.points.indices.filter { index in
            undisturbed.points[index].hasPrefix("half .tongbao/events.jsonl")
        }
        try #require(torn.count > 2)
        for index in torn {
            let (county, _) = try undisturbed.disturbed(at: index + 1)
            try undisturbed.expectWhole(county, after: "a line torn at \(index + 1)")
        }
    }

    /// Many files are taken in by one commit; a power cut may leave any beginning of its events.
    @Test func `a journal that is torn anywhere within a commit loses no return`() throws {
        let undisturbed = try Self.made.get()
        let commits = undisturbed.points.indices.filter {
            undisturbed.points[$0].hasPrefix("beforeCommit ")
        }
        var longest = (point: 0, events: 0)
        var committed = 0
        for index in commits {
            let (county, _) = try undisturbed.disturbed(at: index + 1)
            let events = try Self.lines(of: county).count
            if events - committed > longest.events { longest = (index + 1, events - committed) }
            committed = events
        }
        // Every file of the Inbox is in it, with its returns and their verdicts.
        try #require(longest.events > 15)
        for kept in stride(from: 0, to: longest.events, by: 4) {
            let (county, _) = try undisturbed.disturbed(at: longest.point)
            let lines = try Self.lines(of: county)
            let whole = lines.count - longest.events + kept
            // And a piece of the next one.
            let journal =
                lines[..<whole].flatMap { $0 + [UInt8(ascii: "\n")] }
                + lines[whole].prefix(60)
            try county.place.write(Data(journal), to: Self.journal)
            try undisturbed.expectWhole(county, after: "a tear behind \(kept) events of a commit")
        }
    }

    private static let journal = ".tongbao/events.jsonl"

    private static func lines(of county: PatrolCounty) throws -> [Data] {
        try county.place.data(journal).split(separator: UInt8(ascii: "\n"))
    }

    @Test func `a disk that fills up ends the run with 73, and the next one completes it`() throws {
        let undisturbed = try Self.made.get()
        // The heartbeat is written last, and no run fails for it.
        let count = try #require(
            undisturbed.points.firstIndex { $0.contains("heartbeat") })
        for point in stride(from: 5, through: count, by: max(1, count / 8)) {
            let (county, outcome) = try undisturbed.disturbed(
                at: point, ["TONGBAO_FAIL_ERRNO": "28"])
            outcome.expect(73)
            try undisturbed.expectWhole(county, after: "a full disk at \(point)")
        }
    }
}
