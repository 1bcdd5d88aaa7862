import Bulletins
import Campaigns
import Findings
import Ledgers

/// What was dropped into the Inbox and is no return (不是报表的文件): one answer a unit, however many there are.
///
/// A township that drops two thousand photographs gets one list, not two thousand workbooks; nothing of it
/// counts against it.
struct StrayFiles {
    private let facts: PeriodFacts
    /// By unit, in the order of receipt.
    private let byUnit: [(unit: String?, files: [Delivery])]

    /// The name of the list among the returned files.
    private static let name = "不是报表的文件"
    /// No more are named; the rest is counted.
    private static let most = 200

    init(_ facts: PeriodFacts) {
        self.facts = facts
        byUnit = Dictionary(grouping: facts.strays, by: \.unit)
            .sorted { ($0.key ?? "~") < ($1.key ?? "~") }
            .map { ($0.key, $0.value) }
    }

    /// One line a unit.
    var receipts: [Receipt] {
        byUnit.compactMap { unit, files in
            guard let first = files.first else { return nil }
            let name = first.file.split(separator: "/").last.map(String.init) ?? first.file
            return Receipt(
                form: nil, unit: unit, period: facts.period,
                file: files.count == 1 ? name : "\(name) 等\(files.count)个文件",
                received: first.received, status: .stray)
        }
    }

    /// One list a unit: what each file is, and what to send instead.
    func lists(asOf moment: Moment) -> [ReturnedFile] {
        byUnit.map { unit, files in
            var findings = files.prefix(Self.most).flatMap { file in
                file.findings.map { finding in
                    var finding = finding
                    finding.message = Bilingual(
                        "“\(file.file)”\(finding.message.chinese)",
                        "“\(file.file)” \(finding.message.english)")
                    return finding
                }
            }
            if files.count > Self.most, var rest = findings.last {
                let count = files.count - Self.most
                rest.message = Bilingual("另有\(count)个文件没有列出", "and \(count) more files")
                findings.append(rest)
            }
            return ReturnedFile(
                unit: unit, file: Self.name, period: facts.period, asOf: moment, workbook: nil,
                findings: findings)
        }
    }
}
