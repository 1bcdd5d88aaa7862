import Foundation
import Testing

/// The file that monitoring watches.
struct HeartbeatTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
    }

    private struct Beat: Decodable {
        var version: String
        var as_of: String?
        var ok: Bool
        var exit: Int
        var error: String?
        var counts: [String: Int]?
        var missing: [String: Int]?
        var periods: [String]?
        var last_event: Int?
        var seconds: [String: Double]
        var last_success: String?
    }

    private func beat() throws -> Beat {
        try JSONDecoder().decode(Beat.self, from: place.data(".tongbao/heartbeat.json"))
    }

    @Test func `a run tells what came of it`() throws {
        try place.write("", to: "Inbox/2021-04/空.csv")
        let run = try county.tongbao("run").expect(0)
        let beat = try beat()
        #expect(beat.version == "0.1.0")
        #expect(beat.ok && beat.exit == 0 && beat.error == nil)
        #expect(beat.as_of == "2021-05-11T09:00:00" && beat.last_success == beat.as_of)
        #expect(beat.counts?["new"] == 14 && beat.counts?["known"] == 0, "\(run)")
        #expect(beat.counts?["returned"] ?? 0 > 0)
        #expect(beat.periods == ["2021-04"])
        #expect(
            run.stdout.contains("未报 \(beat.missing?["2021-04"] ?? -1)"), "\(run)")
        let events = try place.text(".tongbao/events.jsonl").split(separator: "\n")
        #expect(beat.last_event == events.count)
        #expect(
            Set(beat.seconds.keys).isSuperset(of: ["campaign", "read", "judge", "write", "total"]))
    }

    @Test func `a run without news writes the heartbeat and nothing else`() throws {
        try county.runBothMonths().april.expect(0)
        try county.tongbao("run").expect(0)
        let (state, outbox) = try (place.snapshot(".tongbao"), place.snapshot("Outbox"))
        let old = Date(timeIntervalSince1970: 1_600_000_000)
        let path = place.folder.appending(path: ".tongbao/heartbeat.json")
            .path(percentEncoded: false)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        try county.tongbao("run").expect(0)
        let changed = try place.snapshot(".tongbao").filter { state[$0.key] != $0.value }.keys
        #expect(Set(changed).isSubset(of: ["heartbeat.json", "lock"]), "\(changed)")
        #expect(try place.snapshot("Outbox") == outbox)
        let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        #expect(try #require(time as? Date) > old, "monitoring goes by the file's age")
        #expect(try beat().counts?["new"] == 0 && beat().counts?["known"] == 13)
    }

    @Test func `a run that fails says so by kind, and when the last one went well`() throws {
        try county.tongbao("run").expect(0)
        try place.edit("Campaign/settings.csv", "due_day,10", "due_day,绝密")
        try county.tongbao("run").expect(78)
        let beat = try beat()
        #expect(!beat.ok && beat.exit == 78 && beat.error == "campaign")
        #expect(beat.as_of == nil && beat.last_success == "2021-05-11T09:00:00")
        #expect(try !place.text(".tongbao/heartbeat.json").contains("绝密"))
        try place.edit("Campaign/settings.csv", "due_day,绝密", "due_day,10")
        try county.tongbao("run").expect(0)
        #expect(try self.beat().ok)
    }

    @Test func `an Outbox that cannot be written is told`() throws {
        try place.write("a file where the folder should be", to: "Outbox")
        try county.tongbao("run").expect(73)
        let beat = try beat()
        #expect(!beat.ok && beat.exit == 73 && beat.error == "cannot_write")
        #expect(beat.as_of == "2021-05-11T09:00:00" && beat.last_success == nil)
    }

    @Test func `a wrong command line leaves the heartbeat alone, and so does a question`() throws {
        try county.tongbao("run").expect(0)
        let before = try place.data(".tongbao/heartbeat.json")
        try county.tongbao("run", "--period", "2031-01").expect(64)
        try county.tongbao("status").expect(0)
        try county.tongbao("doctor").expect(0)
        #expect(try place.data(".tongbao/heartbeat.json") == before)
    }

    @Test func `a run that finds another at work leaves the heartbeat to it`() throws {
        try county.tongbao("run").expect(0)
        let before = try place.data(".tongbao/heartbeat.json")
        let path = place.folder.appending(path: ".tongbao/lock").path(percentEncoded: false)
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        var lock = flock(
            l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
        #expect(fcntl(handle.fileDescriptor, F_SETLK, &lock) == 0)
        try county.tongbao("run").expect(75)
        try place.tongbao("run", "--campaign", "nowhere").expect(78)
        #expect(try place.data(".tongbao/heartbeat.json") == before)
        try handle.close()
    }

    @Test func `nothing of it reaches the Outbox`() throws {
        try county.tongbao("run").expect(0)
        let first = try place.snapshot("Outbox")
        try FileManager.default.removeItem(at: place.folder.appending(path: "Outbox"))
        try FileManager.default.removeItem(at: place.folder.appending(path: ".tongbao"))
        try county.tongbao("run").expect(0)
        #expect(try place.snapshot("Outbox") == first)
    }
}
