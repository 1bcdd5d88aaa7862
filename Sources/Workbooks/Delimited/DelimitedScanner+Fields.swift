import Findings

/// A field as it stands in the window, in one piece.
struct FieldContent {
    var start: Int
    var count: Int
    var isQuoted: Bool
    /// Where the scanner goes on: at what ends the field, or within its `FieldRest`.
    var end: Int
}

/// What is still to be passed of a field that was too long.
enum FieldRest {
    case none
    /// The closing quote is still to come, and perhaps text behind it.
    case quoted
    case plain
}

extension DelimitedScanner {
    /// A field that lies in the window with its end and has nothing odd; nil for any other.
    @inline(__always)
    mutating func quickContent() -> FieldContent? {
        let base = window.base
        var content: FieldContent
        // The quote at `end` is not the text's, and behind it there is nothing to stop a search.
        if position < end, base[position] == .quote {
            var index = position &+ 1
            var lines = 0
            while true {
                index = window.firstInQuotes(from: index)
                guard base[index] == .lineFeed else { break }
                lines &+= 1
                index &+= 1
            }
            guard base[index] == .quote, index < end else { return nil }
            content = FieldContent(
                start: position &+ 1, count: index &- position &- 1, isQuoted: true,
                end: index &+ 1)
            guard content.end < end, isAtEnd(content.end) else { return nil }
            guard content.count <= textLength else { return nil }
            line &+= lines
            return content
        }
        let index = window.firstInPlain(from: position, delimiter.first)
        content = FieldContent(
            start: position, count: index &- position, isQuoted: false, end: index)
        guard index < end, isAtEnd(index), content.count <= textLength else { return nil }
        return content
    }

    /// Whether a field ends before a place; false as well where the window ends within a delimiter.
    @inline(__always)
    func isAtEnd(_ index: Int) -> Bool {
        let byte = window.base[index]
        return byte == .lineFeed || byte == .carriageReturn || isDelimiter(at: index)
    }

    @inline(__always)
    private func isDelimiter(at index: Int) -> Bool {
        guard window.base[index] == delimiter.first else { return false }
        return delimiter.count == 1
            || index + delimiter.count <= end
                && delimiter.bytes.indices.allSatisfy {
                    window.base[index + $0] == delimiter.bytes[$0]
                }
    }

    /// Any field, whatever is odd about it; nil where the text is a beginning that ends in quotes.
    mutating func carefulContent(of field: Field) throws(WorkbookError) -> FieldContent? {
        guard position < end, window.base[position] == .quote else {
            return try plainContent(of: field)
        }
        var quoted = QuotedWalk(offset: 1)
        switch try walk(&quoted) {
        case .found: break
        case .none:
            return isBeginning ? nil : try plainContent(of: field)
        case .far:
            guard try isClosed(from: quoted.offset) else { return try plainContent(of: field) }
            line += quoted.lines
            rest = .quoted
            return cut(undoubled(to: position + quoted.offset), of: field)
        }
        line += quoted.lines
        // Text behind the closing quote belongs to the field.
        let closing = quoted.offset
        var behind = PlainWalk(offset: closing + 1)
        let isWhole = try walk(&behind)
        if !isWhole { rest = .plain }
        let end = position + behind.offset
        var content = undoubled(to: position + closing)
        if behind.offset > closing + 1 || !isWhole {
            note(Self.oddQuote, row: field.row, column: field.column, line: line)
            let text = position + closing + 1
            let target = window.base + content.start + content.count
            target.update(from: window.base + text, count: end - text)
            content.count += end - text
        }
        content.end = end
        return cut(content, of: field)
    }

    /// A field without quotes around it, from `position` on.
    private mutating func plainContent(of field: Field) throws(WorkbookError) -> FieldContent {
        var plain = PlainWalk(offset: 0)
        if try !walk(&plain) { rest = .plain }
        if plain.sawQuote {
            note(Self.oddQuote, row: field.row, column: field.column, line: line)
        }
        let content = FieldContent(
            start: position, count: plain.offset, isQuoted: false, end: position + plain.offset)
        return cut(content, of: field)
    }

    /// The text in quotes up to a place, each doubled quote made one.
    private func undoubled(to end: Int) -> FieldContent {
        let base = window.base
        let start = position + 1
        var read = start
        var written = start
        while read < end {
            let next = min(window.firstInQuotes(from: read), end - 1)
            let count = next - read + 1
            if written != read { (base + written).update(from: base + read, count: count) }
            written += count
            // Up to the closing quote, quotes stand in pairs.
            read = next + (base[next] == .quote ? 2 : 1)
        }
        return FieldContent(start: start, count: written - start, isQuoted: true, end: end)
    }

    /// The longest beginning within the limit that splits no character.
    private mutating func cut(_ content: FieldContent, of field: Field) -> FieldContent {
        guard content.count > textLength else { return content }
        var content = content
        content.count = textLength
        while content.count > 0, window.base[content.start + content.count] & 0xC0 == 0x80 {
            content.count -= 1
        }
        note(Self.cutText, row: field.row, column: field.column, line: field.line)
        return content
    }

    private static var cutText: Bilingual {
        Bilingual("文字太长，已截断", "the text was too long and is cut")
    }

    private static var oddQuote: Bilingual {
        Bilingual("引号没有配对，按原样保留", "a quote does not fit and was kept as text")
    }
}
