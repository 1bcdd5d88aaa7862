package import Findings

/// The words of a progress bar: `读表 ▕██████░░░░▏ 123/240  51/秒  剩 3 秒`.
package struct ProgressLine: Sendable {
    package var title: String
    package var done: Int
    package var total: Int?
    /// Since the step began.
    package var seconds: Double

    package init(title: String, done: Int, total: Int?, seconds: Double) {
        self.title = title
        self.done = done
        self.total = total
        self.seconds = seconds
    }

    /// The line for a terminal of some width.
    ///
    /// It never fills the last column, which would make some terminals go on to the next line. What has
    /// no room is left out, the least needed first.
    package func text(in language: Language, columns: Int) -> String {
        let say = Say(language)
        let room = max(0, columns - 1)
        guard let total, total > 0 else { return Self.cut(title + "…", to: room) }
        let count = "\(done)/\(total)"
        var rate = ""
        var left = ""
        if done > 0, seconds > 0.5 {
            let speed = Double(done) / seconds
            rate = Self.text(speed) + say("/秒", "/s")
            left =
                say("剩 ", "") + Self.duration(Double(total - done) / speed, language)
                + say("", " left")
        }
        let parts = [count, rate, left].filter { !$0.isEmpty }
        let words = ([title] + parts).joined(separator: "  ")
        // A space before and after the bar, and its two ends.
        let bar = min(30, room - words.terminalWidth - 4)
        if bar >= 8 {
            return title + " " + self.bar(bar, of: total) + " " + parts.joined(separator: "  ")
        }
        for words in [words, title + "  " + count] where words.terminalWidth <= room {
            return words
        }
        return Self.cut(count, to: room)
    }

    private func bar(_ width: Int, of total: Int) -> String {
        let full = min(width, width * done / total)
        return "[" + String(repeating: "#", count: full)
            + String(repeating: ".", count: width - full) + "]"
    }

    private static func text(_ speed: Double) -> String {
        guard speed < 10 else { return String(Int(min(speed, 1e9))) }
        return String((speed * 10).rounded() / 10)
    }

    private static func duration(_ seconds: Double, _ language: Language) -> String {
        let say = Say(language)
        let whole = Int(min(seconds.rounded(.up), 1e6))
        guard whole >= 60 else { return say("\(whole) 秒", "\(whole) s") }
        return say("\(whole / 60) 分 \(whole % 60) 秒", "\(whole / 60) min \(whole % 60) s")
    }

    /// As many characters as have room.
    private static func cut(_ text: String, to width: Int) -> String {
        var cut = ""
        for character in text {
            guard cut.terminalWidth + String(character).terminalWidth <= width else { break }
            cut.append(character)
        }
        return cut
    }
}
