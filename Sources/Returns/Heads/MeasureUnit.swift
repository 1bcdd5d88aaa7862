import Campaigns

/// Words that say in what something is counted (计量单位), as they stand in heads and above tables.
enum MeasureUnit {
    /// Things and people, one by one.
    private static let counters =
        ["个", "名", "人", "位", "项", "份", "件", "家", "户", "条", "篇", "处", "所", "间"]
        + ["支", "套", "座", "台", "星", "张", "册", "本", "批", "对", "组", "村", "分"]
    private static let times = ["次", "回", "场", "期"]
    private static let money = ["元", "块", "百元", "千元", "万元", "亿元"]
    /// Known so that they are not taken for a remark; none of them converts.
    private static let strangers = [
        "万", "万人", "百人", "千人", "万户", "人次", "美元", "港元", "千字", "公顷", "公里", "字", "年", "月", "周",
    ]

    /// Words of one class count the same thing; between classes nothing converts.
    ///
    /// Times that people came (人次) are neither people nor times.
    private static let classes: [[String]] = [
        counters, times, ["天", "日"], ["小时", "学时", "课时"], ["平方米", "㎡", "m2", "m²", "平米"], ["亩"],
        ["万字"], ["%", "百分比"], money, strangers,
    ]

    private static let classByWord: [String: Int] = {
        var words: [String: Int] = [:]
        for (place, list) in classes.enumerated() {
            for word in list { words[Folding.key(word)] = place }
        }
        return words
    }()

    private static let labels = ["计量单位", "金额单位", "单位"]

    /// The unit that a bracket names, perhaps with 单位: before it; nil where it names none.
    static func named(_ bracket: String) -> String? {
        var key = bracket
        for label in labels where key.begins(with: label) {
            key = String(key.dropFirst(label.count).drop { $0 == ":" })
        }
        return classByWord[key] == nil ? nil : key
    }

    /// A name with its unit behind a stroke (`应发报酬/万元`), or money grown to it (`应发报酬万元`).
    static func grown(to key: String) -> (name: String, unit: String)? {
        if let stroke = key.lastIndex(of: "/"), stroke != key.startIndex {
            let unit = String(key[key.index(after: stroke)...])
            return classByWord[unit] == nil ? nil : (String(key[..<stroke]), unit)
        }
        for unit in ["万元", "千元", "亿元"] where key.ends(with: unit) && key.count > unit.count + 1 {
            return (String(key.dropLast(unit.count)), unit)
        }
        return nil
    }

    /// Every word of a text names a unit: `万元`, `人、万元`.
    static func areAll(_ text: String) -> [String]? {
        let words = Folding.key(text).utf8.split { ",/;".utf8.contains($0) }
            .map { String(Substring($0)) }
        guard !words.isEmpty, words.allSatisfy({ classByWord[$0] != nil }) else { return nil }
        return words
    }

    /// Whether a unit above several columns says something of one that holds numbers of another.
    ///
    /// Money of every amount, and many at once (万人) of whatever they stand over; 次 over a column of people
    /// is none of its business.
    static func mayChange(_ unit: String, _ wanted: String?) -> Bool {
        fits(unit, wanted) || strangers.contains(unit) || isMoney(wanted ?? "")
    }

    static func isMoney(_ unit: String) -> Bool { money.contains(unit) }

    /// A number under a head with this unit is one in the field's unit, as it stands or converted.
    ///
    /// 个 is said for times as well: 学习次数（个）.
    static func fits(_ unit: String, _ wanted: String?) -> Bool {
        guard let wanted = wanted.map({ Folding.key($0) }) else { return counters.contains(unit) }
        if unit == wanted || (unit == "个" && times.contains(wanted)) { return true }
        guard let one = classByWord[unit], !strangers.contains(unit) else { return false }
        return one == classByWord[wanted]
    }
}
