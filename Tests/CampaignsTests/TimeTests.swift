import Campaigns
import Formulas
import Testing
import Workbooks

struct TimeTests {
    let campaign: Campaign

    init() throws {
        let holidays = [
            ("2020-06-25", false), ("2020-06-26", false), ("2020-06-28", true),
            ("2020-10-05", false),
        ]
        var exceptions: [CivilDate: Bool] = [:]
        for (day, isWorkday) in holidays { exceptions[try #require(CivilDate(day))] = isWorkday }
        campaign = Campaign(
            settings: Settings(texts: ["due_day": "31", "due_time": "17:30"]), units: [],
            roster: [], forms: [], calendar: WorkCalendar(exceptions: exceptions))
    }

    private func moment(_ text: String) throws -> Moment {
        try #require(Moment(iso: text, offset: 28_800))
    }

    @Test func `the due day is kept within the following month`() throws {
        let may = try #require(Period("2020-05"))
        #expect("\(campaign.due(may))" == "2020-06-30T17:30:00")
        #expect("\(campaign.due(try #require(Period("2020-12"))))" == "2021-01-31T17:30:00")
        #expect("\(campaign.due(try #require(Period("2021-01"))))" == "2021-02-28T17:30:00")
    }

    @Test func `a period closes at its due time and not before`() throws {
        let may = try #require(Period("2020-05"))
        #expect(!campaign.isClosed(may, asOf: try moment("2020-06-30T17:29:59")))
        #expect(campaign.isClosed(may, asOf: try moment("2020-06-30T17:30")))
        #expect(campaign.latestClosed(asOf: try moment("2020-06-30T17:29:59")) == may.previous)
        #expect(campaign.latestClosed(asOf: try moment("2020-06-30T17:30")) == may)
    }

    @Test func `workdays follow the calendar of exchanged days`() throws {
        #expect(campaign.calendar.workdays(in: try #require(Period("2020-06"))) == 21)
        let friday = try #require(CivilDate("2020-07-03"))
        #expect(campaign.calendar.workdays(after: friday, through: friday.adding(days: 3)) == 1)
        #expect(campaign.calendar.workdays(after: friday, through: friday.adding(days: 2)) == 0)
        #expect(campaign.calendar.workdays(after: friday, through: friday) == 0)
        #expect(campaign.calendar.workdays(after: friday, through: friday.adding(days: -9)) == 0)
    }

    @Test func `the day some workdays later passes over what is free`() throws {
        // 25 and 26 June are free, Sunday the 28th is worked.
        let wednesday = try #require(CivilDate("2020-06-24"))
        #expect(
            campaign.calendar.day(afterWorkdays: 1, since: wednesday) == CivilDate("2020-06-28"))
        #expect(
            campaign.calendar.day(afterWorkdays: 2, since: wednesday) == CivilDate("2020-06-29"))
        #expect(campaign.calendar.day(afterWorkdays: 0, since: wednesday) == wednesday)
    }

    @Test func `workdays are counted as if day by day`() throws {
        let first = try #require(CivilDate("2020-06-20"))
        for start in 0..<14 {
            for length in 0..<150 {
                let days = (start + 1..<start + 1 + length).map { first.adding(days: $0) }
                #expect(
                    campaign.calendar.workdays(
                        after: first.adding(days: start),
                        through: first.adding(days: start + length))
                        == days.count { campaign.calendar.isWorkday($0) })
            }
        }
    }

    @Test func `periods count through years and quarters`() throws {
        let january = try #require(Period("2020-01"))
        #expect("\(january.previous)" == "2019-12")
        #expect("\(january.previous.next)" == "2020-01")
        #expect("\(january.next.lastDay)" == "2020-02-29")
        #expect("\(january.firstDay)" == "2020-01-01")
        #expect(january.chinese == "2020年1月")
        let june = try #require(Period("2020-06"))
        #expect(june.quarterToDate.map(\.description) == ["2020-04", "2020-05", "2020-06"])
        #expect(january.quarterToDate == [january])
        #expect(january < june)
        #expect(Period("2020-13") == nil)
        #expect(Period("2020-6") == nil)
        #expect(Period(year: 1899, month: 12) == nil)
    }

    @Test(arguments: [
        ("2020-07-06", "2020-07-06T00:00:00"), ("2020-07-06T09:00", "2020-07-06T09:00:00"),
        ("2020-07-06 09:00:30", "2020-07-06T09:00:30"),
        ("2020-07-06T01:00:00Z", "2020-07-06T09:00:00"),
        ("2020-07-05T23:30+00:00", "2020-07-06T07:30:00"),
        ("2020-07-06T09:00+08:00", "2020-07-06T09:00:00"),
        ("2020-07-05T20:00-05:00", "2020-07-06T09:00:00"),
    ])
    func `a moment is carried over to the campaign's clock`(text: String, expected: String) {
        #expect(Moment(iso: text, offset: 28_800)?.description == expected)
    }

    @Test(arguments: [
        "", "2020-07", "2020-02-30", "2020-07-06T", "2020-07-06T9:00", "2020-07-06T24:00",
        "2020-07-06T09:60", "2020-07-06X09:00", "2020-07-06T09:00+8",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(Moment(iso: text, offset: 28_800) == nil)
    }

    @Test func `seconds since 1970 become campaign time, before 1970 too`() {
        #expect("\(Moment(secondsSince1970: 0, offset: 28_800))" == "1970-01-01T08:00:00")
        #expect("\(Moment(secondsSince1970: -1, offset: 0))" == "1969-12-31T23:59:59")
    }
}

struct ExactDecimalTests {
    @Test(arguments: [
        ("12", 12, 0), ("-0.5", -5, 1), ("1.250", 125, 2), ("+3", 3, 0), ("0.0", 0, 0),
        ("007", 7, 0), ("-0", 0, 0), ("123456789012345", 123_456_789_012_345, 0),
    ])
    func `keeps the digits that were written`(text: String, unscaled: Int, scale: Int) {
        let decimal = ExactDecimal(text)
        #expect(decimal?.unscaled == unscaled)
        #expect(decimal?.scale == scale)
    }

    @Test(arguments: [
        "", "-", ".5", "5.", "1.2.3", "1e3", "一", "１", " 1", "1234567890123456", "--1",
    ])
    func `is no number of any other shape`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(arguments: [
        ("0.05", "0.05"), ("-12.340", "-12.34"), ("100", "100"), ("-0.007", "-0.007"),
    ])
    func `prints without trailing zeros`(text: String, printed: String) {
        #expect(ExactDecimal(text)?.description == printed)
    }

    @Test func `shifts the point exactly`() {
        #expect(ExactDecimal("1.5")?.shifted(by: -2).description == "0.015")
        #expect(ExactDecimal("1.5")?.shifted(by: 3).description == "1500")
    }

    @Test(arguments: [
        ("0.9", SQLValue.real(0.9)), ("90%", .real(0.9)), ("21", .integer(21)),
        ("001", .text("001")), ("5 天", .text("5 天")), ("", .null), ("0", .integer(0)),
        ("0.50", .real(0.5)), ("-3", .integer(-3)), ("+3", .text("+3")),
    ])
    func `a setting is a number to SQL where it reads as one`(text: String, value: SQLValue) {
        #expect(Settings.value(text) == value)
    }
}
