import Campaigns
import Findings

/// Documentation/Findings.md: every code with its sentence and its advice, in both languages.
package enum FindingsDocument {
    /// The document for the catalogue and the campaign at a path.
    package static func text(campaign path: String) throws(RunError) -> String {
        let book = CodeBook(try Workshop.campaign(at: path).0)
        let entries = book.entries
        let catalogue = entries.filter { $0.sql == nil && $0.check == $0.code }
        let rules = entries.filter { $0.sql != nil || $0.check != $0.code }
        return [
            """
            # 问题代码 Findings

            每个代码查什么、怎么说、怎么办。`tongbao explain 代码` 给出同样的内容。F 开头的是系统内置的校核；其余是随附活动“五位一体”的规则（`Templates/five-in-one/rules.csv`），× 处是表里的数。

            What each code finds, how it is said, what to do. `tongbao explain CODE` prints the same. Codes with F are built in; the
            others are the rules of the shipped campaign, with × for a value of the sheet.

            此文件由程序生成：`RECORD_FINDINGS=1 swift test --filter FindingsDocumentTests`。Generated; do not edit.

            """, section("内置校核 Built-in checks", catalogue),
            section("随附活动的规则 Rules of the shipped campaign", rules),
        ].joined(separator: "\n")
    }

    private static func section(_ title: String, _ entries: [CodeEntry]) -> String {
        "## \(title)\n\n" + entries.map(item).joined(separator: "\n")
    }

    private static func item(_ entry: CodeEntry) -> String {
        func title(_ language: Language) -> String {
            Severity(rawValue: entry.severity)?.title(in: language) ?? entry.severity
        }
        let forms = entry.forms.isEmpty ? "" : "（\(entry.forms.joined(separator: "、"))）"
        let trial = entry.state == "active" ? "" : " `\(entry.state)`"
        var lines = [
            "### \(entry.code) \(title(.chinese)) \(entry.title)\(forms) · \(title(.english)): "
                + entry.titleEnglish + trial, "",
        ]
        if let sql = entry.sql { lines.append("`\(sql)`\n") }
        if let check = entry.check, check != entry.code {
            return lines[0] + "\n\n\(check) `\(entry.name ?? "")`\n"
        }
        lines.append(said(entry.example, entry.advice))
        lines.append(said(entry.exampleEnglish, entry.adviceEnglish))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func said(_ message: String, _ advice: String) -> String {
        "- \(message)" + (advice.isEmpty ? "" : " → \(advice)")
    }
}
