import Campaigns
import Ledgers
import Mailing
import Workbooks

/// A sender, a recipient, a moment: what every test of letters needs.
enum Samples {
    /// 64 hexadecimal digits that differ where the bytes do; tests need no more of a digest.
    @Sendable static func sha256(_ bytes: [UInt8]) -> String {
        (1...4).map { seed in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &* UInt64(seed)
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }

    static let june = Period(containing: day(2020, 6, 30))
    static let moment = Moment(day(2020, 7, 8), secondOfDay: 9 * 3600)

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("a day of the samples")
        }
        return date
    }

    static func message(to address: String = "xwsj@lanchuan.example") throws -> Message {
        Message(
            from: try Mailbox("zzb@lanchuan.example"), fromName: "中共岚川县委组织部",
            to: try Mailbox(address), toName: "县委书记办公室",
            subject: "2020年6月基层党建“五位一体”提升活动情况通报",
            text: "县委书记办公室：\n请查收附件。\n.\n以点开头的一行也要原样送到。",
            attachments: [
                .init(name: "五位一体通报-2020年06月.xlsx", bytes: Array("PK\u{3}\u{4}样本".utf8))
            ], date: moment, clockOffset: 28_800)
    }

    static func campaign(
        recipients: [Recipient], units: [Unit] = units, domains: String = "lanchuan.example"
    ) -> Campaign {
        Campaign(
            settings: Settings(texts: [
                "campaign_title": "基层党建“五位一体”提升活动", "county": "岚川县", "mail_domains": domains,
            ]), units: units, roster: [], forms: [], choices: [:], rules: [], indicators: [],
            inspectionItems: [], tasks: [], calendar: WorkCalendar(), recipients: recipients,
            clockOffset: 28_800)
    }

    static let units = [
        Unit(
            code: "T01", name: "城关镇人民政府", shortName: "城关镇", kind: "township",
            mailbox: "chengguan@lanchuan.example"),
        Unit(
            code: "T02", name: "东坪镇人民政府", shortName: "东坪镇", kind: "township",
            mailbox: "dongping@qq.example"),
        Unit(code: "T03", name: "西河镇人民政府", shortName: "西河镇", kind: "township"),
    ]

    static let enclosures = [
        Enclosure(path: "五位一体通报-2020年06月.xlsx", bytes: [1], audience: .bulletin),
        Enclosure(path: "反馈/城关镇.xlsx", bytes: [2], audience: .unit("T01")),
        Enclosure(path: "回执/城关镇.xlsx", bytes: [3], audience: .unit("T01")),
        Enclosure(path: "反馈/东坪镇.xlsx", bytes: [4], audience: .unit("T02")),
        Enclosure(path: "反馈/西河镇.xlsx", bytes: [5], audience: .unit("T03")),
    ]
}
