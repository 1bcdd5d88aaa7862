package import Campaigns
import Findings

/// Where a run finds its things, and the moment that it takes for now.
package struct RunOptions: Sendable {
    package var inbox: String
    package var outbox: String
    /// A folder of tables, or one workbook with a sheet a table.
    package var campaign: String
    package var state: String
    /// The period whose bulletin is wanted; nil: the latest one closed.
    package var period: Period?
    /// ISO 8601; nil: the machine's clock.
    package var asOf: String?

    package init(
        inbox: String = "Inbox", outbox: String = "Outbox",
        campaign: String = "Templates/five-in-one", state: String = ".tongbao",
        period: Period? = nil, asOf: String? = nil
    ) {
        self.inbox = inbox
        self.outbox = outbox
        self.campaign = campaign
        self.state = state
        self.period = period
        self.asOf = asOf
    }

    /// As the command line gives them.
    ///
    /// - Throws: `RunError.usage` where the period is not `YYYY-MM`.
    package init(
        inbox: String, outbox: String, campaign: String, state: String, periodText: String?,
        asOf: String?
    ) throws(RunError) {
        self.init(inbox: inbox, outbox: outbox, campaign: campaign, state: state, asOf: asOf)
        guard let periodText else { return }
        guard let period = Period(periodText) else {
            throw .usage(
                Bilingual("--period 应写成 2020-06 这样", "--period takes a month such as 2020-06"))
        }
        self.period = period
    }
}
