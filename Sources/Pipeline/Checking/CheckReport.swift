import Findings

/// What `check` found.
package struct CheckReport: Codable, Sendable {
    package var returns: [CheckedReturn] = []
    /// Archives that were looked into.
    package var bundles: [CheckedBundle] = []
    /// Files with the same bytes as one before; they are looked at once.
    package var repeated: [RepeatedFile] = []
    /// What lies in folders and is never opened.
    package var ignored: [RunReport.IgnoredLine] = []
    /// Rules that compare with last month were looked at; without a ledger they are not.
    package var comparesMonths: Bool

    /// One return, or a file in which none was recognised.
    package struct CheckedReturn: Codable, Sendable {
        package var file: String
        package var sheet: String?
        package var form: String?
        package var unit: String?
        package var period: String?
        /// What a run would do: accepted, returned, quarantined, stray (no return).
        package var verdict: String
        package var rows: Int
        /// What told form, unit and period.
        package var evidence: [Evidence]
        package var findings: [FindingLine]

        func count(_ severity: Severity) -> Int {
            findings.count { $0.severity == severity.rawValue }
        }
    }

    package struct Evidence: Codable, Sendable {
        /// form, unit, period.
        package var about: String
        /// marker, title, label, folder, fileName.
        package var source: String
        package var text: String
    }

    package struct CheckedBundle: Codable, Sendable {
        package var file: String
        package var members: Int
    }

    package struct RepeatedFile: Codable, Sendable {
        package var file: String
        package var first: String
    }

    init(comparesMonths: Bool) {
        self.comparesMonths = comparesMonths
    }

    package var hasErrors: Bool {
        returns.contains { $0.findings.contains { $0.severity == Severity.error.rawValue } }
    }
}
