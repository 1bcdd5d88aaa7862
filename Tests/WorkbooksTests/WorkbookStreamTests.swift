import Findings
import Glibc
import TestSupport
import Testing
import Workbooks
import ZipArchives

struct WorkbookStreamTests {
    private func written(
        _ write: (inout WorkbookStream) throws -> Void
    ) throws -> [UInt8] {
        let sink = MemorySink()
        var stream = try WorkbookStream(to: sink)
        try write(&stream)
        try stream.finish()
        return sink.bytes
    }

    private func cells(of bytes: [UInt8]) throws -> [CellValue] {
        try WorkbookReader.read(bytes, fileName: "a.xlsx").sheets[0].rows.flatMap(\.cells)
            .map(\.value)
    }

    @Test func `cells added one by one are read back`() throws {
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "农村"))
            try stream.beginRow()
            try stream.add(text: "东坪村 <一> & \"二\"".utf8.span)
            try stream.skip()
            try stream.add(integer: -12)
            try stream.endRow()
            try stream.beginRow()
            try stream.endRow()
            try stream.add(RowDraft([CellDraft(.decimal(0.1)), CellDraft(.bool(true))]))
            try stream.beginRow(height: 30)
            try stream.add(digits: "-12.50".utf8.span)
            try stream.add(digits: "12a".utf8.span)
            try stream.endRow()
            try stream.endSheet { $0.merges = FullWorkbook.ranges("A1:B1") }
        }
        let grid = try WorkbookReader.read(bytes, fileName: "a.xlsx").sheets[0]
        #expect(grid.rows.map(\.number) == [1, 3, 4])
        #expect(grid.rows[0].cells.map(\.column) == [1, 3])
        #expect(
            grid.rows.flatMap(\.cells).map(\.value) == [
                .string("东坪村 <一> & \"二\""), .number(-12, digits: "-12"),
                .number(0.1, digits: "0.1"), .bool(true), .number(-12.5, digits: "-12.50"),
                .string("12a"),
            ])
        #expect(grid.merges == FullWorkbook.ranges("A1:B1"))
        #expect(PackageLint.faults(in: bytes) == [])
    }

    @Test func `texts beyond the table of shared ones stand in their cells`() throws {
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "多"))
            for number in 0..<70_000 {
                try stream.beginRow()
                try stream.add(text: "村 \(number)".utf8.span)
                try stream.add(text: "村 7".utf8.span)
                try stream.endRow()
            }
            try stream.endSheet()
        }
        #expect(try bytes.part("xl/sharedStrings.xml").contains("uniqueCount=\"65536\""))
        let sheet = try bytes.part("xl/worksheets/sheet1.xml")
        #expect(sheet.contains("<c r=\"A65536\" t=\"s\"><v>65535</v></c>"))
        #expect(sheet.contains("<c r=\"A65537\" t=\"inlineStr\"><is><t>村 65536</t></is></c>"))
        #expect(sheet.contains("<c r=\"B70000\" t=\"s\"><v>1</v></c>"))
        let values = try cells(of: bytes)
        #expect(values.count == 140_000)
        #expect(values[139_998] == .string("村 69999"))
    }

    @Test func `bytes that are no text of a cell are made one`() throws {
        let odd: [(bytes: [UInt8], text: String)] = [
            ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xE4, 0xB8], "\u{FFFD}\u{FFFD}"),
            ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            (Array("\u{FFFE}\u{FFFF}\u{0}\u{1B}\r".utf8), "\u{FFFE}\u{FFFF}\u{0}\u{1B}\r"),
            (Array("_x000D_ _x5F_ _".utf8), "_x000D_ _x5F_ _"),
            (Array("é\u{10FFFF}😀".utf8), "é\u{10FFFF}😀"),
        ]
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "怪"))
            try stream.beginRow()
            for (bytes, _) in odd { try stream.add(text: bytes.span) }
            try stream.endRow()
            try stream.endSheet()
        }
        #expect(try cells(of: bytes) == odd.map { .string($0.text) })
        #expect(PackageLint.faults(in: bytes) == [])
    }

    @Test(arguments: [
        "0", "-0", "7", "12.50", "1e3", "-1.5E-7", "+5", ".5", "123456789012345678901234567890",
    ])
    func `digits of a number are written as they are`(_ digits: String) throws {
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "数"))
            try stream.beginRow()
            try stream.add(digits: digits.utf8.span)
            try stream.endRow()
            try stream.endSheet()
        }
        #expect(try bytes.part("xl/worksheets/sheet1.xml").contains("<v>\(digits)</v>"))
    }

    @Test(arguments: ["", "-", "1,5", "0x10", "inf", "nan", "1e999", "１２"])
    func `what is no number is written as text`(_ digits: String) throws {
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "数"))
            try stream.beginRow()
            try stream.add(digits: digits.utf8.span)
            try stream.endRow()
            try stream.endSheet()
        }
        #expect(!(try bytes.part("xl/worksheets/sheet1.xml").contains("<v>\(digits)</v>")))
    }

    @Test(arguments: [
        0.0, 0.1, -0.1, 0.3, 1.0 / 3, 100, 1e15, 123456.789, 0.000001, -2.5e-9, 1e300, .pi,
        4503599627370497.5, 9007199254740992, 0.1 + 0.2, 99999.99, Double.leastNonzeroMagnitude,
        -1234567.125,
    ])
    func `a decimal is read back as the same number, in no more digits than it needs`(
        _ number: Double
    ) throws {
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "数"))
            try stream.beginRow()
            try stream.add(decimal: number)
            try stream.endRow()
            try stream.endSheet()
        }
        guard case .number(let back, let digits) = try cells(of: bytes)[0] else {
            Issue.record("it is no number")
            return
        }
        #expect(back == number)
        func significant(_ text: String) -> Int {
            var digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
            while digits.last == "0" { digits.removeLast() }
            return digits.count
        }
        #expect(significant(digits) == significant(number.description))
    }

    @Test func `whole numbers of every length are written whole`() throws {
        var numbers: [Int] = [0, .max, .min]
        var power = 1
        for _ in 0..<18 {
            numbers += [power - 1, power, -power, power * 10 - 1]
            power *= 10
        }
        let bytes = try written { stream in
            try stream.beginSheet(SheetDraft(name: "数"))
            for number in numbers {
                try stream.beginRow()
                try stream.add(integer: number)
                try stream.endRow()
            }
            try stream.endSheet()
        }
        let digits = try cells(of: bytes).map(\.text)
        #expect(digits == numbers.map(String.init))
    }

    @Test func `the same calls make the same bytes, in memory or in a file`() throws {
        func write(to sink: any ByteSink) throws {
            var stream = try WorkbookStream(to: sink)
            try stream.beginSheet(SheetDraft(name: "农村"))
            for number in 0..<5000 {
                try stream.beginRow()
                try stream.add(text: "村 \(number % 900)".utf8.span)
                try stream.add(decimal: Double(number) / 7)
                try stream.endRow()
            }
            try stream.endSheet()
            try stream.finish()
        }
        let memory = MemorySink()
        try write(to: memory)
        let file = try #require(tmpfile())
        defer { fclose(file) }
        let sink = DescriptorSink(fileno(file))
        try write(to: sink)
        var bytes = [UInt8](repeating: 0, count: sink.count)
        rewind(file)
        #expect(fread(&bytes, 1, bytes.count, file) == bytes.count)
        #expect(bytes == memory.bytes)
    }

    @Test func `a stream and a draft of the same rows have the same sheet`() throws {
        var draft = try FullWorkbook.draft()
        draft.sheets = [draft.sheets[0]]
        let streamed = try written { stream in
            var head = draft.sheets[0]
            let rows = head.rows
            head.rows = []
            head.columnWidths = [1: 10]
            try stream.beginSheet(head)
            for row in rows { try stream.add(row) }
            try stream.endSheet()
        }
        func data(_ bytes: [UInt8]) throws -> Substring {
            let sheet = try bytes.part("xl/worksheets/sheet1.xml")
            let start = try #require(sheet.split(separator: "<sheetData>").last)
            return start
        }
        #expect(try data(streamed) == data(draft.encoded()))
        #expect(PackageLint.faults(in: streamed) == [])
    }

    @Test func `a sheet has no more rows and columns than programs take`() throws {
        #expect(throws: WorkbookError.self) {
            try written { stream in
                try stream.beginSheet(SheetDraft(name: "宽"))
                try stream.beginRow()
                try stream.skip(16_384)
                try stream.add(integer: 1)
            }
        }
        #expect(throws: WorkbookError.self) {
            try written { stream in
                try stream.beginSheet(SheetDraft(name: "长"))
                for _ in 0...1_048_576 {
                    try stream.beginRow()
                    try stream.endRow()
                }
            }
        }
    }

    @Test func `rows go to the sink as they come`() throws {
        let sink = MemorySink()
        var stream = try WorkbookStream(to: sink)
        try stream.beginSheet(SheetDraft(name: "长"))
        let before = sink.count
        for number in 0..<20_000 {
            try stream.beginRow()
            try stream.add(integer: number &* 7919)
            try stream.endRow()
        }
        let during = sink.count
        try stream.endSheet()
        try stream.finish()
        #expect(during - before > (sink.count - before) / 2)
    }

    @Test func `a cell outside a row is a mistake of the caller's`() async {
        await #expect(processExitsWith: .failure) {
            var stream = try WorkbookStream(to: MemorySink())
            try stream.beginSheet(SheetDraft(name: "农村"))
            try stream.add(integer: 1)
        }
    }

    @Test func `a sink that is full stops the writing`() throws {
        let sink = FullSink()
        #expect(throws: WorkbookError.self) { _ = try WorkbookStream(to: sink) }
    }

    @Test func `no sheet is one empty sheet`() throws {
        let bytes = try written { _ in }
        #expect(try WorkbookReader.read(bytes, fileName: "a.xlsx").sheets.map(\.name) == ["Sheet1"])
        #expect(PackageLint.faults(in: bytes) == [])
    }
}

/// A sink without room.
private final class FullSink: ByteSink {
    let count = 0

    func append(_ bytes: Span<UInt8>) throws(ZipError) { throw .unwritable(code: ENOSPC) }

    func overwrite(at position: Int, with bytes: Span<UInt8>) throws(ZipError) {
        throw .unwritable(code: ENOSPC)
    }
}
