/// One of the three lists (三清单): what is wrong, what is to be done, who answers for it.
package enum ItemList: String, Sendable, CaseIterable {
    case problem, task, duty

    /// As a return says it in `list_type`.
    package var chinese: String {
        switch self {
        case .problem: "问题"
        case .task: "任务"
        case .duty: "责任"
        }
    }

    /// The letter of its numbers: W 问题, R 任务, Z 责任.
    package var letter: String {
        switch self {
        case .problem: "W"
        case .task: "R"
        case .duty: "Z"
        }
    }

    /// A number is one that only the county gives, `XW57` or `XR1204-3`: X, the letter of a list, digits.
    package static func isCountys(number: String) -> Bool {
        let key = Folding.key(number)
        return allCases.contains { list in
            let beginning = Folding.key("X" + list.letter)
            return key.hasPrefix(beginning)
                && key.dropFirst(beginning.count).first?.isNumber == true
        }
    }

    /// Reads `problem` or 问题.
    package init?(_ text: String) {
        let key = Folding.key(text)
        guard let list = Self.allCases.first(where: { [$0.rawValue, $0.chinese].contains(key) })
        else { return nil }
        self = list
    }
}

extension Form {
    /// A form in which units report on their items of the three lists: one without a sector that has
    /// a number, a list, a due date, a progress, a day of completion and a check.
    ///
    /// Its words are the engine's: `progress` 已完成 and 已销号 say that it is done, `verify` 通过 and
    /// 退回 what the check came to.
    package var isItemList: Bool {
        sector == nil && nature == .units && ItemField.needed.allSatisfy { field($0) != nil }
    }
}

/// The fields of such a form that the register of items reads, and their words.
package enum ItemField {
    package static let number = "item_id"
    package static let list = "list_type"
    package static let sector = "sector"
    package static let unitCode = "unit_code"
    package static let unitName = "unit_name"
    package static let subject = "target_code"
    package static let source = "source"
    package static let text = "descr"
    /// An indicator, or a task of the campaign that the item is about.
    package static let indicator = "indicator"
    package static let opened = "start_date"
    package static let due = "due_date"
    package static let progress = "progress"
    package static let done = "done_date"
    package static let verification = "verify"
    package static let extensions = "extend_cnt"

    static let needed = [number, list, due, progress, done, verification]

    /// What a unit says of this month; a blank form never brings it along.
    static let answers: Set<String> = [progress, done, verification, "note"]

    /// What a row on an item of the county's has to say: what the register knows of each of its items, and
    /// what the unit is asked for.
    ///
    /// Who answers for it, by which measure, in which sector: of its own items a unit has to say so, of the
    /// county's nobody may know.
    package static let owedOnCountys: Set<String> = [
        number, list, unitCode, unitName, text, due, progress, done, verification,
    ]

    /// `progress`: done; and done and checked.
    package static let isDone = "已完成"
    package static let isClosed = "已销号"
    /// `verify`.
    package static let passed = "通过"
    package static let sentBack = "退回"
    /// `source` of what rules and inspections opened.
    package static let fromRules = "月报校核"
    package static let fromInspections = "暗访"
    package static let fromTasks = "实施方案"
}
