import Findings
import Ledgers
import Returns

extension Arrival {
    /// Bytes that were read before.
    struct Earlier {
        /// The path under which they were read last.
        var path: String
        /// What became of them.
        var fate: FileRecord.Fate
        var submissions: [Submission]
        /// The ids of those that are not judged again: they were accepted, or replaced.
        var settled: Set<Int>
        var why: Why
        /// A file lies under that path still, and these bytes elsewhere.
        var isThereStill = false

        func submission(_ id: Int) -> Submission? { submissions.first { $0.id == id } }
    }

    /// Why bytes are read that were read before.
    enum Why {
        /// They lie where they lay, and are only judged again.
        case judgedAgain
        /// They lie where they were never read, or other limits hold.
        case readAnew
        /// What they were is taken back.
        case takenBack
    }

    /// Says what came of the bytes before.
    mutating func comesAgain(
        after path: String, fate: FileRecord.Fate = .taken, _ why: Why, in ledger: Ledger
    ) throws(RunError) {
        let hash = file.sha256
        earlier = try ledgerWork { () throws(LedgerError) in
            Earlier(
                path: path, fate: fate, submissions: try ledger.submissions(ofFile: hash),
                settled: why == .takenBack ? [] : try ledger.settledSubmissions(ofFile: hash),
                why: why)
        }
    }

    /// Whether a verdict on bytes that were read before is to be noted.
    ///
    /// Copies of a folder must not tear a return from its unit and month: where it goes back once more it
    /// is only noted as something else than before, and whole; and as another unit's only where it was moved there.
    func isNews(_ submission: Submission, _ verdict: Verdict) -> Bool {
        guard let earlier, earlier.why == .readAnew, verdict.status != .accepted else {
            return true
        }
        let old = earlier.submission(submission.id)
        if let unit = old?.unit, unit != submission.unit, earlier.isThereStill { return false }
        // What could not be read, or had to be put apart, is answered for the first time, or as it was.
        switch (earlier.fate, file.fate) {
        case (.taken, _): break
        case (_, .taken), (.unreadable, .quarantined): return true
        case (.unreadable, .unreadable): return earlier.path == file.path && !isOverLimit
        default: return false
        }
        guard let old else { return true }
        guard submission.form != nil, submission.unit != nil, submission.period != nil else {
            return false
        }
        return (submission.form, submission.unit) != (old.form, old.unit)
            || submission.period != old.period
    }

    private var isOverLimit: Bool {
        if case .limit = reading.fault { true } else { false }
    }
}
