import Foundation
import Testing
import Workbooks

/// The shipped tables with 城关镇's returns on firms and on its lists, of May and June: a small part of the
/// Inbox, in which V32 finds two firms in both months.
struct ListCounty {
    static let asOf = ShippedCounty.asOf
    let place: Workplace

    init() throws {
        place = try Workplace()
        try place.copy("Templates", to: "Templates")
        for month in ["5", "6"] {
            for path in [
                "2020-0\(month)/非公/非公月报 城关镇 2020年\(month)月.xlsx",
                "2020-0\(month)/三清单/城关镇-三清单-20200\(month).xlsx",
            ] {
                let source = Workplace.repository.appending(path: "Inbox/\(path)")
                try put(try Data(contentsOf: source), at: path)
            }
        }
        try tongbao("run", "--period", "2020-05").expect(0)
        try tongbao("run").expect(0)
    }

    /// Puts a file into the Inbox that has lain there for long.
    func put(_ bytes: Data, at path: String) throws {
        let file = try place.write(bytes, to: "Inbox/\(path)")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_500_000_000)],
            ofItemAtPath: file.path(percentEncoded: false))
    }

    /// Hands June's lists in once more, as those of a later month, in CSV.
    func repeatLists(in month: String) throws {
        let source = "Inbox/2020-06/三清单/城关镇-三清单-202006.xlsx"
        let sheet = try WorkbookReader.read(Array(place.data(source)), fileName: source).sheets[0]
        let lines = sheet.rows.map { row in
            (1...(row.cells.last?.column ?? 1)).map { column in
                "\"\(row[column: column]?.value.text ?? "")\""
            }.joined(separator: ",")
        }
        let text = lines.joined(separator: "\n")
            .replacing("2020年6月", with: "2020年\(month)月")
        try put(Data(text.utf8), at: "2020-0\(month)/三清单/城关镇-三清单-20200\(month).csv")
    }

    @discardableResult
    func tongbao(
        _ arguments: String..., asOf: String = ListCounty.asOf
    ) throws -> Outcome {
        try place.tongbao(arguments + ["--as-of", asOf])
    }

    /// An act on an item, with a reason that is no one's.
    func item(_ arguments: String..., asOf: String = ListCounty.asOf) throws -> Outcome {
        try place.tongbao(
            ["office", "item"] + arguments + ["--reason", "县里研究定的", "--as-of", asOf])
    }

    func objection(_ arguments: String..., asOf: String = ListCounty.asOf) throws -> Outcome {
        try place.tongbao(["office", "objection"] + arguments + ["--as-of", asOf])
    }

    func table(_ name: String, _ period: String = "2020-06") throws -> Table {
        try Table(place.data("Outbox/\(period)/数据/\(name).csv"), name: "\(name).csv")
    }

    /// 城关镇's rows of the lists.
    func items(_ period: String = "2020-06") throws -> [[String: String]] {
        try table("清单", period).rows.filter { $0["unit"] == "610999100000 城关镇" }
    }

    /// Numerator, denominator and k of 清单按期完成率.
    func rate(_ period: String = "2020-06") throws -> String {
        let row = try table("指标", period).row(["indicator": "X04", "code": "610999100000"])
        return ["numerator", "denominator", "k"].map { row[$0] ?? "" }.joined(separator: " ")
    }

    func cells(_ path: String, sheet: String? = nil) throws -> String {
        try WorkbookReader.read(Array(place.data(path)), fileName: path).sheets
            .filter { sheet == nil || $0.name == sheet }.flatMap(\.rows).flatMap(\.cells)
            .map(\.value.text).joined(separator: "\n")
    }

    /// The number of the act that an answer tells of.
    static func number(_ outcome: Outcome) throws -> String {
        let digits = outcome.stdout.drop { $0 != "第" }.dropFirst().prefix { $0.isNumber }
        try #require(!digits.isEmpty, "\(outcome.stdout)")
        return String(digits)
    }
}
