import Workbooks

/// One thing that can be configured: its name in the file and the environment, and what it takes.
package struct ConfigurationKey: Hashable, Sendable {
    /// As in the file, a dot for each level: `smtp.url`.
    package let name: String
    let kind: Kind
    /// Never shown, in no message and in no list.
    package let isSecret: Bool

    enum Kind: Hashable, Sendable {
        /// A path; a relative one in the file starts at the file's folder, as does the default.
        case path(standard: String)
        case text
        case choice([String])
        /// A whole number above 0.
        case count
        /// Seconds above 0.
        case seconds
    }

    private init(_ name: String, _ kind: Kind, isSecret: Bool = false) {
        self.name = name
        self.kind = kind
        self.isSecret = isSecret
    }

    /// In the environment: `TONGBAO_SMTP_URL`.
    package var variable: String {
        Self.variablePrefix + name.uppercased().map { $0 == "." ? "_" : $0 }
    }

    static let variablePrefix = "TONGBAO_"

    package static let inbox = ConfigurationKey("inbox", .path(standard: "Inbox"))
    package static let outbox = ConfigurationKey("outbox", .path(standard: "Outbox"))
    package static let campaign = ConfigurationKey(
        "campaign", .path(standard: "Templates/five-in-one"))
    package static let state = ConfigurationKey("state", .path(standard: ".tongbao"))
    package static let lang = ConfigurationKey("lang", .choice(["zh", "en"]))
    package static let log = ConfigurationKey(
        "log", .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"]))
    static let smtpURL = ConfigurationKey("smtp.url", .text)
    static let smtpFrom = ConfigurationKey("smtp.from", .text)
    static let smtpUser = ConfigurationKey("smtp.user", .text)
    static let smtpPassword = ConfigurationKey("smtp.password", .text, isSecret: true)
    static let smtpStartTLS = ConfigurationKey("smtp.starttls", .choice(["yes", "try", "no"]))

    /// The limits of reading by their names, `limits.cells_per_sheet` and so on.
    static let limits = WorkbookLimits.names.map { name in
        ConfigurationKey("limits." + name, name == "processor_seconds" ? .seconds : .count)
    }

    /// All there are, in the order in which they are listed.
    package static let all =
        [
            inbox, outbox, campaign, state, lang, log, smtpURL, smtpFrom, smtpUser, smtpPassword,
            smtpStartTLS,
        ] + limits
}
