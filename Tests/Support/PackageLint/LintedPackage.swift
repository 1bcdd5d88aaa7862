import ZipArchives

/// The parts of a package with what leads from one to the other.
struct LintedPackage {
    /// In the order of the archive, without folders.
    let names: [String]
    /// Parts that are XML, by name; those that are not well-formed are not there.
    let trees: [String: MarkupTree]
    private let keys: [String: String]

    struct Relationship {
        let id: String
        let type: String
        /// The name of a part, or an address where it is external.
        let target: String
        let isExternal: Bool

        /// The last word of the type: `worksheet`.
        var kind: String { type.split(separator: "/").last.map(String.init) ?? "" }
    }

    init(_ bytes: [UInt8]) throws(ZipError) {
        var archive = try ZipArchive(bytes)
        var names: [String] = []
        var trees: [String: MarkupTree] = [:]
        var keys: [String: String] = [:]
        for entry in archive.entries where !entry.isFolder {
            names.append(entry.name)
            keys[entry.key] = entry.name
            let content = try archive.bytes(of: entry)
            if Self.isMarkup(entry.name) { trees[entry.name] = MarkupTree.parse(content) }
        }
        self.names = names
        self.trees = trees
        self.keys = keys
    }

    static func isMarkup(_ name: String) -> Bool {
        [".xml", ".rels", ".vml"].contains { name.lowercased().hasSuffix($0) }
    }

    /// The name as the archive spells it; nil where there is no such part.
    func part(_ name: String) -> String? { keys[ZipEntry.key(of: name)] }

    /// The content type of a part: its own, else that of its ending.
    func type(of name: String) -> String? {
        guard let types = trees["[Content_Types].xml"] else { return nil }
        let path = "/" + name.lowercased()
        if let own = types.all("Override").first(where: { $0["PartName"]?.lowercased() == path }) {
            return own["ContentType"]
        }
        let ending = name.lowercased().split(separator: ".").last.map(String.init)
        return types.all("Default").first { $0["Extension"]?.lowercased() == ending }?[
            "ContentType"]
    }

    func relationships(of part: String) -> [Relationship] {
        var path = part.split(separator: "/").map(String.init)
        let name = path.popLast() ?? ""
        let own = (path + ["_rels", name + ".rels"]).joined(separator: "/")
        guard let tree = self.part(own).flatMap({ trees[$0] }) else { return [] }
        return tree.all("Relationship").map { element in
            let isExternal = element["TargetMode"] == "External"
            let target = element["Target"] ?? ""
            return Relationship(
                id: element["Id"] ?? "", type: element["Type"] ?? "",
                target: isExternal ? target : Self.resolve(target, from: path),
                isExternal: isExternal)
        }
    }

    /// The parts that can be reached from the package's own relationships.
    var reachable: Set<String> {
        var reached: Set<String> = []
        var open = [""]
        while let part = open.popLast() {
            for relationship in relationships(of: part) where !relationship.isExternal {
                guard let name = self.part(relationship.target), reached.insert(name).inserted
                else { continue }
                open.append(name)
            }
        }
        return reached
    }

    /// `xl/workbook.xml` for `xl/_rels/workbook.xml.rels`; nil for a part elsewhere.
    static func source(ofRelationships name: String) -> String? {
        var path = name.split(separator: "/").map(String.init)
        guard let file = path.popLast(), path.popLast() == "_rels" else { return nil }
        return (path + [String(file.dropLast(5))]).filter { !$0.isEmpty }.joined(separator: "/")
    }

    private static func resolve(_ target: String, from folder: [String]) -> String {
        var parts = target.hasPrefix("/") ? [] : folder
        for part in decoded(target).split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// With `%20` and its like in place.
    private static func decoded(_ target: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(target.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
