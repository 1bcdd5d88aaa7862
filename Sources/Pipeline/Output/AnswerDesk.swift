import Bulletins
import Campaigns
import Findings
import Ledgers
import Workbooks

/// The files that go back to their senders (退回): which ones, under which names, made of what.
///
/// Originals come from the archive. Of what is in quarantine nothing goes back; its answer names the
/// places.
struct AnswerDesk {
    let workshop: Workshop
    private let renderer: BulletinRenderer
    private let period: Period
    private var answers: [Answer] = []
    /// The lists of what is no return, one a unit, behind the answers.
    private let strays: [ReturnedFile]
    /// Of the answers, then of the lists.
    private let paths: [String]

    /// One file that goes back, whatever number of returns was in it.
    private struct Answer {
        var hash: String
        var file: String
        var unit: String?
        var isQuarantined: Bool
        /// The rows of heads and data, by sheet.
        var tables: [String: Set<Int>] = [:]
        var findings: [Finding]
    }

    init(
        workshop: Workshop, renderer: BulletinRenderer, facts: PeriodFacts,
        sources: [Submission?]
    ) {
        self.workshop = workshop
        self.renderer = renderer
        period = facts.period
        let deliveries = zip(facts.deliveries, sources).compactMap { delivery, source in
            source.map { (delivery, $0) }
        }
        var indices: [String: Int] = [:]
        for (delivery, source) in deliveries where delivery.status != .accepted {
            if indices[source.fileHash] != nil { continue }
            indices[source.fileHash] = answers.count
            answers.append(
                Answer(
                    hash: source.fileHash, file: delivery.file, unit: delivery.unit,
                    isQuarantined: delivery.status == .quarantined, findings: []))
        }
        // A sheet that was accepted goes back with the others of its file, and what is to be verified
        // on it goes with it.
        var seen: [String: Set<Finding>] = [:]
        for (delivery, source) in deliveries {
            guard let index = indices[source.fileHash] else { continue }
            if !source.rows.isEmpty {
                answers[index].tables[source.places.sheet ?? "", default: []]
                    .formUnion([source.places.headerRow] + source.rows.map(\.number))
            }
            for finding in delivery.findings
            where seen[source.fileHash, default: []].insert(finding).inserted {
                answers[index].findings.append(finding)
            }
        }
        strays = StrayFiles(facts).lists(asOf: workshop.asOf)
        paths = renderer.returnedPaths(
            answers.map { ($0.unit, $0.file) } + strays.map { ($0.unit, $0.file) })
    }

    /// Where the answer to a delivery lies below the period's Outbox; nil where there is none.
    func path(for delivery: Delivery, _ source: Submission?) -> String? {
        guard delivery.status != .accepted, let source else { return nil }
        return answers.firstIndex { $0.hash == source.fileHash }.map { paths[$0] }
    }

    func files() throws(WorkbookError) -> [OutputFile] {
        var files: [OutputFile] = []
        for (answer, path) in zip(answers, paths) {
            files.append(try renderer.returned(file(answer), at: path))
        }
        for (list, path) in zip(strays, paths.dropFirst(answers.count)) {
            files.append(try renderer.returned(list, at: path))
        }
        return files
    }

    private func file(_ answer: Answer) -> ReturnedFile {
        guard !answer.isQuarantined else {
            return ReturnedFile(
                unit: answer.unit, file: answer.file, period: period, asOf: workshop.asOf,
                workbook: nil, findings: answer.findings.filter { $0.check == .personalData })
        }
        let bytes = (try? workshop.ledger.original(sha256: answer.hash)) ?? []
        let workbook = try? WorkbookReader.read(
            bytes, fileName: answer.file, limits: workshop.limits)
        return ReturnedFile(
            unit: answer.unit, file: answer.file, period: period, asOf: workshop.asOf,
            workbook: workbook, original: bytes, limits: workshop.limits,
            tables: answer.tables, findings: answer.findings)
    }
}
