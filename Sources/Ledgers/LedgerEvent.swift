import Campaigns
import Crypto

/// One entry of the event log (事件): something that became known, with all that is needed to know it
/// again.
///
/// Events form a chain: each is hashed together with the hash of the one before it, over its canonical
/// text. The line of `events.jsonl` is that text with the hash put in.
struct LedgerEvent: Hashable, Sendable {
    let id: Int
    let kind: Kind
    let moment: Moment
    let payload: JSON
    /// The hash of the event before; of the first one, zeros.
    let previous: String
    let hash: String
    /// The canonical text of all but the hash, which is what is hashed.
    private let body: [UInt8]
    /// Where the payload stands in it.
    private let payloadRange: Range<Int>

    /// What can become known; the words stand in old ledgers and are never changed.
    enum Kind: String, Sendable, CaseIterable {
        case campaign, file, receipts, submission, verdict, run, publication, issue, correction,
            mail, act, flags, draw
        case mailState = "mail_state"
    }

    static let noPrevious = String(repeating: "0", count: 64)

    init(id: Int, kind: Kind, moment: Moment, payload: JSON, previous: String) {
        self.id = id
        self.kind = kind
        self.moment = moment
        self.payload = payload
        self.previous = previous
        // The members of a JSON object in their order; what is long is written once.
        var body = Array("{\"id\":\(id),\"kind\":\"\(kind.rawValue)\",".utf8)
        body += "\"moment\":\"\(moment)\",\"payload\":".utf8
        let start = body.count
        payload.write(to: &body)
        payloadRange = start..<body.count
        body += ",\"previous\":".utf8
        JSON.string(previous).write(to: &body)
        body.append(UInt8(ascii: "}"))
        self.body = body
        hash = hexSHA256(body)
    }

    /// Reads a line; nil where it is none or its hash does not fit.
    init?(line: some Collection<UInt8>) {
        guard let json = JSON(bytes: Array(line)), let id = json["id"]?.integer,
            let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }),
            let moment = json["moment"]?.string.flatMap({ Moment(stored: $0) }),
            let payload = json["payload"], let previous = json["previous"]?.string
        else { return nil }
        self.init(id: id, kind: kind, moment: moment, payload: payload, previous: previous)
        guard json["hash"]?.string == hash else { return nil }
    }

    /// The canonical text of the payload.
    var payloadText: String { String(decoding: body[payloadRange], as: UTF8.self) }

    /// The line of `events.jsonl`, its end included.
    var line: [UInt8] {
        var line = Array("{\"hash\":\"\(hash)\",".utf8)
        line += body.dropFirst()
        line.append(UInt8(ascii: "\n"))
        return line
    }
}

/// The SHA-256 of bytes in lower-case hexadecimal.
func hexSHA256(_ bytes: [UInt8]) -> String {
    var digest = Digest()
    digest.update(bytes)
    return digest.hex
}

/// A SHA-256 that is fed piece by piece.
struct Digest {
    private var hash = SHA256()

    mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// In lower-case hexadecimal.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
