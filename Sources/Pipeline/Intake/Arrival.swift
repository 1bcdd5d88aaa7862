import Campaigns
import Files
import Findings
import Ledgers
import Returns

/// A file of the Inbox, read and understood, before the ledger takes it.
struct Arrival {
    var file: FileRecord
    var received: Moment
    var reading: FileReading
    /// What came of the same bytes before; nil for what never came.
    var earlier: Earlier?

    /// Bytes that went back, wholly or in part.
    struct Earlier {
        /// The path under which they were read last.
        var path: String
        var submissions: [Submission]
        /// The keys of those that are not judged again: they were accepted, or replaced.
        var settled: Set<Int>
        /// They lie where they lay, and are only judged again.
        var isInPlace = false

        func submission(_ id: Int) -> Submission? { submissions.first { $0.id == id } }

        /// The key of what a sheet was before; 0 for one that is new.
        ///
        /// What was recognised as no form and is one now is the same return, and so is the one sheet of a file that is
        /// called otherwise, as that of a CSV is with its file.
        fileprivate func key(of sheet: String?, isFirst: Bool, isOnly: Bool) -> Int {
            if let same = submissions.first(where: { $0.places.sheet == sheet }) { return same.id }
            guard submissions.count == 1, let one = submissions.first else { return 0 }
            return isOnly || isFirst && one.places.sheet == nil ? one.id : 0
        }
    }

    /// Whether a verdict on bytes that went back before is to be noted.
    ///
    /// Copies of a folder must not tear a return from its unit and month: where it goes back once more it
    /// is only noted as something else than before, and whole.
    func isNews(_ submission: Submission, _ verdict: Verdict) -> Bool {
        guard let earlier, !earlier.isInPlace, verdict.status != .accepted,
            let old = earlier.submission(submission.id)
        else { return true }
        guard submission.form != nil, submission.unit != nil, submission.period != nil else {
            return false
        }
        return (submission.form, submission.unit) != (old.form, old.unit)
            || submission.period != old.period
    }

    /// Says what came of the bytes before.
    mutating func comesAgain(
        after path: String, isInPlace: Bool = false, in ledger: Ledger
    ) throws(RunError) {
        let hash = file.sha256
        earlier = try ledgerWork { () throws(LedgerError) in
            Earlier(
                path: path, submissions: try ledger.submissions(ofFile: hash),
                settled: try ledger.settledSubmissions(ofFile: hash), isInPlace: isInPlace)
        }
    }

    /// The month that the file is about, as far as it is known: what files are ordered by.
    var period: Period? {
        (reading.returns.compactMap(\.period) + reading.unread.compactMap(\.period)).min()
            ?? reading.periodHint
    }

    /// When a return of a month in it came: what the register says where that can be true.
    func received(_ period: Period?) -> Moment {
        guard let period, period.cannotHaveCome(at: received, seen: file.firstSeen) else {
            return received
        }
        return file.firstSeen
    }

    /// The rows of all its returns.
    var rowCount: Int { reading.returns.reduce(0) { $0 + $1.rows.count } }

    /// In the order in which files are taken: period (unknown ones last), receipt, path.
    static func inOrder(_ arrivals: [Arrival]) -> [Arrival] {
        let periods = arrivals.map(\.period)
        let places = arrivals.indices.sorted { one, other in
            if periods[one] != periods[other] {
                guard let first = periods[one] else { return false }
                return periods[other].map { first < $0 } ?? true
            }
            let (left, right) = (arrivals[one], arrivals[other])
            let receipts = (left.received(periods[one]), right.received(periods[other]))
            if receipts.0 != receipts.1 { return receipts.0 < receipts.1 }
            return left.file.path.precedes(asPath: right.file.path)
        }
        return places.map { arrivals[$0] }
    }

    /// What goes into the ledger: a submission per return and per sheet that goes back unread; where
    /// there is none, one for the file as a whole.
    ///
    /// What is wrong with one sheet touches no other. Only personal data is a matter of the whole file.
    func submissions() -> [(submission: Submission, known: [Finding])] {
        if reading.holdsPersonalData { return [(bare, personal)] }
        var submissions = reading.returns.map { sheet in
            (submission: submission(sheet), known: sheet.findings)
        }
        submissions += reading.unread.map { sheet in
            (submission: submission(sheet), known: sheet.findings)
        }
        if submissions.isEmpty {
            submissions.append((bare, reading.findings))
        } else {
            submissions[0].known = reading.findings + submissions[0].known
        }
        guard let earlier else { return submissions }
        for place in submissions.indices {
            submissions[place].submission.id = earlier.key(
                of: submissions[place].submission.places.sheet, isFirst: place == 0,
                isOnly: submissions.count == 1)
        }
        return submissions.filter { !earlier.settled.contains($0.submission.id) }
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
