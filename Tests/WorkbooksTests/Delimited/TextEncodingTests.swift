import Findings
import Glibc
import Testing
import ZipArchives

@testable import Workbooks

/// Each encoding, strictly; and that the decoders are those of the library.
struct TextEncodingTests {
    private func fault(_ bytes: [UInt8]) -> Int? {
        UTF8Survey(ByteSource(bytes), piece: 16).firstFault
    }

    /// Where the standard library finds the first fault.
    private func expectedFault(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch { return error.byteOffsets.lowerBound }
    }

    @Test func `two bytes at the border of a piece are UTF-8 as the library says`() {
        let rest: [UInt8] = [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF]
        for first in UInt8(0x80)...0xFF {
            for second in rest {
                for third in rest {
                    let start = 13 + Int(first ^ second ^ third) % 4
                    let bytes =
                        [UInt8](repeating: 0x20, count: start) + [first, second, third, 0x80, 0x41]
                    #expect(fault(bytes) == expectedFault(bytes))
                }
            }
        }
    }

    @Test func `texts cut and damaged anywhere are faulty where the library says`() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<300 {
            let text = numbers.text(30, of: ["a", "é", "中", "一", "가", "𣲗", "ก", "，"])
            var bytes = Array(text.utf8)
            bytes.removeLast(Int.random(in: 0..<4, using: &numbers))
            #expect(fault(bytes) == expectedFault(bytes))
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            #expect(fault(bytes) == expectedFault(bytes))
        }
    }

    @Test func `every code of GB18030 is what iconv makes of it`() throws {
        let iconv = IconvConverter(to: "UTF-8", from: "GB18030")
        var target = [UInt8](repeating: 0, count: 64)
        func expectEqual(_ code: [UInt8]) {
            var text = [UInt8](repeating: 0, count: 16)
            let expected = iconv.step(code.span, into: &text)
            let step = code.withUnsafeBufferPointer { code in
                target.withUnsafeMutableBufferPointer { target in
                    target.baseAddress.map { GB18030.shared.decode(code, into: $0) }
                }
            }
            guard let step, step.consumed == expected.consumed,
                target[..<step.produced] == text[..<expected.produced]
            else {
                Issue.record("\(code)")
                return
            }
        }
        for lead in UInt8.min...0xFF {
            expectEqual([lead])
            for trail in UInt8.min...0xFF where lead < 0x80 || !(0x30...0x39).contains(trail) {
                expectEqual([lead, trail])
            }
        }
        // All codes of the basic plane, and the borders of each hundred of the others.
        for order in 0..<126 * 10 * 126 * 10 where order < 40_000 || order % 100 < 2 {
            expectEqual(GB18030.quad(order))
        }
        for order in [188_998, 188_999, 189_000, 1_237_575, 1_237_576, 1_587_599] {
            expectEqual(GB18030.quad(order))
        }
    }

    @Test(
        arguments: [
            ([0x81, 0x2F, 0x81, 0x30], 0), ([0x41, 0x81, 0x30, 0x80, 0x30], 1),
            ([0x41, 0x81, 0x30, 0x81, 0x2F], 1), ([0x41, 0x81, 0x30, 0x41], 1), ([0x41, 0xC1], 1),
            ([0x41, 0xFF], 1), ([0x80], 0), ([0xC1, 0xAA, 0xCD], 2),
        ] as [([UInt8], Int)])
    func `what is no GB18030 is refused with its place`(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: WorkbookError.self) {
            _ = try ScannedText(bytes, piece: 4)
        }
        #expect(error?.reason == .encoding(offset: offset))
    }

    @Test(arguments: 1...16)
    func `GB18030 of two and four bytes is read wherever pieces end`(piece: Int) throws {
        let text: [UInt8] = [
            0xB4, 0xE5, 0x96, 0x34, 0xA9, 0x37, 0x2C, 0x81, 0x30, 0x81, 0x30, 0x0A, 0xA3, 0xAC,
        ]
        for mark in [[], [0x84, 0x31, 0x95, 0x33]] as [[UInt8]] {
            let scanned = try ScannedText(mark + text + text, piece: piece)
            #expect(scanned.format == .csv(encoding: "GB18030", delimiter: UInt8(ascii: ",")))
            #expect(scanned.fields.map(\.text) == ["村𣲗", "\u{80}", "，村𣲗", "\u{80}", "，"])
        }
    }

    @Test(arguments: 1...16)
    func `UTF-16 with characters of two units is read wherever pieces end`(piece: Int) throws {
        let units = Array("村𣲗,1\n\u{7FF}é,\u{FFFD}\n".utf16)
        let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [little, [0xFF, 0xFE] + little, big, [0xFE, 0xFF] + big] {
            let scanned = try ScannedText(bytes, piece: piece)
            #expect(scanned.fields.map(\.text) == ["村𣲗", "1", "\u{7FF}é", "\u{FFFD}"])
        }
    }

    @Test func `damage at the end of a long text is found before a field is handed out`() throws {
        let record = Array("甲,乙\n".utf8)
        let text = (0..<40_000).flatMap { _ in record }
        let error = #expect(throws: WorkbookError.self) {
            _ = try DelimitedScanner(ByteSource(text + [0xFF]))
        }
        #expect(error?.reason == .encoding(offset: text.count))
        let marked = [0xEF, 0xBB, 0xBF] + text + [0xE4, 0xB8]
        let other = #expect(throws: WorkbookError.self) {
            _ = try DelimitedScanner(ByteSource(marked))
        }
        #expect(other?.reason == .encoding(offset: text.count + 3))
    }
}
