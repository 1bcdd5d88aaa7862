import Testing
@testable import Workbooks

/// Long runs of digits in bytes that come in pieces, found as one would find them by reading every byte.
struct DigitRunsTests {
    private func runs(_ text: String, pieces: Int? = nil) -> [String] {
        var runs = DigitRuns()
        var found: [String] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces ?? max(1, bytes.count)) {
            let piece = Array(bytes[start..<min(bytes.count, start + (pieces ?? bytes.count))])
            piece.withUnsafeBufferPointer { buffer in
                runs.feed(buffer) { found.append(String(decoding: $0, as: UTF8.self)) }
            }
        }
        runs.finish { found.append(String(decoding: $0, as: UTF8.self)) }
        return found
    }

    @Test(arguments: [
        ("13912345678", ["13912345678"]), ("<t>13912345678</t>", ["13912345678"]),
        ("电13912345678话 610999199001010012,", ["13912345678", "610999199001010012"]),
        ("61099919900101001X", ["61099919900101001X"]), ("1391234567", []),
        ("0.13912345678", []), ("a13912345678", []), ("13912345678b", []),
        ("{00000000-0000-0000-0000-000000000000}", ["000000000000"]),
    ])
    func `a run counts where it is a number of its own`(text: String, wanted: [String]) {
        #expect(runs(text) == wanted)
    }

    @Test func `it makes no difference where the pieces are cut`() {
        var text = ""
        for number in 0..<60 {
            text += String(repeating: "x", count: number % 7) + "<v>"
            text += String(13_900_000_000 + number * 97) + "</v>" + String(number)
        }
        let whole = Set(runs(text))
        #expect(whole.count == 60)
        for size in 1...130 {
            #expect(Set(runs(text, pieces: size)) == whole, "pieces of \(size)")
        }
    }
}
