import Assessments
import Campaigns
import Findings
import Workbooks

/// 升降原因: why the units that rose and fell did so, each with its parts and a sentence.
struct MovesSheet {
    let vocabulary: Vocabulary
    let facts: BulletinFacts
    let moves: Moves
    private let groups: [(name: String, rising: [Move], falling: [Move])]
    /// Those under which any of the units has a part.
    private let headings: [Move.Heading]
    private let isRanked: Bool

    private static let points = "+0.00;-0.00;0.00"
    private static let places = "+0;-0;0"

    /// Nil in a draft, and where there is no last month or nobody moved.
    init?(vocabulary: Vocabulary, facts: BulletinFacts) {
        guard let moves = facts.moves else { return nil }
        let settings = vocabulary.campaign.settings
        groups = facts.assessment.groups.compactMap { group in
            let (rising, falling) = moves.movers(in: group.name, by: settings)
            return rising.isEmpty && falling.isEmpty ? nil : (group.name, rising, falling)
        }
        let shown = groups.flatMap { $0.rising + $0.falling }
        guard !shown.isEmpty else { return nil }
        (self.vocabulary, self.facts, self.moves) = (vocabulary, facts, moves)
        headings = Move.Heading.allCases.filter { heading in
            shown.contains { !$0.parts(under: heading).isEmpty }
        }
        isRanked = shown.contains { $0.rank != nil }
    }

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: "升降原因", title: "\(facts.assessment.period.chinese)得分和名次升降原因",
            remarks: [remark], columns: columns, frozenColumns: 1)
        for group in groups {
            for (units, word) in [(group.rising, "上升"), (group.falling, "下降")]
            where !units.isEmpty {
                table.band("\(group.name)：\(isRanked ? "名次" : "得分")\(word)的\(units.count)家")
                for move in units { add(move, to: &table) }
            }
        }
        for note in notes { table.note(note) }
        return table.sheet
    }

    private var columns: [TableColumn] {
        let width = max(8.5, min(11, 72 / Double(headings.count)))
        return [
            TableColumn("单位", 20, .left), TableColumn("名次", 9), TableColumn("项目", 6),
            TableColumn("合计", 8.5),
        ] + headings.map { TableColumn($0.title.chinese, width) }
            + (isRanked ? [TableColumn("其他单位变动", 8.5)] : [])
    }

    private func add(_ move: Move, to table: inout TableBuilder) {
        let name = TableCell.text(vocabulary.unit(move.unit))
        let rank = move.rank.map { "\($0.previous)→\($0.now)" } ?? "—"
        let points = headings.map { heading -> TableCell in
            let parts = move.parts(under: heading)
            return parts.isEmpty
                ? .text("") : Self.points(parts.map(\.hundredths).reduce(0, +))
        }
        table.row(
            [name, .text(rank), .text("得分"), Self.points(move.change)] + points
                + (isRanked ? [.text("")] : []), isBold: false)
        if let rank = move.rank {
            let places = headings.map { heading in
                Self.places(move.parts(under: heading).map(\.places).reduce(0, +))
            }
            table.row(
                [.text(""), .text(""), .text("位次"), Self.places(rank.places, orZero: true)]
                    + places + [Self.places(rank.others)])
        }
        table.note("　　" + MoveWords(campaign: vocabulary.campaign, move: move).sentence)
    }

    private static func points(_ hundredths: Int) -> TableCell {
        .digits(Hundredths.digits(hundredths), format: points)
    }

    private static func places(_ places: Int, orZero: Bool = false) -> TableCell {
        places == 0 && !orZero ? .text("") : .digits(String(places), format: Self.places)
    }

    private var remark: String {
        "与\(moves.previous.chinese)通报时相比。各栏相加等于合计。"
            + (isRanked ? "" : "分组或权重有变动，名次不比较，只列得分升降较多的单位。")
    }

    private var notes: [String] { MoveNotes.lines(isRanked: isRanked) }
}

/// How the parts of a move are to be read; printed under every table of them.
enum MoveNotes {
    static func lines(isRanked: Bool) -> [String] {
        [
            "各栏按固定顺序逐项替换得出：上月通报→上月更正→办法调整→进度要求→名册变化→本月工作→报送、虚报瞒报扣分和加分。",
            "进度要求：同样的完成率，按本月应达进度或期限计分后的增减；本单位工作为扣除它以后的增减。"
                + "计分指标增减：本月开始或不再计分的指标（如新抽到暗访）。",
        ] + (isRanked ? ["位次：假定其他单位仍为上月得分，本单位各项使名次升（+）降（-）几位；其他单位变动为其余部分。"] : [])
    }
}
