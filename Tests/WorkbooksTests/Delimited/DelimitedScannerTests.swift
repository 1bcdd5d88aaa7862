import Findings
import Testing
import Workbooks
import ZipArchives

/// The scanner against the plain parser, on text that is mostly wrong.
struct DelimitedScannerTests {
    private func encoded(_ text: String, _ encoding: String) -> [UInt8] {
        guard encoding == "UTF-16LE" else { return Array(text.utf8) }
        return [0xFF, 0xFE]
            + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    private func delimiter(of text: ScannedText) -> Unicode.Scalar {
        guard case .csv(_, let byte) = text.format else { return "," }
        return Unicode.Scalar(byte)
    }

    @Test(arguments: ["UTF-8", "UTF-16LE"], 1...16)
    func `any text is parsed alike, wherever its pieces end`(encoding: String, piece: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(piece))
        let alphabet = ["a", "\"", ",", "\n", "\r", "中", ";", "\"\"", ",\"", "\","]
        for length in 1...120 {
            let text = numbers.text(length / 2 + 1, of: alphabet)
            let scanned = try ScannedText(encoded(text, encoding), piece: piece)
            let reference = ReferenceParser(text, delimiter: delimiter(of: scanned))
            #expect(scanned.fields == reference.fields, "\(text.debugDescription)")
            let odd = scanned.notices.filter { $0.reason.english.hasPrefix("a quote") }
            let oddities = odd.map { [$0.line ?? 0, $0.cell?.row ?? 0, $0.cell?.column ?? 0] }
            #expect(oddities == Array(reference.oddities.prefix(100)), "\(text.debugDescription)")
        }
    }

    @Test(arguments: 1...16)
    func `a full-width comma is found wherever pieces end`(piece: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(100 + piece))
        let alphabet = ["a", "\"", "，", "\n", "：", "中", "\"\"", "，\"", "\"，"]
        for length in 1...60 {
            let text = "甲，乙\n丙，丁\n戊，己\n" + numbers.text(length, of: alphabet)
            let scanned = try ScannedText(Array(text.utf8), piece: piece)
            let reference = ReferenceParser(text, delimiter: "，")
            #expect(scanned.fields == reference.fields, "\(text.debugDescription)")
        }
    }

    @Test(arguments: 1...16)
    func `a text that is too long is cut and what follows it is read`(piece: Int) throws {
        var limits = WorkbookLimits.default
        limits.textLength = 8
        limits.notices = 1000
        var numbers = SeededNumbers(seed: UInt64(200 + piece))
        let alphabet = ["a", "aaaa", "中中中", "\"\"", "\"", ",", ",\"", "\",", "\n", "\r"]
        for length in 1...60 {
            let text = numbers.text(length, of: alphabet)
            let scanned = try ScannedText(Array(text.utf8), limits: limits, piece: piece)
            let reference = ReferenceParser(text, delimiter: delimiter(of: scanned))
            let expected = reference.fields.map { field in
                var field = field
                field.text = cut(field.text, to: limits.textLength)
                return field
            }
            #expect(scanned.fields == expected, "\(text.debugDescription)")
            let cuts = scanned.notices.count { $0.reason.english.hasSuffix("is cut") }
            #expect(cuts == reference.fields.count { $0.text.utf8.count > limits.textLength })
        }
    }

    /// The longest beginning of whole characters.
    private func cut(_ text: String, to limit: Int) -> String {
        var result = String.UnicodeScalarView()
        var length = 0
        for scalar in text.unicodeScalars {
            length += UTF8.width(scalar)
            guard length <= limit else { break }
            result.append(scalar)
        }
        return String(result)
    }

    @Test func `a field says whether it was quoted, a record what it holds`() throws {
        let scanned = try ScannedText(Array("1,\"2\",\"\",,\n\n甲\n".utf8))
        #expect(scanned.fields.prefix(5).map(\.isQuoted) == [false, true, true, false, false])
        #expect(scanned.texts(1) == ["1", "2", "", "", ""])
        #expect(scanned.records.map(\.fields) == [5, 1, 1])
        #expect(scanned.records.map(\.lastFilled) == [2, 0, 1])
        #expect(scanned.records.map(\.line) == [1, 2, 3])
    }

    @Test func `what the caller throws comes through`() throws {
        #expect(throws: WorkbookError(.archive)) {
            var scanner = try DelimitedScanner(.init(Array("a,b\n".utf8)))
            _ = try scanner.next { _, _ throws(WorkbookError) in throw WorkbookError(.archive) }
        }
    }
}
