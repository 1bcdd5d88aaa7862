import Assessments
import Campaigns
import Workbooks

/// 指标说明: what each indicator measures, its target, how it is judged over the year, its weights.
struct IndicatorNotesSheet {
    let vocabulary: Vocabulary
    let facts: BulletinFacts

    var sheet: SheetDraft {
        var table = TableBuilder(
            name: "指标说明", title: "指标和计分说明",
            columns: [
                TableColumn("编号", 7), TableColumn("领域", 12), TableColumn("指标", 26, .left),
                TableColumn("目标", 9), TableColumn("怎样考核", 46, .left),
                TableColumn("乡镇权重", 9), TableColumn("部门权重", 9), TableColumn("记给谁", 18, .left),
                TableColumn("本月", 16),
            ], frozenColumns: 1)
        for indicator in vocabulary.campaign.indicators {
            table.row([
                .text(indicator.id),
                .text(vocabulary.sector(indicator.sector, form: indicator.form)),
                .text(indicator.title), .text(target(of: indicator)), .text(phase(of: indicator)),
                .digits(indicator.weightTownship.description, format: "General"),
                .digits(indicator.weightDepartment.description, format: "General"),
                .text(credit(of: indicator)), .text(state(of: indicator)),
            ])
        }
        for note in notes { table.note(note) }
        return table.sheet
    }

    private func target(of indicator: Indicator) -> String {
        guard let target = indicator.target else { return "未定" }
        let percent = Figures.percent(target.description) ?? ""
        return indicator.isLowerBetter ? "不高于\(percent)" : percent
    }

    private func phase(of indicator: Indicator) -> String {
        switch indicator.phase {
        case .monthly:
            return "每月按完成率与目标之比计分，达到目标为满分"
        case .linear:
            let base =
                indicator.base == .zero
                ? "" : "，从年初的\(Figures.percent(indicator.base.description) ?? "")起算"
            return "按全年进度考核，每月要求提高目标的十二分之一\(base)"
        case .deadline:
            let factor = vocabulary.campaign.settings.text(.deadlineMissedFactor)
            let due = indicator.due.map { "\($0.year)年\($0.month)月\($0.day)日" } ?? "限期"
            return "\(due)前按全年进度考核，到期未达到目标的按完成率与目标之比乘\(factor)计，为红灯"
        case .annual:
            return "1月至11月只公布不计分，12月按完成率与目标之比计分"
        }
    }

    private func credit(of indicator: Indicator) -> String {
        switch indicator.credit {
        case .unit: "填报单位"
        case .coUnit: "派出或主管单位"
        case .both: "填报单位和派出或主管单位"
        }
    }

    private func state(of indicator: Indicator) -> String {
        guard
            let result = facts.assessment.indicators.first(where: { $0.id == indicator.id })
        else { return "不考核" }
        if !result.suspendedBy.isEmpty {
            return "停评：\(result.suspendedBy.joined(separator: "、"))未定"
        }
        return result.rows.contains { !$0.k.isEmpty } ? "计分" : "不计分"
    }

    private var notes: [String] {
        let settings = vocabulary.campaign.settings
        func percent(_ key: Settings.Key) -> String {
            Figures.percent(settings.decimal(key).description) ?? settings.text(key)
        }
        return [
            "得分＝100×Σ（权重×完成系数）÷Σ权重（只算适用的指标）－扣分＋加分；计算中不取舍，最后四舍五入到两位小数。",
            "灯：完成系数不低于\(percent(.lightGreen))为绿灯，不低于\(percent(.lightYellow))为黄灯，其余为红灯。"
                + "没有接收到报表的，本表各项指标的完成系数为0。",
            "扣分：迟报每件每个工作日\(settings.text(.latePoints))分，每月最多\(settings.text(.lateCap))分；"
                + "未报每件\(settings.text(.missingPoints))分；退回每件次\(settings.text(.returnedPoints))分，"
                + "每月最多\(settings.text(.returnedCap))分；认定虚报瞒报每项\(settings.text(.misreportPoints))分。"
                + "加分最多\(settings.text(.bonusCap))分。",
            "分母以花名册为准，不因少报而减小。" + CoverText.roundingStatement,
        ]
    }
}
