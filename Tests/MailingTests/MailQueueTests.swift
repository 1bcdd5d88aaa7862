import Campaigns
import Ledgers
import Mailing
import Testing

@Suite struct MailQueueTests {
    private let ledger: Ledger
    private let queue: MailQueue
    private let letters: [Letter]
    private let box: LetterBox

    init() throws {
        ledger = try Ledger.inMemory()
        queue = MailQueue(ledger: ledger, digest: Samples.sha256)
        let names = ["a", "b", "c", "d"]
        box = LetterBox(
            campaign: Samples.campaign(
                recipients: names.map {
                    Recipient(
                        name: $0, mailbox: "\($0)@lanchuan.example", gets: [.bulletin], role: "")
                }), from: try Mailbox("zzb@lanchuan.example"), digest: Samples.sha256)
        letters =
            box.letters(of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment).letters
        try queue.add(letters, at: Samples.moment)
    }

    private func read(_ mail: QueuedMail) -> [UInt8]? {
        letters.first { $0.mail.id == mail.id }?.bytes
    }

    private func states() throws -> [QueuedMail.State] {
        try ledger.mails(of: Samples.june).map(\.state)
    }

    @Test func `每封信的结果各记各的，送出和拒收的不再发，暂缓的再发`() throws {
        let outcomes: [String: SendOutcome] = [
            "a@lanchuan.example": .sent(reply: "250 ok"),
            "b@lanchuan.example": .refused(reply: "550 no"),
            "c@lanchuan.example": .deferred(reply: "451 later", isUnreachable: false),
            "d@lanchuan.example": .unknown(reply: "cut"),
        ]
        let tried = try queue.send(
            of: nil, at: Samples.moment, read: read
        ) { (_, mailbox) throws(MailError) in
            outcomes[mailbox.address] ?? .unknown(reply: "")
        }
        #expect(tried.map(\.state) == [.sent, .refused, .deferred, .unknown])
        #expect(try states() == [.sent, .refused, .deferred, .unknown])
        let again = try queue.send(
            of: nil, at: Samples.moment, read: read
        ) { (_, _) throws(MailError) in .sent(reply: "250 ok") }
        #expect(again.map(\.recipient) == ["c@lanchuan.example"])
        #expect(try ledger.mails(of: nil).map(\.reply) == ["250 ok", "550 no", "250 ok", "cut"])
    }

    @Test func `发送中被打断的信变为不明，不会自己再发`() throws {
        try ledger.setState(
            ofMail: letters[0].mail.id, to: .sending, reply: "", at: Samples.moment)
        var sent: [String] = []
        _ = try queue.send(
            of: nil, at: Samples.moment, read: read
        ) { (_, mailbox) throws(MailError) in
            sent.append(mailbox.address)
            return .sent(reply: "250 ok")
        }
        #expect(try states() == [.unknown, .sent, .sent, .sent])
        #expect(!sent.contains("a@lanchuan.example"))
    }

    @Test func `信发出之前台账上已经写着发送中`() throws {
        var seen: [QueuedMail.State] = []
        _ = try queue.send(
            of: nil, at: Samples.moment, read: read
        ) { (_, mailbox) throws(MailError) in
            let mails = (try? ledger.mails(of: nil)) ?? []
            seen += mails.filter { $0.recipient == mailbox.address }.map(\.state)
            return .sent(reply: "250 ok")
        }
        #expect(seen == [.sending, .sending, .sending, .sending])
    }

    @Test func `同一封信只排一次队`() throws {
        try queue.add(letters, at: Samples.moment)
        #expect(try states().count == 4)
    }

    @Test func `连着两次连不上就停下，其余留在队里`() throws {
        _ = try queue.send(
            of: nil, at: Samples.moment, read: read
        ) { (_, _) throws(MailError) in throw .transport("no network") }
        #expect(try states() == [.deferred, .deferred, .queued, .queued])
    }

    @Test func `文件被后来的一封取代，就不发旧的`() throws {
        _ = try queue.send(
            of: nil, at: Samples.moment, read: { _ in [1, 2, 3] }
        ) { (_, _) throws(MailError) in .sent(reply: "250 ok") }
        #expect(try states() == [.refused, .refused, .refused, .refused])
    }

    @Test func `同样内容的信隔天重写，仍是队里的那一封，只发一次`() throws {
        let later = Moment(Samples.day(2020, 7, 9), secondOfDay: 0)
        let rewritten = box.letters(
            of: Samples.june, enclosing: Samples.enclosures, at: later
        ).letters
        #expect(rewritten.map(\.bytes) != letters.map(\.bytes))
        try queue.add(rewritten, at: later)
        let tried = try queue.send(
            of: nil, at: later,
            read: { mail in rewritten.first { $0.mail.id == mail.id }?.bytes }
        ) { (_, _) throws(MailError) in .sent(reply: "250 ok") }
        #expect(tried.map(\.state) == [.sent, .sent, .sent, .sent])
        #expect(try ledger.mails(of: nil).count == 4)
    }
}
