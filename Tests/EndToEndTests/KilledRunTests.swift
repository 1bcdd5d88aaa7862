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
        try #require(torn.count > 8)
        for index in stride(from: 0, to: torn.count, by: 3) {
            let (county, _) = try undisturbed.disturbed(at: torn[index] + 1)
            try undisturbed.expectWhole(county, after: "a line torn at \(torn[index] + 1)")
        }
    }

    @Test func `a disk that fills up ends the run with 73, and the next one completes it`() throws {
        let undisturbed = try Self.made.get()
        let count = undisturbed.points.count
        for point in stride(from: 5, through: count, by: max(1, count / 8)) {
            let (county, outcome) = try undisturbed.disturbed(
                at: point, ["TONGBAO_FAIL_ERRNO": "28"])
            outcome.expect(73)
            try undisturbed.expectWhole(county, after: "a full disk at \(point)")
        }
    }
}
