import ZipArchives

/// Writes the parts of a package one after another, with their content types and relationships
/// (ECMA-376 Part 2, 6 and 7).
struct PackageStream: ~Copyable {
    private var zip: ZipStream
    private var types: [(part: String, type: String)] = []
    private var extensions: [(name: String, type: String)] = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ]

    init(to sink: any ByteSink, level: Int) { zip = ZipStream(to: sink, level: level) }

    /// Begins a part whose bytes are appended from here on.
    mutating func begin(_ name: String, type: String) throws(WorkbookError) {
        types.append((name, type))
        do throws(ZipError) { try zip.begin(name) } catch { throw WorkbookError(error) }
    }

    mutating func append(_ bytes: Span<UInt8>) throws(WorkbookError) {
        do throws(ZipError) { try zip.append(bytes) } catch { throw WorkbookError(error) }
    }

    /// Ends the part that was begun.
    mutating func end() throws(WorkbookError) {
        do throws(ZipError) { try zip.end() } catch { throw WorkbookError(error) }
    }

    /// Adds a whole part.
    mutating func add(_ name: String, type: String, _ bytes: [UInt8]) throws(WorkbookError) {
        types.append((name, type))
        try store(name, bytes)
    }

    /// Adds a whole part whose type goes by the ending of its name.
    mutating func add(
        _ name: String, typeOfEnding type: String, _ bytes: [UInt8]
    ) throws(WorkbookError) {
        let ending = String(name.split(separator: ".").last ?? "")
        if !extensions.contains(where: { $0.name == ending }) { extensions.append((ending, type)) }
        try store(name, bytes)
    }

    /// Adds the relationships of a part, or of the package for an empty name, if there are any.
    mutating func add(_ relationships: RelationshipList, of part: String) throws(WorkbookError) {
        guard !relationships.isEmpty else { return }
        try store(PartName.relationships(of: part), relationships.part())
    }

    /// Writes the list of content types, known only now, and the directory, which names that list
    /// first, as readers of streams want it.
    mutating func finish() throws(WorkbookError) {
        let types = contentTypes()
        do throws(ZipError) {
            try zip.add("[Content_Types].xml", types, isFirst: true)
            try zip.finish()
        } catch { throw WorkbookError(error) }
    }

    private mutating func store(_ name: String, _ bytes: [UInt8]) throws(WorkbookError) {
        do throws(ZipError) { try zip.add(name, bytes) } catch { throw WorkbookError(error) }
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
