import Campaigns

/// The groups of digits in a text that may be parts of one number, as people part them for the eye.
enum DigitGroups {
    /// Digits of one number, ASCII, with perhaps an `x` at their end.
    struct Group {
        var digits: [UInt8]
        /// Where they stand among the scalars of the text.
        var range: Range<Int>
    }

    /// As many digits as the shortest number has, or more, of either width.
    static func mayHoldNumber(_ text: String) -> Bool {
        guard text.utf8.count >= PersonalNumber.shortest else { return false }
        var count = 0
        for scalar in text.unicodeScalars where digit(scalar) != nil {
            count += 1
            if count >= PersonalNumber.shortest { return true }
        }
        return false
    }

    /// The text is one number with a point in it, perhaps with a sign before it.
    static func isDecimal(_ text: String) -> Bool {
        var scalars = text.trimmed.unicodeScalars[...]
        if let first = scalars.first, "+-＋－".unicodeScalars.contains(first) {
            scalars.removeFirst()
        }
        let parts = scalars.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "．" }
        return parts.count == 2
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { digit($0) != nil } }
    }

    /// Runs of groups.
    ///
    /// Within a run the groups are parted by a single space, hyphen or closing bracket. Digits inside a
    /// code (MA6X00008) or of a decimal are none.
    static func runs(in text: String) -> [[Group]] {
        var runs: [[Group]] = []
        var run: [Group] = []
        let places = Array(text.unicodeScalars).enumerated().filter { !$0.element.isInvisible }
        let scalars = places.map(\.element)
        var place = 0
        /// Where the next group has to begin to belong to the run.
        var expected = -1
        while place < scalars.count {
            guard digit(scalars[place]) != nil else {
                place += 1
                continue
            }
            let start = place
            var group: [UInt8] = []
            while place < scalars.count, let digit = digit(scalars[place]) {
                group.append(digit)
                place += 1
            }
            // An identity number's last; behind a telephone (138…wx) it is a word's first.
            let mayEndInX = start == expected ? 1...17 : 17...17
            if place < scalars.count, isX(scalars[place]), mayEndInX.contains(group.count),
                place + 1 == scalars.count || !isLetter(scalars[place + 1])
            {
                group.append(UInt8(ascii: "x"))
                place += 1
            }
            if isInCode(scalars, from: start, to: place)
                || isDecimal(scalars, from: start, to: place)
            {
                if !run.isEmpty { runs.append(run) }
                (run, expected) = ([], -1)
                continue
            }
            if start != expected, !run.isEmpty {
                runs.append(run)
                run = []
            }
            run.append(
                Group(digits: group, range: places[start].offset..<places[place - 1].offset + 1))
            let isParted =
                place < scalars.count && (scalars[place].isSpace || isParting(scalars[place]))
            expected = isParted ? place + 1 : -1
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFEE0)
        default: nil
        }
    }

    private static func isX(_ scalar: Unicode.Scalar) -> Bool {
        ["x", "X", "ｘ", "Ｘ"].contains(scalar)
    }

    private static func isParting(_ scalar: Unicode.Scalar) -> Bool {
        ["-", "－", "–", "—", "‐", "‑", "·", ".", ")", "）"].contains(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// Digits of a code, in which letters and digits are mixed: digits on both sides of a Latin letter.
    ///
    /// Words grown to a number (tel138…, 138…wx) are no code.
    private static func isInCode(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Bool
    {
        func goesOn(_ word: some Sequence<Unicode.Scalar>) -> Bool {
            word.prefix(longestCode).prefix { isLetter($0) || digit($0) != nil }
                .contains { digit($0) != nil }
        }
        return goesOn(scalars[..<start].reversed()) || goesOn(scalars[end...])
    }

    /// No code is longer, and none is looked for further.
    private static let longestCode = 40

    /// 13812345678.5 is an amount.
    private static func isDecimal(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Bool
    {
        func isDigit(_ place: Int) -> Bool {
            scalars.indices.contains(place) && digit(scalars[place]) != nil
        }
        func isPoint(_ place: Int) -> Bool {
            scalars.indices.contains(place) && (scalars[place] == "." || scalars[place] == "．")
        }
        // Two digits behind the point and no other point: not 138.1234.5678.
        var behind = end + 1
        while isDigit(behind) { behind += 1 }
        return isPoint(end) && (1...2).contains(behind - end - 1) && !isPoint(behind)
    }
}
