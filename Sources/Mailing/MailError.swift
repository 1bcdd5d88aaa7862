/// What stops a letter or its transmission before a server has said anything.
package enum MailError: Error, Sendable, Hashable {
    /// A header would hold a line break or a NUL; the name of the header, never its value.
    case illegalHeader(String)
    /// No mailbox of the plain form `name@domain`.
    case illegalMailbox
    /// The URL of the server is none that can be used.
    case illegalServer(String)
    /// libcurl gives no handle or refuses an option.
    case transport(String)
}
