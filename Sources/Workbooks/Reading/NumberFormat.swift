/// What a number format makes of a number: all that a reader wants to know of a style.
enum NumberFormat: Hashable {
    case plain, percent, date, dateTime, time, elapsed

    /// The formats that files use without defining them (ECMA-376 Part 1, 18.8.30), with the
    /// meaning the ids 27 to 36 and 50 to 58 have in Chinese, and 67 to 81 in Thai.
    init(builtIn id: Int) {
        self =
            switch id {
            case 9, 10, 67, 68: .percent
            case 14...17, 27...31, 36, 50...54, 57, 58, 71...74, 81: .date
            case 18...21, 32...35, 45, 47, 55, 56, 75, 76, 78, 80: .time
            case 22, 77: .dateTime
            case 46, 79: .elapsed
            default: .plain
            }
    }

    /// Reads the first section of a format code (ECMA-376 Part 1, 18.8.31).
    init(code: String) {
        var scanner = FormatCode(code)
        self = scanner.format()
    }
}

/// One reading of a format code, letter by letter.
private struct FormatCode {
    private var rest: ArraySlice<Unicode.Scalar>
    private var showsDate = false
    private var showsTime = false
    private var isElapsed = false
    private var isPercent = false
    private var hasDigits = false
    /// 年, 月, 日 without quotes: a date unless there is a place for a number.
    private var hasDateWords = false
    /// `m` is a minute behind an `h` or before an `s`, else a month.
    private var followsHour = false
    private var openMonth = false

    /// `General` behind its first letter; some offices write it in their own language (so `Standard`).
    private static let generals = ["eneral", "/通用格式", "/標準", "/표준"]

    init(_ code: String) { rest = Array(code.unicodeScalars)[...] }

    mutating func format() -> NumberFormat {
        while let scalar = rest.popFirst(), scalar != ";" { take(scalar) }
        if openMonth || (hasDateWords && !hasDigits) { showsDate = true }
        return if isElapsed { .elapsed } else if showsDate {
            showsTime ? .dateTime : .date
        } else if showsTime { .time } else if isPercent { .percent } else { .plain }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "_", "*": rest = rest.dropFirst()
        case "[": takeBracket()
        case "G", "g":
            if !Self.generals.contains(where: { skip($0) }) { showsDate = true }
        case "E", "e":
            // An exponent, unless it is the year of an era.
            if rest.first != "+" && rest.first != "-" { showsDate = true }
        case "A", "a": takeLetterA()
        case "上", "下":
            if rest.first == "午" { showsTime = true }
        case "Y", "y", "D", "d", "B", "b":
            showsDate = true
            closeMonth(isMinute: false)
            followsHour = false
        case "M", "m": takeMonthOrMinute(scalar)
        case "H", "h":
            showsTime = true
            closeMonth(isMinute: false)
            followsHour = true
        case "S", "s":
            if skip("tandard") { break }
            showsTime = true
            closeMonth(isMinute: true)
            followsHour = false
        case "年", "月", "日": hasDateWords = true
        case "0", "#", "?": hasDigits = true
        case "%": isPercent = true
        default: break
        }
    }

    /// Colours, conditions, locales and calendars mean nothing here; `[h]`, `[mm]`, `[ss]` do.
    private mutating func takeBracket() {
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count + 1)
        guard let first = content.first, "hHmMsS".unicodeScalars.contains(first),
            content.allSatisfy({
                $0.properties.lowercaseMapping == first.properties.lowercaseMapping
            })
        else { return }
        isElapsed = true
    }

    /// `AM/PM`, `A/P`, or `aaa` for the day of the week.
    private mutating func takeLetterA() {
        if skip("M/PM") || skip("/P") {
            showsTime = true
        } else {
            showsDate = true
            rest = rest.drop { $0 == "a" || $0 == "A" }
        }
    }

    private mutating func takeMonthOrMinute(_ scalar: Unicode.Scalar) {
        let run = rest.prefix { $0 == "m" || $0 == "M" }.count + 1
        rest = rest.dropFirst(run - 1)
        closeMonth(isMinute: false)
        if followsHour && run <= 2 { showsTime = true } else { openMonth = true }
        followsHour = false
    }

    /// Decides about the last `m` once it is known what comes behind it.
    private mutating func closeMonth(isMinute: Bool) {
        if openMonth { if isMinute { showsTime = true } else { showsDate = true } }
        openMonth = false
    }

    private mutating func skip(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard rest.count >= scalars.count,
            zip(rest, scalars).allSatisfy({
                $0.properties.uppercaseMapping == $1.properties.uppercaseMapping
            })
        else { return false }
        rest = rest.dropFirst(scalars.count)
        return true
    }
}
