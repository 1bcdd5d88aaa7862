import Findings
import Testing
import Workbooks

struct DelimitedTests {
    private func read(_ text: String) throws -> Workbook {
        try WorkbookReader.read(Array(text.utf8), fileName: "a.csv")
    }

    @Test(arguments: [
        ("甲,乙;丙\n1,2\n", UInt8(ascii: ",")), ("a;b,5;c\n1;2,5;3\n", UInt8(ascii: ";")),
        ("a\tb\n1,5\t2\n", UInt8(ascii: "\t")), ("甲，乙\n1，2\n", UInt8(ascii: ",")),
        ("a|b\n1|2\n", UInt8(ascii: "|")), ("标题\n甲,乙\n1,2\n", UInt8(ascii: ",")),
        ("a\n", UInt8(ascii: ",")),
        ("\"x;y\",2\n\"z;w\",4\n", UInt8(ascii: ",")),
    ])
    func `the delimiter is the one that makes a table`(text: String, delimiter: UInt8) throws {
        #expect(try read(text).format == .csv(encoding: "UTF-8", delimiter: delimiter))
    }

    @Test func `a long text in quotes says nothing about the delimiter`() throws {
        let long = "\"" + String(repeating: "甲,乙\n", count: 30_000) + "\""
        let text = "a;b\n1;2\n3;4\n" + long + ";5\n6;7\n"
        let workbook = try read(text)
        #expect(workbook.format == .csv(encoding: "UTF-8", delimiter: UInt8(ascii: ";")))
        #expect(workbook.sheets[0].rows.count == 5)
        #expect(workbook.sheets[0].row(4)?[column: 2]?.value == .string("5"))
        #expect(workbook.notices.map(\.cell) == [CellReference(row: 4, column: 1)])
    }

    @Test func `a full-width comma parts fields like any other`() throws {
        #expect(try read("甲，乙\n1，2\n").sheets[0].shown == ["A1=甲", "B1=乙", "A2=1", "B2=2"])
    }

    @Test func `quotes, line ends and ragged rows by RFC 4180`() throws {
        let workbook = try read("a,\"b\"\"c,d\"\r\n\r\n\"e\nf\",g,h\r\"\"\ni")
        let grid = workbook.sheets[0]
        #expect(grid.shown == ["A1=a", "B1=b\"c,d", "A3=e\nf", "B3=g", "C3=h", "A5=i"])
        #expect(grid.rows.map(\.line) == [1, 3, 6])
        #expect(workbook.notices.isEmpty)
    }

    @Test func `a quote that does not fit is kept and noted with its line`() throws {
        let workbook = try read("a,5\" 管\nb,\"x\"y\nc,d\n")
        #expect(workbook.sheets[0].shown == ["A1=a", "B1=5\" 管", "A2=b", "B2=xy", "A3=c", "B3=d"])
        #expect(workbook.notices.map(\.line) == [1, 2])
    }

    @Test func `an opening quote without an end swallows nothing`() throws {
        let workbook = try read("a,\"b\nc,d\ne,f\n")
        #expect(workbook.sheets[0].shown == ["A1=a", "B1=\"b", "A2=c", "B2=d", "A3=e", "B3=f"])
        #expect(workbook.notices.map(\.line) == [1])
    }

    @Test(.timeLimit(.minutes(5)))
    func `very many quotes without an end cost no quadratic time`() throws {
        let text = String(repeating: "\"\"\",\n", count: 100_001)
        _ = try? read(text)
    }

    @Test func `GBK, UTF-16 and byte order marks`() throws {
        let gbk: [UInt8] = [0xC1, 0xAA, 0xCD, 0xA8, 0x2C, 0x31, 10]
        let one = try WorkbookReader.read(gbk, fileName: "a.csv")
        #expect(one.format == .csv(encoding: "GB18030", delimiter: UInt8(ascii: ",")))
        #expect(one.sheets[0].shown == ["A1=联通", "B1=1"])

        let text = "一,二\n一一一,2\n"
        for isLittle in [true, false] {
            let bytes = text.utf16.flatMap { unit in
                let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
                return isLittle ? pair : pair.reversed()
            }
            let name = isLittle ? "UTF-16LE" : "UTF-16BE"
            for mark in [[], isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]] as [[UInt8]] {
                let workbook = try WorkbookReader.read(mark + bytes, fileName: "a.csv")
                #expect(workbook.format == .csv(encoding: name, delimiter: UInt8(ascii: ",")))
                #expect(workbook.sheets[0].shown == ["A1=一", "B1=二", "A2=一一一", "B2=2"])
            }
        }
        let marked = try WorkbookReader.read([0xEF, 0xBB, 0xBF] + Array("甲".utf8), fileName: "")
        #expect(marked.sheets[0].shown == ["A1=甲"])
    }

    @Test func `spaces are the sender's`() throws {
        #expect(try read(" a ,\u{3000}b\n").sheets[0].shown == ["A1= a ", "B1=\u{3000}b"])
    }

    @Test func `too many columns are refused`() {
        #expect(throws: WorkbookError.self) { try read(String(repeating: ",", count: 20_000)) }
    }
}
