import Campaigns
import Ledgers
import Mailing
import Testing

@Suite struct LetterBoxTests {
    private func box(_ campaign: Campaign) throws -> LetterBox {
        LetterBox(
            campaign: campaign, from: try Mailbox("zzb@lanchuan.example"), digest: Samples.sha256)
    }

    private let everybody = [
        Recipient(
            name: "县委书记办公室", mailbox: "xwsj@lanchuan.example", gets: [.bulletin], role: "领导"),
        Recipient(name: "township", mailbox: nil, gets: [.feedback], role: "填报单位"),
    ]

    @Test func `通报发给领导，反馈只发给本单位，外域和没有邮箱的不发`() throws {
        let box = try box(Samples.campaign(recipients: everybody))
        let (letters, refusals) = box.letters(
            of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment)
        #expect(
            letters.map(\.mail.recipient) == [
                "xwsj@lanchuan.example", "chengguan@lanchuan.example",
            ])
        #expect(letters.map(\.mail.path) == ["mail/通报-县委书记办公室.eml", "mail/反馈-城关镇.eml"])
        #expect(letters.map(\.mail.kind) == [.bulletin, .feedback])
        #expect(
            refusals == [
                LetterRefusal(
                    recipient: "东坪镇", kind: .feedback, reason: .foreignDomain("qq.example")),
                LetterRefusal(recipient: "西河镇", kind: .feedback, reason: .noMailbox),
            ])
    }

    @Test func `没有准许的域名就什么也不发`() throws {
        let box = try box(Samples.campaign(recipients: everybody, domains: ""))
        let (letters, refusals) = box.letters(
            of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment)
        #expect(letters.isEmpty)
        #expect(refusals.count == 4)
    }

    @Test(arguments: [
        "x@evil.lanchuan.example", "x@lanchuan.example.evil", "x@notlanchuan.example",
    ])
    func `域名要完全相同`(mailbox: String) throws {
        let recipient = Recipient(name: "某", mailbox: mailbox, gets: [.bulletin], role: "")
        let (letters, refusals) = try box(Samples.campaign(recipients: [recipient])).letters(
            of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment)
        #expect(letters.isEmpty)
        #expect(refusals.count == 1)
    }

    @Test func `登记了领导邮箱的反馈行也不会把单位的反馈发给领导`() throws {
        let leader = Recipient(
            name: "组织部长", mailbox: "zzbz@lanchuan.example", gets: [.feedback], role: "")
        let named = Recipient(
            name: "城关镇", mailbox: "zzbz@lanchuan.example", gets: [.feedback], role: "")
        let (letters, refusals) = try box(Samples.campaign(recipients: [leader, named])).letters(
            of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment)
        #expect(letters.map(\.mail.recipient) == ["chengguan@lanchuan.example"])
        #expect(
            refusals == [LetterRefusal(recipient: "组织部长", kind: .feedback, reason: .notAUnit)])
    }

    @Test func `同样的内容在任何时候都是同一个编号，内容变了编号就变`() throws {
        let box = try box(Samples.campaign(recipients: everybody))
        func ids(_ enclosures: [Enclosure], at moment: Moment) -> [String] {
            box.letters(of: Samples.june, enclosing: enclosures, at: moment).letters.map(\.mail.id)
        }
        let later = Moment(Samples.moment.date, secondOfDay: 50_000)
        let first = ids(Samples.enclosures, at: Samples.moment)
        #expect(ids(Samples.enclosures, at: later) == first)
        var changed = Samples.enclosures
        changed[1].bytes = [9]
        let second = ids(changed, at: Samples.moment)
        #expect(second[0] == first[0])
        #expect(second[1] != first[1])
        let one = box.letters(
            of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment)
        let other = box.letters(
            of: Samples.june, enclosing: Samples.enclosures, at: Samples.moment)
        #expect(one.letters == other.letters)
    }
}
