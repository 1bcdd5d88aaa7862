import Files
import Ledgers

/// What the state folder remembers of a period's folder in the Outbox: which files are ours, and by
/// the hashes of their bytes whether somebody has changed one.
struct OutboxList {
    /// The hashes under which a path is ours: two while a folder is exchanged, the old one and the new.
    ///
    /// None where an older list named the path alone: then it is ours, whatever is in it.
    private(set) var hashes: [String: Set<String>] = [:]

    init() {}

    /// Reads a list: lines of a hash, two spaces and a path; older ones hold paths alone.
    init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self)
            let hash = text.prefix(64)
            let isHash = hash.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
            if isHash && text.dropFirst(64).hasPrefix("  ") {
                add(String(text.dropFirst(66)), hash: String(hash))
            } else {
                hashes[text] = []
            }
        }
    }

    var paths: Set<String> { Set(hashes.keys) }

    var bytes: [UInt8] {
        var lines: [String] = []
        for (path, hashes) in hashes {
            lines += hashes.isEmpty ? [path] : hashes.map { "\($0)  \(path)" }
        }
        return Array(lines.sorted().map { $0 + "\n" }.joined().utf8)
    }

    private mutating func add(_ path: String, hash: String) {
        hashes[path, default: []].insert(hash)
    }

    /// With no hash the path is ours, whatever is in it.
    mutating func add(_ path: String, hashes: Set<String>) {
        self.hashes[path] = hashes
    }

    /// The path is nobody's of ours any more.
    mutating func remove(_ path: String) {
        hashes[path] = nil
    }

    /// Both lists' paths; one that either knows without a hash is ours, whatever is in it.
    func union(_ other: OutboxList) -> OutboxList {
        var union = self
        union.hashes.merge(other.hashes) { $0.isEmpty || $1.isEmpty ? [] : $0.union($1) }
        return union
    }

    /// Whether bytes under a path are as we wrote them.
    func isOurs(_ path: String, _ bytes: [UInt8]) -> Bool {
        guard let known = hashes[path] else { return false }
        return known.isEmpty || known.contains(Ledger.hash(of: bytes))
    }
}
