import Campaigns

/// Words that say in what something is counted (计量单位), as they stand in heads and above tables.
enum MeasureUnit {
    /// Words of one class count the same thing; between classes nothing converts but money.
    private static let classes: [[String]] = [
        ["个", "名", "人", "位", "次", "人次", "项", "份", "件", "家", "户", "条", "场", "期", "篇", "处", "所", "间"]
            + ["支", "套", "座", "台", "星", "张", "册", "本", "回", "批", "对", "组", "村", "分"],
        ["天", "日"], ["小时", "学时", "课时"], ["平方米", "㎡", "m2", "m²", "平米"], ["亩"], ["万字"],
        ["%", "百分比"],
        ["元", "块", "百元", "千元", "万元", "亿元"],
        // Known so that they are not taken for a remark; none of them converts.
        ["万", "万人", "百人", "千人", "万户", "美元", "港元", "千字", "公顷", "公里", "字", "年", "月", "周"],
    ]

    private static let classByWord: [String: Int] = {
        var words: [String: Int] = [:]
        for (place, list) in classes.enumerated() {
            for word in list { words[Folding.key(word)] = place }
        }
        return words
    }()

    private static let money = 7
    private static let strangers = 8

    /// The unit that a bracket names, perhaps with 单位: before it; nil where it names none.
    static func named(_ bracket: String) -> String? {
        var word = bracket[...]
        for label in ["计量单位", "金额单位", "单位"] where word.hasPrefix(label) {
            word = word.dropFirst(label.count).drop { $0 == ":" }
        }
        let key = String(word)
        return classByWord[key] == nil ? nil : key
    }

    /// A name with its unit behind a stroke (`应发报酬/万元`), or money grown to it (`应发报酬万元`).
    static func grown(to key: String) -> (name: String, unit: String)? {
        if let stroke = key.lastIndex(of: "/"), stroke != key.startIndex {
            let unit = String(key[key.index(after: stroke)...])
            return classByWord[unit] == nil ? nil : (String(key[..<stroke]), unit)
        }
        for unit in ["万元", "千元", "亿元"] where key.hasSuffix(unit) && key.count > unit.count + 1 {
            return (String(key.dropLast(unit.count)), unit)
        }
        return nil
    }

    /// Every word of a text names a unit: `万元`, `人、万元`.
    static func areAll(_ text: String) -> [String]? {
        let words = Folding.key(text).split(whereSeparator: { ",/;".contains($0) }).map(String.init)
        guard !words.isEmpty, words.allSatisfy({ classByWord[$0] != nil }) else { return nil }
        return words
    }

    static func isMoney(_ unit: String) -> Bool { classByWord[unit] == money }

    /// A number under a head with this unit is one in the field's unit, as it stands or converted.
    static func fits(_ unit: String, _ wanted: String?) -> Bool {
        guard let wanted = wanted.map({ Folding.key($0) }) else { return classByWord[unit] == 0 }
        if unit == wanted { return true }
        guard let one = classByWord[unit], let other = classByWord[wanted] else { return false }
        return one == other && one != strangers
    }
}
