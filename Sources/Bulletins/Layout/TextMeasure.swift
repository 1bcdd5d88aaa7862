/// How much room a text takes on paper, near enough to set widths and heights without a font.
enum TextMeasure {
    /// The width in half-width characters: a Chinese one counts as two.
    static func width(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    /// The number of lines that a text takes in a column of some width.
    static func lines(of text: String, in width: Double) -> Int {
        let room = max(2, width)
        return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
            sum, part in
            sum + max(1, Int((Double(Self.width(of: part)) / room).rounded(.up)))
        }
    }

    /// Cuts a text into pieces of at most `lines` lines, after punctuation where there is any.
    static func pieces(of text: String, lines: Int, in width: Double) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var breakable: String.Index?
        for character in text {
            piece.append(character)
            if "。；、，".contains(character) { breakable = piece.endIndex }
            guard Self.lines(of: piece, in: width) > lines else { continue }
            let cut = breakable ?? piece.index(before: piece.endIndex)
            let rest = String(piece[cut...])
            pieces.append(String(piece[..<cut]))
            piece = rest
            breakable = nil
        }
        if !piece.isEmpty || pieces.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x200B...0x200F, 0xFEFF, 0x0300...0x036F: 0
        // Quotes, dashes, the ellipsis and arrows are as wide as a character in Chinese fonts.
        case 0x2014...0x2026, 0x2190...0x21FF, 0x2460...0x24FF, 0x25A0...0x26FF, 0x00D7: 2
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
