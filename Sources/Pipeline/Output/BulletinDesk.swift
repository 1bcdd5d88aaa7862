import Assessments
import Bulletins
import Campaigns
import Checks
import Findings
import Ledgers
import Workbooks

/// Hands the facts of a period to the renderings, originals included, and collects their files.
struct BulletinDesk {
    let workshop: Workshop

    func files(
        facts: PeriodFacts, assessment: Assessment, previous: Assessment, moves: Moves?
    ) throws(RunError) -> [OutputFile] {
        let renderer = BulletinRenderer(campaign: workshop.campaign)
        let sources = try sources(of: facts.deliveries)
        let answers = AnswerDesk(
            workshop: workshop, renderer: renderer, facts: facts, sources: sources)
        let receipts = receipts(facts, sources, answers)
        let apart = try withdrawn(facts) + resent(facts)
        var bulletin = BulletinFacts(
            assessment: assessment, previousRates: rates(of: previous),
            owed: facts.expected.map(owed), receipts: receipts, inspections: counts(facts),
            repeatedNotes: facts.repeatedExplanations.map(repeatedNote), items: facts.items,
            objections: facts.objections)
        bulletin.moves = moves
        bulletin.trends = Trends(
            assessment, history: facts.history, settings: workshop.campaign.settings)
        do throws(WorkbookError) {
            var files = try renderer.receipts(
                receipts + apart + StrayFiles(facts).receipts, owed: bulletin.owed,
                of: facts.period, asOf: workshop.asOf)
            files += try answers.files()
            files += try renderer.bulletin(bulletin)
            files += try renderer.feedback(bulletin)
            files += try renderer.lists(bulletin)
            return files
        } catch {
            throw .fault(
                Bilingual(
                    "写不出工作簿：\(error.reason)", "a workbook could not be written: \(error.reason)"))
        }
    }

    /// 回执 and 退回 of a period, without figures.
    func answers(facts: PeriodFacts) throws(RunError) -> [OutputFile] {
        let renderer = BulletinRenderer(campaign: workshop.campaign)
        let sources = try sources(of: facts.deliveries)
        let answers = AnswerDesk(
            workshop: workshop, renderer: renderer, facts: facts, sources: sources)
        let apart = try withdrawn(facts) + resent(facts)
        do throws(WorkbookError) {
            return try renderer.receipts(
                receipts(facts, sources, answers) + apart + StrayFiles(facts).receipts,
                owed: facts.expected.map(owed), of: facts.period, asOf: workshop.asOf)
                + answers.files()
        } catch {
            throw .fault(
                Bilingual(
                    "写不出工作簿：\(error.reason)", "a workbook could not be written: \(error.reason)"))
        }
    }

    /// The submission behind each delivery, for what it was told by and where its original lies.
    private func sources(of deliveries: [Delivery]) throws(RunError) -> [Submission?] {
        try ledgerWork { () throws(LedgerError) in
            var sources: [Submission?] = []
            for delivery in deliveries {
                sources.append(
                    try workshop.ledger.submission(
                        id: delivery.submission, knownBy: workshop.horizon))
            }
            return sources
        }
    }

    /// What the office took back; it stands in the receipts and nowhere else.
    private func withdrawn(_ facts: PeriodFacts) throws(RunError) -> [Receipt] {
        let sources = try sources(of: facts.withdrawals.map(\.delivery))
        return zip(facts.withdrawals, sources).map { withdrawal, source in
            var receipt = receipt(withdrawal.delivery, source)
            receipt.status = .withdrawn
            receipt.reason = withdrawal.reason
            return receipt
        }
    }

    /// What came again; it too stands in the receipts and nowhere else.
    private func resent(_ facts: PeriodFacts) -> [Receipt] {
        facts.resent.map { file in
            var receipt = receipt(file.delivery, nil)
            receipt.status = .resent
            let standing: Receipt.Original.Standing =
                switch file.standing {
                case .replaced(let origin):
                    .replaced(by: origin.path, received: origin.received)
                case .counts(let period): .counts(period)
                }
            receipt.original = .init(
                file: file.first.path, received: file.first.received, standing: standing)
            return receipt
        }
    }

    private func owed(_ expected: ExpectedReturn) -> OwedReturn {
        var owed = OwedReturn(
            form: expected.form, unit: expected.unit, isAccepted: expected.isAccepted,
            isLate: expected.isLate, lateDays: expected.lateDays)
        owed.relief =
            switch expected.relief {
            case .waived(let reason): .waived(reason: reason)
            case .extended(let until, let isRunning, let reason):
                .extended(until: until, isRunning: isRunning, reason: reason)
            case nil: nil
            }
        return owed
    }

    private func repeatedNote(_ repeated: RepeatedExplanation) -> RepeatedNote {
        RepeatedNote(
            form: repeated.form, unit: repeated.unit,
            subject: workshop.campaign.entry(repeated.subject)?.name ?? repeated.subject,
            code: repeated.code, count: repeated.periods.count, note: repeated.note)
    }

    private func rates(of previous: Assessment) -> [String: String] {
        var rates: [String: String] = [:]
        for indicator in previous.indicators {
            if let county = indicator.rows.last, county.code == "county", !county.rate.isEmpty {
                rates[indicator.id] = county.rate
            }
        }
        return rates
    }

    private func receipts(
        _ facts: PeriodFacts, _ sources: [Submission?], _ answers: AnswerDesk
    ) -> [Receipt] {
        zip(facts.deliveries, sources).map { delivery, source in
            var receipt = receipt(delivery, source)
            receipt.answer = answers.path(for: delivery, source) ?? ""
            return receipt
        }
    }

    private func receipt(_ delivery: Delivery, _ source: Submission?) -> Receipt {
        let status: Receipt.Status =
            switch delivery.status {
            case .accepted: .accepted
            case .returned: .returned
            case .quarantined: .quarantined
            case .stray: .stray
            }
        var receipt = Receipt(
            form: delivery.form, unit: delivery.unit, period: delivery.period,
            file: delivery.file, sheet: delivery.sheet, received: delivery.received,
            status: status, isLate: delivery.isLate, lateDays: delivery.lateDays,
            revision: delivery.revision, rows: delivery.rows,
            evidence: (source?.evidence ?? []).map {
                .init(about: $0.about, source: $0.source, text: $0.text)
            }, findings: delivery.findings, openQueries: delivery.openQueries)
        if let source, status != .quarantined { receipt.changes = changes(in: source) }
        return receipt
    }

    /// What was read as something else than it was written, with its place.
    private func changes(in source: Submission) -> [Receipt.Change] {
        let form = source.form.flatMap(workshop.campaign.form)
        return source.rows.flatMap { row in
            row.changes.map { change in
                let column = source.places.columns[change.field]
                let cell = column.map { CellReference(row: row.number, column: $0).description }
                return Receipt.Change(
                    cell: row.line.map { "第\($0)行" } ?? cell ?? "",
                    subject: row.subject.flatMap(workshop.campaign.entry)?.name ?? "",
                    column: form?.field(change.field)?.header ?? change.field, raw: change.raw,
                    value: change.value, reason: change.reason)
            }
        }
    }

    private func counts(_ facts: PeriodFacts) -> InspectionCounts {
        // Only settled cases are told of: in the others the unit may still answer.
        let window = Set(facts.inspections)
        let settled = facts.cases.filter { window.contains($0.record) && $0.isSettled }
            .map(\.record)
        let tally = InspectionTallies(
            facts, of: workshop.campaign,
            InspectionReview(workshop.campaign, asOf: workshop.asOf)
        ).county
        var misreports: [String: Int] = [:]
        for record in facts.misreports { misreports[record.dutyUnit, default: 0] += 1 }
        return InspectionCounts(
            closed: settled.count, consistent: settled.count(where: \.isConsistent), tally: tally,
            misreports: workshop.campaign.units.compactMap { unit in
                let count =
                    (misreports[unit.code] ?? 0) + (misreports[unit.name] ?? 0)
                return count > 0 ? .init(unit: unit.code, count: count) : nil
            })
    }
}
