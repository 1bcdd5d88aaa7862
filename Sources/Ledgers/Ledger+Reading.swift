package import Campaigns
package import Findings
import GRDB

// What is asked of the ledger about a period. Every answer is made of plain values, in an order that
// does not depend on how they are stored.

extension Ledger {
    /// The view of a form for a period.
    ///
    /// For `.assessment`: confirmed inspection value, else accepted, else carried. For `.rules`:
    /// accepted, else carried, never the inspected one (`prev` in rules).
    package func view(
        of form: Form, in period: Period, of campaign: Campaign, asOf moment: Moment,
        for purpose: ViewPurpose
    ) throws(LedgerError) -> FormView {
        try reading { db in
            var forms: Set? = [form.id]
            if purpose == .assessment {
                forms?.formUnion(campaign.forms.filter { $0.nature == .inspection }.map(\.id))
                // Items come from any form.
                if form.isItemList { forms = nil }
            }
            let snapshot = try LedgerSnapshot(db, of: campaign, asOf: moment, forms: forms)
            return try FormViewBuilder(
                snapshot: snapshot, form: form, period: period, purpose: purpose
            ).view()
        }
    }

    /// Everything that the ledger knows of a period at a moment, or knew by an event.
    package func facts(
        of period: Period, of campaign: Campaign, asOf moment: Moment, knownBy event: Int? = nil
    ) throws(LedgerError) -> PeriodFacts {
        try readingAtOnce { db in
            try LedgerSnapshot(db, of: campaign, asOf: moment, knownBy: event).facts(of: period)
        }
    }

    /// The same of several periods, in their order, for less than asking for each.
    package func facts(
        of periods: [Period], of campaign: Campaign, asOf moment: Moment,
        knownBy event: Int? = nil
    ) throws(LedgerError) -> [PeriodFacts] {
        try readingAtOnce { db in
            let snapshot = try LedgerSnapshot(db, of: campaign, asOf: moment, knownBy: event)
            return try periods.map(snapshot.facts)
        }
    }

    /// One entry per file and revision of a period, as `PeriodFacts.deliveries`.
    package func deliveries(
        of period: Period, of campaign: Campaign, asOf moment: Moment
    ) throws(LedgerError) -> [Delivery] {
        try readingAtOnce { db in
            try LedgerSnapshot(db, of: campaign, asOf: moment).deliveries(of: period)
        }
    }

    /// The return that stands for a unit, form and period, and which accepted revision it is; nil where
    /// none was accepted.
    package func acceptedRows(
        form: String, unit: String?, period: Period
    ) throws(LedgerError) -> (submission: Submission, revision: Int)? {
        try reading { db in
            let heads = try SubmissionHead.all(db, knownBy: .max).filter {
                $0.status == .accepted && $0.form == form && $0.unit == unit
                    && $0.period == period
            }
            guard let last = heads.last, let submission = try Self.submission(last.id, db) else {
                return nil
            }
            return (submission, heads.count)
        }
    }

    /// The findings of the verdicts that stand on a period's submissions: by form, unit, receipt, then
    /// in the order of the verdict.
    package func settledFindings(of period: Period) throws(LedgerError) -> [SettledFinding] {
        try reading { db in
            let heads = try SubmissionHead.all(db, knownBy: .max).filter {
                $0.listedPeriod == period
            }
            let sorted = heads.enumerated().sorted {
                ($0.element.form ?? "", $0.element.unit ?? "", $0.offset)
                    < ($1.element.form ?? "", $1.element.unit ?? "", $1.offset)
            }
            return try sorted.flatMap { _, head in
                try Self.findings(ofVerdict: head.verdict, db).map {
                    SettledFinding(
                        submission: head.id, form: head.form, unit: head.unit,
                        status: head.status, finding: $0)
                }
            }
        }
    }
}

/// What a view is for.
package enum ViewPurpose: Sendable {
    case assessment, rules
}

/// A finding of a verdict that stands, with the submission that it is about.
package struct SettledFinding: Hashable, Sendable {
    package var submission: Int
    package var form: String?
    package var unit: String?
    package var status: Delivery.Status
    package var finding: Finding

    package init(
        submission: Int, form: String?, unit: String?, status: Delivery.Status, finding: Finding
    ) {
        self.submission = submission
        self.form = form
        self.unit = unit
        self.status = status
        self.finding = finding
    }
}
