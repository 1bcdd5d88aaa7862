import Findings
import Workbooks

/// A table of findings as a clerk works through it: where, what, how to mend it.
struct FindingList {
    let vocabulary: Vocabulary

    /// How many alike are listed, and how many in all: a list is to be worked through.
    private static let shownAlike = 40
    private static let shownInAll = 1000

    /// The sheet of some findings, all of which its reader may see.
    func sheet(
        name: String, title: String, remarks: [String] = [], findings: [Finding]
    ) -> SheetDraft {
        var table = TableBuilder(
            name: name, title: title, remarks: remarks,
            columns: [
                TableColumn("序号", 6), TableColumn("程度", 7), TableColumn("文件", 24, .left),
                TableColumn("工作表", 12, .left), TableColumn("单元格", 12, .left),
                TableColumn("对象", 14, .left), TableColumn("问题", 44, .left),
                TableColumn("怎么改", 36, .left), TableColumn("编号", 8),
            ])
        var number = 0
        let listing = FindingListing(
            findings, perKind: Self.shownAlike, inAll: Self.shownInAll)
        for entry in listing.entries {
            if case .shown(let finding) = entry {
                number += 1
                table.row(cells(of: finding, at: number))
            } else if let words = Self.words(for: entry) {
                table.band(words)
            }
        }
        table.note(
            findings.isEmpty
                ? "没有发现问题。" : "错误：须改正后重报。核实：数据已采用，请核对，属实的在备注中写明原因。提示：系统已自行处理，供核对。")
        return table.sheet
    }

    /// What stands in the place of findings that are not shown; nil for one that is.
    static func words(for entry: FindingListing<Finding>.Entry) -> String? {
        switch entry {
        case .shown: nil
        case .alike(let finding, let count): "同一列的\(finding.code)另有\(count)处，改法相同，不一一列出"
        case .rest(let count): "另有\(count)处，不一一列出"
        }
    }

    private func cells(of finding: Finding, at number: Int) -> [TableCell] {
        let place = finding.place
        let severity = finding.severity.title(in: .chinese)
        return [
            .count(number), .text(severity, fill: Palette.severity(finding.severity)),
            .text(OutboxNames.baseName(of: place.file)), .text(place.sheet ?? ""),
            .text(Self.cells(of: place)), .text(finding.subject?.name ?? ""),
            .text(finding.message.chinese), .text(finding.advice.chinese), .text(finding.code),
        ]
    }

    /// `C7、D7`, or the line of a CSV.
    static func cells(of place: Place) -> String {
        let cells = place.cells.prefix(6).map(\.description).joined(separator: "、")
        let more = place.cells.count > 6 ? "等\(place.cells.count)格" : ""
        let line = place.line.map { "第\($0)行" } ?? ""
        return [line, cells + more].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
