import Foundation
import Testing

/// One county, its returns laid out in different ways: what the ledger accepts is the same.
struct LayoutRunTests {
    /// A small county of the shipped campaign, in one layout, run; the accepted rows by table.
    private func accepted(_ layout: String) throws -> [String: [[String]]] {
        let place = try Workplace()
        try place.copy("Templates", to: "Templates")
        try place.tongbao(
            "demo", ".", "--townships", "3", "--months", "1", "--layout", layout,
            "--campaign", "Templates/five-in-one"
        ).expect(0)
        // The campaign has the inbox wait for files that may still be written.
        try place.edit("Campaign/settings.csv", "settle_seconds,10", "settle_seconds,0")
        let arguments = ["--campaign", "Campaign", "--as-of", "2020-07-06T09:00"]
        try place.tongbao(["run", "--json"] + arguments).expect(0)
        try place.tongbao(["ledger", "export", "rows"] + arguments).expect(0)
        var tables: [String: [[String]]] = [:]
        for (path, bytes) in try place.snapshot("rows") where path.hasSuffix("rows.csv") {
            let table = try Table(bytes, name: "rows.csv")
            // Where a row stood and when it came is the layout's; the rest is the return's.
            let columns = table.header.filter {
                !["received_at", "file", "sheet", "row", "revision"].contains($0)
            }
            tables[path] = table.rows.map { row in columns.map { row[$0] ?? "" } }
                .sorted { $0.joined(separator: "|") < $1.joined(separator: "|") }
        }
        return tables
    }

    @Test func `the ledger holds the same typed values`() throws {
        let issued = try accepted("issued")
        #expect(issued.count >= 6, "\(issued.keys.sorted())")
        for layout in ["deep", "spaced", "utf16"] {
            let other = try accepted(layout)
            #expect(Set(other.keys) == Set(issued.keys), "\(layout)")
            for (path, rows) in issued { #expect(other[path] == rows, "\(layout) \(path)") }
        }
    }
}
