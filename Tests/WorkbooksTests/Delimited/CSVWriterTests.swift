import Testing
import Workbooks

struct CSVWriterTests {
    @Test func `what is written can be read back`() throws {
        let rows = [["甲,乙", "a\"b", "c\nd", ""], [" x ", "1.50", "-5", "'"], [""]]
        let bytes = CSVWriter.file(rows)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let grid = try WorkbookReader.read(bytes, fileName: "a.csv").sheets[0]
        #expect(
            grid.shown == ["A1=甲,乙", "B1=a\"b", "C1=c\nd", "A2= x ", "B2=1.50", "C2=-5", "D2='"])
    }

    @Test func `records end with CRLF, only what must be is quoted`() {
        var writer = CSVWriter(byteOrderMark: false)
        writer.add(["a", "b c", "d,e"])
        writer.add([""])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b c,\"d,e\"\r\n\"\"\r\n")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+86 138", "'+86 138"), ("-甲", "'-甲"), ("@a", "'@a"), ("\ta", "'\ta"),
        ("-5", "-5"), ("+0.5", "+0.5"), ("-1E3", "-1E3"), ("a=b", "a=b"), ("——", "——"),
        ("\ra", "\"'\ra\""), ("-", "'-"), ("\0=a", "'\0=a"), ("＝1", "'＝1"), ("＋86", "'＋86"),
        ("－甲", "'－甲"), ("＠a", "'＠a"), ("，a", "，a"), ("=a\"b", "\"'=a\"\"b\""),
        ("-1,5", "\"'-1,5\""),
    ])
    func `text that would run as a formula is guarded, numbers are not`(
        text: String, written: String
    ) {
        var writer = CSVWriter(byteOrderMark: false)
        writer.add([text, "x"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(written),x\r\n")
    }

    @Test func `any table is read back as it was written`() throws {
        var numbers = SeededNumbers(seed: 11)
        let alphabet = ["a", "\"", ",", "\n", "\r", "\r\n", "中", ";", "\t", "，", "|", " ", "𣲗"]
        for _ in 0..<200 {
            let columns = Int.random(in: 2...5, using: &numbers)
            // A head without odd characters makes the comma the delimiter.
            let head = (1...columns).map { "列\($0)" }
            let rows =
                [head, head]
                + (0..<6).map { _ in
                    head.map { _ in
                        numbers.text(Int.random(in: 0...6, using: &numbers), of: alphabet)
                    }
                }
            var writer = CSVWriter(guardsFormulas: false)
            for row in [head, head, head, head, head, head] + rows { writer.add(row) }
            let scanned = try ScannedText(writer.bytes)
            for (index, row) in rows.enumerated() {
                #expect(scanned.texts(index + 7) == row)
            }
        }
    }
}
