import Campaigns
import Files
import Findings
import Ledgers
import Returns
import Workbooks

/// A file of the Inbox, read and understood, before the ledger takes it.
struct Arrival {
    var file: FileRecord
    var received: Moment
    var reading: FileReading
    /// The archive in which it lies, and what personal data its path holds.
    var archive: String?
    var personInName: Problem.PersonalData?
    /// The limits by which it could not be read; nil where these had no part in it.
    var limits: String?
    /// What came of the same bytes before; nil for what never came.
    var earlier: Earlier?

    init(_ file: FileRecord, of item: InboxFile, received: Moment, reading: FileReading) {
        self.file = file
        self.received = received
        self.reading = reading
        (archive, personInName) = (item.archive, item.personInName)
    }

    /// Says what becomes of the file by what was read, and by which limits.
    mutating func findFate(_ limits: WorkbookLimits) {
        file.fate =
            reading.holdsPersonalData ? .quarantined : reading.isUnread ? .unreadable : .taken
        if case .limit = reading.fault { self.limits = limits.text }
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
}
