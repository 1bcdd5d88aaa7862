import Assessments
import Campaigns
import Findings
import Workbooks

/// 反馈: what one unit is told of itself, and nothing of any other; only the county's rates stand
/// beside its own.
struct FeedbackWorkbook {
    let vocabulary: Vocabulary
    let facts: BulletinFacts
    let unit: Unit
    private let group: RankGroup?
    private let standing: Standing?
    private let owed: [OwedReturn]
    private let receipts: [Receipt]

    /// Nil where there is nothing to tell: not ranked, nothing owed, nothing sent.
    init?(vocabulary: Vocabulary, facts: BulletinFacts, unit: Unit) {
        self.vocabulary = vocabulary
        self.facts = facts
        self.unit = unit
        group = facts.assessment.groups.first { group in
            group.standings.contains { $0.unit == unit.code }
        }
        standing = group?.standings.first { $0.unit == unit.code }
        owed = facts.owed.filter { $0.unit == unit.code }
        receipts = facts.receipts.filter { $0.unit == unit.code }
        if standing == nil && owed.isEmpty && receipts.isEmpty { return nil }
    }

    private var ownItems: UnitItems {
        UnitItems(vocabulary: vocabulary, facts: facts, unit: unit.code)
    }
    private var name: String { vocabulary.unit(unit.code) }
    private var heading: String {
        "\(name)\(facts.assessment.period.chinese)" + (facts.assessment.isDraft ? "（草稿）" : "")
    }

    var draft: OutputDraft {
        var sheets = [summary]
        if standing != nil { sheets.append(indicators) }
        if let moves = facts.moves, case .split(let move) = moves[unit.code] {
            sheets.append(
                UnitMoveSheet(
                    campaign: vocabulary.campaign, move: move, previous: moves.previous,
                    heading: heading
                ).sheet)
        }
        let trend = UnitTrendSheet(facts, unit: unit.code, heading: name)
        if let trend { sheets.append(trend.sheet) }
        let findings = FindingList(vocabulary: vocabulary)
        sheets.append(
            findings.sheet(
                name: "问题", title: "\(heading)报表问题",
                findings: receipts.flatMap { vocabulary.visible($0.findings) }))
        let open = receipts.flatMap { vocabulary.visible($0.openQueries) }
        if !open.isEmpty {
            sheets.append(
                findings.sheet(
                    name: "待说明", title: "\(heading)待说明的核实事项",
                    remarks: [
                        "以下数据已采用，还没有说明。属实的，在那一行的备注栏写明原因（四个字以上）后重报；填错的，改正后重报。"
                    ], findings: open))
        }
        if let list = ownItems.sheet(heading: heading) { sheets.append(list) }
        let properties = WorkbookDraft.Properties(
            title: "\(heading)反馈", created: facts.assessment.asOf.date)
        return OutputDraft(
            path: "反馈/\(vocabulary.names.shortName(of: unit.code)).xlsx",
            workbook: WorkbookDraft(sheets: sheets, properties: properties), unit: unit.code)
    }

    /// Standing, deductions and returns on one page.
    private var summary: SheetDraft {
        var table = TableBuilder(
            name: "本单位情况", title: "\(heading)情况反馈",
            remarks: ["统计到\(vocabulary.chinese(facts.assessment.asOf))。本表只发给本单位。"],
            columns: [
                TableColumn("项目", 26, .left), TableColumn("结果", 20),
                TableColumn("说明", 64, .left),
            ], size: 11)
        if let standing { score(standing, into: &table) }
        table.band("报送情况")
        for owed in owed {
            table.row([
                .text(vocabulary.form(owed.form)), .text(state(of: owed)),
                .text(history(of: owed)),
            ])
        }
        if owed.isEmpty { table.row([.text("应报报表"), .text("无"), .text("")]) }
        let strays = receipts.filter { receipt in !owed.contains { $0.form == receipt.form } }
        for receipt in strays {
            table.row([
                .text(receipt.form.map(vocabulary.form) ?? "未识别的文件"), .text(receipt.status.chinese),
                .text(line(for: receipt)),
            ])
        }
        let repeated = facts.repeatedNotes.filter { $0.unit == unit.code }
        if !repeated.isEmpty { table.band("须办结的事项") }
        for note in repeated {
            table.row([
                .text("\(vocabulary.form(note.form)) \(note.subject)"),
                .text("\(note.code) 已连续\(note.count)期同一说明"),
                .text("每期都写“\(note.note)”，已列为任务，请查实并办结；办结后改正数据或写明新的情况"),
            ])
        }
        ownItems.addObjections(to: &table)
        table.note("问题和改法见“问题”表；退回的报表另有标注件。" + CoverText.roundingStatement)
        return table.sheet
    }

    private func score(_ standing: Standing, into table: inout TableBuilder) {
        table.band("得分和名次")
        let size = group?.standings.count ?? 0
        let rank: String
        if facts.assessment.isDraft {
            rank = "未截止"
        } else if standing.isUnranked {
            rank = "不参评"
        } else {
            rank = standing.rank.map { "第\($0)名" } ?? "—"
        }
        let last = facts.trends?.lastMonth(of: unit.code)
        let isCorrected = last?.isCorrected ?? false
        var change =
            "上月" + (isCorrected ? "通报时" : "")
            + (standing.previousRank.map { "第\($0)名" } ?? "没有名次")
        if case .places(let places) = standing.change, places != 0 {
            change += places > 0 ? "，上升\(places)位" : "，下降\(-places)位"
        }
        if isCorrected {
            change += "；更正后" + (last?.rank.map { "第\($0)名" } ?? "没有名次")
        }
        if facts.assessment.isDraft { change = "截止后排名" }
        table.row([
            .text("名次"), .text(rank), .text("\(group?.name ?? "")共\(size)家；\(change)"),
        ])
        let light = standing.light
        table.row([
            .text("得分"), .digits(standing.score, format: "0.00"),
            .text("得分＝指标得分－扣分＋加分"),
        ])
        switch facts.moves?[unit.code] {
        case .split(let move):
            table.row([
                .text("比上月"), .text(MoveWords.change(move.change)),
                .text(
                    "上月\(isCorrected ? "通报时" : "")\(move.previousScore)分；原因见“升降原因”表"),
            ])
        case .unsplit(let obstacle):
            table.row([.text("比上月"), .text("—"), .text(obstacle.words.chinese)])
        case nil: break
        }
        table.row([
            .text("指标得分"), .digits(standing.baseScore, format: "0.00"),
            .text("适用权重之和\(standing.applicableWeight)，见“指标”表"),
        ])
        table.row([
            .text("灯"), .text(light?.chinese ?? "—", fill: Palette.light(light)),
            .text("按指标得分"),
        ])
        table.row([
            .text("扣分"), .digits(standing.deductions, format: "0.00"),
            .text(standing.items.map(\.chinese).joined(separator: "，")),
        ])
        table.row([.text("加分"), .digits(standing.bonus, format: "0.00"), .text("")])
    }

    private func state(of owed: OwedReturn) -> String {
        if owed.isExcused, let relief = owed.relief { return relief.title }
        if !owed.isAccepted {
            if receipts.contains(where: { $0.form == owed.form }) { return "退回后待重报" }
            return facts.assessment.isDraft ? "尚未报送" : "未报"
        }
        guard owed.isLate else { return "按时报送" }
        return owed.lateDays == 0 ? "迟报（当日超时）" : "迟报\(owed.lateDays)个工作日"
    }

    private func history(of owed: OwedReturn) -> String {
        let mine = receipts.filter { $0.form == owed.form }
        var lines = mine.map(line)
        let due = vocabulary.campaign.due(facts.assessment.period)
        // Unregistered, and there at the first run after the due time: nobody can say that it came late.
        if owed.isAccepted, !owed.isLate, owed.relief == nil,
            let first = mine.first(where: { $0.status == .accepted }), due < first.received
        {
            lines.append("没有登记收件时间；截止后第一次运行时已在，算按时")
        }
        return
            (lines
            + (owed.relief.map { [$0.words] } ?? [])).joined(separator: "\n")
    }

    private func line(for receipt: Receipt) -> String {
        let findings = vocabulary.visible(receipt.findings)
        let counts = [Severity.error, .query, .note].compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(severity.title(in: .chinese))\(count)处"
        }
        return "\(OutboxNames.baseName(of: receipt.file))：\(receipt.received.short)收到，"
            + receipt.status.chinese + (counts.isEmpty ? "" : "，\(counts.joined(separator: "、"))")
    }

    private var indicators: SheetDraft {
        UnitIndicatorSheet(
            vocabulary: vocabulary, assessment: facts.assessment, unit: unit.code, heading: heading
        ).sheet
    }
}
