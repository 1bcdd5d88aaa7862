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

    @Test func `what is quoted on a line has none of its own`() {
        #expect("农村月报表\n（2020年7月）\r\n".onOneLine == "农村月报表 （2020年7月）")
        let message = Problem.notANumber(column: "人数", found: "5\n6").message
        #expect(message.chinese == "“人数”应填数字，这里是“5 6”")
    }
}
