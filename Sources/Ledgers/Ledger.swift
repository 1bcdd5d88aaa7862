package import Campaigns

// STUB: the signatures that other modules build on; the ledger itself replaces this file.

/// The only owner of the store (台账).
package final class Ledger {
    /// Opens or makes the ledger in a state folder (`ledger.sqlite`, `archive/`, `quarantine/`,
    /// `events.jsonl`), migrating an older one.
    package static func open(_ folder: String) throws(LedgerError) -> Ledger { Ledger() }

    /// A ledger that lives and dies with the process, for `check`.
    package static func inMemory() throws(LedgerError) -> Ledger { Ledger() }

    /// The view of a form for a period.
    ///
    /// - Parameter purpose: `.assessment`: confirmed inspection value, else accepted, else carried.
    ///   `.rules`: accepted, else carried, never the inspected one (`prev` in rules).
    package func view(
        of form: Form, in period: Period, of campaign: Campaign, asOf moment: Moment,
        for purpose: ViewPurpose
    ) throws(LedgerError) -> FormView { FormView(name: form.id, columns: [], rows: []) }

    /// Everything that the ledger knows of a period at a moment.
    package func facts(
        of period: Period, of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> PeriodFacts { PeriodFacts(period: period, asOf: moment) }

    /// Queues a message; one with the same id is left as it is.
    package func queue(_ mail: QueuedMail, at moment: Moment) throws(LedgerError) {}

    /// The messages of a period, or of all, in the order in which they were queued.
    package func mails(of period: Period?) throws(LedgerError) -> [QueuedMail] { [] }

    /// Changes the state of a message, with the server's words.
    package func setState(
        ofMail id: String, to state: QueuedMail.State, reply: String, at moment: Moment
    ) throws(LedgerError) {}
}

/// What a view is for.
package enum ViewPurpose: Sendable {
    case assessment, rules
}
