import Campaigns
import Findings
import Ledgers
import Returns
import Testing

@testable import Pipeline

/// Whether what bytes are when they are read anew is to be noted.
struct ReadAnewTests {
    private static func isNews(
        from earlier: FileRecord.Fate, to fate: FileRecord.Fate, at path: String = "b",
        _ fault: Problem.Unreadable? = nil, units: (String?, String?) = ("T1", "T1"),
        isThereStill: Bool = false, status: Delivery.Status = .returned
    ) -> Bool {
        let moment = Moment(secondsSince1970: 1_593_766_800, offset: 0)
        func submission(_ id: Int, _ unit: String?) -> Submission {
            Submission(
                id: id, fileHash: "ab", form: "rural", unit: unit, period: Period("2020-06"),
                received: moment,
                places: ReturnPlaces(
                    file: path, sheet: nil, columns: [:], headerRow: 1, isCSV: false), rows: [])
        }
        var reading = FileReading()
        reading.fault = fault
        var arrival = Arrival(
            FileRecord(sha256: "ab", path: path, size: 1, firstSeen: moment, fate: fate),
            of: InboxFile(path: path, bytes: [1]), received: moment, reading: reading)
        arrival.earlier = Arrival.Earlier(
            path: "a", fate: earlier, submissions: [submission(1, units.0)], settled: [],
            why: .readAnew, isThereStill: isThereStill)
        let verdict = Verdict(status: status, findings: [], okRows: 0, totalRows: 1)
        return arrival.isNews(submission(1, units.1), verdict)
    }

    private static let limit = Problem.Unreadable.limit("", "")

    @Test(arguments: [
        // What went back goes back once more.
        (isNews(from: .taken, to: .taken), false),
        (isNews(from: .taken, to: .taken, status: .accepted), true),
        (isNews(from: .taken, to: .taken, units: ("T1", "T2")), true),
        (isNews(from: .taken, to: .taken, units: ("T1", nil)), false),
        (isNews(from: .taken, to: .taken, units: ("T1", "T2"), isThereStill: true), false),
        (
            isNews(
                from: .taken, to: .taken, units: ("T1", "T2"), isThereStill: true,
                status: .accepted), true
        ),
        // What lay apart, or could not be read.
        (isNews(from: .quarantined, to: .taken), true),
        (isNews(from: .quarantined, to: .quarantined, units: ("T1", "T2")), false),
        (isNews(from: .unreadable, to: .taken), true),
        (isNews(from: .unreadable, to: .quarantined), true),
        (isNews(from: .unreadable, to: .unreadable, .empty), false),
        (isNews(from: .unreadable, to: .unreadable, at: "a", .empty), true),
        (isNews(from: .unreadable, to: .unreadable, at: "a", limit), false),
    ])
    func `a verdict is noted where it tells more`(isNews: Bool, expected: Bool) {
        #expect(isNews == expected)
    }
}
