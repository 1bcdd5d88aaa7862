import Campaigns
import Findings

/// What the folder and the name of a file say about it.
struct FileHints {
    /// The path below the Inbox.
    let path: String
    /// Folders from the Inbox down, without the file's own name.
    let folders: [String]
    /// The same folded, down to an archive.
    private let folderKeys: [String]
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
        folderKeys = parts.prefix { !$0.lowercased().hasSuffix(".zip") }.map { Folding.key($0) }
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

    /// The month that the name, else a folder speaks of, where it is exactly one.
    var mention: PeriodText.Mention? {
        let named = nameMentions
        return named.count == 1 ? named.first : folderMention
    }

    /// A file lies in a folder if any folder above it bears the (folded) name; folders inside an archive
    /// are what its maker says, and put nothing among the office's own records.
    func liesInside(folder key: String) -> Bool { folderKeys.contains(key) }
}

/// Finds the names of reporting units inside longer texts: file names, folders, titles.
struct UnitSpotter {
    /// Folded name and the units that bear it, longest first.
    private let names: [(key: String, units: [Unit])]
    /// Places in `names` by the first two characters of the key: what a text may hold at all.
    private var beginnings: [Beginning: [Int]] = [:]

    private struct Beginning: Hashable {
        var first: Unicode.Scalar
        var second: Unicode.Scalar
    }

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
        for (place, name) in names.enumerated() {
            for beginning in Self.beginnings(in: name.key).prefix(1) {
                beginnings[beginning, default: []].append(place)
            }
        }
    }

    private static func beginnings(in key: String) -> some Sequence<Beginning> {
        zip(key.unicodeScalars, key.unicodeScalars.dropFirst()).lazy.map {
            Beginning(first: $0, second: $1)
        }
    }

    /// The units whose names occur in a text, where a name inside a longer one does not count; each
    /// unit once, in the order of the table.
    func units(in text: String) -> [Unit] {
        let key = Folding.key(text)
        var rest = Array(key.utf8)
        var found: [Unit] = []
        let places = Set(Self.beginnings(in: key).flatMap { beginnings[$0] ?? [] })
        for (key, units) in places.sorted().map({ names[$0] })
        where Self.strike(Array(key.utf8), from: &rest) {
            for unit in units where !found.contains(where: { $0.code == unit.code }) {
                found.append(unit)
            }
        }
        return found.sorted { $0.ordinal < $1.ordinal }
    }

    /// Strikes a name out wherever it stands; false where it stands nowhere.
    private static func strike(_ name: [UInt8], from text: inout [UInt8]) -> Bool {
        var isThere = false
        var start = 0
        while start + name.count <= text.count {
            if text[start..<start + name.count].elementsEqual(name) {
                text.replaceSubrange(start..<start + name.count, with: [1])
                isThere = true
            }
            start += 1
        }
        return isThere
    }
}
