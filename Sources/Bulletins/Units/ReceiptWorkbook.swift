import Campaigns
import Findings
import Workbooks

/// 回执: what each file of a unit was taken for, on what evidence, what became of it, and what to do
/// next; behind it what was read as something else than it was written.
struct ReceiptWorkbook {
    let vocabulary: Vocabulary
    let period: Period
    let asOf: Moment
    /// What units owe: grants of the office stand at the foot, and move due times.
    var owed: [OwedReturn] = []

    /// Nil where the unit sent nothing and was granted nothing.
    func draft(for unit: Unit, receipts: [Receipt]) -> OutputDraft? {
        let own = receipts.filter { $0.unit == unit.code }
        let reliefs = owed.filter { $0.unit == unit.code && $0.relief != nil }
        guard !own.isEmpty || !reliefs.isEmpty else { return nil }
        return draft(
            of: own, name: vocabulary.unit(unit.code),
            fileName: vocabulary.names.shortName(of: unit.code), unit: unit.code,
            notes: reliefs.compactMap(note))
    }

    /// The files whose unit nobody knows, for the county's clerk; nil where there are none.
    func strays(among receipts: [Receipt]) -> OutputDraft? {
        let strays = receipts.filter { $0.unit.flatMap(vocabulary.campaign.unit) == nil }
        guard !strays.isEmpty else { return nil }
        return draft(
            of: strays, name: "认不出填报单位的文件", fileName: vocabulary.names.shortName(of: nil),
            unit: nil,
            notes: [])
    }

    private func draft(
        of receipts: [Receipt], name: String, fileName: String, unit: String?, notes: [String]
    ) -> OutputDraft {
        let title = "\(name)\(period.chinese)收件回执"
        let words = ReceiptWords(
            vocabulary: vocabulary, asOf: asOf, owed: owed, receipts: receipts)
        let changes = ChangeSheet(
            receipts: receipts.filter { words.successor(of: $0) == nil },
            title: "\(name)\(period.chinese)换算和规范的写法")
        let sheets = [
            sheet(named: "回执", title: title, receipts: receipts, notes: notes), changes.sheet,
        ]
        return OutputDraft(
            path: "回执/\(fileName).xlsx",
            workbook: WorkbookDraft(
                sheets: sheets.compactMap { $0 },
                properties: WorkbookDraft.Properties(title: title, created: asOf.date)),
            unit: unit)
    }

    /// The receipts as a table; used for files of unknown units as well.
    func sheet(
        named name: String, title: String, receipts: [Receipt], notes: [String] = []
    ) -> SheetDraft {
        var table = TableBuilder(
            name: name, title: title,
            remarks: [
                "统计到\(vocabulary.chinese(asOf))。认错了报表、单位或月份的，请告知县里，不要重复发送。"
            ],
            columns: [
                TableColumn("文件", 26, .left), TableColumn("工作表", 10, .left),
                TableColumn("收到时间", 12), TableColumn("认作报表", 10), TableColumn("认作单位", 12),
                TableColumn("认作月份", 11), TableColumn("凭什么认的", 34, .left),
                TableColumn("行数", 6), TableColumn("错误", 6), TableColumn("核实", 6),
                TableColumn("提示", 6), TableColumn("结果", 20, .left),
                TableColumn("下一步", 36, .left),
            ])
        let words = ReceiptWords(
            vocabulary: vocabulary, asOf: asOf, owed: owed, receipts: receipts)
        for receipt in receipts { table.row(cells(of: receipt, words)) }
        table.note("错误的要改正后重报；核实的数据已采用，请核对并在备注中说明；提示由系统自行处理，供核对。")
        for note in notes { table.note(note) }
        return table.sheet
    }

    /// `农村：免报：洪灾`.
    private func note(of owed: OwedReturn) -> String? {
        owed.relief.map { "\(vocabulary.form(owed.form))报表\($0.words)。" }
    }

    private func cells(of receipt: Receipt, _ words: ReceiptWords) -> [TableCell] {
        let findings = vocabulary.visible(receipt.findings)
        func count(_ severity: Severity) -> TableCell {
            .count(findings.count { $0.severity == severity })
        }
        let fill = receipt.status == .accepted ? nil : Palette.error
        return [
            .text(OutboxNames.baseName(of: receipt.file)), .text(receipt.sheet ?? ""),
            .text(receipt.received.short),
            .text(receipt.form.map(vocabulary.form) ?? (status == .stray ? "—" : "未识别")),
            .text(receipt.unit.map(vocabulary.unit) ?? "未识别"),
            .text(receipt.period?.chinese ?? "未识别"),
            .text(ReceiptWords.evidence(of: receipt)),
            .count(receipt.rows), count(.error), count(.query), count(.note),
            .text(words.verdict(on: receipt), fill: fill), .text(words.next(after: receipt)),
        ]
    }
}
