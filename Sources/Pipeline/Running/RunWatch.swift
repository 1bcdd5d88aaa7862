package import Findings

/// Times the steps of a run on a clock that only goes forward, and tells a listener what the run is at.
///
/// Steps do not lie within each other; one that comes again adds up.
final class RunWatch {
    private let tell: (RunProgress) -> Void
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var spent: [RunStep: Duration] = [:]
    private var now: RunProgress?

    init(_ listener: (@Sendable (RunProgress) -> Void)? = nil) {
        tell = listener ?? { _ in }
        start = clock.now
    }

    /// Does one step; `total` is the number of times that it will `advance`.
    func time<Value>(
        _ step: RunStep, total: Int? = nil, _ work: () throws(RunError) -> Value
    ) throws(RunError) -> Value {
        report(RunProgress(step: step, done: 0, total: total))
        let begin = clock.now
        defer { spent[step, default: .zero] += clock.now - begin }
        return try work()
    }

    /// How much of the step there is to do, where that is known only when it has begun.
    func expect(_ total: Int) {
        guard var now else { return }
        now.total = total
        report(now)
    }

    /// One more of the step is done.
    func advance() {
        guard var now else { return }
        now.done += 1
        report(now)
    }

    /// Waits for files to settle; the time is no part of the step under way.
    func wait(_ seconds: Double) {
        let outer = now
        let begin = clock.now
        var left = seconds
        report(RunProgress(step: .settle, done: 0, total: Int(seconds.rounded(.up))))
        while left > 0 {
            InboxScan.sleep(min(left, 1))
            left -= 1
            advance()
        }
        let spentWaiting = clock.now - begin
        spent[.settle, default: .zero] += spentWaiting
        if let outer {
            spent[outer.step, default: .zero] -= spentWaiting
            report(outer)
        }
    }

    /// So far.
    var times: StepTimes {
        StepTimes(
            steps: RunStep.allCases.compactMap { step in
                spent[step].map { .init(step: step.rawValue, seconds: $0.milliseconds) }
            }, total: (clock.now - start).milliseconds)
    }

    private func report(_ progress: RunProgress) {
        now = progress
        tell(progress)
    }
}

/// How long each step of a run took.
package struct StepTimes: Codable, Sendable {
    package var steps: [Step]
    /// Seconds of the whole run, what lies between the steps included.
    package var total: Double

    package struct Step: Codable, Sendable {
        package var step: String
        package var seconds: Double
    }

    /// The times in one line, where they add up to something: steps under a tenth of a second do not
    /// count, and a run under a second has nothing to say.
    package func line(in language: Language) -> String? {
        guard total >= 1 else { return nil }
        let say = Say(language)
        let long = steps.filter { $0.seconds >= 0.1 }.map { line in
            let title = RunStep(rawValue: line.step)?.title.text(in: language) ?? line.step
            return "\(title) \(Self.text(line.seconds))"
        }
        let whole = Self.text(total)
        return say("用时 \(whole) 秒", "\(whole) s")
            + (long.isEmpty
                ? "" : say("：", ": ") + long.joined(separator: say("，", ", ")))
    }

    /// With one decimal.
    private static func text(_ seconds: Double) -> String {
        String((seconds * 10).rounded() / 10)
    }
}

extension Duration {
    /// In seconds, to the millisecond.
    fileprivate var milliseconds: Double {
        (self / .milliseconds(1)).rounded() / 1000
    }
}
