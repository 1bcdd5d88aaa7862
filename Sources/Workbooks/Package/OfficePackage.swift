import ZipArchives

/// The parts of an Office Open XML file and the relationships between them (ECMA-376 Part 2).
///
/// Nothing is found by its usual name: everything starts from the package's own relationships.
struct OfficePackage {
    private var archive: ZipArchive
    private let budget: TimeBudget
    let limits: WorkbookLimits
    /// Looks into every part that is read; nil where nothing is sought.
    private var search: PackageSearch?
    private let memory: PartMemory?

    init(
        _ source: ByteSource, limits: WorkbookLimits, seeking search: TextSearch? = nil,
        memory: PartMemory? = nil
    ) throws(WorkbookError) {
        self.limits = limits
        self.memory = memory
        self.search = search.map { PackageSearch($0, memory: memory) }
        budget = TimeBudget(seconds: limits.processorSeconds)
        do throws(ZipError) {
            archive = try ZipArchive(source, limits: limits.zip)
        } catch { throw WorkbookError(error) }
    }

    func has(_ part: String) -> Bool { archive[part] != nil }

    /// The relationships of a part, or of the package for an empty name; none where it has none.
    mutating func relationships(of part: String) throws(WorkbookError) -> [Relationship] {
        let name = PartName.relationships(of: part)
        guard has(name) else { return [] }
        return try parsed(name, of: .packageRelationships, atMost: limits.partSize) {
            RelationshipsHandler(source: part)
        }.relationships
    }

    /// A part as a handler has read it, this one or one of the same bytes.
    mutating func parsed<Handler: XMLHandler>(
        _ part: String, of namespace: Namespace, atMost limit: Int, by make: () -> Handler
    ) throws(WorkbookError) -> Handler {
        guard let entry = archive[part], let known = try known(entry, atMost: limit) else {
            let handler = make()
            try parse(part, of: namespace, atMost: limit, into: handler)
            return handler
        }
        let bytes = known.bytes
        if search?.begin(entry.key) ?? false {
            search?.feed(bytes.span)
            search?.end()
        }
        if let handler: Handler = known.handler(named: part) { return handler }
        let handler = make()
        let parser = XMLPushParser(part: part, of: namespace, into: handler, limits: limits)
        _ = parser.feed(bytes.span)
        try parser.finish()
        known.remember(handler, named: part)
        return handler
    }

    /// An entry from memory; nil where none is kept or the entry is too long.
    private mutating func known(
        _ entry: ZipEntry, atMost limit: Int
    ) throws(WorkbookError) -> PartMemory.Part? {
        guard let memory else { return nil }
        try budget.check()
        do throws(ZipError) {
            return try memory.part(entry, of: &archive, atMost: limit)
        } catch { throw WorkbookError(error) }
    }

    /// Parses a part as XML; one that is missing is damage.
    ///
    /// - Parameters:
    ///   - part: Its name.
    ///   - namespace: Elements of others are skipped with all they hold.
    ///   - limit: The most bytes, inflated.
    ///   - handler: Takes the elements.
    ///   - scanner: Reads what is plain in it; nil where libxml2 is to read all.
    /// - Throws: Damage, a limit, or what the handler refuses.
    mutating func parse(
        _ part: String, of namespace: Namespace, atMost limit: Int, into handler: any XMLHandler,
        scanner: (any PlainScanner)? = nil
    ) throws(WorkbookError) {
        guard let entry = archive[part] else { throw .damaged(part) }
        let parser = XMLPushParser(part: part, of: namespace, into: handler, limits: limits)
        var feed = PartFeed(parser, scanner: scanner)
        var refusal: WorkbookError?
        let isSearched = search?.begin(entry.key) ?? false
        do throws(ZipError) {
            try archive.read(entry, atMost: limit) { chunk in
                do throws(WorkbookError) {
                    try budget.check()
                    if isSearched { search?.feed(chunk) }
                    return try feed.feed(chunk)
                } catch {
                    refusal = error
                    return false
                }
            }
        } catch { throw WorkbookError(error) }
        if let refusal { throw refusal }
        if isSearched { search?.end() }
        try feed.finish()
    }

    /// What was sought and stands anywhere in the package, in parts that nobody has read as well.
    mutating func finds() throws(WorkbookError) -> [TextSearch.Find] {
        guard var search else { return [] }
        self.search = nil
        try search.searchRest(of: &archive, limits: limits, budget: budget)
        return search.finds
    }

    /// The first bytes of a part, for telling kinds apart; nil where it is missing.
    mutating func beginning(of part: String) -> [UInt8]? {
        guard let entry = archive[part] else { return nil }
        var bytes: [UInt8] = []
        do throws(ZipError) {
            try archive.read(entry) { chunk in
                chunk.withUnsafeBufferPointer { bytes.append(contentsOf: $0.prefix(256)) }
                return false
            }
        } catch { return nil }
        return bytes
    }
}

/// One relationship: what a part says of another.
struct Relationship {
    var id: String
    /// The last word of an office type in either family (`worksheet`), else the type itself.
    var kind: String
    /// The name of the part; a link's address where `isExternal`.
    var target: String
    var isExternal: Bool
}

/// Reads a `.rels` part (ECMA-376 Part 2, 6.5.3).
private final class RelationshipsHandler: XMLHandler {
    private let source: String
    private(set) var relationships: [Relationship] = []

    init(source: String) { self.source = source }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        guard case "Relationship" = name, let id = attributes.text("Id"),
            let type = attributes.text("Type"), let target = attributes.text("Target")
        else { return }
        let isExternal = attributes.text("TargetMode") == "External"
        relationships.append(
            Relationship(
                id: id, kind: Self.kind(of: type),
                target: isExternal ? target : PartName.resolve(target, from: source),
                isExternal: isExternal))
    }

    func end(_ name: XMLName) throws(WorkbookError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private static func kind(of type: String) -> String {
        for family in [
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/",
        ] where type.hasPrefix(family) {
            return String(type.dropFirst(family.count))
        }
        return type
    }
}
