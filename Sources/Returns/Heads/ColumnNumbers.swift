import Campaigns
import Workbooks

/// 栏次: the row below the heads that numbers the columns.
enum ColumnNumbers {
    /// 甲, 乙, 丙, letters, numbers that count upwards, in brackets or circles, and `3=1+2`; or whatever
    /// stands behind the word 栏次.
    static func areAll(of row: Grid.Row) -> Bool {
        guard row.cells.count >= 2, let first = row.cells.first else { return false }
        if words.contains(Folding.key(first.value.text)) { return true }
        // Nearly every row of data says so in one of its cells.
        guard !row.cells.contains(where: { isLongNumber($0.value.text) }) else { return false }
        var numbers: [Int] = []
        for cell in row.cells {
            let text = cell.value.text
            guard text.utf8.count <= 40 else { return false }
            let key = bare(Folding.key(text))
            if isMark(key) { continue }
            guard let number = number(key) else { return false }
            numbers.append(number)
        }
        // Numbers that count upwards, else it may be data.
        return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    private static let words: Set = ["栏次", "栏号", "列次", "列号"]

    /// 甲, a letter, or what stands in a column without a number.
    private static func isMark(_ key: String) -> Bool {
        guard let mark = key.unicodeScalars.first, key.utf8.count == mark.utf8.count else {
            return false
        }
        switch mark {
        case "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "-", "/", "×", "a"..."z": return true
        default: return false
        }
    }

    /// No sheet has so many columns.
    private static func isLongNumber(_ text: String) -> Bool {
        text.utf8.count > 2 && text.utf8.prefix(3).allSatisfy { $0 &- 48 < 10 }
    }

    private static func bare(_ key: String) -> String {
        key.hasPrefix("(") && key.hasSuffix(")") ? String(key.dropFirst().dropLast()) : key
    }

    /// `3`, `③`, `3=1+2`, `第3栏`.
    private static func number(_ key: String) -> Int? {
        var scalars = key.unicodeScalars[...]
        if scalars.count == 1, let only = scalars.first, (0x2460...0x2473).contains(only.value) {
            return Int(only.value) - 0x245F
        }
        if scalars.first == "第", scalars.last == "栏" || scalars.last == "列" {
            scalars = scalars.dropFirst().dropLast()
        }
        let digits = scalars.prefix { $0.digit != nil }
        let rest = scalars.dropFirst(digits.count)
        let isFormula =
            rest.first == "="
            && rest.allSatisfy { $0.digit != nil || "=+-*/()÷×≥≤%".unicodeScalars.contains($0) }
        guard (1...2).contains(digits.count), rest.isEmpty || isFormula,
            let number = Int(String(digits)), number > 0
        else { return nil }
        return number
    }
}
