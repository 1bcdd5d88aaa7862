package import Campaigns
package import Findings
package import Workbooks

/// A file that goes back to its sender: what was read of it, and what is wrong.
package struct ReturnedFile: Sendable {
    /// Nil where the unit was not recognised.
    package var unit: String?
    /// The path below the Inbox.
    package var file: String
    /// The period in whose Outbox it stands, and when it was judged; said at its head where known.
    package var period: Period?
    package var asOf: Moment?
    /// Nil for a file that cannot be read.
    package var workbook: Workbook?
    /// The bytes that it was read from; empty where they are not to go back.
    package var original: [UInt8]
    /// What reading a file from outside may cost.
    package var limits: WorkbookLimits
    /// Of each sheet that was read, by its name: the rows that are heads and data of its table.
    ///
    /// What stands there goes back as it came.
    package var tables: [String: Set<Int>]
    /// Suspicions and findings of rules on trial may be among them; the rendering leaves them out.
    package var findings: [Finding]

    package init(
        unit: String?, file: String, period: Period? = nil, asOf: Moment? = nil,
        workbook: Workbook?, original: [UInt8] = [], limits: WorkbookLimits = .default,
        tables: [String: Set<Int>] = [:], findings: [Finding]
    ) {
        self.original = original
        self.limits = limits
        self.unit = unit
        self.file = file
        self.period = period
        self.asOf = asOf
        self.workbook = workbook
        self.tables = tables
        self.findings = findings
    }
}
