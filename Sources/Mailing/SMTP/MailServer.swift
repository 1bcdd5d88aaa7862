/// Where letters are handed over, as whom, and how long anything may take.
package struct MailServer: Sendable, Hashable {
    /// `smtp://host:port` or `smtps://host:port`.
    package var url: String
    /// Whether `smtp://` has to change to TLS before anything is said.
    package var security: Security
    /// Nil: no authentication.
    package var user: String?
    package var password: String?
    package var from: Mailbox
    /// Seconds until a connection stands.
    package var connectTimeout: Int
    /// Seconds for one letter, connection included.
    package var timeout: Int

    package enum Security: String, Sendable, Hashable, CaseIterable {
        /// STARTTLS is demanded; a server without it gets nothing.
        case required
        /// STARTTLS where the server offers it.
        case opportunistic
        /// Never: for a relay on this very machine.
        case none
    }

    /// Takes the settings of a server.
    ///
    /// - Throws: `illegalServer` where the URL is neither `smtp://` nor `smtps://` with a host, or holds
    ///   a user: that would be shown in process lists and logs.
    package init(
        url: String, security: Security = .required, user: String? = nil, password: String? = nil,
        from: Mailbox, connectTimeout: Int = 30, timeout: Int = 300
    ) throws(MailError) {
        let rest = ["smtp://", "smtps://"].lazy
            .first { url.hasPrefix($0) }.map { url.dropFirst($0.count) }
        guard let rest, !rest.isEmpty, rest.first != ":",
            rest.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "@") })
        else { throw .illegalServer("an SMTP URL is smtp://host:port or smtps://host:port") }
        self.url = url
        self.security = security
        self.user = user
        self.password = password
        self.from = from
        self.connectTimeout = connectTimeout
        self.timeout = timeout
    }
}
