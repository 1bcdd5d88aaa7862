import Assessments
import Campaigns
import Findings
import Workbooks

/// 未报 and 退回: who owes what, and what went back for which kinds of reasons.
struct ReportingSheets {
    let vocabulary: Vocabulary
    let facts: BulletinFacts

    private var period: String { facts.assessment.period.chinese }
    private var isDraft: Bool { facts.assessment.isDraft }

    /// Who has not reported which form; in a draft nothing is missing yet.
    func missing(named name: String) -> SheetDraft {
        let due = vocabulary.chinese(vocabulary.campaign.due(facts.assessment.period))
        var table = TableBuilder(
            name: name, title: "\(period)\(isDraft ? "尚未报送" : "未报")情况" + (isDraft ? "（草稿）" : ""),
            remarks: ["截止时间：\(due)；统计到：\(vocabulary.chinese(facts.assessment.asOf))。"],
            columns: [
                TableColumn("序号", 6), TableColumn("单位", 20, .left),
                TableColumn("报表", 42, .left), TableColumn("情况", 26, .left),
            ], isLandscape: false)
        let missing = facts.owed.filter { !$0.isAccepted }
        // By unit, because that is whom the clerk rings up.
        let ordered = vocabulary.campaign.units.flatMap { unit in
            missing.filter { $0.unit == unit.code }
        }
        for (index, owed) in ordered.enumerated() {
            table.row([
                .count(index + 1), .text(vocabulary.unit(owed.unit)),
                .text(vocabulary.campaign.form(owed.form)?.title ?? owed.form),
                .text(state(of: owed)),
            ])
        }
        if ordered.isEmpty { table.note("没有\(isDraft ? "尚未报送" : "未报")的报表。") }
        return table.sheet
    }

    /// What was returned or quarantined: kinds of findings and their numbers, never a value.
    var returned: SheetDraft {
        var table = TableBuilder(
            name: "退回", title: "\(period)退回情况" + (isDraft ? "（草稿）" : ""),
            remarks: ["主要问题只列种类和处数，具体单元格见发回各单位的标注件；×处为填报的数。"],
            columns: [
                TableColumn("序号", 7), TableColumn("单位", 18, .left),
                TableColumn("报表", 12), TableColumn("文件", 30, .left),
                TableColumn("收到时间", 17), TableColumn("错误", 7),
                TableColumn("主要问题", 48, .left), TableColumn("目前", 12),
            ])
        let receipts = facts.receipts.filter { $0.status != .accepted && !$0.isForeign }
        let known = vocabulary.campaign.units.flatMap { unit in
            receipts.filter { $0.unit == unit.code }
        }
        let unknown = receipts.filter { $0.unit.flatMap(vocabulary.campaign.unit) == nil }
        for (index, receipt) in (known + unknown).enumerated() {
            let errors = vocabulary.visible(receipt.findings).filter { $0.severity == .error }
            table.row([
                .count(index + 1), .text(receipt.unit.map(vocabulary.unit) ?? "单位不明"),
                .text(receipt.form.map(vocabulary.form) ?? "未识别"),
                .text(OutboxNames.baseName(of: receipt.file)), .text(receipt.received.short),
                .count(errors.count), .text(vocabulary.kinds(of: errors, atMost: 3)),
                .text(outcome(of: receipt)),
            ])
        }
        if receipts.isEmpty { table.note("没有退回的报表。") }
        return table.sheet
    }

    private func state(of owed: OwedReturn) -> String {
        if owed.isExcused, let relief = owed.relief { return relief.words }
        let returned = facts.receipts.count {
            $0.unit == owed.unit && $0.form == owed.form && $0.status != .accepted
        }
        return returned == 0 ? "没有收到" : "退回\(returned)次，还没有重报合格"
    }

    private func outcome(of receipt: Receipt) -> String {
        if receipt.status == .quarantined { return "已隔离" }
        guard let form = receipt.form, let unit = receipt.unit else { return "待核对" }
        let isAccepted = facts.receipts.contains {
            $0.status == .accepted && $0.form == form && $0.unit == unit
        }
        return isAccepted ? "已有合格件" : "待重报"
    }
}
