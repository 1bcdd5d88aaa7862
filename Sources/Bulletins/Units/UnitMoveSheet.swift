import Assessments
import Campaigns
import Findings
import Workbooks

/// A unit's own move: every reason with its points and places, and what they add up to.
struct UnitMoveSheet {
    let campaign: Campaign
    let move: Move
    let previous: Period
    let heading: String

    private static let points = "+0.00;-0.00;0.00"
    private static let places = "+0;-0;0"

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: "升降原因", title: "\(heading)得分和名次升降原因",
            remarks: [
                "与\(previous.chinese)通报时相比：" + MoveWords(campaign: campaign, move: move).sentence
            ],
            columns: [
                TableColumn("原因", 18, .left), TableColumn("内容", 56, .left),
                TableColumn("得分增减", 14), TableColumn("位次升降", 14),
            ], size: 11)
        for heading in Move.Heading.allCases {
            for part in move.parts(under: heading) {
                table.row([
                    .text(heading.title.chinese), .text(part.cause.detail(in: campaign).chinese),
                    .digits(Hundredths.digits(part.hundredths), format: Self.points),
                    places(part.places),
                ])
            }
        }
        if let rank = move.rank, rank.others != 0 {
            table.row([
                .text("其他单位变动"), .text("其他单位得分升降和增减"), .text(""), places(rank.others),
            ])
        }
        let places = move.rank.map { TableCell.digits(String($0.places), format: Self.places) }
        table.row(
            [
                .text("合计"), .text(totals),
                .digits(Hundredths.digits(move.change), format: Self.points), places ?? .text("—"),
            ], isBold: true)
        for note in MoveNotes.lines(isRanked: move.rank != nil) { table.note(note) }
        if move.rank == nil { table.note("分组或权重有变动，名次不比较。") }
        return table.sheet
    }

    private var totals: String {
        let scores = "得分\(move.previousScore)→\(move.score)"
        return move.rank.map { "\(scores)；名次\($0.previous)→\($0.now)" } ?? scores
    }

    private func places(_ places: Int) -> TableCell {
        places == 0 ? .text("") : .digits(String(places), format: Self.places)
    }
}
