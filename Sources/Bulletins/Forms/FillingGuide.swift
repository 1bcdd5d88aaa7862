import Campaigns
import Findings
import Workbooks

/// 填表说明: how the forms are filled in and sent, and what each column means.
struct FillingGuide {
    let facts: BlankFormFacts
    let sheets: [BlankWorkbook.Sheet]
    let campaign: Campaign

    func sheet(named name: String) -> SheetDraft {
        let due = Vocabulary(campaign: campaign).chinese(campaign.due(facts.period))
        let forms = sheets.map { "“\($0.layout.sheet)”" }.joined(separator: "、")
        var remarks = [
            "一、本文件是\(facts.unit.name)\(facts.period.chinese)的空表，有\(forms)\(sheets.count)张表，\(due)前报送。",
            "二、只填白格和浅黄格。浅黄格里是上月或花名册里的数，没有变的不用动，变了的改掉；灰格不用改。没有的按每栏说明填0、“—”或者空着。",
            "三、选中一格，旁边会出现这一栏的说明；累计栏会告诉您上月累计数。从别处复制时，请用“选择性粘贴—数值”。",
            "四、每行右边的“自检”栏说这一行还要做什么：浅蓝格未填，红格要改，橙格属实的在备注里写明原因（四个字以上）。",
            "五、左上角显示“\(CheckMarks.done)”后，保存，把整个文件交上来，不用改文件名，不用拆开；整张没有动过的表不算报送，可以以后再交。",
            "六、不要增删行列。花名册与实际不一致的，在备注里写明，并告诉县里。需要纸质件的，直接打印，在表下签字。",
        ]
        if facts.previous == nil {
            remarks.append("七、本文件制作时没有上月台账，没有预填上月的数，也不与上月比较。")
        }
        var table = TableBuilder(
            name: name, title: Self.title, remarks: remarks,
            columns: [
                TableColumn("表", 9), TableColumn("栏目", 34, .left), TableColumn("要求", 26, .left),
                TableColumn("怎么填", 82, .left),
            ], size: 9.5)
        for sheet in sheets {
            for field in sheet.layout.fields {
                table.row([
                    .text(sheet.layout.sheet), .text(FormLayout.head(of: field, separator: "")),
                    .text(demand(of: field, in: sheet.layout)), .text(field.help),
                ])
            }
        }
        for sheet in sheets where !sheet.check.leftToCounty.isEmpty {
            let words = sheet.check.leftToCounty.map(\.words).joined(separator: "；")
            table.note("“\(sheet.layout.sheet)”的下列各项自检栏算不了，由县里校核：\(words)。")
        }
        table.note("自检只是帮助，以县里的校核为准。")
        var draft = table.sheet
        draft.isProtected = true
        return draft
    }

    private static let title = "填表说明"

    /// `必填，应在1至15之间`.
    private func demand(of field: Field, in layout: FormLayout) -> String {
        let required =
            switch field.required {
            case .always: "必填"
            case .when: "符合条件时必填"
            case .never: "可不填"
            }
        // Rows of items come along filled; how the others are filled in is what is asked.
        let row = layout.rows.first { $0.item == nil }
        let limits = row.flatMap { FieldLimits(field, in: $0, of: layout).words(of: field) }
        if let row, StartingCell(field, in: row, of: layout).role == .fixed {
            return "已填好"
        }
        return [required, limits].compactMap(\.self).joined(separator: "，")
    }
}
