import Campaigns
import Findings
import Workbooks

/// 回执: what each file of a unit was taken for, on what evidence, and what became of it.
struct ReceiptWorkbook {
    let vocabulary: Vocabulary
    let period: Period
    let asOf: Moment
    /// What units owe: grants of the office stand at the foot.
    var owed: [OwedReturn] = []

    /// Nil where the unit sent nothing and was granted nothing.
    func draft(for unit: Unit, receipts: [Receipt]) -> OutputDraft? {
        let own = receipts.filter { $0.unit == unit.code }
        let reliefs = owed.filter { $0.unit == unit.code && $0.relief != nil }
        guard !own.isEmpty || !reliefs.isEmpty else { return nil }
        let name = vocabulary.unit(unit.code)
        let title = "\(name)\(period.chinese)收件回执"
        return OutputDraft(
            path: "回执/\(vocabulary.names.shortName(of: unit.code)).xlsx",
            workbook: WorkbookDraft(
                sheets: [
                    sheet(
                        named: "回执", title: title, receipts: own, notes: reliefs.compactMap(note))
                ],
                properties: WorkbookDraft.Properties(title: title, created: asOf.date)),
            unit: unit.code)
    }

    /// The receipts as a table; used for files of unknown units as well.
    func sheet(
        named name: String, title: String, receipts: [Receipt], notes: [String] = []
    ) -> SheetDraft {
        var table = TableBuilder(
            name: name, title: title,
            remarks: ["统计到\(vocabulary.chinese(asOf))。认错了报表、单位或月份的，请告知县里，不要重复发送。"],
            columns: [
                TableColumn("文件", 30, .left), TableColumn("工作表", 12, .left),
                TableColumn("收到时间", 12), TableColumn("认作报表", 12),
                TableColumn("认作单位", 14), TableColumn("认作月份", 12),
                TableColumn("依据", 36, .left), TableColumn("行数", 6), TableColumn("错误", 6),
                TableColumn("核实", 6), TableColumn("提示", 6), TableColumn("结果", 26, .left),
            ])
        for receipt in receipts { table.row(cells(of: receipt)) }
        table.note("错误的要改正后重报；核实的数据已采用，请核对并在备注中说明；提示由系统自行处理，供核对。各处问题见反馈。")
        for note in notes { table.note(note) }
        return table.sheet
    }

    /// `农村：免报：洪灾`.
    private func note(of owed: OwedReturn) -> String? {
        owed.relief.map { "\(vocabulary.form(owed.form))报表\($0.words)。" }
    }

    private func cells(of receipt: Receipt) -> [TableCell] {
        let findings = vocabulary.visible(receipt.findings)
        func count(_ severity: Severity) -> TableCell {
            .count(findings.count { $0.severity == severity })
        }
        let status = receipt.status
        let fill = status == .accepted ? nil : Palette.error
        return [
            .text(OutboxNames.baseName(of: receipt.file)), .text(receipt.sheet ?? ""),
            .text(receipt.received.short),
            .text(receipt.form.map(vocabulary.form) ?? (status == .stray ? "—" : "未识别")),
            .text(receipt.unit.map(vocabulary.unit) ?? "未识别"),
            .text(receipt.period?.chinese ?? "未识别"),
            .text(receipt.evidence.map(Self.text).joined(separator: "\n")), .count(receipt.rows),
            count(.error), count(.query), count(.note), .text(verdict(on: receipt), fill: fill),
        ]
    }

    private func verdict(on receipt: Receipt) -> String {
        var lateness = ""
        if receipt.isLate {
            lateness = receipt.lateDays == 0 ? "，迟报（当日超时）" : "，迟报\(receipt.lateDays)个工作日"
        }
        switch receipt.status {
        case .accepted:
            let isLater = receipt.revision > 1
            return (isLater ? "已接收，第\(receipt.revision)次报送，代替先前的" : "已接收") + lateness
        case .returned:
            return "已退回，请按标注件改正后重报" + lateness
        case .stray:
            return "不是报表，没有取用，不扣分；见退回件“不是报表的文件”"
        case .withdrawn:
            return "已撤回，不计：\(receipt.reason)"
        case .quarantined:
            return "疑含个人信息，已隔离，未使用；请去掉后重报"
        }
    }

    /// `报表：标题“农村基层党建工作月报表”`.
    private static func text(_ evidence: Receipt.Evidence) -> String {
        let abouts = ["form": "报表", "unit": "单位", "period": "月份"]
        let sources = [
            "marker": "表内标记", "title": "标题", "label": "表头", "folder": "文件夹", "fileName": "文件名",
            "header": "栏目",
        ]
        let about = abouts[evidence.about] ?? evidence.about
        return "\(about)：\(sources[evidence.source] ?? evidence.source)“\(evidence.text)”"
    }
}
