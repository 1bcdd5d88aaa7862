import Foundation
import Testing

/// `RECORD_SPELLINGS=1` writes the document anew.
struct SpellingsDocumentTests {
    @Test func `the document of spellings is what the catalogue says`() throws {
        let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? "."
        let url = URL(filePath: root + "/" + SpellingsDocument.path)
        if ProcessInfo.processInfo.environment["RECORD_SPELLINGS"] != nil {
            try Data(SpellingsDocument.text.utf8).write(to: url)
            Issue.record(
                "the document was written anew; look at it, then run without RECORD_SPELLINGS")
        }
        let written = try String(decoding: Data(contentsOf: url), as: UTF8.self)
        #expect(
            written == SpellingsDocument.text,
            "the catalogue has changed: RECORD_SPELLINGS=1 swift test --filter SpellingsDocumentTests"
        )
    }

    @Test func `every refused spelling stands in the document with its code`() {
        let text = SpellingsDocument.text
        for line in CellCatalogue.cases where !line.isRead {
            #expect(text.contains("| \(line.column) | `` \(line.typed) `` | \(line.expected) |"))
        }
    }
}
