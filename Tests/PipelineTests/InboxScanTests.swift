import Files
import Foundation
import Testing

@testable import Pipeline

/// When a file is taken: what the scan waits for, by a clock of its own.
struct InboxScanTests {
    private let inbox: String
    private let now = 1_600_000_000.0

    init() throws {
        inbox = NSTemporaryDirectory() + "tongbao-scan-" + UUID().uuidString
        try Files.createFolder(inbox)
    }

    @Test func `files that have lain for a while are taken without waiting`() throws {
        defer { try? Files.remove(inbox) }
        try put("a.csv", age: 11)
        let (scan, waited) = try scan()
        #expect(scan.files.map(\.path) == ["a.csv"])
        #expect(waited == nil)
    }

    @Test func `a fresh file is waited for as long as it is too young`() throws {
        defer { try? Files.remove(inbox) }
        try put("a.csv", age: 3)
        try put("b.csv", age: 7)
        let (scan, waited) = try scan()
        #expect(scan.files.map(\.path) == ["a.csv", "b.csv"])
        #expect(waited == 7)
    }

    @Test func `a file that is known is waited for by no run`() throws {
        defer { try? Files.remove(inbox) }
        try put("a.csv", age: 0)
        let (scan, waited) = try scan(known: ["a.csv"])
        #expect(scan.files.map(\.path) == ["a.csv"])
        #expect(waited == nil)
    }

    @Test func `a time that is still to come is watched over the whole time`() throws {
        defer { try? Files.remove(inbox) }
        try put("a.csv", age: -3600)
        let (still, waited) = try scan()
        #expect(still.files.map(\.path) == ["a.csv"])
        #expect(waited == 10)
        let (growing, _) = try scan(meanwhile: { try put("a.csv", age: -3600, "more") })
        #expect(growing.files.isEmpty)
        #expect(growing.unsettled == ["a.csv"])
    }

    @Test func `what changes while it is watched is left to the next run`() throws {
        defer { try? Files.remove(inbox) }
        try put("a.csv", age: 2)
        try put("b.csv", age: 100)
        let (scan, _) = try scan(meanwhile: {
            try put("a.csv", age: 0, "more")
            try put("c.csv", age: -1)
        })
        #expect(scan.files.map(\.path) == ["b.csv"])
        #expect(scan.unsettled == ["a.csv", "c.csv"])
        #expect(!scan.isComplete)
    }

    @Test func `an Inbox that cannot be read is a fault of the set-up`() {
        let error = #expect(throws: RunError.self) {
            try InboxScan(inbox + "/nowhere", settleSeconds: 10)
        }
        #expect(error?.exitCode == 78)
    }

    private func scan(
        known: Set<String> = [], meanwhile: () throws -> Void = {}
    ) throws -> (InboxScan, waited: Double?) {
        var waited: Double?
        var failure: (any Error)?
        let scan = try InboxScan(
            inbox, settleSeconds: 10,
            isKnown: { file throws(RunError) in known.contains(file.path) },
            clock: { now + (waited ?? 0) },
            wait: { seconds in
                waited = seconds
                do { try meanwhile() } catch { failure = error }
            })
        if let failure { throw failure }
        return (scan, waited)
    }

    private func put(_ name: String, age: Double, _ text: String = "x") throws {
        let path = inbox + "/" + name
        try Data(text.utf8).write(to: URL(filePath: path))
        let time = Date(timeIntervalSince1970: now - age)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    }
}
