/// How wide text stands in a fixed-width line, by East Asian Width (UAX #11): wide and full-width
/// characters count two, ambiguous ones too, for Chinese fonts draw them so.
enum TextWidth {
    /// Of the widest line of a text.
    static func of(_ text: String) -> Int {
        var widest = 0
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 10, 13: width = 0
            case 0..<0x20, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: continue
            default: width += isWide(scalar.value) ? 2 : 1
            }
            widest = max(widest, width)
        }
        return widest
    }

    /// How many lines a text takes when wrapped to a width.
    ///
    /// Wide characters may be parted anywhere, except that a full stop and its like never begin a
    /// line; words only where they are longer than a line.
    static func lines(of text: String, wrappedTo width: Int) -> Int {
        let width = max(2, width)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
            $0 + lines(ofParagraph: $1, width: width)
        }
    }

    private static func lines(ofParagraph text: Substring, width: Int) -> Int {
        var line = Line(width: width)
        /// What may not be parted: a wide character with its full stop, or a word so far.
        var piece = 0
        var isWord = false
        for scalar in text.unicodeScalars {
            let own = of(String(scalar))
            if scalar == " " {
                line.place(piece)
                line.placeSpace()
                piece = 0
            } else if own == 2, closing.contains(scalar) {
                piece += own
            } else if own == 2 || !isWord {
                line.place(piece)
                piece = own
            } else {
                piece += own
            }
            isWord = own < 2 && scalar != " " && scalar != "-"
        }
        line.place(piece)
        return line.number
    }

    /// A line being filled, and how many there were with it.
    private struct Line {
        let width: Int
        var number = 1
        private var used = 0

        init(width: Int) { self.width = width }

        mutating func place(_ piece: Int) {
            if used + piece <= width {
                used += piece
                return
            }
            if used > 0 { number += 1 }
            number += (piece - 1) / width
            used = (piece - 1) % width + 1
        }

        /// Spaces hang over the end of a line.
        mutating func placeSpace() { used = min(width, used + 1) }
    }

    /// Characters that never begin a line of Chinese text.
    private static let closing: Set<Unicode.Scalar> = [
        "，", "。", "、", "；", "：", "！", "？", "）", "》", "】", "”", "’", "％",
    ]

    static func isWide(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }

    /// Classes W and F of EastAsianWidth.txt (Unicode 15), blocks joined where all between is
    /// unassigned, with the ambiguous signs of Chinese text among them; ascending.
    private static let ranges: [ClosedRange<UInt32>] = [
        0xA7...0xA8, 0xB0...0xB1, 0xB7...0xB7, 0xD7...0xD7, 0xF7...0xF7, 0x1100...0x115F,
        0x2010...0x2016, 0x2018...0x2019, 0x201C...0x201D, 0x2020...0x2022, 0x2024...0x2027,
        0x2030...0x2030, 0x2032...0x2033, 0x203B...0x203B, 0x20A9...0x20A9, 0x2103...0x2103,
        0x2116...0x2116, 0x2160...0x216B, 0x2170...0x2179, 0x2190...0x2199, 0x2208...0x2208,
        0x220F...0x220F, 0x2211...0x2211, 0x221A...0x221A, 0x2225...0x2225, 0x2227...0x222C,
        0x2234...0x2237, 0x2248...0x2248, 0x2260...0x2261, 0x2264...0x2267, 0x2299...0x2299,
        0x22A5...0x22A5, 0x2312...0x2312, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC,
        0x23F0...0x23F0, 0x23F3...0x23F3, 0x2460...0x24E9, 0x24EB...0x254B, 0x2550...0x2573,
        0x2580...0x258F, 0x2592...0x2595, 0x25A0...0x25A1, 0x25A3...0x25A9, 0x25B2...0x25B3,
        0x25BC...0x25BD, 0x25C6...0x25C7, 0x25CB...0x25CB, 0x25CE...0x25D1, 0x25E2...0x25E5,
        0x25FD...0x25FE, 0x2605...0x2606, 0x2609...0x2609, 0x2614...0x2615, 0x2640...0x2640,
        0x2642...0x2642, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
        0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4,
        0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD,
        0x2705...0x2705, 0x270A...0x270B, 0x2713...0x2713, 0x2717...0x2717, 0x2728...0x2728,
        0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2776...0x277F,
        0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50,
        0x2B55...0x2B55, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
        0xAC00...0xD7A3, 0xE000...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x16FF1, 0x17000...0x18D08, 0x1AFF0...0x1B2FB,
        0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A,
        0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
        0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4,
        0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D,
        0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
        0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC,
        0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC,
        0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A,
        0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
    ]
}
