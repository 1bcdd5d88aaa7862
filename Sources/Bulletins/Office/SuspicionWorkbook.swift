import Campaigns
import Workbooks

/// 疑似.xlsx: what may be worth a look, with how often such flags were right.
struct SuspicionWorkbook {
    let vocabulary: Vocabulary
    let list: SuspicionList

    var draft: OutputDraft {
        let properties = WorkbookDraft.Properties(
            title: "\(list.period.chinese)疑点清单", created: list.asOf.date)
        return OutputDraft(
            path: "疑似.xlsx",
            workbook: WorkbookDraft(sheets: [flags, screens], properties: properties))
    }

    private var flags: SheetDraft {
        var table = TableBuilder(
            name: "疑点", title: "\(list.period.chinese)疑点清单",
            remarks: [
                "只供组织部内部使用，不外传。疑点是提示，不是结论：请先核实，再按编号登记——"
                    + "tongbao office suspicion 编号 confirmed|dismissed --reason 原因。"
            ],
            columns: [
                TableColumn("编号", 13), TableColumn("单位", 12), TableColumn("报表", 12),
                TableColumn("对象", 18, .left), TableColumn("疑点", 50, .left),
                TableColumn("该类提示过去的情况", 26, .left), TableColumn("办理", 22, .left),
            ], frozenColumns: 1)
        let screens = Dictionary(
            list.screens.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for line in list.lines {
            let screen = screens[line.screen]
            let place = line.place.isEmpty ? "" : "\n\(line.place)"
            table.row([
                .text(line.number), .text(line.unit.isEmpty ? "全县" : vocabulary.unit(line.unit)),
                .text(line.form.isEmpty ? "—" : vocabulary.form(line.form)),
                .text(line.subject.isEmpty ? "整表" : line.subject),
                .text("\(screen.map { "\($0.code) " } ?? "")\(line.message)\(place)"),
                .text(screen?.record ?? ""), .text(line.outcome),
            ])
        }
        if list.lines.isEmpty { table.note("没有要逐条列出的疑点。") }
        for screen in list.screens where screen.state != .listed {
            table.note(screen.folded)
        }
        return table.sheet
    }

    private var screens: SheetDraft {
        var table = TableBuilder(
            name: "筛查情况", title: "各类疑点的查实情况",
            columns: [
                TableColumn("编号", 9), TableColumn("筛查", 34, .left), TableColumn("本月提示", 11),
                TableColumn("过去的情况", 52, .left), TableColumn("列法", 20),
            ])
        for screen in list.screens {
            table.row([
                .text(screen.code), .text(screen.title), .count(screen.flags), .text(screen.record),
                .text(screen.state.chinese),
            ])
        }
        table.note("查实：组织部登记为属实，或暗访认定同一单位、同一报表、同一月份虚报、瞒报、属实不符。不实：登记为不实，或暗访看到同一对象与上报相符。")
        return table.sheet
    }
}

extension SuspicionList.Screen {
    /// The one line that stands for the flags of a screen that are not listed.
    package var folded: String {
        let why = state == .trial ? "试行，只计数" : "查实太少，暂不逐条列出"
        return "\(code) \(title)：本月提示\(flags)处（\(why)）。\(record)。"
    }
}

extension SuspicionList.Screen.State {
    var chinese: String {
        switch self {
        case .listed: "逐条列出"
        case .quiet: "只列总数"
        case .trial: "试行，只列总数"
        }
    }
}
