import Campaigns
import Findings

/// What the folder and the name of a file say about it.
struct FileHints {
    /// The path below the Inbox.
    let path: String
    /// Folders from the Inbox down, without the file's own name.
    let folders: [String]
    /// The base name without its ending.
    let name: String
    /// Units that the base name speaks of: the longest names that occur in it.
    let nameUnits: [Unit]
    /// Units that a folder bears the name of.
    let folderUnits: [Unit]

    init(path: String, units: UnitSpotter) {
        self.path = path
        var parts = path.split(separator: "/").map(String.init)
        let last = parts.popLast() ?? ""
        folders = parts
        name = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        nameUnits = units.units(in: name)
        folderUnits = parts.reversed().lazy.map { units.units(in: $0) }.first { !$0.isEmpty } ?? []
    }

    /// The unit that the name, else a folder speaks of, where it is exactly one.
    var unit: Unit? {
        nameUnits.count == 1 ? nameUnits.first : folderUnits.count == 1 ? folderUnits.first : nil
    }

    /// The months that the name speaks of.
    var nameMentions: [PeriodText.Mention] { PeriodText.mentions(in: name) }

    /// The month of the innermost folder that names exactly one.
    var folderMention: PeriodText.Mention? {
        folders.reversed().lazy.map { PeriodText.mentions(in: $0) }.first { $0.count == 1 }?.first
    }

    /// A file lies in a folder if any folder above it bears the name; folders inside an archive are what
    /// its maker says, and put nothing among the office's own records.
    static func lies(_ path: String, inside folder: String) -> Bool {
        let key = Folding.key(folder)
        return path.split(separator: "/").dropLast()
            .prefix { !$0.lowercased().hasSuffix(".zip") }
            .contains { Folding.key($0) == key }
    }
}

/// Finds the names of reporting units inside longer texts: file names, folders, titles.
struct UnitSpotter {
    /// Folded name and the units that bear it, longest first.
    private let names: [(key: String, units: [Unit])]

    init(_ campaign: Campaign) {
        var unitsByKey: [String: [Unit]] = [:]
        for unit in campaign.units {
            for key in Set(([unit.name, unit.shortName] + unit.aliases).map { Folding.key($0) })
            where key.unicodeScalars.count >= 2 {
                unitsByKey[key, default: []].append(unit)
            }
        }
        names = unitsByKey.map { ($0.key, $0.value) }
            .sorted {
                ($1.key.unicodeScalars.count, $0.key) < ($0.key.unicodeScalars.count, $1.key)
            }
    }

    /// The units whose names occur in a text, where a name inside a longer one does not count; each
    /// unit once, in the order of the table.
    func units(in text: String) -> [Unit] {
        var rest = Folding.key(text)
        var found: [Unit] = []
        for (key, units) in names where rest.contains(key) {
            rest = rest.replacing(key, with: "\u{1}")
            for unit in units where !found.contains(where: { $0.code == unit.code }) {
                found.append(unit)
            }
        }
        return found.sorted { $0.ordinal < $1.ordinal }
    }
}
