package import Campaigns
import Findings
package import Logging
package import Workbooks

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
    /// Of files from strangers.
    package var limits = WorkbookLimits.default
    /// From which level on something is logged; nil: nothing is.
    package var logLevel: Logger.Level?
    package var mail = MailOptions()
    /// Is told what the run is at; nil: nobody looks.
    package var progress: (@Sendable (RunProgress) -> Void)?

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

    /// As it is configured, for a period and a moment as the command line gives them.
    ///
    /// - Throws: `RunError.usage` where the period is not `YYYY-MM`.
    package init(
        _ configuration: ConfigurationValues, periodText: String? = nil, asOf: String? = nil
    ) throws(RunError) {
        self.init(asOf: asOf)
        inbox = configuration[.inbox] ?? inbox
        outbox = configuration[.outbox] ?? outbox
        campaign = configuration[.campaign] ?? campaign
        state = configuration[.state] ?? state
        limits = configuration.limits()
        logLevel = configuration[.log].flatMap(Logger.Level.init(rawValue:))
        mail = MailOptions(configuration)
        guard let periodText else { return }
        guard let period = Period(periodText) else {
            throw .usage(
                Bilingual("--period 应写成 2020-06 这样", "--period takes a month such as 2020-06"))
        }
        self.period = period
    }
}
