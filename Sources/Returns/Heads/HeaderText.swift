import Campaigns

/// A column's head as it stands on a sheet, taken apart into name, unit and further brackets.
struct HeaderText: Hashable {
    /// As written, white space and line breaks inside removed.
    let text: String
    /// Folded, without numbering before it and footnote marks behind it; brackets are still there.
    let wholeKey: String
    /// Ways to read the head, the fullest first: with ever more brackets taken off its end.
    let readings: [Reading]
    /// The reading by which a form knew the head; the barest where none did.
    private(set) var chosen: Int

    /// A name with what stood behind it.
    struct Reading: Hashable {
        var key: String
        /// The unit in a bracket (万元), behind a stroke, or grown to the name; nil for none.
        var unit: String?
        /// What other brackets said.
        var brackets: [String] = []
    }

    /// The name without any bracket or unit.
    var bareKey: String { readings.last?.key ?? wholeKey }
    /// The name as it was understood.
    var key: String { readings[chosen].key }
    /// The unit as it was understood; nil for none.
    var unit: String? { readings[chosen].unit }

    init(_ raw: String) {
        text = String(raw.unicodeScalars.filter { !$0.isSpace })
        let whole = Self.bare(Folding.key(raw))
        wholeKey = whole
        var readings = [Reading(key: whole)]
        while let last = readings.last, let (name, bracket) = Self.bracket(atEndOf: last.key) {
            var next = Reading(key: Self.bare(name), unit: last.unit, brackets: last.brackets)
            if let unit = MeasureUnit.named(bracket) {
                next.unit = last.unit ?? unit
            } else {
                next.brackets.append(bracket)
            }
            readings.append(next)
        }
        if let last = readings.last, last.unit == nil,
            let (name, unit) = MeasureUnit.grown(to: last.key)
        {
            readings.append(Reading(key: name, unit: unit, brackets: last.brackets))
        }
        // The whole head says its unit too, though the bracket is part of the name.
        readings[0].unit = Self.bracket(atEndOf: whole).flatMap { MeasureUnit.named($0.bracket) }
        self.readings = readings
        chosen = readings.count - 1
    }

    /// The head as a form knows it.
    func chosen(_ reading: Int) -> HeaderText {
        var copy = self
        copy.chosen = reading
        return copy
    }

    /// With a unit that stands below the head in a row of its own.
    func measured(in unit: String) -> HeaderText {
        self.unit == nil ? HeaderText(text + "(" + unit + ")") : self
    }

    // MARK: Taking apart

    private static let marks: Set<Unicode.Scalar> = [
        "*", "※", "★", "☆", "△", "▲", "#", ":", "¹", "²", "³", "_", ".", ",",
    ]

    /// Without numbering at the front (`3.`, `（一）`, `二、`) and marks of footnotes at both ends.
    private static func bare(_ key: String) -> String {
        var scalars = key.unicodeScalars[...]
        while let last = scalars.last, isMark(last) { scalars.removeLast() }
        while let first = scalars.first, isMark(first) { scalars.removeFirst() }
        var rest = scalars
        let isBracketed = rest.first == "("
        if isBracketed { rest.removeFirst() }
        let digits = rest.prefix { $0.digit != nil || "一二三四五六七八九十".unicodeScalars.contains($0) }
        if (1...2).contains(digits.count) {
            rest = rest.dropFirst(digits.count)
            let end = rest.first
            let isNumbering = isBracketed ? end == ")" : end == "." || end == "," || end == ")"
            if isNumbering, rest.count > 1 { scalars = rest.dropFirst() }
        }
        return String(scalars)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        marks.contains(scalar) || (0x2460...0x2473).contains(scalar.value)
    }

    private static func bracket(atEndOf key: String) -> (name: String, bracket: String)? {
        guard key.ends(with: ")"), let open = key.lastIndex(of: "("), open != key.startIndex else {
            return nil
        }
        return (String(key[..<open]), String(key[key.index(after: open)...].dropLast()))
    }
}
