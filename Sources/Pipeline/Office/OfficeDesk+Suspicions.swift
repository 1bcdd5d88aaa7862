import Bulletins
import Campaigns
import Findings
import Ledgers

/// The period's suspicions for the terminal, and for programs.
package struct SuspicionReport: Codable, Sendable {
    package var period: String
    package var suspicions: [Line]
    package var lines: [String]

    package struct Line: Codable, Sendable {
        package var id: String
        package var screen: String
        package var unit: String
        package var form: String
        package var subject: String
        package var message: String
        package var outcome: String
    }
}

extension OfficeDesk {
    /// The period's suspicions as they stand now; with `isUnfolded` those of quiet screens one by one.
    package func suspicions(isUnfolded: Bool) throws(RunError) -> SuspicionReport {
        let workshop = try Workshop.look(options)
        let period = workshop.period
        let found = try OfficeSheets(workshop: workshop, period: period).suspicions()
        let list = SuspicionSheet(campaign: workshop.campaign, found: found)
            .list(of: period, asOf: workshop.asOf, isUnfolded: isUnfolded)
        let say = Say(language)
        func unit(_ code: String) -> String {
            code.isEmpty
                ? say("全县", "the county") : workshop.campaign.unit(code)?.shortName ?? code
        }
        func form(_ id: String) -> String {
            workshop.campaign.form(id).map { $0.folder ?? $0.title } ?? id
        }
        var lines = [say("\(period) 疑点（只供组织部内部使用）", "\(period) suspicions, for the office alone")]
        lines += list.lines.map { line in
            let parts = [unit(line.unit), form(line.form), line.subject].filter { !$0.isEmpty }
            return
                "  \(line.number)  \(parts.joined(separator: " "))  \(line.message)  〔\(line.outcome)〕"
        }
        if list.screens.isEmpty { lines.append(say("  没有疑点", "  none")) }
        for screen in list.screens {
            let isFolded = screen.state != .listed && !isUnfolded
            lines.append(
                "  "
                    + (isFolded ? screen.folded : "\(screen.code) \(screen.title)：\(screen.record)")
            )
        }
        return SuspicionReport(
            period: period.description,
            suspicions: list.lines.map {
                .init(
                    id: $0.number, screen: $0.screen, unit: $0.unit, form: $0.form,
                    subject: $0.subject, message: $0.message, outcome: $0.outcome)
            }, lines: lines)
    }

    /// 疑点核实: what the office found when it looked into a flag.
    ///
    /// The flag is one of the period's, or one that stood on an earlier sheet; its sheet is written again at once.
    package func suspicion(
        _ text: String, outcome: String, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let isConfirmed = try Self.isConfirmed(outcome)
        let (workshop, reason) = try opened(reason: reason)
        let (flag, listed) = try flag(text, workshop)
        let say = isConfirmed ? Bilingual("属实", "right") : Bilingual("不实", "wrong")
        let answer = try note(
            .suspicion(.init(flag, isConfirmed: isConfirmed)), reason: reason, workshop,
            notices: [
                Bilingual(
                    "记为\(say.chinese)；只写进组织部的疑点清单，不进通报，不扣分，不通知单位",
                    "noted as \(say.english); only the office's own sheet says so: no bulletin, no points, "
                        + "no word to the unit")
            ])
        let sheets = OfficeSheets(workshop: workshop, period: listed)
        try sheets.write(sheets.suspicions())
        return answer
    }

    private static func isConfirmed(_ outcome: String) throws(RunError) -> Bool {
        switch outcome.trimmed.lowercased() {
        case "confirmed", "属实", "查实": return true
        case "dismissed", "不实", "排除": return false
        default:
            throw .usage(
                Bilingual(
                    "结果写 confirmed（属实）或 dismissed（不实），不是“\(outcome)”",
                    "the outcome is confirmed or dismissed, not “\(outcome)”"))
        }
    }

    /// A flag by its number, or enough of its beginning; `YD` may be left out.
    private func flag(
        _ text: String, _ workshop: Workshop
    ) throws(RunError) -> (NotedFlag, listed: Period) {
        let bare = Folding.key(text).lowercased()
        let digits = bare.hasPrefix("yd") ? String(bare.dropFirst(2)) : bare
        let number = "YD" + digits
        let period = workshop.period
        let found = try OfficeSheets(workshop: workshop, period: period).suspicions().flags
        var known =
            digits.count < 4 ? [] : found.filter { $0.id.hasPrefix(number) }.map { ($0, period) }
        if known.isEmpty, digits.count >= 4 {
            known = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.flags(numbered: number)
            }.map { ($0.flag, $0.listed) }
        }
        let ids = Set(known.map(\.0.id))
        guard let first = known.first, ids.count == 1 else {
            if ids.count > 1 { throw NameDesk.ambiguous(text, ids.sorted()) }
            throw NameDesk.unknown(
                Bilingual(
                    "\(period) 的疑点清单里没有“\(text)”；编号见 tongbao office suspicions，别的月份加 --period",
                    "\(period) has no suspicion “\(text)”; tongbao office suspicions has the numbers"
                ),
                proposals: nearest(to: number, among: found.map(\.id), count: 3))
        }
        return first
    }
}
