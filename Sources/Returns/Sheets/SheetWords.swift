import Campaigns
import Workbooks

/// Words by which rows of a sheet are known; all are compared folded.
enum SheetWords {
    private static let foot = [
        "填表人", "填报人", "制表人", "制表:", "填表:", "填报:", "经办人", "经办:", "审核", "复核", "负责人", "单位负责人", "主要领导",
        "分管领导", "主管领导", "领导签字", "签字", "签章", "盖章", "(盖章)", "(签字)", "(公章)", "联系电话", "联系人", "联系方式",
        "电话:",
        "备注:", "说明:", "注:", "注1", "注意", "备注1", "附注", "填表说明", "填报说明", "编制说明", "指标解释", "此表一式", "本表一式",
        "本表",
        "填报日期", "填表日期", "填报时间", "填表时间", "上报日期", "上报时间", "报送日期", "报送时间", "制表日期", "报出日期", "日期:",
        "以上数据",
        "以上均", "钩稽关系", "勾稽关系", "审核关系", "校验关系", "填报人员", "填表人员", "书记签字", "党委书记",
    ]

    /// By their first character, which most texts share with none.
    private static let footByFirst = Dictionary(grouping: foot) { $0.unicodeScalars.first }

    private static let exactFoot: Set = ["注", "备注", "说明", "附", "制表", "填表", "经办", "日期"]

    /// A row that begins with such a word.
    static func isFoot(_ row: Grid.Row) -> Bool {
        row.cells.first.map { isFoot(Folding.key($0.value.text)) } ?? false
    }

    static func isFoot(_ key: String) -> Bool {
        let key = key.begins(with: "*") || key.begins(with: "※") ? String(key.dropFirst()) : key
        let isSealed =
            key.utf8.last == UInt8(ascii: ")")
            && ["(盖章)", "(公章)", "(章)", "(签字)", "(签章)"].contains { key.ends(with: $0) }
        return isSealed || exactFoot.contains(key)
            || footByFirst[key.unicodeScalars.first]?.contains { key.begins(with: $0) } ?? false
            || isDate(key)
    }

    /// `2020年7月2日` and nothing else, as the foot ends.
    static func isDate(_ key: String) -> Bool {
        guard key.ends(with: "日"), key.contains("年"), key.contains("月") else { return false }
        return key.unicodeScalars.allSatisfy {
            $0.digit != nil || "年月日一二三四五六七八九十_".unicodeScalars.contains($0)
        }
    }

    private static let examples: Set = ["例", "示例", "样例", "填报示例", "填写示例", "举例"]

    static func isExample(_ key: String) -> Bool {
        examples.contains(key) || key.begins(with: "例:") || key.begins(with: "示例:")
    }

    private static let totals: [String: SheetRows.TotalRow.Kind] = [
        "合计": .sum, "共计": .sum, "累计": .sum, "总数": .sum, "汇总": .sum, "全镇": .sum, "全乡": .sum,
        "全县": .sum, "全办": .sum, "全街道": .sum, "合计数": .sum, "总计": .grandTotal, "总合计": .grandTotal,
        "小计": .subtotal, "本页小计": .subtotal, "本页合计": .subtotal, "平均": .other, "平均数": .other,
        "平均值": .other, "均值": .other, "其中": .other,
    ]

    /// What kind of sum a text says that its row is; nil for none.
    static func total(_ text: String) -> SheetRows.TotalRow.Kind? {
        // Most cells end here: names of villages hold none of these.
        guard text.unicodeScalars.contains(where: { "计均中总全汇".unicodeScalars.contains($0) }),
            text.utf8.count < 80
        else { return nil }
        var key = Folding.key(text)
        if let open = key.firstIndex(of: "("), open != key.startIndex { key = String(key[..<open]) }
        while key.hasSuffix(":") || key.hasSuffix(",") { key.removeLast() }
        if let kind = totals[key] { return kind }
        if key.hasPrefix("其中:") || key.hasPrefix("其中,") { return .other }
        for ending in ["总计", "小计", "合计", "共计"] where key.hasSuffix(ending) && key.count <= 14 {
            return totals[ending]
        }
        return nil
    }
}
