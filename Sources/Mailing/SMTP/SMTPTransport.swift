import CCurl

/// Hands letters to a server over libcurl.
///
/// One connection and one transaction a letter, so that every recipient has an outcome of its own. What
/// needs care: a transaction that breaks off after its data is neither sent nor unsent. libcurl reports
/// it as one failure among others, so the dialogue itself is followed to tell it apart.
package struct SMTPTransport: Sendable {
    private let server: MailServer

    package init(server: MailServer) {
        self.server = server
    }

    /// Sends one letter.
    ///
    /// - Parameters:
    ///   - bytes: The whole message, CRLF line ends; dots are stuffed on the way.
    ///   - recipient: The only recipient of the transaction.
    /// - Returns: What became of it; a server that cannot be reached is an outcome as well.
    /// - Throws: `transport` where libcurl itself cannot be used.
    package func send(
        _ bytes: [UInt8], to recipient: Mailbox
    ) throws(MailError) -> SendOutcome {
        guard curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK, let handle = curl_easy_init()
        else { throw .transport("libcurl cannot be started") }
        defer { curl_easy_cleanup(handle) }
        let recipients = curl_slist_append(nil, "<\(recipient.address)>")
        defer { curl_slist_free_all(recipients) }
        let transfer = Transfer(bytes: bytes)
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        var options = CurlOptions(handle: handle)
        configure(&options)
        options.set(CURLOPT_MAIL_FROM, "<\(server.from.address)>")
        options.check(tongbao_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
        options.set(CURLOPT_UPLOAD, 1)
        options.check(tongbao_curl_set_transfer(handle, CURLOPT_READFUNCTION, readMessage))
        options.check(tongbao_curl_set_pointer(handle, CURLOPT_READDATA, context))
        options.check(tongbao_curl_set_debug(handle, followDialogue))
        options.check(tongbao_curl_set_pointer(handle, CURLOPT_DEBUGDATA, context))
        options.set(CURLOPT_VERBOSE, 1)
        if let failure = options.failure { throw .transport(failure) }
        return withExtendedLifetime(transfer) {
            let code = curl_easy_perform(handle)
            return SendOutcome(
                isComplete: code == CURLE_OK, isDrained: transfer.isDrained,
                dialogue: transfer.dialogue, failure: words(for: code))
        }
    }

    private func configure(_ options: inout CurlOptions) {
        options.set(CURLOPT_URL, server.url)
        options.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        let security =
            switch server.security {
            case .required: CURLUSESSL_ALL
            case .opportunistic: CURLUSESSL_TRY
            case .none: CURLUSESSL_NONE
            }
        options.set(CURLOPT_USE_SSL, Int(security.rawValue))
        if let user = server.user { options.set(CURLOPT_USERNAME, user) }
        if let password = server.password { options.set(CURLOPT_PASSWORD, password) }
        options.set(CURLOPT_CONNECTTIMEOUT, server.connectTimeout)
        options.set(CURLOPT_TIMEOUT, server.timeout)
        options.set(CURLOPT_NOSIGNAL, 1)
        // No proxy from the environment: mail goes where the configuration says.
        options.set(CURLOPT_PROXY, "")
    }

    private func words(for code: CURLcode) -> String {
        code == CURLE_OK ? "" : "libcurl: " + String(cString: curl_easy_strerror(code))
    }
}

/// Options of a handle, set one by one; the first refusal is kept.
private struct CurlOptions {
    let handle: UnsafeMutableRawPointer
    private(set) var failure: String?

    init(handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    mutating func set(_ option: CURLoption, _ value: String) {
        check(tongbao_curl_set_string(handle, option, value))
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        check(tongbao_curl_set_long(handle, option, value))
    }

    mutating func check(_ code: CURLcode) {
        guard failure == nil, code != CURLE_OK else { return }
        failure = String(cString: curl_easy_strerror(code))
    }
}

/// One transfer: the bytes still to be read, and what was said.
private final class Transfer {
    var dialogue = SMTPDialogue()
    /// libcurl was told that there is nothing more; only then does it end the data.
    private(set) var isDrained = false
    private let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        if count == 0 { isDrained = true }
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }

    static func of(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }
}

private func readMessage(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let buffer, let context else { return 0 }
    return Transfer.of(context)
        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

private func followDialogue(
    _ handle: UnsafeMutableRawPointer?, _ type: curl_infotype,
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ context: UnsafeMutableRawPointer?
) -> Int32 {
    guard let data, let context,
        type == CURLINFO_HEADER_IN || type == CURLINFO_HEADER_OUT
    else { return 0 }
    let text = String(
        decoding: UnsafeRawBufferPointer(start: data, count: size), as: UTF8.self)
    let transfer = Transfer.of(context)
    for line in text.split(whereSeparator: \.isNewline) {
        if type == CURLINFO_HEADER_IN {
            transfer.dialogue.received(String(line))
        } else {
            transfer.dialogue.sent(String(line))
        }
    }
    return 0
}
