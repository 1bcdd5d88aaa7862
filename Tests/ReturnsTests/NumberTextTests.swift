import Campaigns
import Workbooks
import Testing

@testable import Returns

struct NumberTextTests {
    @Test(arguments: [
        ("12", "12"), ("１２", "12"), (" 12 ", "12"), ("12.50", "12.5"), ("-3", "-3"),
        ("1,200", "1200"), ("1，200", "1200"), ("1,234,567.5", "1234567.5"), ("十二", "12"),
        ("一百二十三", "123"), ("壹拾", "10"), ("两千零五", "2005"), ("二十", "20"), ("一万二千", "12000"),
        ("3.1300000000000003", "3.13"), ("-0.30000000000000004", "-0.3"),
    ])
    func `a number is read however it is written`(text: String, expected: String) {
        guard case .number(let number, _) = NumberText.read(text) else {
            Issue.record("\(text) was not read as a number")
            return
        }
        #expect(number.description == expected)
    }

    @Test(arguments: [
        "约30", "30余", "30多", "30左右", "近30", "20-30", "20—30", "20～30", "几十", "30以上", "十几",
    ])
    func `an approximation is refused and never rounded`(text: String) {
        #expect(NumberText.read(text) == .approximation)
    }

    @Test(arguments: [
        "1百23", "一百二", "12,34", "1,2", "12a", "1.2.3", "．", "——12", "1E3", "三星", "未统计", "见附件",
        "1 2", "3.1300000000000000000003", "1234567890123456",
    ])
    func `what is not certain is refused`(text: String) {
        switch NumberText.read(text) {
        case .number, .percent: Issue.record("\(text) was taken for a number")
        case .withUnit(_, let unit):
            #expect(UnitConversion.exponent(from: unit, to: "人") == nil)
        default: break
        }
    }

    @Test func `the words for nothing are kept apart`() {
        #expect(NumberText.read("无") == .none)
        #expect(NumberText.read("—") == .notApplicable)
        #expect(NumberText.read("/") == .notApplicable)
        #expect(NumberText.read("同上") == .ditto)
        #expect(NumberText.read("〃") == .ditto)
    }

    @Test(arguments: [
        ("12个", "12", "个"), ("3.5万元", "3.5", "万元"), ("35,000元", "35000", "元"), ("１２人", "12", "人"),
    ])
    func `a unit behind a number is told apart`(text: String, number: String, unit: String) {
        #expect(NumberText.read(text) == .withUnit(ExactDecimal(number) ?? .zero, unit: unit))
    }

    @Test func `yuan become ten thousand yuan exactly`() throws {
        let exponent = try #require(UnitConversion.exponent(from: "元", to: "万元"))
        let number = try #require(ExactDecimal("35000.55"))
        #expect(UnitConversion.convert(number, exponent: exponent)?.description == "3.500055")
        #expect(UnitConversion.exponent(from: "天", to: "人") == nil)
    }

    @Test func `a formula's binary dust is shown as the clerk sees it`() {
        #expect(ExactDecimal(rounding: 0.1 + 0.2)?.description == "0.3")
        #expect(ExactDecimal(rounding: 12.299999999999999)?.description == "12.3")
        #expect(ExactDecimal(rounding: 1234.5)?.description == "1234.5")
        #expect(ExactDecimal(rounding: -7)?.description == "-7")
        #expect(ExactDecimal(rounding: .infinity) == nil)
    }
}

struct DateTextTests {
    private let june = Period(year: 2020, month: 6)

    @Test(arguments: [
        "2020-06-30", "2020/6/30", "2020.6.30", "2020年6月30日", "20200630", "6.30", "6月30日",
        "２０２０．６．３０", "2020年6月30号", "2020-6-30", " 2020年 6月 30日 ",
    ])
    func `a day is read however it is written`(text: String) {
        guard case .date(let date, _) = DateText.read(text, period: june) else {
            Issue.record("\(text) was not read as a date")
            return
        }
        #expect(date.description == "2020-06-30")
    }

    @Test(arguments: [
        "2020年6月", "2020/6", "6月", "6-31x", "长期坚持", "2020-06-30至2020-07-01", "20.6.30",
    ])
    func `what is no day is refused`(text: String) {
        #expect(DateText.read(text, period: june) == .unreadable)
    }

    @Test(arguments: ["2020-02-30", "2020年13月1日", "20200631", "6.31"])
    func `a day that does not exist is said to be none`(text: String) {
        #expect(DateText.read(text, period: june) == .impossible)
    }

    @Test(arguments: [
        ("1月31日", "2020-12", true), ("1.31", "2020-12", true), ("9月30日", "2020-12", false),
        ("2020.1.31", "2020-12", false), ("20200131", "2020-12", false),
        ("1月31日", "2020-06", false),
    ])
    func `a day without a year over half a year ago may be the coming one`(
        text: String, period: String, isLongPast: Bool
    ) throws {
        let period = try #require(Period(period))
        guard case .date(let date, _) = DateText.read(text, period: period) else {
            Issue.record("no day")
            return
        }
        #expect(DateText.isLongPast(date, text, in: period) == isLongPast)
    }
}

struct PeriodTextTests {
    private let running = Period(year: 2020, month: 7)

    @Test(arguments: [
        ("岚川县农村基层党建工作月报表（2020年6月）", "2020-06"), ("城关镇2020-06月报", "2020-06"),
        ("202006", "2020-06"), ("二〇二〇", nil), ("6月份农村月报", "2020-06"), ("六月月报", "2020-06"),
        ("7月月报", "2020-07"), ("8月月报", "2019-08"), ("填报日期：2020年7月2日", nil), ("20200702", nil),
        ("2020.06", "2020-06"),
        ("2021年元月农村月报表", "2021-01"), ("二O二一年元月", "2021-01"), ("二○二一年一月", "2021-01"),
    ])
    func `a month is found in a title`(text: String, expected: String?) throws {
        let running = try #require(running)
        let mentions = PeriodText.mentions(in: text)
        #expect(mentions.count == (expected == nil ? 0 : 1))
        #expect(mentions.first?.period(latestBegun: running)?.description == expected)
    }

    @Test func `two months are two mentions`() {
        #expect(PeriodText.mentions(in: "2020年5月改为6月").count == 2)
    }
}

struct ChineseNumeralTests {
    @Test(arguments: [
        ("十", 10), ("十二", 12), ("二十", 20), ("一百零二", 102), ("一百一十", 110), ("两千零五", 2005),
        ("三万", 30_000), ("二〇二〇", 2020), ("零", 0),
    ])
    func `a numeral is read whole`(text: String, value: Int) {
        #expect(ChineseNumeral.value(of: text) == value)
    }

    @Test(arguments: [
        "一百二", "百", "十百", "一二十", "1百", "", "三万五", "零零", "三五", "○", "十两", "一百零二十", "一千三十",
    ])
    func `an unclear numeral is refused`(text: String) {
        #expect(ChineseNumeral.value(of: text) == nil)
    }

    @Test
    func
        `every number up to a hundred thousand is read as it is properly written, and no other way`()
    {
        let digits = Array("零一二三四五六七八九")
        func spoken(_ value: Int) -> String {
            var text = ""
            var isGap = false
            for (unit, name) in [(10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")] {
                let digit = value / unit % 10
                if digit > 0 {
                    text += (isGap && !text.isEmpty ? "零" : "") + String(digits[digit]) + name
                }
                isGap = digit == 0
            }
            return text
        }
        for value in stride(from: 1, to: 100_000, by: 7) {
            #expect(ChineseNumeral.value(of: spoken(value)) == value)
        }
    }
}
