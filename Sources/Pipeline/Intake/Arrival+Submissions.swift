import Campaigns
import Findings
import Ledgers
import Returns

extension Arrival {
    /// What goes into the ledger: a submission per return and per sheet that goes back unread; where
    /// there is none, one for the file as a whole.
    ///
    /// What is wrong with one sheet touches no other. Only personal data is a matter of the whole file.
    func submissions() -> [(submission: Submission, known: [Finding])] {
        var submissions = reading.holdsPersonalData ? [(bare, personal)] : answers
        guard let earlier else { return submissions }
        let identities = Submission.identities(
            of: submissions.map(\.submission), among: earlier.submissions)
        for place in submissions.indices { submissions[place].submission.id = identities[place] }
        return submissions.filter { !earlier.settled.contains($0.submission.id) }
    }

    private var answers: [(submission: Submission, known: [Finding])] {
        var answers = reading.returns.map { (submission: submission($0), known: $0.findings) }
        answers += reading.unread.map { (submission: submission($0), known: $0.findings) }
        guard !answers.isEmpty else { return [(bare, reading.findings)] }
        answers[0].known = reading.findings + answers[0].known
        return answers
    }

    /// Only what says that there is personal data; nothing else of such a file is kept.
    private var personal: [Finding] {
        reading.allFindings.filter { $0.check == .personalData }
    }

    private func submission(_ sheet: UnreadSheet) -> Submission {
        Submission(
            fileHash: file.sha256, form: sheet.form, unit: sheet.unit, period: sheet.period,
            received: received(sheet.period),
            places: ReturnPlaces(
                file: file.path, sheet: sheet.sheet, columns: [:], headerRow: 1, isCSV: false),
            rows: [])
    }

    private func submission(_ sheet: SheetReturn) -> Submission {
        Submission(
            fileHash: file.sha256, form: sheet.form.id, unit: sheet.unit, period: sheet.period,
            received: received(sheet.period), places: sheet.places,
            evidence: sheet.evidence.map {
                .init(
                    about: $0.about.rawValue, source: $0.source.rawValue, text: $0.text)
            }, rows: sheet.rows)
    }

    /// A submission without rows: the file as a whole.
    private var bare: Submission {
        let isQuarantined = reading.holdsPersonalData
        let sheet = isQuarantined ? reading.returns.first : nil
        return Submission(
            fileHash: file.sha256,
            form: sheet?.form.id ?? (reading.returns.isEmpty ? reading.formHint : nil),
            unit: sheet?.unit ?? reading.unitHint ?? reading.returns.first?.unit,
            period: sheet?.period ?? reading.periodHint, received: received,
            places: ReturnPlaces(
                file: file.path, sheet: nil, columns: [:], headerRow: 1, isCSV: false), rows: [])
    }
}
