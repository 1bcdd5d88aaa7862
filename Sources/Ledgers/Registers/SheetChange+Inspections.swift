import Campaigns
import Files

// What an inspector's corrected sheet leaves standing that its writer may believe to be gone.
extension SheetChange {
    /// The records of other files that go on counting beside a sheet of inspections, though it speaks of the
    /// same visit and item with other objects, or is the later file of the same path and has them no more.
    ///
    /// A village put right under the same visit is such a case, and so are two inspectors who share a number:
    /// nothing tells the two apart.
    static func left(
        standing book: InspectionBook, by submission: Submission, _ snapshot: LedgerSnapshot
    ) -> [SheetChange] {
        let news = submission.rows.compactMap {
            InspectionBook.record($0.values, subject: $0.subject, snapshot)
        }
        let objects = Dictionary(grouping: news) { Seen($0) }
        let heads = Dictionary(
            snapshot.heads.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return book.current.compactMap { entry in
            guard entry.form == submission.form, let head = heads[entry.source.submission],
                head.fileHash != submission.fileHash
            else { return nil }
            let now = objects[Seen(entry.record)]
            let isThere = now?.contains { $0.subject == entry.record.subject } ?? false
            guard !isThere, now != nil || head.path == submission.places.file else { return nil }
            return .recordStands(
                entry.record, file: Files.name(of: head.path), sha256: head.fileHash,
                instead: (now ?? []).map(\.subject))
        }
    }

    /// What a visit looked at, whosever it was.
    private struct Seen: Hashable {
        var visit: String
        var item: String

        init(_ record: InspectionRecord) { (visit, item) = (record.visit, record.item) }
    }
}
