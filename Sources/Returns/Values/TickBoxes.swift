import Campaigns

/// Reads a choice that was ticked among boxes: ☑是 ☐否, 是□否☑, 是（√）否（ ）.
///
/// Certain only where every label is a spelling of the list, every label has its box, and one box alone
/// is ticked; which side the boxes stand on is told by what comes first.
enum TickBoxes {
    /// The value that a folded text ticks; nil for anything that is not certain.
    static func value(of key: String, in list: ChoiceList) -> String? {
        guard let tokens = tokens(key), tokens.count >= 4, tokens.count % 2 == 0 else { return nil }
        var ticked: [String] = []
        var labels: Set<String> = []
        for place in stride(from: 0, to: tokens.count, by: 2) {
            switch (tokens[place], tokens[place + 1]) {
            case (.label(let label), .box(let isTicked)), (.box(let isTicked), .label(let label)):
                guard isBox(tokens[place]) == isBox(tokens[0]), let value = list.spellings[label],
                    labels.insert(value).inserted
                else { return nil }
                if isTicked { ticked.append(value) }
            default:
                return nil
            }
        }
        return ticked.count == 1 ? ticked.first : nil
    }

    private enum Token {
        case label(String)
        case box(isTicked: Bool)
    }

    private static func isBox(_ token: Token) -> Bool {
        if case .box = token { true } else { false }
    }

    /// Boxes, brackets with a tick or nothing in them, and what stands between.
    private static func tokens(_ key: String) -> [Token]? {
        var tokens: [Token] = []
        var label = ""
        func close() {
            if !label.isEmpty { tokens.append(.label(label)) }
            label = ""
        }
        var rest = key[...]
        while let first = rest.first {
            if let (mark, isTicked) = marks.first(where: { rest.hasPrefix($0.0) }) {
                close()
                tokens.append(.box(isTicked: isTicked))
                rest = rest.dropFirst(mark.count)
            } else if first == "(" || first == ")" {
                return nil
            } else {
                if first != "," && first != ";" && first != "/" { label.append(first) }
                rest = rest.dropFirst()
            }
        }
        close()
        return tokens
    }

    private static let marks: [(String, Bool)] = [
        ("(√)", true), ("(✓)", true), ("(✔)", true), ("()", false), ("☑", true), ("√", true),
        ("✓", true), ("✔", true), ("■", true), ("☐", false), ("□", false),
    ]
}
