import Assessments
import Campaigns
package import Workbooks

/// The slip for a talk on one page (约谈材料): who, why, by which rule, and the cells that it rests on.
struct TalkSlipWorkbook {
    let vocabulary: Vocabulary
    let facts: TalkSlipFacts

    private var name: String { vocabulary.unit(facts.unit) }
    private var period: String { facts.period.chinese }

    /// The file's name among the slips of a period.
    var path: String { "\(vocabulary.names.shortName(of: facts.unit)).xlsx" }

    var draft: OutputDraft {
        OutputDraft(
            path: path,
            workbook: WorkbookDraft(
                sheets: [sheet],
                properties: .init(title: "\(name)\(period)约谈材料", created: facts.asOf.date)),
            unit: facts.unit)
    }

    private var sheet: SheetDraft {
        var table = TableBuilder(
            name: "约谈材料", title: "\(name)约谈材料（\(period)）",
            remarks: [
                "统计到\(vocabulary.chinese(facts.asOf))。内部材料，只供约谈使用；是否约谈由组织部决定。"
            ],
            columns: [TableColumn("事项", 20, .left), TableColumn("情况和依据", 76, .left)],
            isLandscape: false)
        table.fitOnePage()
        table.band("一、得分和名次")
        for (what, text) in standing { table.row([.text(what), .text(text)]) }
        table.band("二、建议约谈的理由")
        for (index, reason) in facts.reasons.enumerated() {
            table.row([.text("理由\(Figures.chinese(index + 1))"), .text(reason)])
        }
        if !facts.items.isEmpty {
            table.band("三、红灯指标：规则、数字和上报的单元格")
            for item in facts.items { add(item, to: &table) }
            if facts.furtherItems > 0 {
                table.note("另有红灯指标\(facts.furtherItems)项，见本单位反馈。")
            }
        }
        section("报送情况", facts.returns, "报表", to: &table)
        section("本单位以前的说明", facts.explanations, "说明", to: &table)
        section("已结案的暗访", facts.inspections, "暗访", to: &table)
        table.band("约谈记录")
        table.row([.text("单位说明\n\n\n"), .text("")])
        table.row([.text("整改要求和期限\n\n\n"), .text("")])
        table.note("约谈人：　　　　　　　　记录人：　　　　　　　　单位负责人：　　　　　　　　时间：")
        return table.sheet
    }

    private var standing: [(String, String)] {
        guard let standing = facts.standing else { return [("得分", "本单位不参加排名")] }
        let rank = standing.isUnranked ? "不参评" : standing.rank.map { "第\($0)名" } ?? "—"
        let parts = [
            "指标得分\(standing.baseScore ?? "—")", "扣分\(standing.deductions)",
            "加分\(standing.bonus)",
        ].joined(separator: "，")
        var lines = [("得分和名次", "\(standing.score ?? "—")分，\(facts.group)\(rank)（\(parts)）")]
        if !standing.items.isEmpty {
            lines.append(("扣分", standing.items.map(\.chinese).joined(separator: "，")))
        }
        if !facts.earlier.isEmpty {
            lines.append(("以前各月", facts.earlier.joined(separator: "；")))
        }
        return lines
    }

    private func add(_ item: TalkSlipFacts.Item, to table: inout TableBuilder) {
        table.row([.text(item.title), .text(item.lines.joined(separator: "\n"))])
        // A row of its own for each, so that none is cut off where a program breaks lines otherwise.
        for row in item.rows { table.row([.text("　上报"), .text(row)]) }
        if item.furtherRows > 0 { table.row([.text(""), .text("另有\(item.furtherRows)行")]) }
    }

    private func section(
        _ title: String, _ lines: [String], _ what: String, to table: inout TableBuilder
    ) {
        guard !lines.isEmpty else { return }
        table.band(title)
        for line in lines { table.row([.text(what), .text(line)]) }
    }
}

extension BulletinRenderer {
    /// The slips for talks (约谈材料), for the office alone; paths are file names.
    package func talkSlips(_ slips: [TalkSlipFacts]) throws(WorkbookError) -> [OutputFile] {
        var files: [OutputFile] = []
        for slip in slips {
            let draft = TalkSlipWorkbook(vocabulary: vocabulary, facts: slip).draft
            files.append(
                OutputFile(
                    path: draft.path, bytes: try draft.workbook.encoded(), unit: draft.unit))
        }
        return files
    }
}
