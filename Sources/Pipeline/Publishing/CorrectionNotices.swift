import Bulletins
import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// Makes the workbooks of a period's corrections (更正通报), each as it was told: from what its event keeps,
/// by the tables of its time.
struct CorrectionNotices {
    let workshop: Workshop

    /// The corrections among what was told, in their order.
    func files(of told: [Publication]) throws(RunError) -> [OutputFile] {
        guard told.contains(where: { $0.number != nil }) else { return [] }
        let acts = try ledgerWork { () throws(LedgerError) in try workshop.ledger.acts() }
        var files: [OutputFile] = []
        for (before, correction) in zip(told, told.dropFirst()) {
            guard let number = correction.number else { continue }
            // One that is about to be told has no event yet: it is of now.
            let campaign =
                correction.event == 0
                ? workshop.campaign
                : try workshop.asItWas(when: correction)?.campaign ?? workshop.campaign
            let words = CauseWords(
                campaign: campaign, acts: acts, period: correction.period, program: before.program)
            let facts = CorrectionFacts(
                period: correction.period, number: number, asOf: correction.asOf,
                told: before.asOf,
                changes: correction.changes.map { change in
                    .init(
                        unit: change.unit, item: change.item.printed, before: change.before,
                        after: change.after, reasons: change.causes.map(words.text))
                })
            do throws(WorkbookError) {
                files.append(try BulletinRenderer(campaign: campaign).correction(facts))
            } catch {
                throw .fault(
                    Bilingual(
                        "写不出工作簿：\(error.reason)",
                        "a workbook could not be written: \(error.reason)"))
            }
        }
        return files
    }
}

extension FigureChange.Item {
    fileprivate var printed: CorrectionFacts.Item {
        switch self {
        case .rank: .rank
        case .score: .score
        case .baseScore: .baseScore
        case .deductions: .deductions
        case .bonus: .bonus
        case .indicator(let id): .indicator(id)
        }
    }
}

/// How the causes of a correction are told to everybody: no reason names a record of an inspection.
struct CauseWords {
    let campaign: Campaign
    let acts: [OfficeAct]
    /// Of the bulletin.
    let period: Period
    /// That made what is corrected.
    let program: String?

    func text(_ cause: FigureCause) -> String {
        switch cause {
        case .file(let unit, let form, let period, let path, let received):
            let whose = unit.map { name($0) } ?? "单位不明"
            let month = period.map { $0 == self.period ? "" : $0.chinese } ?? ""
            let what = form.map { "\(month)《\(title($0))》" } ?? "文件"
            return "\(whose)报送的\(what)（\(Files.name(of: path))，\(received.short)收到）"
        case .act(let number): return act(number)
        case .inspection: return "又收到暗访核查记录"
        case .register: return "县里的加分登记"
        case .receipts: return "收件登记更正了收件时间"
        case .tables: return "活动表格（名册、指标或设置）有变动"
        case .time: return "时间推移：事项、延期或暗访反馈的期限到了"
        case .program: return "程序升级后算法不同" + (program.map { "（原由\($0)版计算）" } ?? "")
        case .others: return CorrectionFacts.movedByOthers
        }
    }

    private func act(_ number: Int) -> String {
        guard let act = acts.first(where: { $0.id == number }) else {
            return "县里办理第\(number)号"
        }
        let lead = "县里办理第\(number)号："
        switch act.content {
        case .waive(let key): return "\(lead)\(owed(key))免报，\(act.reason)"
        case .extend(let key, let until):
            return "\(lead)\(owed(key))延期至\(until.short)，\(act.reason)"
        case .withdraw(_, let path, _): return "\(lead)撤回\(Files.name(of: path))，\(act.reason)"
        case .alias(let code, _): return "\(lead)确认\(code)的名称"
        case .verdict: return "\(lead)一项暗访核查事项的认定"
        case .item: return "\(lead)三清单的一个事项"
        case .objection, .objectionDecision: return "\(lead)单位的异议"
        // Suspicions change no figure and are nobody's business but the office's.
        case .suspicion: return "县里办理第\(number)号"
        case .revoke(let other): return "\(lead)撤销第\(other)号"
        }
    }

    private func owed(_ key: ExpectedReturn.Key) -> String {
        "\(name(key.unit))\(key.period.chinese)《\(title(key.form))》"
    }

    private func name(_ unit: String) -> String { campaign.unit(unit)?.shortName ?? unit }
    private func title(_ form: String) -> String { campaign.form(form)?.title ?? form }
}
