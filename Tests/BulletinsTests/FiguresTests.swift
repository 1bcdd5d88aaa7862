import Campaigns
import Testing

@testable import Bulletins

@Suite struct FiguresTests {
    @Test(arguments: [
        ("0.865000000000", "86.5%"), ("1.000000000000", "100.0%"), ("0", "0.0%"),
        ("0.123449999999", "12.3%"), ("0.123450000000", "12.3%"), ("0.123500000000", "12.4%"),
        ("1.234567890123", "123.5%"), ("-0.000500000000", "-0.1%"),
    ])
    func `百分数一位小数，四舍五入`(fraction: String, percent: String) {
        #expect(Figures.percent(fraction) == percent)
    }

    @Test func `空的比率没有百分数`() {
        #expect(Figures.percent("") == nil)
    }

    @Test(arguments: [
        ("0.865000000000", "0.850000000000", "升1.5"), ("0.850000000000", "0.855000000000", "降0.5"),
        ("0.5", "0.5", "持平"), ("0.500400000000", "0.500000000000", "持平"),
        ("0.333333333333", "0.666666666667", "降33.3"),
    ])
    func `两月之差用百分点`(now: String, before: String, text: String) {
        #expect(Figures.difference(now, before: before) == text)
    }

    @Test(arguments: [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")])
    func `公文的序号`(number: Int, text: String) {
        #expect(Figures.chinese(number) == text)
    }

    @Test func `汉字算两个宽度，长段落在标点处分开`() {
        #expect(TextMeasure.width(of: "通报ab“”") == 10)
        #expect(TextMeasure.lines(of: "通报通报", in: 4) == 2)
        let pieces = TextMeasure.pieces(of: "一二三四，五六七八，九十", lines: 1, in: 12)
        #expect(pieces == ["一二三四，", "五六七八，", "九十"])
        #expect(TextMeasure.pieces(of: "一二三四五六七八", lines: 1, in: 8).joined() == "一二三四五六七八")
    }

    @Test func `威尔逊区间`() {
        #expect(WilsonInterval("8", of: "10")?.text == "49.0%—94.3%")
        #expect(WilsonInterval("10", of: "10")?.text == "72.2%—100.0%")
        #expect(WilsonInterval("0", of: "0") == nil)
    }
}
