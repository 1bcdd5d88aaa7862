import Campaigns
import Findings

@testable import Returns

/// `Documentation/Spellings.md`, made from the catalogues: what is read as what, what is sent back and
/// why.
enum SpellingsDocument {
    static let path = "Documentation/Spellings.md"

    static var text: String {
        var lines = [
            "# 什么写法认，什么写法不认 · What is read, what is sent back",
            "",
            "这一页由测试里的写法目录（`Tests/ReturnsTests/Catalogue`）生成，目录里的每一格、每一个名称都由程序真读一遍，不手工改。",
            "认的，写明读作什么；不认的，写明退回时的问题代码和原因。看不见的字符写成 {200B} 这样的编码。",
            "填表最省事的办法：数字栏只填阿拉伯数字，没有就填0；日期写成2020-06-30；选项从下拉里选；名称照花名册。",
            "",
            "This page is made from the catalogue in `Tests/ReturnsTests/Catalogue`, every line of which the program",
            "reads in its tests; it is not edited by hand. What is read stands with its value, what is not with the code of",
            "its finding and why. Characters that cannot be seen are written as {200B}.",
            "",
            "共 \(CellCatalogue.cases.count) 种写法：认 \(read) 种，退回 \(CellCatalogue.cases.count - read) 种；名称 \(NameCatalogue.cases.count) 个。"
                + " · \(CellCatalogue.cases.count) cells, \(read) read, \(CellCatalogue.cases.count - read) sent back; \(NameCatalogue.cases.count) names.",
            "",
            "## 栏目 · Columns",
            "",
            "| 栏 | 是什么 | what it is |",
            "|---|---|---|",
        ]
        lines += ColumnKind.all.map { name, kind in
            "| \(name) | \(kind.meaning.chinese) | \(kind.meaning.english) |"
        }
        lines += section("认的写法 · What is read", isRead: true)
        lines += section("退回的写法 · What is sent back", isRead: false)
        lines += names
        lines += decided
        return lines.joined(separator: "\n") + "\n"
    }

    private static var read: Int { CellCatalogue.cases.count(where: \.isRead) }

    private static func section(_ title: String, isRead: Bool) -> [String] {
        var lines = ["", "## " + title]
        for group in CellCatalogue.groups {
            let cases = group.cases.filter { $0.isRead == isRead }
            guard !cases.isEmpty else { continue }
            // A group of one kind may hold a line of the other beside it for comparison.
            let isOwn = cases.count * 2 >= group.cases.count
            lines += [
                "", "### \(group.title.chinese) · \(group.title.english)", "",
            ]
            if isOwn { lines += ["\(group.why.chinese)。 · \(group.why.english).", ""] }
            lines += isRead ? ["| 栏 | 填的 | 读作 | 改动 |"] : ["| 栏 | 填的 | 代码 | 问题 · finding |"]
            lines.append("|---|---|---|---|")
            lines += cases.map { isRead ? readLine($0) : refusedLine($0) }
        }
        return lines
    }

    private static func readLine(_ line: CellCase) -> String {
        let reason =
            ValueChange.Reason(rawValue: line.reason).map { words[$0] ?? line.reason } ?? ""
        return "| \(line.column) | \(code(line.typed)) | \(line.expected) | \(reason) |"
    }

    private static func refusedLine(_ line: CellCase) -> String {
        let title = Check.allCases.first { $0.code == line.expected }?.title
        return "| \(line.column) | \(code(line.typed)) | \(line.expected) | "
            + "\(title?.chinese ?? "") · \(title?.english ?? "") |"
    }

    private static func code(_ typed: String) -> String { typed.isEmpty ? "" : "`` \(typed) ``" }

    private static let words: [ValueChange.Reason: String] = [
        .fullWidth: "统一字符 · characters", .separators: "去掉千分位 · separators",
        .unitSuffix: "去掉单位 · unit", .unitConversion: "换算单位 · converted",
        .chineseNumeral: "中文数字 · numeral", .percentSign: "百分号 · per cent",
        .dateStyle: "日期写法 · date", .spelling: "统一写法 · spelling", .name: "名称 · name",
        .blankWord: "代替空白的写法 · blank", .ditto: "同上 · ditto", .mergedDown: "合并格 · merged",
        .whitespace: "去掉空白 · space", .textNumber: "文本数字 · text",
    ]

    private static var names: [String] {
        var lines = [
            "", "## 名称 · Names", "",
            "只认名册上的名称、简称、别名，机关名、县名可有可无；从不按相像认。退回时给出最近的三个；县里核实是同一家的，"
                + "用 `tongbao office alias` 确认，以后就认。",
            "",
            "Only what is on the list counts, with or without county and organ; likeness never does. The nearest three are"
                + " proposed; what the county confirms with `tongbao office alias` counts from then on.",
            "", "| 在谁的表上 | 写的 | 认作 | 为什么 |", "|---|---|---|---|",
        ]
        lines += NameCatalogue.cases.map { line in
            "| \(line.place) | \(code(line.written)) | \(line.found) | \(line.why) |"
        }
        return lines
    }

    private static let decided = [
        "", "## 拿定主意不认的 · Decided against", "",
        "- 繁体、异体字（鎮、邨）不自动改成简体：一个简体字常有几个繁体字，改了就是猜；用别名确认。 ·"
            + " Traditional and variant characters are not folded: it would be a guess. Confirm an alias.",
        "- “…”“#”在统计年鉴里有“不足最小单位”“其中项”的意思，在月报的数字栏里说不清，退回；名称前的“#”去掉。 ·"
            + " … and # of yearbooks are sent back in number columns; a # before a name is dropped.",
        "- 分数、带圈数字、+3、1E3、.5：一律请改成阿拉伯数字。 · Fractions, circled digits, +3, 1E3 and .5 are to be typed out.",
        "- O 与 0、丢了的前导 0、丢了的字（?、□）从不替人补。 · O for 0, lost zeros and lost characters are never mended.",
    ]
}
