import Campaigns
import Files
import Findings
import Glibc
import Ledgers
import Workbooks

/// Checks files as a run would, and stores nothing: for a township to use on its own.
package struct FileCheck {
    private let options: RunOptions

    package init(_ options: RunOptions) {
        self.options = options
    }

    /// Checks files, all files of folders, and what is in archives.
    ///
    /// A path that is given twice is looked at once; so are the same bytes.
    ///
    /// - Throws: `RunError.noSuchFile` for the first path that leads nowhere, or to nothing that may be
    ///   read, before anything is looked at.
    package func check(_ paths: [String]) throws(RunError) -> CheckReport {
        let (found, ignored) = try FilesToCheck.find(paths)
        let workshop = try Workshop.look(options)
        let reader = InboxReader(
            campaign: workshop.campaign, ledger: workshop.ledger, asOf: workshop.asOf,
            limits: workshop.limits, inbox: options.inbox)
        let judge = Judge(
            campaign: workshop.campaign, ledger: workshop.ledger, version: "",
            asOf: workshop.asOf)
        var report = CheckReport(comparesMonths: workshop.hasLedger)
        report.ignored = ignored.map { RunReport.IgnoredLine($0, reader.mask) }
        var first: [String: String] = [:]
        func take(_ file: InboxFile) throws(RunError) {
            if let other = first[file.sha256] {
                report.repeated.append(.init(file: file.path, first: other))
                return
            }
            first[file.sha256] = file.path
            report.returns += try returns(in: file, reader, judge, workshop)
        }
        for path in found {
            guard let file = try read(path, reader) else {
                report.returns.append(tooLarge(path, reader))
                continue
            }
            guard var bundle = reader.bundle(file) else {
                try take(file)
                continue
            }
            let members = bundle.members.filter { InboxScan.isReturn($0.path) }
            report.bundles.append(.init(file: file.path, members: members.count))
            report.ignored += reader.links(of: bundle, file).map {
                RunReport.IgnoredLine($0, reader.mask)
            }
            for member in members { try take(reader.unpack(member, of: &bundle, file)) }
        }
        return report
    }

    /// Nil for a file that is longer than any that is read.
    private func read(_ path: String, _ reader: InboxReader) throws(RunError) -> InboxFile? {
        do throws(FileError) {
            let bytes = try Files.read(path, limit: reader.sizeLimit)
            return InboxFile(path, bytes, mask: reader.mask)
        } catch {
            if error.code == EFBIG { return nil }
            throw .noSuchFile(path, why: error.words)
        }
    }

    private func tooLarge(_ path: String, _ reader: InboxReader) -> CheckReport.CheckedReturn {
        let size = "\(reader.sizeLimit >> 20) MB"
        let finding = Finding(
            .unreadableFile(.limit("大于 \(size)", "over \(size)")), at: Place(file: path))
        return CheckReport.CheckedReturn(
            file: path, sheet: nil, form: nil, unit: nil, period: nil, verdict: "returned", rows: 0,
            evidence: [], findings: [FindingLine(finding)])
    }

    private func returns(
        in file: InboxFile, _ reader: InboxReader, _ judge: Judge, _ workshop: Workshop
    ) throws(RunError) -> [CheckReport.CheckedReturn] {
        let (reading, workbook) = reader.opened(file, received: reader.asOf)
        let arrival = Arrival(
            FileRecord(
                sha256: file.sha256, path: file.path, size: file.size, firstSeen: workshop.asOf,
                fate: .taken), of: file, received: workshop.asOf, reading: reading)
        let texts = CellTexts(workbook, mask: reader.mask)
        var returns: [CheckReport.CheckedReturn] = []
        for (submission, known) in arrival.submissions() {
            let verdict = try judge.verdict(
                on: submission, known: known, hasLedger: workshop.hasLedger)
            returns.append(
                CheckReport.CheckedReturn(
                    file: file.path, sheet: submission.places.sheet,
                    form: submission.form.flatMap(workshop.campaign.form)?.title,
                    unit: submission.unit.flatMap(workshop.campaign.unit)?.name,
                    period: submission.period?.description, verdict: verdict.status.rawValue,
                    rows: submission.rows.count,
                    evidence: submission.evidence.map {
                        .init(about: $0.about, source: $0.source, text: $0.text)
                    },
                    // What the office alone may see is no answer to a township.
                    findings: verdict.findings.filter { $0.severity != .suspicion }.map {
                        var line = FindingLine($0)
                        line.texts = texts.texts(of: $0)
                        return line
                    }))
        }
        return returns
    }
}
