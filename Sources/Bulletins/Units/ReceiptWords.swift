import Campaigns
import Findings

/// The sentences of a receipt: what became of a file, and what its sender does next.
struct ReceiptWords {
    let vocabulary: Vocabulary
    let asOf: Moment
    let owed: [OwedReturn]
    /// All of the same list: one may have been replaced by another.
    let receipts: [Receipt]

    func verdict(on receipt: Receipt) -> String {
        var lateness = ""
        if receipt.isLate {
            lateness = receipt.lateDays == 0 ? "，迟报（当日超时）" : "，迟报\(receipt.lateDays)个工作日"
        }
        switch receipt.status {
        case .accepted:
            let isLater = receipt.revision > 1
            return (isLater ? "已接收，第\(receipt.revision)次报送，代替先前的" : "已接收") + lateness
        case .returned where receipt.isForeign: return "不是本活动的报表，未采用，不扣分"
        case .returned: return "已退回" + lateness
        case .stray: return "不是报表，没有取用，不扣分"
        case .withdrawn: return "已撤回，不计：\(receipt.reason)"
        case .resent:
            guard let original = receipt.original else { return receipt.status.chinese }
            return "与\(vocabulary.chinese(original.received))收到的“"
                + "\(OutboxNames.baseName(of: original.file))”完全相同，"
                + (Self.month(original).map { "那一份算的是\($0.chinese)，这里不计" } ?? "不计")
        case .quarantined: return "疑含个人信息，已隔离，未使用"
        }
    }

    func next(after receipt: Receipt) -> String {
        if receipt.status != .withdrawn, receipt.status != .resent,
            let later = successor(of: receipt)
        {
            return "后来报送的“\(OutboxNames.baseName(of: later.file))”已接收，这一件不用再管。"
        }
        let due = due(of: receipt)
        switch receipt.status {
        case .returned where receipt.isForeign:
            return "如果本来要报的是本活动的报表，请用下发的空表填好后报送。"
        case .returned:
            let name = OutboxNames.baseName(of: receipt.answer)
            let answer = name.isEmpty ? "按“反馈”里的说明" : "打开“退回”文件夹里的“\(name)”，按标注"
            return "\(answer)改好，重新报送。\(due)"
        case .quarantined:
            let name = OutboxNames.baseName(of: receipt.answer)
            let places = name.isEmpty ? "" : "在哪一格见“退回”文件夹里的“\(name)”。"
            return "删去身份证号、电话等个人信息后重新报送。\(places)\(due)"
        case .stray: return "见“退回”文件夹里的“不是报表的文件”。"
        case .withdrawn: return ""
        case .resent:
            return (receipt.original?.standing).map { next(after: receipt, $0) } ?? ""
        case .accepted:
            let queries = vocabulary.visible(receipt.findings).count { $0.severity == .query }
            var steps: [String] = []
            if queries > 0 {
                steps.append("有\(queries)处要核实，各处见“反馈”：属实的在备注里写明原因，有错的改正后重新报送。")
            }
            if !receipt.changes.isEmpty {
                steps.append("有\(receipt.changes.count)处换算或规范了写法，见“换算”表，有不对的请改正后重新报送。")
            }
            return steps.isEmpty ? "不用再做什么。" : steps.joined()
        }
    }

    private func next(
        after resent: Receipt, _ standing: Receipt.Original.Standing
    ) -> String {
        switch standing {
        case .replaced(let file, let received):
            "现在算的是\(vocabulary.chinese(received))收到的“\(OutboxNames.baseName(of: file))”。"
                + "要改回这一份的，改动一处（如在备注里写一句）再报，或告诉县里；不是的不用再管。"
        case .counts:
            "\(resent.period?.chinese ?? "这个月")的还没有接收：拿错了文件的，请报这个月的；"
                + "确实一个数也没变的，在标题里写明月份再报，或告诉县里。\(due(of: resent))"
        }
    }

    private static func month(_ original: Receipt.Original) -> Period? {
        if case .counts(let period) = original.standing { period } else { nil }
    }

    /// The first file accepted after this one for the same return.
    func successor(of receipt: Receipt) -> Receipt? {
        receipts.first { other in
            other.status == .accepted && other.form == receipt.form && other.unit == receipt.unit
                && other.period == receipt.period && receipt.form != nil && receipt.unit != nil
                && other.received > receipt.received
        }
    }

    private func due(of receipt: Receipt) -> String {
        guard let period = receipt.period else { return "" }
        let relief = owed.first { $0.form == receipt.form && $0.unit == receipt.unit }?.relief
        var due = vocabulary.campaign.due(period)
        switch relief {
        case .extended(let until, _, _): due = until
        case .waived: return ""
        case nil: break
        }
        return due > asOf
            ? "截止时间：\(vocabulary.chinese(due))。" : "\(vocabulary.chinese(due))已截止，请尽快。"
    }

    /// A line for each thing that was told, with all that told it:
    /// `单位：表头“鹤畔镇人民政府”、文件名`.
    static func evidence(of receipt: Receipt) -> String {
        let sources = [
            "marker": "表内标记", "title": "标题", "label": "表头", "folder": "文件夹", "fileName": "文件名",
            "header": "栏目", "sheetName": "工作表名", "periodLabel": "表头",
        ]
        let abouts = [("form", "报表"), ("unit", "单位"), ("period", "月份")]
        return abouts.compactMap { about, title in
            let told = receipt.evidence.filter { $0.about == about }.map { evidence in
                let source = sources[evidence.source] ?? evidence.source
                // The file's path stands beside it.
                let isSeen = ["folder", "fileName", "marker"].contains(evidence.source)
                return isSeen ? source : "\(source)“\(evidence.text)”"
            }
            return told.isEmpty ? nil : "\(title)：\(told.joined(separator: "、"))"
        }.joined(separator: "\n")
    }
}
