import ZipArchives

/// Collects the parts of a package with their content types and relationships
/// (ECMA-376 Part 2, 6 and 7).
struct PartWriter {
    private var parts: [(name: String, bytes: [UInt8])] = []
    private var types: [(part: String, type: String)] = []
    private var extensions: [(name: String, type: String)] = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ]

    mutating func add(_ name: String, type: String, _ bytes: [UInt8]) {
        parts.append((name, bytes))
        types.append((name, type))
    }

    /// Adds a part whose type goes by the ending of its name.
    mutating func add(_ name: String, typeOfEnding type: String, _ bytes: [UInt8]) {
        parts.append((name, bytes))
        let ending = String(name.split(separator: ".").last ?? "")
        if !extensions.contains(where: { $0.name == ending }) { extensions.append((ending, type)) }
    }

    /// Adds the relationships of a part, or of the package for an empty name, if there are any.
    mutating func add(_ relationships: RelationshipList, of part: String) {
        guard !relationships.isEmpty else { return }
        parts.append((PartName.relationships(of: part), relationships.part()))
    }

    /// The package; its list of content types comes first, as readers of streams want it.
    func finished() throws(WorkbookError) -> [UInt8] {
        var writer = ZipWriter()
        writer.add("[Content_Types].xml", contentTypes())
        for part in parts { writer.add(part.name, part.bytes) }
        do throws(ZipError) {
            return try writer.finished()
        } catch { throw WorkbookError(error) }
    }

    private func contentTypes() -> [UInt8] {
        var text = XMLText()
        text.open("Types", ["xmlns": OfficeNames.contentTypes])
        for (name, type) in extensions {
            text.empty("Default", ["Extension": name, "ContentType": type])
        }
        for (part, type) in types {
            text.empty("Override", ["PartName": "/" + part, "ContentType": type])
        }
        text.close("Types")
        return text.bytes
    }
}

/// The relationships of one part, numbered in the order in which they are added.
struct RelationshipList {
    private var entries: [(type: String, target: String, isExternal: Bool)] = []

    var isEmpty: Bool { entries.isEmpty }

    /// Adds one and gives its id.
    mutating func add(_ type: String, _ target: String, isExternal: Bool = false) -> String {
        entries.append((type, target, isExternal))
        return "rId\(entries.count)"
    }

    func part() -> [UInt8] {
        var text = XMLText()
        text.open("Relationships", ["xmlns": OfficeNames.packageRelationships])
        for (index, entry) in entries.enumerated() {
            text.empty(
                "Relationship",
                [
                    "Id": "rId\(index + 1)", "Type": entry.type, "Target": entry.target,
                    "TargetMode": entry.isExternal ? "External" : nil,
                ])
        }
        text.close("Relationships")
        return text.bytes
    }
}
