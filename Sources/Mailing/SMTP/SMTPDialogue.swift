/// What was said between us and a server: the replies, and how far the transaction came.
struct SMTPDialogue {
    private(set) var lastReply = ""
    private(set) var lastCode: Int?
    /// MAIL FROM has been sent: from here on replies are about the letter.
    private(set) var isTransactionBegun = false
    /// 354 was received: the data may be on its way, and no final reply has come since.
    private(set) var isDataUnanswered = false
    /// The data was answered with 2xx.
    private(set) var isAccepted = false

    /// A line that we sent.
    mutating func sent(_ line: String) {
        guard line.uppercased().hasPrefix("MAIL FROM:") else { return }
        isTransactionBegun = true
        lastReply = ""
        lastCode = nil
    }

    /// A line that the server sent; of a reply over several lines the last one counts.
    mutating func received(_ line: String) {
        let text = line.filter { !$0.isNewline }
        let digits = text.prefix(3)
        guard digits.utf8.count == 3, let code = Int(digits), text.dropFirst(3).first != "-"
        else { return }
        // The goodbye is no answer to the letter.
        if code == 221 { return }
        if isDataUnanswered { isAccepted = (200...299).contains(code) }
        isDataUnanswered = code == 354
        lastReply = String(text.prefix(300))
        lastCode = code
    }
}
