import Campaigns

/// Names that Excel and WPS take for sheets: at most 31 UTF-16 units, none of `[]:*?/\`, no quote at
/// either end, no two the same but for case.
enum SheetNames {
    static func unique(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let stem = safe(name)
            var candidate = stem
            var number = 2
            while !taken.insert(candidate.lowercased()).inserted {
                let ending = "（\(number)）"
                candidate = cut(stem, to: 31 - ending.utf16.count) + ending
                number += 1
            }
            return candidate
        }
    }

    /// A reference to a cell of a sheet, as hyperlinks write it: `'农村'!C7`.
    static func location(_ sheet: String, _ cell: String) -> String {
        let quoted = sheet.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''")
        return "'\(quoted)'!\(cell)"
    }

    private static func safe(_ name: String) -> String {
        let forbidden = Set("[]:*?/\\".unicodeScalars)
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            scalars.append(scalar.value < 0x20 || forbidden.contains(scalar) ? "_" : scalar)
        }
        var text = Substring(cut(String(scalars).trimmed, to: 31))
        while text.first == "'" { text.removeFirst() }
        while text.last == "'" { text.removeLast() }
        // Excel keeps this name to itself.
        return text.isEmpty ? "工作表" : text.lowercased() == "history" ? "\(text)_" : String(text)
    }

    private static func cut(_ text: String, to units: Int) -> String {
        var text = text
        while text.utf16.count > units { text.removeLast() }
        return text
    }
}
