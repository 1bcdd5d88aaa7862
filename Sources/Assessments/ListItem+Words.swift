package import Campaigns
package import Findings
package import Workbooks

extension ListItem {
    /// What it is about: the roster entry by name, then the text.
    package func words(in campaign: Campaign) -> String {
        guard !subject.isEmpty else { return text }
        return "\(campaign.entry(subject)?.name ?? subject)：\(text)"
    }

    /// How often it was put off and sent back, under which number the unit has it, and what the office
    /// said; empty where there is nothing of it.
    package var remarks: String {
        [
            extensions > 0 ? "延期\(extensions)次" : nil,
            reopenings > 0 ? "退回\(reopenings)次" : nil,
            ownNumber.map { "单位清单编号\($0)" },
            reason.isEmpty ? nil : reason,
        ].compactMap { $0 }.joined(separator: "；")
    }
}

extension ListItem {
    /// How it stands on a day, as lists say it: `到期未完成` once its day is over.
    package func stateWords(on day: CivilDate) -> Bilingual {
        guard isDue(on: day) else { return Bilingual(state.chinese, state.rawValue) }
        if state == .reopened { return Bilingual("退回未办结", "due, sent back") }
        return isOverdue(on: day)
            ? Bilingual("到期未完成", "overdue") : Bilingual("今天到期", "due today")
    }
}

extension ListItem.Source {
    /// As the list names it.
    package var chinese: String {
        switch self {
        case .rule(let code): "月报校核\(code)"
        case .inspection: "暗访"
        case .task(let quote): quote
        case .hand: "县里交办"
        case .explanation: "情况说明"
        case .own(let word): word.isEmpty ? "单位自列" : "单位自列（\(word)）"
        }
    }
}

extension ListItem.State {
    /// As the list says it.
    package var chinese: String {
        switch self {
        case .open: "未完成"
        case .closed: "已完成待核"
        case .verified: "已销号"
        case .reopened: "退回再办"
        }
    }
}
