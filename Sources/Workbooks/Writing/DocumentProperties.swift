/// The parts in which a workbook says who made it and when (ECMA-376 Part 2, 8; Part 1, 15.2.12).
enum DocumentProperties {
    static func core(_ properties: WorkbookDraft.Properties) -> [UInt8] {
        var text = XMLText()
        text.open(
            "cp:coreProperties",
            [
                "xmlns:cp":
                    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ])
        if !properties.title.isEmpty { text.element("dc:title", text: properties.title) }
        text.element("dc:creator", text: properties.creator)
        if let created = properties.created {
            for name in ["dcterms:created", "dcterms:modified"] {
                text.element(name, ["xsi:type": "dcterms:W3CDTF"], text: "\(created)T00:00:00Z")
            }
        }
        text.close("cp:coreProperties")
        return text.bytes
    }

    static func application() -> [UInt8] {
        var text = XMLText()
        text.open(
            "Properties",
            [
                "xmlns":
                    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
            ])
        text.element("Application", text: "Tongbao")
        text.close("Properties")
        return text.bytes
    }
}
