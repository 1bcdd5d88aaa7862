import Findings
import Testing

@testable import Pipeline

struct ProgressTests {
    private func line(
        _ columns: Int, done: Int = 120, total: Int? = 240, in language: Language = .chinese
    ) -> String {
        ProgressLine(title: "读表", done: done, total: total, seconds: 6)
            .text(in: language, columns: columns)
    }

    @Test func `what, how much, how fast and how long stand in one line`() {
        #expect(line(80) == "读表 [###############...............] 120/240  20/秒  剩 6 秒")
        #expect(
            line(80, in: .english)
                == "读表 [###############...............] 120/240  20/s  6 s left")
    }

    @Test(arguments: 1...120)
    func `a line never fills its terminal, wide characters counted as two`(columns: Int) {
        for (done, total) in [(0, 240), (1, 240), (240, 240), (5, nil), (999_999, 1_000_000)] {
            let text = line(columns, done: done, total: total)
            #expect(text.terminalWidth < columns, "\(text)")
        }
    }

    @Test func `on a narrow terminal the bar goes first, then rate and time`() {
        #expect(line(45) == "读表 [#####......] 120/240  20/秒  剩 6 秒")
        #expect(line(32) == "读表  120/240  20/秒  剩 6 秒")
        #expect(line(20) == "读表  120/240")
        #expect(line(10) == "120/240")
    }

    @Test func `without a total only the step is named`() {
        #expect(line(80, total: nil) == "读表…")
    }

    @Test func `a step that has just begun promises nothing`() {
        #expect(line(80, done: 0) == "读表 [..............................] 0/240")
    }

    @Test func `a listener is told of every step and how far it is`() throws {
        let seen = Seen()
        let watch = RunWatch { seen.add($0) }
        try watch.time(.read, total: 2) { () throws(RunError) in
            watch.advance()
            watch.advance()
        }
        try watch.time(.judge) { () throws(RunError) in watch.expect(3) }
        #expect(seen.texts == ["read 0/2", "read 1/2", "read 2/2", "judge 0/-", "judge 0/3"])
        #expect(watch.times.steps.map(\.step) == ["read", "judge"])
    }

    @Test func `a step that fails has its time as well`() {
        let watch = RunWatch()
        #expect(throws: RunError.self) {
            try watch.time(.write) { () throws(RunError) in
                throw RunError.noSuchFile("x")
            }
        }
        #expect(watch.times.steps.map(\.step) == ["write"])
    }

    @Test func `times are one line, without what took no time`() {
        let times = StepTimes(
            steps: [
                .init(step: "campaign", seconds: 0.04), .init(step: "read", seconds: 6.14),
                .init(step: "judge", seconds: 3.25),
            ], total: 9.6)
        #expect(times.line(in: .chinese) == "用时 9.6 秒：读表 6.1，校核 3.3")
        #expect(times.line(in: .english) == "9.6 s: reading 6.1, judging 3.3")
        #expect(StepTimes(steps: times.steps, total: 0.9).line(in: .english) == nil)
    }
}

/// What a listener has heard.
private final class Seen: @unchecked Sendable {
    private(set) var texts: [String] = []

    func add(_ progress: RunProgress) {
        texts.append(
            "\(progress.step) \(progress.done)/\(progress.total.map(String.init) ?? "-")")
    }
}
