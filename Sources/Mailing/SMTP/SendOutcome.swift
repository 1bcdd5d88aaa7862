/// What became of one transmission, with the server's last words.
package enum SendOutcome: Sendable, Hashable {
    /// The server answered the data with 250: it has taken the letter over.
    case sent(reply: String)
    /// 4xx, no connection or no login: to be tried again later.
    ///
    /// `isUnreachable` says that the transaction did not even begin, so that the next letter would
    /// hardly fare better.
    case deferred(reply: String, isUnreachable: Bool)
    /// 5xx: not to be tried again as it is.
    case refused(reply: String)
    /// Cut off after the data had gone: nobody knows whether the letter arrived.
    case unknown(reply: String)

    /// The server's words, or libcurl's where it said none.
    package var reply: String {
        switch self {
        case .sent(let reply), .deferred(let reply, _), .refused(let reply), .unknown(let reply):
            reply
        }
    }

    /// Judges a transaction by how far it came.
    ///
    /// - Parameters:
    ///   - isComplete: libcurl calls the transfer a success.
    ///   - isDrained: The last byte of the message was handed to libcurl.
    ///   - dialogue: What was said on the way.
    ///   - failure: libcurl's sentence where it failed.
    init(isComplete: Bool, isDrained: Bool, dialogue: SMTPDialogue, failure: String) {
        let reply = dialogue.lastReply
        guard dialogue.isTransactionBegun else {
            // A refused login or greeting is the set-up's fault, not the letter's.
            let words = [reply, failure].filter { !$0.isEmpty }.joined(separator: "; ")
            self = .deferred(reply: words, isUnreachable: true)
            return
        }
        if isComplete || dialogue.isAccepted {
            self = .sent(reply: reply)
        } else if dialogue.isDataUnanswered {
            // Without its last line the server cannot have taken the letter over.
            self =
                isDrained
                ? .unknown(reply: failure) : .deferred(reply: failure, isUnreachable: false)
        } else if let code = dialogue.lastCode, (500...599).contains(code), code != 530 {
            self = .refused(reply: reply)
        } else if let code = dialogue.lastCode, code >= 400 {
            self = .deferred(reply: reply, isUnreachable: false)
        } else {
            self = .deferred(reply: failure, isUnreachable: false)
        }
    }
}
