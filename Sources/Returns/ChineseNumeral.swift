/// Whole numbers in Chinese numerals, everyday (十二, 一百二十三, 两千零五) and financial (壹拾贰).
enum ChineseNumeral {
    /// Nil unless the whole text is one well-formed numeral below 100,000,000; a mixture with digits
    /// (1百23) is refused, for nobody knows what it means.
    static func value(of text: String) -> Int? {
        guard !text.isEmpty, text.unicodeScalars.count <= 20 else { return nil }
        if let digits = positional(text) { return digits }
        let parts = text.split(separator: "万", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return section(text)
        case 2:
            guard let high = section(String(parts[0])), high > 0 else { return nil }
            if parts[1].isEmpty { return high * 10_000 }
            // 三万五 may be 35,000 or 30,005: below a thousand, 零 must say so.
            guard let low = section(String(parts[1])),
                low >= 1000 || parts[1].unicodeScalars.first.flatMap(digit) == 0
            else { return nil }
            return high * 10_000 + low
        default: return nil
        }
    }

    /// 二〇二〇: digits one by one, at least two of them.
    private static func positional(_ text: String) -> Int? {
        let digits = text.unicodeScalars.map { digit($0) }
        guard digits.count >= 2, digits.count <= 8, !digits.contains(nil) else { return nil }
        return digits.reduce(0) { $0 * 10 + ($1 ?? 0) }
    }

    /// A numeral below 10,000: units fall from 千 to nothing, zeros only in gaps.
    private static func section(_ text: String) -> Int? {
        var total = 0
        var pending: Int?
        var lastUnit = 10_000
        var sawZero = false
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if let digit = digit(scalar) {
                if digit == 0 {
                    guard pending == nil, !sawZero || total == 0 else { return nil }
                    sawZero = true
                    continue
                }
                guard pending == nil else { return nil }
                pending = digit
            } else if let unit = unit(scalar) {
                guard unit < lastUnit else { return nil }
                // 十二 stands for 一十二, at the head only.
                guard let count = pending ?? (unit == 10 && index == 0 ? 1 : nil) else {
                    return nil
                }
                total += count * unit
                pending = nil
                lastUnit = unit
                sawZero = false
            } else {
                return nil
            }
        }
        if let pending {
            // 一百二 is said for 120, and for 102 by mistake: refused; 一百零二 and 十二 are clear.
            guard lastUnit == 10 || lastUnit == 10_000 || sawZero else { return nil }
            total += pending
        } else if total == 0 {
            return sawZero && text.unicodeScalars.count == 1 ? 0 : nil
        }
        return total
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
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
