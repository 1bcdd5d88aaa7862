package import Findings

/// What stops a run, and who must act: each has its exit code.
package enum RunError: Error, Sendable {
    /// The campaign's tables have faults; nothing was touched.
    case campaign([Finding])
    /// A folder or file of the set-up is missing or cannot be read.
    case setUp(Bilingual)
    /// The ledger or the Outbox is another campaign's.
    case otherCampaign(Bilingual)
    case usage(Bilingual)
    case noSuchFile(String, why: Bilingual? = nil)
    case cannotWrite(Bilingual)
    /// Another run holds the lock.
    case busy(Bilingual)
    case mailRefused(Bilingual)
    /// A fault of ours, or of the machine.
    case fault(Bilingual)

    /// sysexits(3), so that cron and scripts know who must act.
    package var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .noSuchFile: 66
        case .mailRefused: 69
        case .fault: 70
        case .cannotWrite: 73
        case .busy: 75
        case .campaign, .setUp, .otherCampaign: 78
        }
    }

    /// The sentences for the terminal, one a line.
    package func lines(in language: Language) -> [String] {
        switch self {
        case .campaign(let findings):
            findings.sorted().flatMap { finding in
                let advice = finding.advice.text(in: language)
                return [finding.line(in: language)] + (advice.isEmpty ? [] : ["    → " + advice])
            }
        case .setUp(let words), .otherCampaign(let words), .usage(let words),
            .cannotWrite(let words), .busy(let words), .mailRefused(let words),
            .fault(let words):
            [words.text(in: language)]
        case .noSuchFile(let path, let why):
            [
                why?.text(in: language)
                    ?? (language == .chinese ? "没有这个文件：\(path)" : "no such file: \(path)")
            ]
        }
    }
}
