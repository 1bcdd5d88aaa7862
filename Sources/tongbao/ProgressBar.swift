import Findings
import Foundation
import Glibc
import Pipeline
import Synchronization

/// One line on a terminal that says what a run is at, how much is done, how fast, and how long it will
/// be; there for what takes more than a second, and gone when it is over.
///
/// It is drawn on standard error, so that what is piped stays clean.
final class ProgressBar: Sendable {
    private struct State {
        var progress: RunProgress?
        var stepStart = ContinuousClock.now
        var isOver = false
        var isDrawn = false
    }

    private let language: Language
    private let state = Mutex(State())

    private init(_ language: Language) {
        self.language = language
    }

    /// Does work that tells what it is at, under a bar where one is wanted and standard error is a
    /// terminal.
    static func shown<Value>(
        _ language: Language, isWanted: Bool,
        _ work: ((@Sendable (RunProgress) -> Void)?) throws -> Value
    ) rethrows -> Value {
        guard isWanted, isatty(STDERR_FILENO) == 1 else { return try work(nil) }
        let bar = ProgressBar(language)
        // What a run is at changes seldom, how long it has been at it always: somebody else draws.
        Thread.detachNewThread {
            usleep(1_000_000)
            while bar.draw() { usleep(200_000) }
        }
        defer { bar.erase() }
        return try work { bar.note($0) }
    }

    private func note(_ progress: RunProgress) {
        state.withLock { state in
            if state.progress?.step != progress.step { state.stepStart = ContinuousClock.now }
            state.progress = progress
        }
    }

    /// False where there is nothing to be drawn any more.
    private func draw() -> Bool {
        state.withLock { state in
            guard !state.isOver else { return false }
            guard let progress = state.progress else { return true }
            let line = ProgressLine(
                title: progress.step.title.text(in: language), done: progress.done,
                total: progress.total,
                seconds: (ContinuousClock.now - state.stepStart) / .seconds(1))
            state.isDrawn = true
            Self.write("\r" + line.text(in: language, columns: Self.columns) + "\u{1B}[K")
            return true
        }
    }

    private func erase() {
        state.withLock { state in
            if state.isDrawn { Self.write("\r\u{1B}[K") }
            state.isOver = true
        }
    }

    /// How wide the terminal is; one that does not say is taken for narrow.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 40
        }
        return Int(size.ws_col)
    }

    private static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
