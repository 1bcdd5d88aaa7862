import Findings
import Testing

struct PrintableTests {
    @Test(arguments: [
        ("农村月报 城关镇.xlsx", "农村月报 城关镇.xlsx"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"),
        ("a\nb\r\tc", "a\\u{A}b\\u{D}\\u{9}c"), ("\u{202E}xslx.exe", "\\u{202E}xslx.exe"),
        ("\u{9B}31m\u{7F}\0", "\\u{9B}31m\\u{7F}\\u{0}"), ("👩‍🌾 é", "👩‍🌾 é"), ("", ""),
    ])
    func `what a terminal would obey is shown instead`(text: String, shown: String) {
        #expect(text.printable == shown)
    }
}
