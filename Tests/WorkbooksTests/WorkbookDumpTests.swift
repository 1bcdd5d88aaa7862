import Testing
import Workbooks

struct WorkbookDumpTests {
    private let book = HandMadeWorkbook(
        """
        <row><c><v>12.50</v></c><c><v>3</v></c><c><v>1E-7</v></c><c><v>-0</v></c></row>\
        <row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>A1</f></c>\
        <c t="str"><v>"\\_x0001_\n甲</v></c><c s="1"><v>44012</v></c></row>
        """, styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/></cellXfs>")

    private func dump(
        _ format: WorkbookDump.Format, _ sheets: WorkbookDump.Sheets = .all
    ) throws -> String? {
        var output: [UInt8] = []
        let isFound = try WorkbookDump.write(
            book.bytes(), fileName: "a.xlsx", format: format, sheets: sheets
        ) { output += $0 }
        return isFound ? String(decoding: output, as: UTF8.self) : nil
    }

    @Test func `a line of JSON for each cell`() throws {
        #expect(
            try dump(.jsonl) == """
                {"sheet":"S","ref":"A1","type":"number","value":12.5}
                {"sheet":"S","ref":"B1","type":"number","value":3}
                {"sheet":"S","ref":"C1","type":"number","value":1e-07}
                {"sheet":"S","ref":"D1","type":"number","value":0}
                {"sheet":"S","ref":"A2","type":"bool","value":true}
                {"sheet":"S","ref":"B2","type":"error","value":"#REF!"}
                {"sheet":"S","ref":"C2","type":"formula"}
                {"sheet":"S","ref":"D2","type":"string","value":"\\"\\\\\\u0001\\n甲"}
                {"sheet":"S","ref":"E2","type":"date","value":"2020-06-30"}

                """)
    }

    @Test func `the same as a table`() throws {
        let lines = try #require(try dump(.csv)).split(separator: "\r\n")
        #expect(lines.prefix(2) == ["sheet,ref,type,value", "S,A1,number,12.5"])
        #expect(lines.contains("S,C2,formula,"))
    }

    @Test func `a count leaves out what has no value`() throws {
        #expect(try dump(.count) == "cells=8 sheets=1\n")
    }

    @Test func `a sheet is chosen by name or number`() throws {
        #expect(try dump(.count, .one("S")) == "cells=8 sheets=1\n")
        #expect(try dump(.count, .one("1")) == "cells=8 sheets=1\n")
        #expect(try dump(.count, .one("2")) == nil)
        #expect(try dump(.count, .one("0")) == nil)
    }
}
