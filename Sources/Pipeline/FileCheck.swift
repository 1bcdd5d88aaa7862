import Campaigns
import Files
package import Findings
import Ledgers

/// Checks files as a run would, and stores nothing: for a township to use on its own.
package struct FileCheck {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// - Throws: `RunError.noSuchFile` for the first path that leads nowhere.
    package func check(_ paths: [String]) throws(RunError) -> CheckReport {
        for path in paths where !Files.exists(path) { throw .noSuchFile(path) }
        let workshop = try Workshop.look(options)
        let reader = InboxReader(
            campaign: workshop.campaign, ledger: workshop.ledger, asOf: workshop.asOf,
            limits: workshop.limits)
        let judge = Judge(
            campaign: workshop.campaign, ledger: workshop.ledger, version: "",
            asOf: workshop.asOf)
        var report = CheckReport(comparesMonths: workshop.hasLedger)
        for path in paths {
            let bytes: [UInt8]
            do throws(FileError) {
                bytes = try Files.read(path, limit: reader.sizeLimit)
            } catch {
                throw .noSuchFile(path)
            }
            let arrival = Arrival(
                file: FileRecord(
                    sha256: Ledger.hash(of: bytes), path: path, size: bytes.count,
                    firstSeen: workshop.asOf, fate: .taken), received: workshop.asOf,
                reading: reader.read(bytes, path: path))
            for (submission, known) in arrival.submissions() {
                let verdict = try judge.verdict(
                    on: submission, known: known, hasLedger: workshop.hasLedger)
                report.returns.append(
                    CheckReport.CheckedReturn(
                        file: path, sheet: submission.places.sheet,
                        form: submission.form.flatMap(workshop.campaign.form)?.title,
                        unit: submission.unit.flatMap(workshop.campaign.unit)?.name,
                        period: submission.period?.description,
                        verdict: verdict.status.rawValue, rows: submission.rows.count,
                        evidence: submission.evidence.map {
                            .init(about: $0.about, source: $0.source, text: $0.text)
                        },
                        // What the office alone may see is no answer to a township.
                        findings: verdict.findings.filter { $0.severity != .suspicion }
                            .map(FindingLine.init)))
            }
        }
        return report
    }
}

/// What `check` found.
package struct CheckReport: Codable, Sendable {
    package var returns: [CheckedReturn]
    /// Rules that compare with last month were looked at; without a ledger they are not.
    package var comparesMonths: Bool

    package struct CheckedReturn: Codable, Sendable {
        package var file: String
        package var sheet: String?
        package var form: String?
        package var unit: String?
        package var period: String?
        package var verdict: String
        package var rows: Int
        /// What form, unit and period were told by; empty for a file that was not read.
        package var evidence: [Evidence]
        package var findings: [FindingLine]
    }

    /// One statement about a file: about its form, unit or period, where it stands, what it says.
    package struct Evidence: Codable, Sendable {
        package var about: String
        package var source: String
        package var text: String
    }

    init(comparesMonths: Bool) {
        returns = []
        self.comparesMonths = comparesMonths
    }

    package var hasErrors: Bool {
        returns.contains { $0.findings.contains { $0.severity == Severity.error.rawValue } }
    }

    package func lines(in language: Language) -> [String] {
        let say = Say(language)
        var lines: [String] = []
        for checked in returns {
            let what = [checked.unit, checked.form, checked.period].compactMap { $0 }
            lines.append(
                "\(checked.file)" + (what.isEmpty ? "" : "  " + what.joined(separator: " "))
                    + say(
                        "  \(checked.rows) 行",
                        checked.rows == 1 ? "  1 row" : "  \(checked.rows) rows") + "  "
                    + RunReport.title(checked.verdict, language))
            lines += FindingLine.listing(checked.findings, in: language).map { "  " + $0 }
        }
        if !comparesMonths {
            lines.append(
                say(
                    "（没有台账，未与上月比较）", "(without a ledger nothing was compared with last month)"))
        }
        return lines
    }
}
