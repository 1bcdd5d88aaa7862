import Campaigns
import Findings
import Workbooks

/// 退回: the sender's own workbook with the bad cells marked, and the list of errors in it, each with
/// a link to its cell.
///
/// What is no workbook to be marked (a CSV), or cannot be marked without loss, is rebuilt from what
/// was read; what cannot be read at all is answered by the list alone.
struct ReturnedWorkbook {
    let vocabulary: Vocabulary
    let file: ReturnedFile
    let findings: [Finding]
    /// The sender's sheets; a list of ours that came back with them is none.
    private let grids: [Grid]
    private let marks: [CellMark]
    private let allMarks: Int

    /// How the sender's sheets come back.
    private enum Shape { case own, rebuilt, none }

    init(vocabulary: Vocabulary, file: ReturnedFile) {
        self.vocabulary = vocabulary
        self.file = file
        findings = vocabulary.visible(file.findings)
        grids = (file.workbook?.sheets ?? []).filter { !ErrorListSheet.isOne($0) }
        let marks = CellMark.marks(of: findings, on: grids)
        self.marks = CellMark.first(marks)
        allMarks = marks.count
    }

    func output(at path: String) throws(WorkbookError) -> OutputFile {
        if let workbook = file.workbook, workbook.format == .xlsx, !grids.isEmpty,
            !file.original.isEmpty
        {
            let names = Dictionary(grids.map { ($0.name, $0.name) }, uniquingKeysWith: { $1 })
            let marked = MarkedWorkbook(
                original: file.original, limits: file.limits, workbook: workbook, marks: marks,
                tables: file.tables, list: list(.own, names: names))
            if let bytes = marked.bytes {
                return OutputFile(path: path, bytes: bytes, unit: file.unit)
            }
        }
        return OutputFile(path: path, bytes: try rebuilt.encoded(), unit: file.unit)
    }

    /// The list first, the sheets as they were read behind it.
    private var rebuilt: WorkbookDraft {
        let names = SheetNames.unique([ErrorListSheet.name] + grids.map(\.name))
        var sheets: [SheetDraft] = []
        var shown: [String: String] = [:]
        for (grid, name) in zip(grids, names.dropFirst()) {
            let own = marks.filter { $0.sheet == grid.name }
            let annotated = AnnotatedSheet(
                grid: grid, marks: own, table: file.tables[grid.name])
            guard var sheet = annotated.sheet else { continue }
            sheet.name = name
            shown[grid.name] = name
            sheets.append(sheet)
        }
        let properties = WorkbookDraft.Properties(
            title: "\(file.period?.chinese ?? "")退回件：\(base)", created: file.asOf?.date)
        let list = list(sheets.isEmpty ? .none : .rebuilt, names: shown)
        return WorkbookDraft(sheets: [list] + sheets, properties: properties)
    }

    private var base: String { OutboxNames.baseName(of: file.file) }

    /// The list, with links to the sender's sheets by what they are called in the workbook that goes
    /// back.
    private func list(_ shape: Shape, names: [String: String]) -> SheetDraft {
        var sheet = ErrorList(
            title: "“\(base)”\(ErrorListSheet.name)", remarks: remarks(shape), findings: findings
        ) { place in
            let name = place.sheet ?? (grids.count == 1 ? grids.first?.name : nil)
            guard let name, let sheet = names[name] else { return nil }
            let cell = place.cells.first?.description ?? "A1"
            return .location(SheetNames.location(sheet, cell))
        }.sheet
        sheet.tabColor = "C00000"
        return sheet
    }

    private func remarks(_ shape: Shape) -> [String] {
        let errors = findings.count { $0.severity == .error }
        let queries = findings.count { $0.severity == .query }
        let period = file.period.map { "\($0.chinese)报表，" } ?? ""
        let judged = file.asOf.map { "\(vocabulary.chinese($0))校核，" } ?? ""
        var remarks = ["\(period)\(judged)共有错误\(errors)处、核实\(queries)处。" + due]
        switch shape {
        case .own:
            remarks.append(
                "这就是您报来的表，只加了颜色、批注和这张清单：浅红是错误，浅黄要核实，光标放在格子上看说明；点“单元格”一栏跳到那一格。")
            remarks.append("请就在这个文件里改好，保存后直接重新报送。颜色、批注和清单不用删，重报时不算在内。" + contactRemark)
        case .rebuilt:
            let reason =
                file.workbook?.format == .xlsx ? "原文件不便直接标注" : "报来的文本文件（csv）标不了颜色"
            remarks.append(
                "\(reason)，后面是按读到的数重排的表：浅红是错误，浅黄要核实，光标放在格子上看说明；点“单元格”一栏跳到那一格。")
            remarks.append("改这个文件或改您自己的原表都可以，改好后重新报送。" + contactRemark)
        case .none: remarks.append("请按“怎么改”一栏处理后重新报送。")
        }
        if marks.count < allMarks, shape != .none {
            remarks.append("有问题的格子共\(allMarks)个，标出了\(marks.count)个（先标错误），其余见下面的清单。")
        }
        return remarks
    }

    private var due: String {
        guard let period = file.period, let asOf = file.asOf else { return "" }
        let due = vocabulary.campaign.due(period)
        return due > asOf
            ? "请在\(vocabulary.chinese(due))前重新报送。" : "\(vocabulary.chinese(due))已截止，请尽快重新报送。"
    }

    private var contactRemark: String {
        grids.contains {
            !ContactCells.replacements(in: $0, besides: file.tables[$0.name]).isEmpty
        }
            ? "填表人、电话等没有退回，要打印盖章的请补上。" : ""
    }
}
