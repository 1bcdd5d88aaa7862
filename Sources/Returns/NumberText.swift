import Campaigns

/// Reads what people write where a number is wanted; whatever is not certain is refused.
enum NumberText {
    enum Reading: Hashable {
        case number(ExactDecimal, reason: ValueChange.Reason?)
        /// A percentage: the number before the sign.
        case percent(ExactDecimal)
        /// A number with something behind it that is to be looked at against the column's unit.
        case withUnit(ExactDecimal, unit: String)
        case approximation
        case ditto
        /// 无, 没有.
        case none
        /// —, /, 不适用.
        case notApplicable
        case other
    }

    /// Reads a text as it stands on the sheet, not blank.
    static func read(_ text: String) -> Reading {
        let key = Folding.key(text)
        switch key {
        case "": return .other
        case "无", "没有": return .none
        case "-", "--", "/", "\\", "不适用", "不涉及": return .notApplicable
        case "同上", "〃", "″", "\"", "''": return .ditto
        default: break
        }
        let wasFolded = key != text.trimmed.lowercased()
        if let number = ExactDecimal(key) {
            return .number(number, reason: wasFolded ? .fullWidth : nil)
        }
        if let number = separated(key) { return .number(number, reason: .separators) }
        if key.hasSuffix("%"), let number = ExactDecimal(key.dropLast()) { return .percent(number) }
        if isApproximate(key) { return .approximation }
        if let (number, unit) = number(before: key) { return .withUnit(number, unit: unit) }
        if let value = ChineseNumeral.value(of: key) {
            return .number(ExactDecimal(value), reason: .chineseNumeral)
        }
        return .other
    }

    /// 1,200 and 1,234,567.5: commas exactly every three digits.
    private static func separated(_ key: String) -> ExactDecimal? {
        let groups = key.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.utf8.count),
            first.utf8.allSatisfy({ 48...57 ~= $0 })
        else { return nil }
        for (index, group) in groups.enumerated().dropFirst() {
            let whole = index == groups.count - 1 ? group.prefix(while: { $0 != "." }) : group
            guard whole.utf8.count == 3, whole.utf8.allSatisfy({ 48...57 ~= $0 }) else {
                return nil
            }
        }
        return ExactDecimal(groups.joined())
    }

    private static func isApproximate(_ key: String) -> Bool {
        let words = ["约", "余", "多", "左右", "近", "上下", "几", "~", "以上", "以下", "不到", "超过"]
        let hasNumber =
            key.unicodeScalars.contains { $0.digit != nil }
            || key.contains { "一二三四五六七八九十百千万两".contains($0) }
        if hasNumber && words.contains(where: key.contains) { return true }
        // 20-30, 20至30: a range.
        for dash in ["-", "至", "到"] {
            let parts = key.split(separator: dash, omittingEmptySubsequences: false)
            if parts.count == 2, ExactDecimal(parts[0]) != nil, ExactDecimal(parts[1]) != nil {
                return true
            }
        }
        return false
    }

    /// `12个` as 12 and 个; `3.5万元` as 3.5 and 万元; thousands separators are allowed before the unit.
    private static func number(before key: String) -> (ExactDecimal, String)? {
        let digits = key.prefix { $0.isASCIIDigit || $0 == "." || $0 == "," }
        let unit = key[digits.endIndex...]
        guard !digits.isEmpty, !unit.isEmpty, !unit.contains(where: \.isASCIIDigit),
            unit.unicodeScalars.count <= 4,
            let number = ExactDecimal(digits) ?? separated(String(digits))
        else { return nil }
        return (number, String(unit))
    }
}

/// How a number with one unit becomes a number in another (元 and 万元).
enum UnitConversion {
    /// Powers of ten of amounts of money.
    private static let money = ["元": 0, "块": 0, "百元": 2, "千元": 3, "万元": 4, "万": 4, "亿元": 8]

    /// The power of ten to multiply with to get from a unit on the sheet to the field's; nil where the
    /// one does not become the other.
    static func exponent(from unit: String, to field: String?) -> Int? {
        let unit = Folding.key(unit)
        let wanted = Folding.key(field ?? "")
        if unit == wanted { return 0 }
        if let one = money[unit], let other = money[wanted] { return one - other }
        // 3.5万 in a column that counts people.
        if unit == "万" && money[wanted] == nil { return 4 }
        let measures: Set = ["个", "名", "人", "位"]
        if measures.contains(unit) && measures.contains(wanted) { return 0 }
        return nil
    }

    static func convert(_ number: ExactDecimal, exponent: Int) -> ExactDecimal? {
        if exponent <= 0 {
            return ExactDecimal(unscaled: number.unscaled, scale: number.scale - exponent)
        }
        var (unscaled, scale) = (number.unscaled, number.scale)
        for _ in 0..<exponent {
            if scale > 0 {
                scale -= 1
            } else {
                let (product, overflow) = unscaled.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                unscaled = product
            }
        }
        return ExactDecimal(unscaled: unscaled, scale: scale)
    }
}

extension Character {
    /// 0 to 9; `isNumber` also holds for 万 and ③.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
