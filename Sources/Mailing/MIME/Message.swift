package import Campaigns

/// A letter with its enclosures, to be written as MIME: same message, same bytes.
package struct Message: Sendable, Hashable {
    package var from: Mailbox
    /// The name beside the sender's address; empty for none.
    package var fromName: String
    package var to: Mailbox
    package var toName: String
    package var subject: String
    /// Plain text; any line ends.
    package var text: String
    package var attachments: [Attachment]
    /// On the campaign's clock.
    package var date: Moment
    /// How far that clock is ahead of UTC, in seconds.
    package var clockOffset: Int

    package struct Attachment: Sendable, Hashable {
        package var name: String
        package var bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package init(
        from: Mailbox, fromName: String = "", to: Mailbox, toName: String = "", subject: String,
        text: String, attachments: [Attachment] = [], date: Moment, clockOffset: Int
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.toName = toName
        self.subject = subject
        self.text = text
        self.attachments = attachments
        self.date = date
        self.clockOffset = clockOffset
    }

    /// What makes the letter this letter, the date aside: the bytes from which its identity is derived.
    package var identity: [UInt8] {
        let texts = [from.address, fromName, to.address, toName, subject, text]
        var bytes: [UInt8] = []
        for part in texts.map({ Array($0.utf8) })
            + attachments.flatMap({ [Array($0.name.utf8), $0.bytes] })
        {
            bytes += Array("\(part.count):".utf8) + part
        }
        return bytes
    }

    /// The Message-ID of a letter, without angle brackets; `digest` is hexadecimal, at least 56 digits,
    /// of the period and `identity`.
    package func id(digest: String) -> String {
        "\(digest.prefix(32))@\(from.domain)"
    }

    /// The message as it is sent: CRLF line ends, ASCII only.
    ///
    /// - Throws: `illegalHeader` where a name or the subject holds a line break or a NUL.
    package func encoded(digest: String) throws(MailError) -> [UInt8] {
        let boundary = "=_tongbao_\(digest.dropFirst(32).prefix(24))"
        var lines = [
            "From: " + (try Self.address(from, fromName, in: "From")),
            "To: " + (try Self.address(to, toName, in: "To")),
            "Subject: " + (try HeaderText.unstructured(subject, in: "Subject")),
            "Date: " + MailDate.text(of: date, offset: clockOffset),
            "Message-ID: <\(id(digest: digest))>",
            "MIME-Version: 1.0",
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/mixed; boundary=\"\(boundary)\"",
            "",
            "--\(boundary)",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: base64",
            "",
        ]
        var bytes = Self.bytes(of: lines)
        bytes += Base64.lines(Array(Self.withCRLF(text).utf8))
        for attachment in attachments {
            let name = attachment.name
            lines = [
                "--\(boundary)",
                "Content-Type: \(Self.type(of: name));",
                " " + (try HeaderText.quoted("name", name, in: "Content-Type")),
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment;",
                " " + (try HeaderText.quoted("filename", name, in: "Content-Disposition")) + ";",
                " " + (try HeaderText.extended("filename", name, in: "Content-Disposition")),
                "",
            ]
            bytes += Self.bytes(of: lines)
            bytes += Base64.lines(attachment.bytes)
        }
        return bytes + Self.bytes(of: ["--\(boundary)--"])
    }

    private static func address(
        _ mailbox: Mailbox, _ name: String, in header: String
    ) throws(MailError) -> String {
        try HeaderText.check(name, in: header)
        if name.isEmpty { return "<\(mailbox.address)>" }
        // Always as encoded words: a name may hold what a bare phrase may not.
        return HeaderText.encodedWords(name).joined(separator: "\r\n ")
            + "\r\n <\(mailbox.address)>"
    }

    private static func bytes(of lines: [String]) -> [UInt8] {
        lines.flatMap { Array($0.utf8) + [13, 10] }
    }

    private static func withCRLF(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }
            .joined(separator: "\r\n") + "\r\n"
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "html": "text/html; charset=UTF-8"
        case "csv": "text/csv; charset=UTF-8"
        default: "application/octet-stream"
        }
    }
}
