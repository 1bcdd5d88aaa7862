import Campaigns

/// A label with what stands behind it, as 填报单位（盖章）：城关镇 above a table.
struct HeadLabel: Sendable {
    var kind: Kind
    /// What stands behind the colon in the same cell, spaces at its ends removed; empty for nothing.
    var value: String

    enum Kind: Sendable {
        case unit, period
        /// Of what the table is in: 单位：万元.
        case measure
        /// Contacts, dates of filling in, numbers of forms: nothing that is read.
        case other
    }

    /// Takes a cell's text apart: what stands before the first label, and the labels in order.
    ///
    /// Several labels may share one cell (填报单位：城关镇    填报日期：2020年7月2日); spaces may stand inside
    /// a label (填 报 单 位).
    static func parse(_ text: String) -> (title: String, labels: [HeadLabel]) {
        guard text.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }),
            text.utf8.count < 2000
        else {
            let key = Folding.key(text)
            if let kind = bareKinds[sealless(key)] {
                return ("", [HeadLabel(kind: kind, value: "")])
            }
            // 填报单位 城关镇, without a colon; not 填报单位负责人.
            guard text.unicodeScalars.contains(where: \.isSpace) else { return (text, []) }
            let parts = text.split(whereSeparator: \.isWhitespace)
            if parts.count > 1, let first = parts.first,
                bareKinds[sealless(Folding.key(first))] == .unit
            {
                let rest = text[first.endIndex...].trimmed
                return ("", [HeadLabel(kind: .unit, value: rest)])
            }
            return (text, [])
        }
        var labels: [HeadLabel] = []
        var title = ""
        var before = ""
        func close() {
            if labels.isEmpty {
                title = before
            } else {
                labels[labels.count - 1].value = before.trimmed(of: " _\u{3000}\t\n")
            }
        }
        for character in text {
            guard character == ":" || character == "：",
                let (kind, length) = label(atEndOf: before)
            else {
                before.append(character)
                continue
            }
            before.removeLast(length)
            close()
            labels.append(HeadLabel(kind: kind, value: ""))
            before = ""
        }
        close()
        for index in labels.indices where labels[index].kind == .unit {
            if MeasureUnit.areAll(labels[index].value) != nil { labels[index].kind = .measure }
        }
        return (title.trimmed, labels)
    }

    /// A folded text begins with a label of the reporting unit.
    static func isUnit(_ key: String) -> Bool {
        units.contains { key.begins(with: $0) }
    }

    // MARK: Words

    private static let units = ["填报单位", "填表单位", "报送单位", "上报单位", "填报部门"]

    private static let words: [(word: [Character], kind: Kind)] = {
        let kinds: [(Kind, [String])] = [
            (
                .unit,
                [
                    "填报单位", "填表单位", "报送单位", "上报单位", "报表单位", "填报部门", "报送部门", "上报部门", "单位名称", "填报乡镇",
                    "报送乡镇", "单位", "乡镇", "部门",
                ]
            ),
            (
                .period,
                [
                    "报告期", "所属期", "报表期", "报告月份", "填报月份", "报表月份", "统计月份", "所属月份", "统计期间", "报表所属期",
                    "月份",
                    "填报期", "报送月份", "数据截止时间", "统计截止时间", "数据截至", "统计时间", "截止时间", "截止日期", "截至时间",
                    "截至日期",
                ]
            ),
            (.measure, ["计量单位", "金额单位", "数量单位"]),
            (
                .other,
                [
                    "填报日期", "填表日期", "填报时间", "填表时间", "上报日期", "上报时间", "报送日期", "报送时间", "制表日期", "制表时间",
                    "报出日期",
                    "日期", "时间", "填报人", "填表人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "分管领导",
                    "主要领导",
                    "联系人", "联系电话", "电话", "手机", "表号", "制定机关", "制表机关", "批准机关", "批准文号", "备案文号", "有效期至",
                    "文号", "编号",
                    "审核", "填表", "填报", "制表", "书记", "注", "说明", "备注", "公章", "盖章", "签字",
                ]
            ),
        ]
        return kinds.flatMap { kind, words in words.map { (Array($0), kind) } }
            .sorted { $1.word.count < $0.word.count }
    }()

    private static let bareKinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        // 单位名称 without a colon may as well be the head of a column.
        for (word, kind) in words
        where word.count >= 3 && (kind != .unit || "填报上".contains(word[0])) {
            kinds[String(word)] = kind
        }
        return kinds
    }()

    private static let seals = ["(盖章)", "(公章)", "(章)", "(签章)", "(签字)", "(签名)", "(加盖公章)", "盖章"]

    /// A folded text without （盖章） at either end.
    static func sealless(_ key: String) -> String {
        for seal in seals {
            if key.ends(with: seal) { return String(key.dropLast(seal.count)) }
            if key.begins(with: seal) { return String(key.dropFirst(seal.count)) }
        }
        return key
    }

    /// The label with which a text ends, and how many characters it takes, seal and spaces included.
    private static func label(atEndOf text: String) -> (Kind, Int)? {
        let characters = Array(text)
        var end = characters.count
        func skipSpaces() {
            while end > 0, characters[end - 1].isWhitespace { end -= 1 }
        }
        skipSpaces()
        if end > 0, characters[end - 1] == ")" || characters[end - 1] == "）",
            let open = characters[..<end].lastIndex(where: { $0 == "(" || $0 == "（" }),
            seals.contains(Folding.key(String(characters[open..<end])))
        {
            end = open
            skipSpaces()
        }
        for (word, kind) in words {
            var place = end
            var matched = word.count
            while matched > 0, place > 0 {
                if characters[place - 1].isWhitespace {
                    place -= 1
                } else if characters[place - 1] == word[matched - 1] {
                    (place, matched) = (place - 1, matched - 1)
                } else {
                    break
                }
            }
            if matched == 0 { return (kind, characters.count - place) }
        }
        return nil
    }
}

extension String {
    func trimmed(of noise: Set<Character>) -> String {
        var rest = self[...]
        while let first = rest.first, noise.contains(first) { rest.removeFirst() }
        while let last = rest.last, noise.contains(last) { rest.removeLast() }
        return String(rest)
    }

    fileprivate func trimmed(of noise: String) -> String { trimmed(of: Set(noise)) }
}
