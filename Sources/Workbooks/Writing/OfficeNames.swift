/// Namespaces, relationship types and content types of the parts that are written
/// (ECMA-376 Part 4, transitional).
enum OfficeNames {
    static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let packageRelationships =
        "http://schemas.openxmlformats.org/package/2006/relationships"
    static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    static let coreProperties =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

    static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    static let sheetDrawing =
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"

    static let drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml"
    static let chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

    /// The type of a relationship between office parts.
    static func relationship(_ kind: String) -> String { relationships + "/" + kind }

    /// The content type of a spreadsheet part.
    static func type(_ kind: String) -> String {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"
    }
}
