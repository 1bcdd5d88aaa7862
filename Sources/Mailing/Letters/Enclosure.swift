/// A file of the Outbox, and whom it is for.
package struct Enclosure: Sendable, Hashable {
    /// Below `Outbox/<period>/`.
    package var path: String
    package var bytes: [UInt8]
    package var audience: Audience

    /// Who may be sent a file; what says nothing here is sent to nobody.
    package enum Audience: Sendable, Hashable {
        /// The bulletin: whoever gets it.
        case bulletin
        /// The county's lists: whoever gets those.
        case lists
        /// One unit's own feedback, receipts and returned files, by the unit's code.
        case unit(String)
    }

    package init(path: String, bytes: [UInt8], audience: Audience) {
        self.path = path
        self.bytes = bytes
        self.audience = audience
    }

    /// The name that the recipient sees: folders become part of it, because 反馈 and 回执 of a unit
    /// bear the same name.
    var attachmentName: String {
        path.split(separator: "/").joined(separator: "-")
    }
}
