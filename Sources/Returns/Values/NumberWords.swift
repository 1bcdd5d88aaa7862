import Campaigns

/// The words that people write where a number is wanted and that are none.
enum NumberWords {
    /// There is nothing, or nothing yet.
    static let none: Set = ["无", "没有", "暂无", "(无)", "未发生"]

    /// It does not apply: an empty place crossed out.
    static let notApplicable: Set = ["-", "/", "\\", "不适用", "不涉及", "(不适用)", "//"]

    /// As above.
    static let ditto: Set = ["同上", "〃", "″", "\"", "''", "\"\"", "同上行", "′′"]

    /// Words that make the number beside them an estimate.
    private static let beside = [
        "约", "余", "多", "左右", "近", "上下", "几", "以上", "以下", "不到", "超过", "大概", "大约", "估计", "许",
        "不足", "至少", "最多", "最少", "上百", "上千", "成百", "成千", "来个", "来人", "来次", "差不多", "接近", "起码", "出头",
        "开外", "以内", "不超过", "不少于", "不低于", "预计", "计划", "来",
    ]
    /// Words that are an estimate by themselves.
    private static let alone = [
        "几", "数十", "数百", "数千", "数个", "数人", "数次", "若干", "许多", "很多", "多个", "多次", "多人", "少量", "少许",
        "少数", "多数", "大部分", "个别", "部分", "一些", "大量", "不少", "好多",
    ]
    /// Marks of comparison and tolerance.
    private static let marks: Set<Character> = [
        "~", "〜", "∼", "≈", "≥", "≤", "≧", "≦", ">", "<", "±", "〉", "〈", "》", "《",
    ]

    /// Whether a text tells a number that nobody has counted: 约30, 三五个, 20-30, 30+.
    static func isApproximate(_ text: String) -> Bool {
        let digits = text.contains { $0.isASCIIDigit }
        let hasNumber = digits || text.unicodeScalars.contains(where: ChineseNumeral.isNumeral)
        if alone.contains(where: text.contains) { return true }
        guard hasNumber else { return false }
        if beside.contains(where: text.contains) { return true }
        if digits, text.contains(where: marks.contains) || isOpen(text) { return true }
        return isRange(text) || ChineseNumeral.value(of: text) == nil && isPair(text)
    }

    /// 30+, 30+个; not +30 and not 1.2E+2.
    private static func isOpen(_ text: String) -> Bool {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].last?.isASCIIDigit == true
            && !parts[1].contains(where: \.isASCIIDigit)
    }

    /// 20-30, 20—30, 20至30, 三到五.
    private static func isRange(_ text: String) -> Bool {
        for dash: Character in ["-", "–", "—", "―", "─", "至", "到", "‐", "‑", "‒"] {
            let parts = text.split(separator: dash, omittingEmptySubsequences: true)
            guard parts.count == 2, let last = parts[0].trimmed.unicodeScalars.last,
                let first = parts[1].trimmed.unicodeScalars.first
            else { continue }
            let isOne = last.isDigit || ChineseNumeral.isNumeral(last) || last == "%"
            if isOne && (first.isDigit || ChineseNumeral.isNumeral(first)) { return true }
        }
        return false
    }

    /// 三五个, 七八十, 十七八: two digits side by side count nothing.
    private static func isPair(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        return zip(scalars, scalars.dropFirst()).contains { one, other in
            guard let one = ChineseNumeral.digit(one), let other = ChineseNumeral.digit(other)
            else { return false }
            return one > 0 && other == one + 1 || one == 3 && other == 5
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}
