/// A walk through text in quotes, which may need the window filled again.
struct QuotedWalk {
    /// From the scanner's position; at the end that of the closing quote.
    var offset: Int
    /// Line ends passed.
    var lines = 0
    /// What was passed need not be kept.
    var isPassing = false

    enum Outcome {
        case found
        /// The text ends without a closing quote.
        case none
        /// The window is full and holds none.
        case far
    }
}

/// A walk to the end of a field that is not in quotes, or no more.
struct PlainWalk {
    /// From the scanner's position; at the end that of what ends the field.
    var offset: Int
    var sawQuote = false
    /// What was passed need not be kept.
    var isPassing = false
}

extension DelimitedScanner {
    /// Goes on to the closing quote.
    mutating func walk(_ quoted: inout QuotedWalk) throws(WorkbookError) -> QuotedWalk.Outcome {
        while true {
            let hit = window.firstInQuotes(from: position + quoted.offset)
            let byte = window.base[hit]
            // What a quote or a CR is depends on the byte behind it.
            if hit == end || byte != .lineFeed && hit + 1 == end, !isDrained {
                quoted.offset = hit - position
                if quoted.isPassing { (position, quoted.offset) = (hit, 0) }
                guard hasRoom else { return .far }
                _ = try refill()
                continue
            }
            guard hit < end else { return .none }
            let next = hit + 1 < end ? window.base[hit + 1] : nil
            quoted.offset = hit - position
            if byte == .quote {
                guard next == .quote else { return .found }
                quoted.offset += 2
            } else {
                if byte == .lineFeed || next != .lineFeed { quoted.lines += 1 }
                quoted.offset += 1
            }
        }
    }

    /// Goes on to the end of the field; false where the window is full and does not hold it.
    mutating func walk(_ plain: inout PlainWalk) throws(WorkbookError) -> Bool {
        while true {
            let hit = window.firstInPlain(from: position + plain.offset, delimiter.first)
            let byte = window.base[hit]
            let isOpen = byte == delimiter.first && hit + delimiter.count > end
            if hit == end || isOpen, !isDrained {
                plain.offset = hit - position
                if plain.isPassing { (position, plain.offset) = (hit, 0) }
                guard hasRoom else { return false }
                _ = try refill()
                continue
            }
            plain.offset = hit - position
            if hit == end || isAtEnd(hit) { return true }
            if byte == .quote { plain.sawQuote = true }
            plain.offset += 1
        }
    }

    /// Whether a closing quote comes behind what the window holds.
    ///
    /// Of a whole file this looks ahead to the end once at most in vain: behind an opening quote
    /// that is never closed quotes stand in pairs only, so every later one is closed at once.
    func isClosed(from offset: Int) throws(WorkbookError) -> Bool {
        var ahead = DelimitedScanner(stream.ahead(), delimiter)
        // A quote or a CR whose neighbour is not known yet.
        while ahead.end < end - position - offset {
            ahead.window.base[ahead.end] = window.base[position + offset + ahead.end]
            ahead.end += 1
        }
        ahead.plantQuote()
        var quoted = QuotedWalk(offset: 0, isPassing: true)
        return try ahead.walk(&quoted) == .found
    }

    /// Passes what is left of a field whose beginning was handed out.
    mutating func passRest() throws(WorkbookError) {
        if rest == .quoted {
            var quoted = QuotedWalk(offset: 0, isPassing: true)
            if try walk(&quoted) == .found { quoted.offset += 1 }
            line += quoted.lines
            position += quoted.offset
        }
        rest = .none
        var plain = PlainWalk(offset: 0, isPassing: true)
        _ = try walk(&plain)
        position += plain.offset
    }
}
