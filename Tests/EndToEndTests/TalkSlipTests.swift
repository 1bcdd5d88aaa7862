import Foundation
import Testing
import Workbooks

/// The slips for talks: for the office alone, a page a unit.
struct TalkSlipTests {
    private let county: ShippedCounty
    private let slips: [String: Data]

    init() throws {
        county = try ShippedCounty.get()
        slips = county.state.filter { $0.key.hasPrefix("office/2020-06/约谈/") }
            .filter { $0.key.hasSuffix(".xlsx") }
    }

    private func units() throws -> [[String: String]] {
        try Table(county.place.data("Templates/five-in-one/units.csv"), name: "units.csv").rows
    }

    private func name(_ unit: [String: String]) -> String {
        let short = unit["short_name"] ?? ""
        return short.isEmpty ? unit["name"] ?? "" : short
    }

    private func text(_ bytes: Data) throws -> String {
        let book = try WorkbookReader.read(Array(bytes), fileName: "slip.xlsx")
        return book.sheets.flatMap { sheet in
            sheet.rows.flatMap { row in row.cells.map(\.value.text) }
        }.joined(separator: "\n")
    }

    @Test func `there is one for every suggested talk and for nobody else`() throws {
        let list = try Table(
            #require(county.state["office/2020-06/清单.csv"]), name: "清单.csv")
        let codes = Set(
            list.rows(["list": "talk"]).compactMap { $0["unit"]?.split(separator: " ").first }
                .map(String.init))
        let wanted = try units().filter { codes.contains($0["code"] ?? "") }.map(name)
        let found = slips.keys.map { $0.dropFirst("office/2020-06/约谈/".count).dropLast(5) }
        #expect(!wanted.isEmpty)
        #expect(found.map(String.init).sorted() == wanted.sorted())
    }

    @Test func `each tells its unit's reasons, score and cells, and no other unit's rows`() throws {
        let units = try units()
        let list = try Table(
            #require(county.state["office/2020-06/清单.csv"]), name: "清单.csv")
        for (path, bytes) in slips {
            let text = try text(bytes)
            let mine = path.dropFirst("office/2020-06/约谈/".count).dropLast(5)
            let unit = try #require(units.first { name($0) == mine })
            let row = try county.table("排名", of: "2020-06", later: true)
                .rows(["code": unit["code"] ?? ""]).first
            if let score = row?["score"], !score.isEmpty {
                #expect(text.contains("\(score)分"), "\(path)")
            }
            let talk = try list.row([
                "list": "talk", "unit": "\(unit["code"] ?? "") \(unit["name"] ?? "")",
            ])
            for reason in (talk["reason"] ?? "").split(separator: "；") {
                #expect(text.contains(reason), "\(path): \(reason)")
            }
            for other in units where name(other) != mine && !mine.contains(name(other)) {
                #expect(!text.contains(name(other)), "\(path) names \(name(other))")
            }
        }
        #expect(try slips.values.contains { try text($0).contains("› 农村 ›") })
    }

    @Test func `none of it is in the Outbox or in a letter`() {
        for path in county.outboxRendered.keys { #expect(!path.contains("约谈"), "\(path)") }
    }
}
