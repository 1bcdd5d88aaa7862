import Findings
import ZipArchives

/// The parts of a package while some of them change.
///
/// A part that is not changed is never inflated for writing: its compressed bytes are copied.
struct PartStore {
    private var archive: ZipArchive
    private let budget: TimeBudget
    let limits: WorkbookLimits
    /// By the key of the entry; new parts have no entry.
    private var changed: [String: [UInt8]] = [:]
    private var removed: Set<String> = []
    private(set) var addedNames: [String] = []
    /// Parts as they came, once they were asked for.
    private var loaded: [String: [UInt8]] = [:]

    init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) {
        self.limits = limits
        budget = TimeBudget(seconds: limits.processorSeconds)
        do throws(ZipError) {
            archive = try ZipArchive(bytes, limits: limits.zip)
        } catch { throw WorkbookError(error) }
    }

    /// There is a part of this name now.
    func has(_ part: String) -> Bool {
        let key = ZipEntry.key(of: part)
        return changed[key] != nil || (archive[part] != nil && !removed.contains(key))
    }

    /// The names of all parts that the package came with and still has, in its order.
    var originalNames: [String] {
        archive.entries.filter { !removed.contains($0.key) && !$0.isFolder }.map(\.name)
    }

    /// A part in UTF-8 as it is now.
    ///
    /// - Throws: `.damaged` where it is missing or no well-formed XML.
    mutating func text(of part: String) throws(WorkbookError) -> [UInt8] {
        let key = ZipEntry.key(of: part)
        if let bytes = changed[key] ?? loaded[key] { return bytes }
        let bytes = try PartText.checked(try raw(part), part: part, limits: limits)
        loaded[key] = bytes
        return bytes
    }

    /// A part's bytes whatever they are.
    mutating func raw(_ part: String) throws(WorkbookError) -> [UInt8] {
        let key = ZipEntry.key(of: part)
        if let bytes = changed[key] { return bytes }
        guard let entry = archive[part], !removed.contains(key) else { throw .damaged(part) }
        try budget.check()
        do throws(ZipError) {
            return try archive.bytes(of: entry, atMost: limits.sheetSize)
        } catch { throw WorkbookError(error) }
    }

    /// The elements of a part.
    mutating func markup(of part: String) throws(WorkbookError) -> Markup {
        try budget.check()
        return try Markup(try text(of: part), part: part)
    }

    /// Replaces a part, or adds it behind all others.
    mutating func set(_ part: String, to bytes: [UInt8]) {
        let key = ZipEntry.key(of: part)
        let isNew = archive[part] == nil || removed.contains(key)
        // A part that is as it came is no change.
        if !isNew, loaded[key] == bytes {
            changed[key] = nil
            return
        }
        if isNew, changed[key] == nil { addedNames.append(part) }
        changed[key] = bytes
    }

    mutating func remove(_ part: String) {
        let key = ZipEntry.key(of: part)
        changed[key] = nil
        addedNames.removeAll { ZipEntry.key(of: $0) == key }
        if archive[part] != nil { removed.insert(key) }
    }

    /// A name that is its own where no part has it, with a number else.
    func freeName(of name: String) -> String {
        guard archive[name] != nil || has(name) else { return name }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        return freeName(parts.first ?? name, "." + (parts.last ?? ""))
    }

    /// A name that no part has: `xl/comments7.xml` for the beginning and the end around a number.
    func freeName(_ beginning: String, _ ending: String) -> String {
        var number = 1
        while archive[beginning + String(number) + ending] != nil
            || has(beginning + String(number) + ending)
        { number += 1 }
        return beginning + String(number) + ending
    }
}

extension PartStore {
    /// Nothing is changed, added or removed.
    var isUnchanged: Bool { changed.isEmpty && removed.isEmpty }

    /// Names of the parts that came with the package and have other bytes now, in its order.
    var changedNames: [String] {
        archive.entries.filter { changed[$0.key] != nil && !removed.contains($0.key) }.map(\.name)
    }

    /// Names of the parts that are gone, in the package's order.
    var removedNames: [String] {
        archive.entries.filter { removed.contains($0.key) }.map(\.name)
    }

    /// The package: parts that stay are copied as they are compressed, in their order; new ones
    /// stand behind them.
    func finished() throws(WorkbookError) -> [UInt8] {
        var writer = ZipWriter()
        for entry in archive.entries where !removed.contains(entry.key) {
            if let bytes = changed[entry.key] {
                writer.add(bytes, inPlaceOf: entry)
            } else {
                writer.copy(entry, from: archive)
            }
        }
        for name in addedNames {
            if let bytes = changed[ZipEntry.key(of: name)] { writer.add(name, bytes) }
        }
        do throws(ZipError) {
            return try writer.finished()
        } catch { throw WorkbookError(error) }
    }
}
