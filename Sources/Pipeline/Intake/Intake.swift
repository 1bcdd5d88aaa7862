import Campaigns
import Files
import Findings
import Ledgers

/// Takes what is new in the Inbox into the ledger and gives every return its verdict (收件、校核).
struct Intake {
    let workshop: Workshop
    private(set) var lines: [RunReport.FileLine] = []
    private(set) var remarks: [Finding] = []
    private(set) var known = 0
    /// Files that by the register are received after the run's moment.
    private(set) var early: [String] = []
    /// Files that changed while they were read, and such as may not be read.
    private(set) var unsettled: [String] = []
    private(set) var unreadable: [FileTree.Ignored] = []
    /// What lies in archives and is never opened.
    private(set) var ignored: [FileTree.Ignored] = []
    /// The paths of archives in which something is taken as it lies there, and of those that were taken apart
    /// elsewhere before.
    private var liveArchives: Set<String> = []
    private var repeatedArchives: Set<String> = []
    /// The months that were published, known once something is judged again.
    private var toldPeriods: Set<Period> = []

    init(_ workshop: Workshop) {
        self.workshop = workshop
    }

    mutating func take(_ scan: InboxScan) throws(RunError) {
        let (ledger, campaign, asOf) = (workshop.ledger, workshop.campaign, workshop.asOf)
        let reader = InboxReader(
            campaign: campaign, ledger: ledger, asOf: asOf, limits: workshop.limits,
            inbox: workshop.options.inbox, watch: workshop.watch)
        let haul = try workshop.watch.time(.read) { () throws(RunError) in
            try reader.haul(scan.files)
        }
        known = haul.known
        remarks = haul.remarks
        lines = haul.lines
        early = haul.early
        unsettled = haul.unsettled
        unreadable = haul.unreadable
        ignored = haul.ignored
        liveArchives = haul.knownHere
        repeatedArchives = Set(haul.bundles.filter { $0.first != nil }.map(\.file.path))
        try workshop.watch.time(.judge, total: haul.arrivals.count) { () throws(RunError) in
            let version = try ledgerWork { () throws(LedgerError) in
                try ledger.recordCampaign(sources: workshop.sources, at: asOf)
            }
            let judge = Judge(campaign: campaign, ledger: ledger, version: version, asOf: asOf)
            try judgeAgain(
                try ledgerWork { () throws(LedgerError) in
                    try ledger.unsettledSubmissions()
                        + ledger.returnedSubmissions(judgedByOtherThan: version)
                }, with: judge, reader)
            try take(haul.arrivals, with: judge)
            try take(haul.copies, with: judge, reader)
            try judgeAgain(
                try ledgerWork { () throws(LedgerError) in
                    try ledger.returnedSubmissions(outdatedBy: asOf)
                }, with: judge, reader)
            for bundle in haul.bundles { try take(bundle) }
            try ledger.together(stopping: RunError.init) { () throws(RunError) in
                for (sha256, path) in haul.resent {
                    try ledgerWork { () throws(LedgerError) in
                        try ledger.record(resent: sha256, at: path, on: asOf)
                    }
                }
                try reader.note(haul.copies)
                for (entry, sha256) in haul.stats {
                    try ledgerWork { () throws(LedgerError) in
                        try ledger.noteStat(
                            path: entry.path, size: entry.size, modified: entry.modified,
                            sha256: sha256)
                    }
                }
            }
        }
    }

    /// Files in their order, some at a time: all of a file is in the ledger afterwards, or nothing.
    private mutating func take(
        _ arrivals: [Arrival], with judge: Judge
    ) throws(RunError) {
        var rest = arrivals[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Self.batch(of: rest))
            rest = rest.dropFirst(batch.count)
            try workshop.ledger.together(stopping: RunError.init) { () throws(RunError) in
                for arrival in batch {
                    try take(arrival, with: judge)
                    workshop.watch.advance()
                }
            }
        }
    }

    /// How many of some files are taken into the ledger by one commit, which costs the disk as much as one
    /// file: so many that an index which they all touch is written once, and not so many rows that their
    /// events would fill the memory.
    private static func batch(of arrivals: ArraySlice<Arrival>) -> Int {
        var rows = 0
        let files = arrivals.prefix(400).prefix { arrival in
            rows += arrival.rowCount
            return rows <= 50_000
        }
        return max(1, files.count)
    }

    /// One file, within a commit.
    private mutating func take(
        _ arrival: Arrival, with judge: Judge
    ) throws(RunError) {
        var settled: [(submission: Submission, verdict: Verdict)] = []
        for (submission, known) in arrival.submissions() {
            var known = known
            let rival = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.rival(of: submission)
            }
            if let rival {
                known.append(
                    Finding(.equalReceipt(other: rival), at: Place(file: arrival.file.path)))
            }
            let verdict = try judge.verdict(on: submission, known: known)
            if arrival.isNews(submission, verdict) {
                settled.append((submission, verdict))
            }
        }
        guard !settled.isEmpty || arrival.earlier == nil else { return try leave(arrival) }
        if let archive = arrival.archive { liveArchives.insert(archive) }
        let (ledger, asOf, version) = (workshop.ledger, workshop.asOf, judge.version)
        let isInPlace = arrival.earlier?.why == .judgedAgain
        try ledgerWork { () throws(LedgerError) in
            if let earlier = arrival.earlier, earlier.fate != arrival.file.fate {
                try ledger.place(received: arrival.file.sha256, as: arrival.file.fate)
            }
            try ledger.record(
                arrival.file, submissions: settled.count, limits: arrival.limits, at: asOf)
            for place in settled.indices {
                if isInPlace { try keepToldRows(arrival, &settled[place]) }
                let (submission, verdict) = settled[place]
                let id = try ledger.record(submission, at: asOf)
                settled[place].submission.id = id
                try ledger.settle(
                    submission: id, verdict, campaignVersion: version, at: asOf,
                    isSaidAgain: isInPlace)
            }
        }
        for (submission, verdict) in settled {
            if verdict.status == .accepted { judge.note(accepted: submission) }
            note(submission, verdict)
        }
    }

    /// Where a return of a month that was told goes back once more, its rows are not counted as worse than
    /// they were told: other tables (a new column) find other faults in it.
    private func keepToldRows(
        _ arrival: Arrival, _ settled: inout (submission: Submission, verdict: Verdict)
    ) throws(LedgerError) {
        guard settled.verdict.status == .returned,
            let old = arrival.earlier?.submission(settled.submission.id),
            let period = old.period, toldPeriods.contains(period),
            let last = try workshop.ledger.verdict(ofSubmission: old.id)?.verdict,
            last.okRows > settled.verdict.okRows
        else { return }
        (settled.verdict.okRows, settled.verdict.totalRows) = (last.okRows, last.totalRows)
    }

    /// Bytes that were read anew and are nothing else than before.
    private mutating func leave(_ arrival: Arrival) throws(RunError) {
        guard let earlier = arrival.earlier, earlier.why != .judgedAgain else { return }
        try ledgerWork { () throws(LedgerError) in
            if earlier.fate != arrival.file.fate {
                try workshop.ledger.discard(received: arrival.file.sha256)
            } else if let limits = arrival.limits {
                try workshop.ledger.record(arrival.file, limits: limits, at: workshop.asOf)
            }
        }
        if earlier.path != arrival.file.path {
            note(duplicateOf: earlier.path, arrival.file.path, in: arrival.archive)
        }
    }

    /// The same bytes under further paths: where what came of them under the first leaves it open they are read
    /// again, as the next run would read them there.
    private mutating func take(
        _ copies: [Copy], with judge: Judge, _ reader: InboxReader
    ) throws(RunError) {
        for copy in copies {
            if let arrival = try reader.readAgain(copy) {
                try take([arrival], with: judge)
            } else {
                note(duplicateOf: copy.first, copy.path, in: copy.archive)
            }
        }
    }

    /// An archive that was taken apart: noted when all that was in it is, for what is noted is not opened
    /// again.
    private mutating func take(_ bundle: InboxReader.Haul.Bundle) throws(RunError) {
        let file = bundle.file
        if let first = bundle.first, !liveArchives.contains(file.path) {
            return note(duplicateOf: first, file.path)
        }
        try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.record(file, members: bundle.members, at: workshop.asOf)
        }
        lines.append(
            .init(
                file: file.path, form: nil, unit: nil, period: nil, status: "bundle",
                rows: bundle.members.count, errors: 0, queries: 0, firstErrors: []))
    }

    /// Judges once more what went back, where what it was judged by has changed: the tables (an alias that
    /// the office has added, a rule that it has mended), an earlier month, the month that had not begun.
    private mutating func judgeAgain(
        _ old: [Submission], with judge: Judge, _ reader: InboxReader
    ) throws(RunError) {
        let ledger = workshop.ledger
        guard !old.isEmpty else { return }
        toldPeriods = Set(
            try ledgerWork { () throws(LedgerError) in try ledger.publishedPeriods() })
        var arrivals: [Arrival] = []
        for hash in Set(old.map(\.fileHash)).sorted() {
            let (file, bytes) = try ledgerWork { () throws(LedgerError) in
                (try ledger.file(sha256: hash), try ledger.original(sha256: hash))
            }
            guard var file, let bytes, file.fate != .quarantined else { continue }
            let isWithdrawn = try ledgerWork { () throws(LedgerError) in
                file.path = try ledger.pathRead(ofFile: hash) ?? file.path
                return try ledger.isWithdrawn(file: hash, path: file.path)
            }
            guard !isWithdrawn else { continue }
            let received = try ledgerWork { () throws(LedgerError) in try ledger.received(file) }
            let item = InboxFile(path: file.path, bytes: bytes)
            var arrival = Arrival(
                file, of: item, received: received,
                reading: reader.read(item, received: received))
            try arrival.comesAgain(after: file.path, .judgedAgain, in: ledger)
            arrivals.append(arrival)
        }
        // The earlier month first, as with new files: the later one is compared with what was accepted of it.
        let known = lines.count
        try take(Arrival.inOrder(arrivals), with: judge)
        for place in known..<lines.count { lines[place].isJudgedAgain = true }
    }

    /// Three errors to begin with, of as many kinds as there are.
    private static func first(_ errors: [Finding]) -> [FindingLine] {
        let kinds = FindingListing(errors, perKind: 1, inAll: .max).entries.compactMap { entry in
            if case .shown(let finding) = entry { finding } else { nil }
        }
        let more = errors.filter { !kinds.contains($0) }
        return (kinds + more).prefix(3).map(FindingLine.init)
    }

    /// What is asked about a sheet of the office's own that counts: no answer that anybody gets tells of it.
    ///
    /// Of inspections only what the office can mend in the sheet: queries of rules are told with the records.
    private func questions(to submission: Submission, _ verdict: Verdict) -> [Finding] {
        let nature = submission.form.flatMap(workshop.campaign.form)?.nature
        guard let nature, nature != .units, verdict.status == .accepted else { return [] }
        return verdict.findings.filter {
            $0.severity == .query
                && (nature != .inspection || [.visitStands, .visitObject].contains($0.check))
        }
    }

    /// What was in an archive that came before is told of with it.
    private mutating func note(
        duplicateOf first: String, _ path: String, in archive: String? = nil
    ) {
        if let archive, repeatedArchives.contains(archive) { return }
        remarks.append(Finding(.duplicateFile(first: first), at: Place(file: path)))
        lines.append(
            .init(
                file: path, form: nil, unit: nil, period: nil, status: "duplicate", rows: 0,
                errors: 0, queries: 1, firstErrors: []))
    }

    private mutating func note(_ submission: Submission, _ verdict: Verdict) {
        remarks += questions(to: submission, verdict)
        let errors = verdict.findings.filter { $0.severity == .error }
        let isPrivate = verdict.status == .quarantined
        lines.append(
            .init(
                file: submission.places.file,
                form: submission.form.flatMap(workshop.campaign.form)?.title,
                unit: submission.unit.flatMap(workshop.campaign.unit)?.shortName,
                period: submission.period?.description, status: verdict.status.rawValue,
                rows: submission.rows.count, errors: errors.count,
                queries: verdict.findings.count { $0.severity == .query },
                // In quarantine only what says so is told; it names kinds and places, no datum.
                firstErrors: Self.first(errors.filter { !isPrivate || $0.check == .personalData }),
                confirmations: isPrivate
                    ? []
                    : NameConfirmation.commands(
                        for: errors, in: submission, of: workshop.campaign)))
    }
}
