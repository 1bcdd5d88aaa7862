import Foundation
import Testing

/// What appears on a terminal while a run is at work; waiting for a file that has just been copied makes
/// any run last longer than a second.
struct ProgressBarTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }
    private let erased = "\r\u{1B}[K"

    init() throws {
        county = try PatrolCounty()
        try place.edit("Campaign/settings.csv", "settle_seconds,0", "settle_seconds,3")
        try county.patrol("冷杉林场", "风垭口片区,10,9,高,2,0,", to: "刚拷来.csv")
    }

    @Test func `a bar says what the run is at, and is gone at the end`() throws {
        let run = try place.onTerminal(
            columns: 60, "run", "--campaign", "Campaign", "--as-of", PatrolCounty.asOf
        ).expect(0).says("\r等文件写完 [").says("/3")
        let last = try #require(run.stdout.range(of: erased, options: .backwards))
        #expect(run.stdout[last.upperBound...].hasPrefix("新收"), "\(run)")
        #expect(!run.stdout[last.upperBound...].contains("\u{1B}"), "\(run)")
    }

    @Test func `a bar is never wider than its terminal`() throws {
        let run = try place.onTerminal(
            columns: 14, "run", "--campaign", "Campaign", "--as-of", PatrolCounty.asOf
        ).expect(0)
        let bars = run.stdout.split(separator: "\r").filter { $0.hasSuffix("\u{1B}[K") }
        #expect(bars.count > 1, "\(run)")
        for bar in bars { #expect(bar.dropLast(3).utf8.count < 14, "\(bar)") }
    }

    @Test func `there is none where a program reads, nor where nobody does`() throws {
        let json = try place.onTerminal(
            columns: 60, "run", "--json", "--campaign", "Campaign", "--as-of", PatrolCounty.asOf
        ).expect(0)
        #expect(!json.stdout.contains("\u{1B}"), "\(json)")
        try county.patrol("冷杉林场", "风垭口片区,10,8,高,2,0,", to: "又拷来.csv")
        let piped = try county.tongbao("run").expect(0)
        #expect(piped.stderr.isEmpty && !piped.stdout.contains("\r"), "\(piped)")
    }

    @Test func `it is gone before a fault is told`() throws {
        try place.write("a file where the folder should be", to: "Outbox")
        let run = try place.onTerminal(
            columns: 60, "run", "--campaign", "Campaign", "--as-of", PatrolCounty.asOf
        ).expect(73)
        let last = try #require(run.stdout.range(of: erased, options: .backwards))
        #expect(run.stdout[last.upperBound...].hasPrefix("写不了"), "\(run)")
    }
}
