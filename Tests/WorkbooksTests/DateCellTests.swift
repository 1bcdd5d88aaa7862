import Findings
import Testing
import Workbooks

struct DateCellTests {
    /// A1 with a number and a format, as `type text`.
    private func shown(
        _ serial: String, id: Int, formats: String = "", properties: String = ""
    ) throws -> String {
        let book = HandMadeWorkbook(
            "<row><c s=\"1\"><v>\(serial)</v></c></row>",
            styles: """
                \(formats)<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="\(id)"/></cellXfs>
                """, properties: properties)
        let cell = try #require(try book.read().sheets[0].rows.first?.cells.first)
        if cell.isPercent { return "percent \(cell.value.text)" }
        if case .date = cell.value { return cell.value.text }
        return "number \(cell.value.text)"
    }

    private func shown(_ serial: String, code: String) throws -> String {
        try shown(
            serial, id: 164,
            formats: "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(code)\"/></numFmts>")
    }

    @Test(arguments: [
        27: "2020-06-30", 28: "2020-06-30", 30: "2020-06-30", 31: "2020-06-30", 36: "2020-06-30",
        50: "2020-06-30", 52: "2020-06-30", 54: "2020-06-30", 57: "2020-06-30", 58: "2020-06-30",
        14: "2020-06-30", 17: "2020-06-30", 22: "2020-06-30T09:30:00", 32: "09:30:00",
        34: "09:30:00", 55: "09:30:00", 56: "09:30:00", 18: "09:30:00", 21: "09:30:00",
        45: "09:30:00", 47: "09:30:00", 46: "PT1056297H30M",
    ])
    func `built-in formats are dates, those of Chinese Excel too`(id: Int, date: String) throws {
        #expect(try shown("44012.3958333333", id: id) == date)
    }

    @Test(arguments: [0, 1, 4, 11, 12, 13, 37, 38, 40, 41, 44, 48, 49, 23, 26, 59, 66])
    func `other built-in formats are numbers`(id: Int) throws {
        #expect(try shown("44012", id: id) == "number 44012")
    }

    @Test(arguments: [9, 10])
    func `percentages are said to be ones`(id: Int) throws {
        #expect(try shown("0.85", id: id) == "percent 0.85")
    }

    @Test func `a format that the workbook defines goes before the built-in one`() throws {
        let formats = "<numFmts><numFmt numFmtId=\"50\" formatCode=\"000000000000\"/></numFmts>"
        #expect(try shown("44012", id: 50, formats: formats) == "number 44012")
    }

    @Test(arguments: [
        "yyyy\\-mm\\-dd", "[$-404]e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "yyyy年m月d日",
        "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;", "aaaa", "mmm", "m/d", "[$-F800]dddd",
        "G/e/m/d",
        "yyyy/m/d;@", "[Red]yyyy.mm", "月日", "d",
    ])
    func `codes of dates`(code: String) throws {
        #expect(try shown("44012.25", code: code) == "2020-06-30")
    }

    @Test(arguments: [
        "General", "@", "G/通用格式", "0.00", "[Red]0.00", "[Magenta]0", "[White]#,##0", "#,##0*y",
        "0_y", "0\\y", "0&quot;年&quot;", "0.00E+00", "0.0e-0", "General&quot; 元&quot;", "0;yyyy",
        "#,##0.00_);[Red](#,##0.00)", "[$￥-804]#,##0.00", "0年", "# ?/?", "[&gt;100]0", "",
    ])
    func `codes of numbers, whatever letters they hide`(code: String) throws {
        #expect(try shown("44012", code: code) == "number 44012")
    }

    @Test(arguments: [
        ("h:mm", "09:30:00"), ("hh&quot;时&quot;mm&quot;分&quot;", "09:30:00"),
        ("mm:ss.0", "09:30:00"),
        ("h:mm AM/PM", "09:30:00"), ("上午/下午h&quot;时&quot;", "09:30:00"), ("[h]:mm", "PT9H30M"),
        ("[mm]:ss", "PT9H30M"), ("[s]", "PT9H30M"),
    ])
    func `codes of times`(code: String, time: String) throws {
        #expect(try shown("0.395833333333333", code: code) == time)
    }

    @Test(arguments: [
        ("yyyy-mm-dd hh:mm", "2020-06-30T09:30:00"), ("m/d h:mm", "2020-06-30T09:30:00"),
        ("0%", "percent 44012.395833333336"), ("0.0&quot;%&quot;", "number 44012.395833333336"),
    ])
    func `codes of both, and of percentages`(code: String, shown expected: String) throws {
        #expect(try shown("44012.395833333336", code: code) == expected)
    }

    @Test func `fractions of a second go to the millisecond, noise does not`() throws {
        #expect(try shown("44012.3958391", id: 22) == "2020-06-30T09:30:00.498")
        #expect(try shown("44012.39583333", id: 22) == "2020-06-30T09:30:00")
        #expect(try shown("44012.9999999999", id: 22) == "2020-07-01T00:00:00")
        #expect(try shown("1.10416666666667", id: 46) == "PT26H30M")
    }

    @Test(arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "number 60"), ("61", "1900-03-01"),
        ("2958465", "9999-12-31"), ("2958466", "number 2958466"), ("-1", "number -1"),
        ("0", "number 0"), ("1E+300", "number 1E+300"),
        ("2958465.9999999999", "number 2958465.9999999999"),
    ])
    func `days that never were stay numbers`(serial: String, expected: String) throws {
        #expect(try shown(serial, id: 14) == expected)
    }

    @Test(arguments: ["1", "true"])
    func `the system of 1904 begins later`(flag: String) throws {
        let properties = "<workbookPr date1904=\"\(flag)\"/>"
        #expect(try shown("42550", id: 14, properties: properties) == "2020-06-30")
        #expect(try shown("0", id: 14, properties: properties) == "1904-01-01")
        #expect(try shown("2958465", id: 14, properties: properties) == "number 2958465")
    }

    @Test(arguments: [
        ("2020-06-30", "2020-06-30"), ("2020-06-30T09:30:00", "2020-06-30T09:30:00"),
        ("2020-06-30T09:30:00.1250000Z", "2020-06-30T09:30:00.125"), ("09:30", "09:30:00"),
        ("T09:30:01", "09:30:01"),
    ])
    func `cells of type d hold ISO dates, in both systems the same`(
        written: String, shown: String
    ) throws {
        for properties in ["", "<workbookPr date1904=\"1\"/>"] {
            let book = HandMadeWorkbook(
                "<row><c t=\"d\"><v>\(written)</v></c></row>", properties: properties)
            let cell = try #require(try book.read().sheets[0].rows.first?.cells.first)
            guard case .date(let date, _) = cell.value else {
                Issue.record("\(written) is no date")
                return
            }
            #expect(date.iso == shown)
        }
    }

    @Test func `an ISO date that is none is text`() throws {
        let book = HandMadeWorkbook("<row><c t=\"d\"><v>2020-02-30</v></c></row>")
        #expect(try book.read().sheets[0].rows[0].cells[0].value == .string("2020-02-30"))
    }
}
