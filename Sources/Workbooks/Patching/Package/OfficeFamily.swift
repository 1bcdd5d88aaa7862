/// The two families of names in which Office Open XML is written: transitional (ECMA-376 Part 4)
/// and strict (Part 1).
enum OfficeFamily {
    case transitional, strict

    /// Of a part whose document element is in this namespace.
    init(spreadsheet namespace: String?) {
        self = namespace == Self.strictSpreadsheet ? .strict : .transitional
    }

    private static let strictSpreadsheet = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    private static let strictRelationships =
        "http://purl.oclc.org/ooxml/officeDocument/relationships"

    /// The namespace of `r:id`, in both families.
    static let relationships = [OfficeNames.relationships, strictRelationships]

    var spreadsheet: String {
        self == .strict ? Self.strictSpreadsheet : OfficeNames.spreadsheet
    }

    var relationships: String {
        self == .strict ? Self.strictRelationships : OfficeNames.relationships
    }

    /// The type of a relationship between office parts.
    func relationship(_ kind: String) -> String { relationships + "/" + kind }

    /// Our own markup, which is written in transitional names, in the names of this family.
    func renamed(_ bytes: [UInt8]) -> [UInt8] {
        guard self == .strict else { return bytes }
        return [
            (OfficeNames.spreadsheet, Self.strictSpreadsheet),
            (OfficeNames.relationships, Self.strictRelationships),
        ].reduce(bytes) { bytes, names in
            var splices = Splices()
            let old = Array(names.0.utf8)
            var index = 0
            while index + old.count <= bytes.count {
                if bytes[index..<index + old.count].elementsEqual(old) {
                    splices.replace(index..<index + old.count, with: Array(names.1.utf8))
                    index += old.count
                } else {
                    index += 1
                }
            }
            // Our own changes neither overlap nor know a limit.
            return (try? splices.applied(to: bytes, part: "", atMost: .max)) ?? bytes
        }
    }
}
