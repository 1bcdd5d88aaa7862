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
            mail, act, flags, draw, resent
        case mailState = "mail_state"
    }

    static let noPrevious = String(repeating: "0", count: 64)

    /// `payload` is canonical.
    init(id: Int, kind: Kind, moment: Moment, payload: [UInt8], previous: String) {
        self.id = id
        self.kind = kind
        self.moment = moment
        self.previous = previous
        // The members of a JSON object in their order; what is long is written once.
        var body: [UInt8] = []
        body.reserveCapacity(payload.count + 256)
        body += #"{"id":"#.utf8
        JSON.write(id, to: &body)
        body += #","kind":"#.utf8
        JSON.write(kind.rawValue, to: &body)
        body += #","moment":"#.utf8
        JSON.write(moment.description, to: &body)
        body += #","payload":"#.utf8
        let start = body.count
        body += payload
        payloadRange = start..<body.count
        body += #","previous":"#.utf8
        JSON.write(previous, to: &body)
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
        self.init(id: id, kind: kind, moment: moment, payload: payload.bytes, previous: previous)
        guard json["hash"]?.string == hash else { return nil }
    }

    /// What it says.
    var payload: JSON { JSON(bytes: Array(payloadBytes)) ?? .null }

    /// The canonical text of the payload in UTF-8.
    var payloadBytes: ArraySlice<UInt8> { body[payloadRange] }

    /// The line of `events.jsonl`, its end included.
    var line: [UInt8] {
        var line: [UInt8] = []
        writeLine(to: &line)
        return line
    }

    func writeLine(to lines: inout [UInt8]) {
        lines += #"{"hash":"#.utf8
        JSON.write(hash, to: &lines)
        lines.append(UInt8(ascii: ","))
        lines += body[1...]
        lines.append(UInt8(ascii: "\n"))
    }

    /// In bytes: hash, comma and end come to what the body has.
    var lineLength: Int { body.count + #"{"hash":"","#.utf8.count + hash.utf8.count }
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
        func digit(_ value: UInt8) -> UInt8 {
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
        let digest = hash.finalize()
        return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { text in
            for (index, byte) in digest.enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return 2 * SHA256.byteCount
        }
    }
}
