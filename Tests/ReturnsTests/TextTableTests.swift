import Testing

@testable import Returns

/// A table by texts finds what was put in, and nothing that only looks like it.
struct TextTableTests {
    @Test func `Every text of thousands is found again, and no other`() {
        var table = TextTable<Int>()
        let texts = (0..<3000).map { String(repeating: "村", count: $0 % 7) + "\($0)" }
        for (number, text) in texts.enumerated() {
            #expect(table[text] == nil)
            table.add(text, number)
        }
        #expect(table.count == 3000)
        for (number, text) in texts.enumerated() {
            #expect(table[text] == number)
            #expect(table[text + " "] == nil)
        }
    }

    @Test(arguments: ["", "a", "1234567", "12345678", "123456789", "城关镇东关村", "1\u{0}2"])
    func `A text is found whatever its length`(text: String) {
        var table = TextTable<String>()
        table.add(text, text)
        #expect(table[text] == text)
        #expect(table[text + "\u{0}"] == nil)
    }

    @Test func `Texts that mean the same and are written otherwise are two`() {
        var table = TextTable<Int>()
        table.add("\u{e9}", 1)
        #expect(table["e\u{301}"] == nil)
    }
}
