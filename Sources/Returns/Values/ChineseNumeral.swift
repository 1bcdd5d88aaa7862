/// Whole numbers in Chinese numerals, everyday (十二, 一百二十三, 两千零五) and financial (壹拾贰).
enum ChineseNumeral {
    /// Nil unless the whole text is one numeral below 100,000,000 as it is properly written.
    ///
    /// What has two readings or a part missing is refused: 一百二, 三万五, 一千三十, 1百23. Digits one by one
    /// (二〇二〇) count only with a zero among them, for 三五 is a guess and not 35.
    static func value(of text: String) -> Int? {
        // A circle is a zero among numerals; alone it may be a mark.
        guard !text.isEmpty, text.unicodeScalars.count <= 20, text != "○", isTwoProper(text) else {
            return nil
        }
        if let digits = positional(text) { return digits }
        guard let plain = everyday(text) else { return nil }
        let parts = plain.split(separator: "万", omittingEmptySubsequences: false)
        let value: Int
        switch parts.count {
        case 1:
            guard let section = section(parts[0]) else { return nil }
            value = section
        case 2:
            guard let high = section(parts[0]), high > 0,
                let low = parts[1].isEmpty ? 0 : section(parts[1])
            else { return nil }
            value = high * 10_000 + low
        default:
            return nil
        }
        // Written out again it must be the same: nothing is left to interpretation.
        let proper = written(value)
        // 十二 stands for 一十二, at the head only.
        return plain == proper || plain.hasPrefix("十") && "一" + plain == proper ? value : nil
    }

    /// 两 stands alone or before 百, 千 and 万: 十两 is no 12.
    private static func isTwoProper(_ text: String) -> Bool {
        guard text.count > 1, text.contains("两") else { return true }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.allSatisfy { place in
            guard scalars[place] == "两" else { return true }
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            return "百佰千仟万".unicodeScalars.contains(next)
        }
    }

    /// A character of numerals, digits and 十, 百, 千, 万 alike.
    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        digit(scalar) != nil || unit(scalar) != nil || "万廿卅卌".unicodeScalars.contains(scalar)
    }

    /// 二〇二〇: digits one by one, no zero in front.
    private static func positional(_ text: String) -> Int? {
        let digits = text.unicodeScalars.map { $0 == "两" ? nil : digit($0) }
        guard (2...8).contains(digits.count), !digits.contains(nil), digits.first != 0,
            digits.contains(0)
        else { return nil }
        return digits.reduce(0) { $0 * 10 + ($1 ?? 0) }
    }

    /// The same numeral in everyday characters, 二 for 两 and 零 for 〇; nil where a character is none.
    private static func everyday(_ text: String) -> String? {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "廿": plain += "二十"
            case "卅": plain += "三十"
            case "卌": plain += "四十"
            case "万", "萬": plain += "万"
            default:
                if let digit = digit(scalar) {
                    plain.append(digits[digit])
                } else if let unit = unit(scalar) {
                    plain += unit == 10 ? "十" : unit == 100 ? "百" : "千"
                } else {
                    return nil
                }
            }
        }
        return plain
    }

    /// A numeral below 10,000 in everyday characters, read without judging how it is written.
    private static func section(_ text: some StringProtocol) -> Int? {
        var total = 0
        var pending: Int?
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                pending = digit
            } else if let unit = unit(scalar) {
                total += (pending ?? 1) * unit
                pending = nil
            } else {
                return nil
            }
        }
        total += pending ?? 0
        return total < 10_000 ? total : nil
    }

    private static let digits = Array("零一二三四五六七八九")

    /// How a number is properly written; 12 as 一十二.
    private static func written(_ value: Int) -> String {
        if value == 0 { return "零" }
        let (high, low) = (value / 10_000, value % 10_000)
        guard high > 0 else { return writtenSection(low) }
        let rest = low == 0 ? "" : (low < 1000 ? "零" : "") + writtenSection(low)
        return writtenSection(high) + "万" + rest
    }

    private static func writtenSection(_ value: Int) -> String {
        var text = ""
        var isGap = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = value / unit % 10
            if digit == 0 {
                isGap = !text.isEmpty
            } else {
                if isGap { text += "零" }
                text += String(digits[digit]) + name
                isGap = false
            }
        }
        return text
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零", "○": 0
        case "一", "壹": 1
        case "二", "两", "贰": 2
        case "三", "叁": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        default: nil
        }
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 10
        case "百", "佰": 100
        case "千", "仟": 1000
        default: nil
        }
    }
}
