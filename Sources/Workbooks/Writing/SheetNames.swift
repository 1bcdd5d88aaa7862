/// Names of sheets that every program accepts: at most 31 UTF-16 units, none of `[ ] : * ? / \`, no
/// apostrophe at the ends, no two alike whatever the case.
struct SheetNames {
    private var taken: Set<String> = []
    private var count = 0

    private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
    private static let longest = 31

    /// The name of the next sheet, changed where it must be.
    mutating func accept(_ name: String) -> String {
        count += 1
        var base = Self.cleaned(name)
        if base.isEmpty { base = "Sheet\(count)" }
        // Excel keeps this name for itself.
        if base.lowercased() == "history" { base += "_" }
        var candidate = base
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            let ending = "(\(number))"
            candidate = base.cut(toUnits: Self.longest - ending.utf16.count) + ending
            number += 1
        }
        return candidate
    }

    /// The name in a reference: `'农村'!`, apostrophes doubled.
    static func quoted(_ name: String) -> String {
        var text = "'"
        for scalar in name.unicodeScalars {
            if scalar == "'" { text += "'" }
            text.unicodeScalars.append(scalar)
        }
        return text + "'!"
    }

    private static func cleaned(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars
        where scalar.value >= 32 && scalar.value & 0xFFFE != 0xFFFE {
            scalars.append(forbidden.contains(scalar) ? "_" : scalar)
        }
        var text = String(scalars)[...]
        while let first = text.first, first == "'" || first == " " { text = text.dropFirst() }
        text = String(text).cut(toUnits: longest)[...]
        while let last = text.last, last == "'" || last == " " { text = text.dropLast() }
        return String(text)
    }
}
