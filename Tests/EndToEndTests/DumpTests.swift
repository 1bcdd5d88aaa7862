import Foundation
import Testing

/// `dump`, for programs that want the cells.
struct DumpTests {
    private let place: Workplace
    private static let workbook = "Tests/Fixtures/Workbooks/openpyxl-return"

    init() throws {
        place = try Workplace()
        try place.copy(Self.workbook, to: "files")
    }

    @Test func `jsonl is a line a cell`() throws {
        let dump = try place.tongbao("dump", "files/input.xlsx").expect(0)
        #expect(try dump.stdout == place.text("files/cells.jsonl"))
    }

    @Test func `count prints the cells and sheets alone`() throws {
        let cells = try place.text("files/cells.jsonl").split(separator: "\n")
        let counted = cells.count { !$0.contains("\"type\":\"formula\"") }
        let dump = try place.tongbao("dump", "files/input.xlsx", "--count").expect(0)
        #expect(dump.stdout == "cells=\(counted) sheets=2\n")
    }

    @Test func `one sheet is chosen by name or number`() throws {
        let byName = try place.tongbao("dump", "files/input.xlsx", "--sheet", "农村").expect(0)
        let byNumber = try place.tongbao("dump", "files/input.xlsx", "--sheet", "1").expect(0)
        #expect(byName.stdout == byNumber.stdout)
        #expect(byName.lines.allSatisfy { $0.contains("\"sheet\":\"农村\"") })
        try place.tongbao("dump", "files/input.xlsx", "--sheet", "9").expect(64)
    }

    @Test func `a csv has one sheet of strings`() throws {
        try place.write("村名,人数\n东关村,12\n", to: "农村.csv")
        let dump = try place.tongbao("dump", "农村.csv").expect(0)
        #expect(
            dump.stdout == """
                {"sheet":"农村","ref":"A1","type":"string","value":"村名"}
                {"sheet":"农村","ref":"B1","type":"string","value":"人数"}
                {"sheet":"农村","ref":"A2","type":"string","value":"东关村"}
                {"sheet":"农村","ref":"B2","type":"string","value":"12"}

                """)
    }

    @Test func `a damaged file ends with 1`() throws {
        let whole = try place.data("files/input.xlsx")
        try place.write(whole.prefix(whole.count / 2), to: "half.xlsx")
        let dump = try place.tongbao("dump", "half.xlsx", "--lang", "en").expect(1)
        dump.complains("half.xlsx: error F101: ")
        #expect(dump.stdout.isEmpty, "\(dump)")
    }

    @Test(.timeLimit(.minutes(5)))
    func `every hostile file is answered with 0 or 1 and one finding at most`() throws {
        try place.copy("Tests/Fixtures/Hostile", to: "hostile")
        let names = try place.names(in: "hostile").filter { !$0.hasSuffix(".md") }
        #expect(names.count > 100)
        for name in names where name != "expected.csv" && name != "generate" {
            let dump = try place.tongbao("dump", "--count", "hostile/\(name)", "--lang", "en")
            #expect(dump.code == 0 || dump.code == 1, "\(dump)")
            #expect(dump.stdout.isEmpty == (dump.code == 1), "\(dump)")
            let errors = dump.stderr.split(separator: "\n").count { $0.contains(": error ") }
            #expect(errors == (dump.code == 1 ? 1 : 0), "\(dump)")
        }
    }

    @Test func `a limit is a setting, and an unknown one is told with the nearest`() throws {
        let sheets = "TONGBAO_LIMITS_SHEETS"
        try place.tongbao(
            "dump", "files/input.xlsx", "--count", environment: [sheets: "1"]
        ).expect(1)
        try place.tongbao(
            "dump", "files/input.xlsx", "--count",
            environment: [sheets: "2", "TONGBAO_LIMITS_MERGES": "5"]
        ).expect(0)
        try place.tongbao(
            "dump", "files/input.xlsx", "--lang", "en", environment: ["TONGBAO_LIMITS_SHEET": "2"]
        ).expect(78).complains("did you mean \(sheets)?")
        try place.tongbao("dump", "files/input.xlsx", environment: [sheets: "0"]).expect(78)
    }
}
