import Campaigns
import Findings
import Workbooks

/// The list in a file that goes back (错误清单): errors first, then what to verify, then what was put
/// right already; where, what, how to mend it.
struct ErrorList {
    let title: String
    let remarks: [String]
    let findings: [Finding]
    let link: (Place) -> HyperlinkDraft?

    /// Every cell of a return that somebody typed is listed; what a program made by the thousand is counted.
    private static let shownAlike = 1000
    private static let shownInAll = 3000

    private static let widths: [(width: Double, align: CellStyle.Horizontal)] = [
        (6, .center), (7, .center), (12, .left), (12, .left), (14, .left), (44, .left),
        (36, .left), (8, .center),
    ]

    private static let bands: [(severity: Severity, words: String)] = [
        (.error, "错误，要改正后重报"), (.query, "核实，请核对；属实的在备注里写明原因"),
        (.note, "提示，系统已自行处理，看看对不对，不用改"),
    ]

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: ErrorListSheet.name, title: title, remarks: remarks,
            columns: zip(ErrorListSheet.heads, Self.widths).map {
                TableColumn($0, $1.width, $1.align)
            })
        var number = 0
        for (severity, words) in Self.bands {
            let own = findings.filter { $0.severity == severity }.sorted()
            guard !own.isEmpty else { continue }
            table.band("\(words)：\(own.count)处")
            let listing = FindingListing(
                own, perKind: Self.shownAlike, inAll: Self.shownInAll)
            for entry in listing.entries {
                if case .shown(let finding) = entry {
                    number += 1
                    table.row(cells(of: finding, at: number))
                } else if let words = FindingList.words(for: entry) {
                    table.band(words)
                }
            }
        }
        if number == 0 { table.note("没有发现问题。") }
        return table.sheet
    }

    private func cells(of finding: Finding, at number: Int) -> [TableCell] {
        let place = finding.place
        var cell = TableCell.text(Self.words(for: place))
        cell.link = link(place)
        return [
            .count(number),
            .text(
                finding.severity.title(in: .chinese), fill: Palette.severity(finding.severity)),
            .text(place.sheet ?? ""), cell, .text(finding.subject?.name ?? ""),
            .text(finding.message.chinese), .text(finding.advice.chinese), .text(finding.code),
        ]
    }

    private static func words(for place: Place) -> String {
        let cells = FindingList.cells(of: place)
        if !cells.isEmpty { return cells }
        return place.sheet == nil ? "整个文件" : "整张表"
    }
}
