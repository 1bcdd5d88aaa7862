import ZipArchives

/// Looks over an XLSX package for what makes office programs offer a repair, or show less than
/// there is; it stands in for programs that cannot run in tests.
///
/// ```swift
/// #expect(PackageLint.faults(in: bytes) == [])
/// ```
package struct PackageLint {
    /// What is wrong, each with the part where it is.
    private(set) var faults: [String] = []
    let package: LintedPackage

    /// What is wrong with a package, in alphabetical order; nothing for a sound one.
    package static func faults(in bytes: [UInt8]) -> [String] {
        do {
            var lint = PackageLint(package: try LintedPackage(bytes))
            lint.checkParts()
            lint.checkRelationships()
            lint.checkBook()
            lint.checkOrders()
            return lint.faults.sorted()
        } catch {
            return ["the package cannot be opened: \(error)"]
        }
    }

    private init(package: LintedPackage) { self.package = package }

    mutating func report(_ part: String, _ fault: String) { faults.append("\(part): \(fault)") }

    /// Says so where something does not hold.
    mutating func expect(_ holds: Bool, _ part: String, _ fault: @autoclosure () -> String) {
        if !holds { report(part, fault()) }
    }

    mutating func expectUnique(_ values: [String], _ part: String, _ what: String) {
        var seen: Set<String> = []
        for value in values where !seen.insert(value).inserted {
            report(part, "\(what) \(value) is there twice")
        }
    }
}

// MARK: - Parts and relationships (ECMA-376 Part 2, 6 and 7)

extension PackageLint {
    private static let types = "[Content_Types].xml"

    fileprivate mutating func checkParts() {
        guard let types = package.trees[Self.types] else {
            report(Self.types, "is missing or not well-formed")
            return
        }
        let defaults = types.all("Default").compactMap { $0["Extension"]?.lowercased() }
        let overrides = types.all("Override").compactMap { $0["PartName"] }
        expectUnique(defaults, Self.types, "the ending")
        expectUnique(overrides.map { $0.lowercased() }, Self.types, "the part")
        for name in overrides {
            expect(
                package.part(String(name.dropFirst())) != nil, Self.types,
                "types \(name), which is not there")
        }
        for name in package.names where name != Self.types {
            expect(package.type(of: name) != nil, name, "has no content type")
            if LintedPackage.isMarkup(name) {
                expect(package.trees[name] != nil, name, "is not well-formed")
            }
        }
    }

    fileprivate mutating func checkRelationships() {
        for name in package.names where name.hasSuffix(".rels") {
            guard let source = LintedPackage.source(ofRelationships: name) else {
                report(name, "stands in no _rels folder")
                continue
            }
            expect(
                source.isEmpty || package.part(source) != nil, name, "belongs to no part")
            let relationships = package.relationships(of: source)
            expectUnique(relationships.map(\.id), name, "the id")
            for relationship in relationships where !relationship.isExternal {
                expect(
                    package.part(relationship.target) != nil, name,
                    "\(relationship.id) leads to \(relationship.target), which is not there")
            }
        }
        let reachable = package.reachable
        for name in package.names
        where name != Self.types && !name.hasSuffix(".rels") && !reachable.contains(name) {
            report(name, "is led to by nothing")
        }
    }
}
