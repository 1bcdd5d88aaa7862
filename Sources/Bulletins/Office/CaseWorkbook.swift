import Campaigns
import Workbooks

/// 暗访办理.xlsx: what is to be done about which record, and the units' counts.
struct CaseWorkbook {
    let vocabulary: Vocabulary
    let list: CaseList

    var draft: OutputDraft {
        let properties = WorkbookDraft.Properties(
            title: "\(list.period.chinese)暗访办理", created: list.asOf.date)
        return OutputDraft(
            path: "暗访办理.xlsx",
            workbook: WorkbookDraft(sheets: [cases, tallies], properties: properties))
    }

    private var cases: SheetDraft {
        var table = TableBuilder(
            name: "办理", title: "\(list.period.chinese)暗访办理情况",
            remarks: [
                "只供组织部内部使用，不外传。截至\(list.asOf.short)。上报值为报表原值；"
                    + "认定：tongbao office verdict 编号 项目 结论 --reason 原因；同一编号查了几个对象的，加 --about 对象名称。"
            ],
            columns: [
                TableColumn("暗访编号", 15), TableColumn("日期", 11), TableColumn("检查项目", 18, .left),
                TableColumn("对象", 18, .left), TableColumn("责任单位", 10),
                TableColumn("上报值", 13), TableColumn("核实值", 10), TableColumn("比对", 12),
                TableColumn("反馈", 9), TableColumn("何时可认定", 12), TableColumn("认定", 9),
                TableColumn("现在要做", 15, .left),
            ], frozenColumns: 1)
        var isOpen: Bool?
        for line in list.lines {
            if isOpen != line.state.isOpen {
                table.band(line.state.isOpen ? "待办" : "已办结")
                isOpen = line.state.isOpen
            }
            table.row([
                .text(line.visit), .text(line.date),
                .text("\(line.item) \(line.itemTitle)"), .text(line.subjectName),
                .text(vocabulary.unit(line.unit)),
                .text(
                    [line.reported.isEmpty ? "未报" : line.reported, line.period]
                        .filter { !$0.isEmpty }.joined(separator: "\n")), .text(line.observed),
                .text(line.comparison.chinese),
                .text(line.feedback.isEmpty ? "未反馈" : line.feedback),
                .text(line.answerBy), .text(line.verdict.isEmpty ? "待认定" : line.verdict),
                .text(line.state.chinese),
            ])
        }
        if list.lines.isEmpty { table.note("近几个月的暗访都与上报相符，没有要办的事项。") }
        return table.sheet
    }

    private var tallies: SheetDraft {
        let months = vocabulary.campaign.settings.integer(.matchMonths)
        var table = TableBuilder(
            name: "各单位", title: "近\(months)个月暗访核查情况",
            columns: [
                TableColumn("单位", 14, .left), TableColumn("核查项数", 10), TableColumn("相符", 8),
                TableColumn("相符率", 44, .left), TableColumn("上报好于实际", 13),
                TableColumn("上报差于实际", 13), TableColumn("认定虚报", 10),
                TableColumn("认定瞒报", 10), TableColumn("口径不一", 10), TableColumn("待办", 8),
            ])
        for tally in list.tallies {
            table.row(
                [
                    .text(tally.unit.isEmpty ? "全县" : vocabulary.unit(tally.unit)),
                    .count(tally.compared), .count(tally.matched), .text(tally.rate),
                    .count(tally.over), .count(tally.under), .count(tally.overstated),
                    .count(tally.concealed), .count(tally.definition), .count(tally.open),
                ], isBold: tally.unit.isEmpty)
        }
        table.note("好于、差于实际只计已办结、可比对的；口径不一的不计入好于、差于，也不计入认定。暗访是抽查，项数少的单位区间很宽，不要据此推断全部。")
        return table.sheet
    }
}

extension CaseList.Line.Comparison {
    package var chinese: String {
        switch self {
        case .over: "上报好于实际"
        case .under: "上报差于实际"
        case .within: "相符"
        case .leftOut: "上报没有反映"
        case .incomparable: "时段不可比"
        case .missing: "报表没有来"
        }
    }
}

extension CaseList.Line.State {
    package var chinese: String {
        switch self {
        case .recheck: "报表后来改过，再核对"
        case .answer: "等单位反馈"
        case .decide: "可以认定"
        case .early: "认定早了，期满或反馈后才算数"
        case .closed: "已认定"
        }
    }
}
