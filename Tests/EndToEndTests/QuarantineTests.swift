import Foundation
import Testing

/// A return with a column of ID numbers: kept apart, answered by place, and nothing of it elsewhere.
struct QuarantineTests {
    /// A well-known invented number; it stands in the shipped return of 槐垭镇.
    private let number = "610999199001010012"
    private let file = "2020-06/非公/2020年6月非公月报（槐垭镇）.xlsx"
    private let county: ShippedCounty

    init() throws {
        county = try ShippedCounty.get()
    }

    @Test func `the number is in the return`() throws {
        let bytes = try county.place.data("Inbox/\(file)")
        #expect(try Contents.of(bytes, path: file, hold: number))
    }

    @Test func `the return is kept apart and its places are told`() throws {
        let receipt = try county.table("收件", of: "2020-06").row(["file": file])
        #expect(receipt["status"] == "quarantined")
        let findings = try county.table("问题", of: "2020-06").rows(["file": file])
        #expect(findings.map { $0["finding"] } == ["V09", "V09"])
        #expect(findings.map { $0["cell"] } == ["U3", "U4"])
    }

    @Test func `no byte of the outbox holds the number`() throws {
        for (path, bytes) in county.outboxLater {
            #expect(try !Contents.of(bytes, path: path, hold: number), "\(path)")
        }
    }

    @Test func `no byte of the state holds it but in quarantine`() throws {
        let kept = try county.state.filter { try Contents.of($1, path: $0, hold: number) }
        #expect(kept.keys.allSatisfy { $0.hasPrefix("quarantine/") }, "\(kept.keys.sorted())")
        #expect(kept.count == 1)
    }

    @Test func `no word on the terminal holds it`() throws {
        let check = try county.place.tongbao(
            "check", "Inbox/\(file)", "--as-of", ShippedCounty.laterAsOf)
        check.expect(1).says("U4")
        for run in [county.may, county.june, county.later, check] {
            #expect(!(run.stdout + run.stderr).contains(number), "\(run.command)")
        }
    }
}
