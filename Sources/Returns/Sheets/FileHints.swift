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
    /// The months that the base name speaks of.
    let nameMentions: [PeriodText.Mention]
    /// The month of the innermost folder that names exactly one.
    let folderMention: PeriodText.Mention?

    init(path: String, units: UnitSpotter) {
        self.path = path
        var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        let last = parts.popLast() ?? ""
        folders = parts
        folderKeys = parts.prefix { !$0.lowercased().hasSuffix(".zip") }.map { Folding.key($0) }
        name = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        nameUnits = units.units(in: name)
        folderUnits = parts.reversed().lazy.map { units.units(in: $0) }.first { !$0.isEmpty } ?? []
        nameMentions = PeriodText.mentions(in: name)
        folderMention =
            parts.reversed().lazy.map { PeriodText.mentions(in: $0) }.first { $0.count == 1 }?.first
    }

    /// The unit that the name, else a folder speaks of, where it is exactly one.
    var unit: Unit? {
        nameUnits.count == 1 ? nameUnits.first : folderUnits.count == 1 ? folderUnits.first : nil
    }

    /// The month that the name, else a folder speaks of, where it is exactly one.
    var mention: PeriodText.Mention? {
        nameMentions.count == 1 ? nameMentions.first : folderMention
    }

    /// A file lies in a folder if any folder above it bears the (folded) name; folders inside an archive
    /// are what its maker says, and put nothing among the office's own records.
    func liesInside(folder key: String) -> Bool { folderKeys.contains(key) }
}

/// Finds the names of reporting units inside longer texts: file names, folders, titles.
struct UnitSpotter {
    /// Folded name and the units that bear it, longest first.
    private let names: [(key: String, units: [Unit])]
    /// With what the names begin, in ascending order, each with a place in `names`.
    private var beginnings: [(beginning: UInt64, place: Int)] = []

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
            if let beginning = Self.beginnings(in: name.key).first {
                beginnings.append((beginning, place))
            }
        }
        beginnings.sort { $0 < $1 }
    }

    /// Every two characters side by side: what of the names a text may hold at all.
    private static func beginnings(in key: String) -> [UInt64] {
        var beginnings: [UInt64] = []
        beginnings.reserveCapacity(key.utf8.count)
        var before: UInt64?
        for scalar in key.unicodeScalars {
            if let before { beginnings.append(before << 32 | UInt64(scalar.value)) }
            before = UInt64(scalar.value)
        }
        return beginnings
    }

    /// The places of the names that begin so.
    private func places(of beginning: UInt64) -> some Sequence<Int> {
        var (low, high) = (0, beginnings.count)
        while low < high {
            let middle = (low + high) / 2
            if beginnings[middle].beginning < beginning { low = middle + 1 } else { high = middle }
        }
        return beginnings[low...].prefix { $0.beginning == beginning }.map(\.place)
    }

    /// The units whose names occur in a text, where a name inside a longer one does not count; each
    /// unit once, in the order of the table.
    func units(in text: String) -> [Unit] {
        let key = Folding.key(text)
        var rest = Array(key.utf8)
        var found: [Unit] = []
        let places = Set(Self.beginnings(in: key).flatMap(places))
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
            if name.indices.allSatisfy({ text[start + $0] == name[$0] }) {
                text.replaceSubrange(start..<start + name.count, with: [1])
                isThere = true
            }
            start += 1
        }
        return isThere
    }
}
