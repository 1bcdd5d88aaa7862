import Campaigns

/// What files in the Outbox are called: the units' short names, safe on every file system.
struct OutboxNames: Sendable {
    private let shortNames: [String: String]

    /// Where two units share a short name, the code is added to both.
    init(units: [Unit]) {
        let names = units.map { Self.safe($0.shortName.isEmpty ? $0.name : $0.shortName) }
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        let entries = zip(units, names).map { unit, name in
            (unit.code, counts[name] == 1 ? name : "\(name)（\(Self.safe(unit.code))）")
        }
        shortNames = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }

    /// The short name of a unit by its code; nil and unknown codes are 未识别.
    func shortName(of unit: String?) -> String {
        unit.flatMap { shortNames[$0] } ?? "未识别"
    }

    /// The paths below 退回 for some files; a name that occurs again gets a number, in their order.
    func returnedPaths(_ files: [(unit: String?, file: String)]) -> [String] {
        var taken: Set<String> = []
        return files.map { unit, file in
            // A file that was sent back and came again bears the unit's name already.
            let owner = shortName(of: unit) + "-"
            let name = Self.safe(Self.stem(of: file))
            let stem = "退回/" + (name.hasPrefix(owner) ? name : owner + name)
            var path = stem
            var number = 2
            // Windows and macOS take names that differ in case only for the same file.
            while !taken.insert(path.lowercased()).inserted {
                path = "\(stem)-\(number)"
                number += 1
            }
            return path + ".xlsx"
        }
    }

    /// The last part of a path.
    static func baseName(of path: String) -> String {
        path.split(separator: "/").last.map { String($0) } ?? path
    }

    /// The last part of a path without its ending.
    static func stem(of path: String) -> String {
        let base = baseName(of: path)
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
        return String(base[..<dot])
    }

    /// A text as a part of a file name: what Windows forbids becomes `_`, at most 120 bytes.
    static func safe(_ text: String) -> String {
        let forbidden = Set("/\\:*?\"<>|".unicodeScalars)
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || scalar.value == 0x7F
            scalars.append(isControl || forbidden.contains(scalar) ? "_" : scalar)
        }
        var name = Substring(String(scalars).trimmed)
        while name.utf8.count > 120 { name.removeLast() }
        while name.last == "." || name.last == " " { name.removeLast() }
        while name.first == "." || name.first == "~" { name.removeFirst() }
        return name.isEmpty ? "未命名" : String(name)
    }
}
