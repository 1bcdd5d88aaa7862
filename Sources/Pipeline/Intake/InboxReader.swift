import Campaigns
import Files
import Findings
import Glibc
import Ledgers
import Returns
import Workbooks

/// Opens what is new in the Inbox, each file once, and understands it.
struct InboxReader {
    let campaign: Campaign
    let ledger: Ledger
    let returns: ReturnReader
    let parts = PartMemory()
    let asOf: Moment

    /// What a look at the Inbox brought.
    struct Haul {
        var arrivals: [Arrival] = []
        /// The place of an arrival by its hash, until they are sorted.
        private(set) var arrivalByHash: [String: Int] = [:]
        var register: [ReceiptRegister.Line] = []
        /// When what is new was received, by its path.
        var received: [String: Moment] = [:]
        /// Register and duplicates, for the report.
        var lines: [RunReport.FileLine] = []
        var remarks: [Finding] = []
        var known = 0
        /// Files that by the register are received after the run's moment.
        var early: [String] = []
        /// Files that changed between the look at the Inbox and the end of their being read.
        var unsettled: [String] = []
        /// Files that the system did not let us read.
        var unreadable: [FileTree.Ignored] = []
        /// What lies in archives and is never opened.
        var ignored: [FileTree.Ignored] = []
        /// What to remember of the files as they lie there, once they are in the ledger.
        var stats: [(entry: FileEntry, sha256: String)] = []
        /// Known bytes that came to a path once more, to be noted.
        var resent: [(sha256: String, path: String)] = []
        /// The same bytes under a second path, perhaps that of another month than the one they count for.
        var copies: [Copy] = []
        /// Archives that were taken apart, to be noted once all that was in them is.
        private(set) var bundles: [Bundle] = []
        /// Their first paths, by hash.
        private(set) var archives: [String: String] = [:]
        /// The paths of archives in which something is known as it lies there.
        var knownHere: Set<String> = []
        /// What limits of another day have refused.
        var refused: Set<String> = []

        /// An archive that was taken apart.
        struct Bundle {
            var file: FileRecord
            var members: [Ledger.BundleMember]
            /// The path at which it was taken apart before.
            var first: String?
        }

        mutating func append(_ arrival: Arrival) {
            arrivalByHash[arrival.file.sha256] = arrivals.count
            arrivals.append(arrival)
        }

        mutating func append(_ bundle: Bundle) {
            bundles.append(bundle)
            if archives[bundle.file.sha256] == nil {
                archives[bundle.file.sha256] = bundle.file.path
            }
        }
    }

    let limits: WorkbookLimits
    /// The folder of the Inbox.
    let inbox: String

    /// The longest file that is read at all.
    var sizeLimit: Int { limits.fileSize }

    /// Names may hold what must not be kept.
    let mask: PersonalMask
    private let watch: RunWatch

    init(
        campaign: Campaign, ledger: Ledger, asOf: Moment, limits: WorkbookLimits, inbox: String,
        watch: RunWatch = RunWatch()
    ) {
        self.watch = watch
        self.campaign = campaign
        self.ledger = ledger
        self.asOf = asOf
        self.limits = limits
        self.inbox = inbox
        returns = ReturnReader(campaign)
        mask = PersonalMask(campaign)
    }

    /// Reads all files that are not known: the register first, because it says when the others came.
    ///
    /// A file that the register has received after the run's moment is not here yet: it is left alone.
    func haul(_ files: [FileEntry]) throws(RunError) -> Haul {
        var haul = Haul()
        var news: [FileEntry] = []
        let refused = try ledgerWork { () throws(LedgerError) in
            try ledger.refused(byOtherThan: limits.text)
        }
        haul.refused = refused
        let stats = try ledgerWork { () throws(LedgerError) in try ledger.stats(except: refused) }
        for entry in files {
            if stats[entry.path] == Ledger.Stat(size: entry.size, modified: entry.modified) {
                haul.known += 1
            } else if !ReceiptRegister.isRegister(entry.path) {
                news.append(entry)
            } else if let bytes = try bytes(of: entry, haul: &haul) {
                haul.stats.append((entry, Ledger.hash(of: bytes)))
                try take(register: bytes, entry, into: &haul)
            }
        }
        try findReceipts(of: news, into: &haul)
        let unfinished = try ledgerWork { () throws(LedgerError) in try ledger.unfinishedFile() }
        watch.expect(news.count)
        try ledger.looking(stopping: RunError.init) { () throws(RunError) in
            for entry in news {
                try take(entry, unfinished: unfinished, into: &haul)
                watch.advance()
            }
        }
        askAboutEarlyReceipts(of: &haul)
        haul.arrivals = Arrival.inOrder(haul.arrivals)
        return haul
    }

    /// A file of the Inbox that is not as it was noted.
    private func take(
        _ entry: FileEntry, unfinished: String?, into haul: inout Haul
    ) throws(RunError) {
        let received = haul.received[entry.path] ?? asOf
        guard received <= asOf else {
            haul.early.append(mask.masked(entry.path))
            return
        }
        guard let bytes = try bytes(of: entry, haul: &haul) else { return }
        let file = InboxFile(entry.path, bytes, mask: mask)
        if file.path == entry.path { haul.stats.append((entry, file.sha256)) }
        if try !takeApart(file, unfinished: unfinished, into: &haul) {
            try take(
                file, received: file.path == entry.path ? received : nil,
                unfinished: unfinished, into: &haul)
        }
    }

    /// A file that was never seen.
    private func new(_ path: String, size: Int, sha256: String = "") -> FileRecord {
        FileRecord(sha256: sha256, path: path, size: size, firstSeen: asOf, fate: .taken)
    }

    func received(_ file: FileRecord) throws(RunError) -> Moment {
        try ledgerWork { () throws(LedgerError) in try ledger.received(file) }
    }

    /// `moment` is when the file came, were it seen for the first time, where that is known already.
    func take(
        _ item: InboxFile, received moment: Moment? = nil, unfinished: String?,
        into haul: inout Haul
    ) throws(RunError) {
        let known = try ledgerWork { () throws(LedgerError) in
            try ledger.file(sha256: item.sha256)
        }
        if let archive = haul.archives[item.sha256] {
            return copy(item, of: archive, into: &haul)
        }
        if let known, known.path != item.path || item.sha256 != unfinished {
            return try meet(known, item, into: &haul)
        }
        // What was taken in half keeps the moment at which it was first seen.
        let file = known ?? new(item.path, size: item.size, sha256: item.sha256)
        let received = if known == nil, let moment { moment } else { try received(file) }
        guard let index = haul.arrivalByHash[item.sha256] else {
            return haul.append(try arrival(of: item, file, received: received))
        }
        // Of two names for the same bytes the one that came first counts.
        let other = haul.arrivals[index]
        if received < other.received {
            var file = other.file
            file.path = item.path
            haul.arrivals[index] = try arrival(of: item, file, received: received)
            haul.copies.append(
                Copy(
                    sha256: item.sha256, path: other.file.path, first: item.path,
                    archive: other.archive, personInName: other.personInName, isTwin: true))
        } else {
            copy(item, of: other.file.path, isTwin: true, into: &haul)
        }
    }

    /// Into the archive, or apart where there is personal data; before anything is recorded.
    ///
    /// On the disk before anything is read from it. What cannot be read cannot be searched either, and is not kept.
    private func arrival(
        of item: InboxFile, _ file: FileRecord, received: Moment
    ) throws(RunError) -> Arrival {
        try ledgerWork { () throws(LedgerError) in
            try ledger.receive(item.bytes, hash: item.bytesHash)
        }
        var arrival = Arrival(
            file, of: item, received: received, reading: read(item, received: received))
        arrival.findFate(limits)
        let fate = arrival.file.fate
        try ledgerWork { () throws(LedgerError) in
            try ledger.place(received: item.bytesHash, as: fate)
        }
        return arrival
    }

    /// Nil where the file changed or went away meanwhile, is too long to be read, or may not be read.
    private func bytes(
        of entry: FileEntry, haul: inout Haul
    ) throws(RunError) -> [UInt8]? {
        do throws(FileError) {
            if let bytes = try Files.read(entry, in: inbox, limit: sizeLimit) { return bytes }
            if Files.exists(inbox + "/" + entry.path) {
                haul.unsettled.append(mask.masked(entry.path))
            }
        } catch {
            if error.code == EFBIG {
                let size = "\(sizeLimit >> 20) MB"
                haul.remarks.append(
                    Finding(
                        .unreadableFile(.limit("大于 \(size)", "over \(size)")),
                        at: Place(file: mask.masked(entry.path))))
            } else {
                haul.unreadable.append(
                    FileTree.Ignored(
                        path: RawPath(mask.masked(entry.path)), reason: .unreadable(error.code),
                        isFolder: false))
            }
        }
        return nil
    }

    func note(_ problem: Problem, at path: String, into haul: inout Haul) {
        haul.remarks.append(Finding(problem, at: Place(file: path)))
        haul.lines.append(
            .init(
                file: path, form: nil, unit: nil, period: nil, status: "duplicate", rows: 0,
                errors: 0, queries: 1, firstErrors: []))
    }
}
