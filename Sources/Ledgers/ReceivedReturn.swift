package import Campaigns

/// A return as it came in one file, and what became of it (来件): of every file for a form and period, those
/// that went back and those that were corrected later among them.
package struct ReceivedReturn: Sendable {
    package var submission: Submission
    package var status: Delivery.Status
    /// By the receipt register where it has a line for the file.
    package var received: Moment
    /// Counted from 1 among the accepted ones of a unit; 0 for the others.
    package var revision: Int
    /// It is the accepted revision whose values count.
    package var isStanding: Bool
}

/// Every return of a form and period by receipt, and whose of them tells of a roster entry.
package struct ReceivedReturns: Sendable {
    package var returns: [ReceivedReturn]
    /// The unit whose standing return has the entry's values, by the entry's code.
    ///
    /// Not always the one that reports it now: the roster may have moved since.
    package var reporters: [String: String]
}

extension Ledger {
    /// Every return of a form for a period that was known by an event, be it accepted or not; what the office
    /// took back is not among them.
    package func received(
        form: Form, in period: Period, of campaign: Campaign, asOf moment: Moment,
        knownBy event: Int? = nil
    ) throws(LedgerError) -> ReceivedReturns {
        try reading { db in
            let snapshot = try LedgerSnapshot(
                db, of: campaign, asOf: moment, periods: (form.id, [period]), isForViews: true,
                knownBy: event)
            let returns = try snapshot.heads.compactMap { head -> ReceivedReturn? in
                guard
                    let submission = try Self.submission(
                        head.id, knownBy: snapshot.horizon, db)
                else { return nil }
                let accepted = snapshot.revisions(
                    ofForm: form.id, unit: head.unit, in: period)
                return ReceivedReturn(
                    submission: submission, status: head.status, received: head.received,
                    revision: (accepted.firstIndex { $0.id == head.id } ?? -1) + 1,
                    isStanding: accepted.last?.id == head.id)
            }
            return ReceivedReturns(
                returns: returns, reporters: try snapshot.reporters(of: form, in: period))
        }
    }
}
