import Campaigns
import Findings
import Workbooks

/// 退回: the list of errors, each with a link to its cell, and the sender's sheets behind it.
///
/// The sheets are rebuilt from what was read, the bad cells filled and noted.
struct ReturnedWorkbook {
    let vocabulary: Vocabulary
    let file: ReturnedFile
    let findings: [Finding]

    private static let listName = "错误清单"

    init(vocabulary: Vocabulary, file: ReturnedFile) {
        self.vocabulary = vocabulary
        self.file = file
        findings = vocabulary.visible(file.findings)
    }

    func draft(at path: String) -> OutputDraft {
        // A list of ours in a file that was sent again would be mistaken for a new one.
        let grids = (file.workbook?.sheets ?? []).filter { $0.name != Self.listName }
        let names = SheetNames.unique([Self.listName] + grids.map(\.name))
        var sheets: [SheetDraft] = []
        var shown: [String: String] = [:]
        for (grid, name) in zip(grids, names.dropFirst()) {
            guard let sheet = AnnotatedSheet(grid: grid, findings: findings(in: grid)).sheet
            else { continue }
            var named = sheet
            named.name = name
            shown[grid.name] = name
            sheets.append(named)
        }
        let base = OutboxNames.baseName(of: file.file)
        let list = FindingList(vocabulary: vocabulary, isOfOneFile: true).sheet(
            name: Self.listName, title: "“\(base)”错误清单", remarks: remarks(isShown: !sheets.isEmpty),
            findings: findings
        ) { place in
            let name = place.sheet ?? (grids.count == 1 ? grids.first?.name : nil)
            guard let name, let sheet = shown[name], let cell = place.cells.first else {
                return nil
            }
            return .location(SheetNames.location(sheet, cell.description))
        }
        let properties = WorkbookDraft.Properties(
            title: "\(file.period?.chinese ?? "")退回件：\(base)", created: file.asOf?.date)
        return OutputDraft(
            path: path, workbook: WorkbookDraft(sheets: [list] + sheets, properties: properties))
    }

    private func findings(in grid: Grid) -> [Finding] {
        let isOnly = file.workbook?.sheets.count == 1
        return findings.filter { finding in
            finding.place.sheet.map { $0 == grid.name } ?? isOnly
        }
    }

    private func remarks(isShown: Bool) -> [String] {
        let errors = findings.count { $0.severity == .error }
        let queries = findings.count { $0.severity == .query }
        let period = file.period.map { "\($0.chinese)报表，" } ?? ""
        let judged = file.asOf.map { "\(vocabulary.chinese($0))校核，" } ?? ""
        let counts = "\(period)\(judged)共有错误\(errors)处、核实\(queries)处。"
        guard isShown else { return [counts + "请按“怎么改”一栏处理后重新报送。"] }
        return [
            counts + "后面的工作表是报来的数，浅红为错误，浅黄为核实，光标放在格子上可看说明。",
            "请在自己的原表上改正后重新报送；点“单元格”一栏可跳到所在的格子。",
        ]
    }
}
