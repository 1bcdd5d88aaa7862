import Foundation
import Testing

/// The examination before a run, on set-ups that are sound and on such that are not.
struct DoctorTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
    }

    @Test func `a sound set-up is told so, and nothing is left behind`() throws {
        let before = try place.snapshot(".").keys
        let doctor = try county.tongbao("doctor").expect(0)
        for words in ["SQLite 3.", "zlib 1.", "libxml2 2.", "libcurl ", "没有错误", "还没有台账"] {
            doctor.says(words)
        }
        #expect(!doctor.stdout.contains("✗"), "\(doctor)")
        #expect(try place.snapshot(".").keys == before)
        #expect(try place.names(in: ".") == ["Campaign", "Inbox"])
    }

    @Test func `after a run the ledger is looked at and left as it is`() throws {
        try county.tongbao("run").expect(0)
        let before = try place.snapshot(".")
        try county.tongbao("doctor", "--lang", "en").expect(0)
            .says("the ledger is sound (quick check), ").says("ended well")
            .says("2021-05-11 09:00")
        #expect(try place.snapshot(".") == before)
        let names = try place.names(in: "Outbox")
        #expect(names.allSatisfy { $0 == ".tongbao-campaign" || $0.hasPrefix("2021-") })
    }

    @Test func `each value is told with who has said it, a secret as dots`() throws {
        try place.write(
            """
            {"campaign": "Campaign", "smtp": {"url": "smtps://mail.example:465", "from": "office@mail.example",
              "user": "tongbao", "password": "geheim"},
             "limits": {"cells_per_sheet": 3000000}}
            """, to: "tongbao.json")
        let path = place.folder.appending(path: "tongbao.json").path(percentEncoded: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let doctor = try place.tongbao(
            "doctor", "--state", "台账", environment: ["TONGBAO_OUTBOX": "输出"]
        ).expect(0)
        for line in [
            "outbox 输出 环境变量 TONGBAO_OUTBOX", "campaign Campaign tongbao.json 第 1 行",
            "state 台账 命令行", "smtp.password ••• tongbao.json 第 2 行",
            "limits.cells_per_sheet 3000000 tongbao.json 第 3 行",
        ] {
            let words = doctor.lines.map {
                $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            }
            #expect(words.contains(line), "\(line) in \(doctor)")
        }
        #expect(!doctor.stdout.contains("geheim"))
        let json = try place.tongbao("doctor", "--json")
        #expect(!json.stdout.contains("geheim") && json.stdout.contains("•••"), "\(json)")
    }

    @Test func `a password that everybody can read must be mended`() throws {
        try place.write(
            #"{"campaign": "Campaign", "smtp": {"password": "geheim"}}"#, to: "tongbao.json")
        try place.tongbao("doctor").expect(78).says("✗ 配置文件 tongbao.json 里有密码")
            .says("→ chmod 600 tongbao.json")
    }

    @Test func `missing folders and faulty tables are told, all at once`() throws {
        try place.edit("Campaign/settings.csv", "due_day,10", "due_day,十号")
        try place.write("x", to: "Outbox")
        try county.tongbao("doctor", "--inbox", "nowhere").expect(78)
            .says("✗ 没有收件文件夹 nowhere").says("✗ 活动表格 Campaign：1 处错误")
            .says("✗ 输出文件夹 Outbox 不能写").says("3 项须修")
        try place.tongbao("doctor", "--campaign", "nowhere").expect(78).says("nowhere")
    }

    @Test func `a damaged ledger is told, and is no end of the examination`() throws {
        try county.tongbao("run").expect(0)
        var bytes = try place.data(".tongbao/ledger.sqlite")
        for offset in 4096..<8192 { bytes[offset] = 0x5A }
        try place.write(bytes, to: ".tongbao/ledger.sqlite")
        let damaged = try county.tongbao("doctor").expect(78).says("→ 不要删任何文件")
        #expect(damaged.stdout.contains("没有设邮件服务器"), "\(damaged)")
        try place.write("no database at all", to: ".tongbao/ledger.sqlite")
        try county.tongbao("doctor").expect(78).says("→ 不要删任何文件")
        #expect(try place.text(".tongbao/ledger.sqlite") == "no database at all")
    }

    @Test func `a ledger whose database is gone is told from none`() throws {
        try county.tongbao("run").expect(0)
        try FileManager.default.removeItem(
            at: place.folder.appending(path: ".tongbao/ledger.sqlite"))
        try county.tongbao("doctor").expect(0).says("! 台账的数据库不在")
    }

    @Test func `a clock behind the ledger, open folders and a failed run are told`() throws {
        try county.tongbao("run").expect(0)
        try place.tongbao("doctor", "--campaign", "Campaign", "--as-of", "2021-05-10T09:00")
            .expect(78).says("✗ 现在（2021-05-10 09:00）早于台账的最后一笔")
        let state = place.folder.appending(path: ".tongbao").path(percentEncoded: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: state)
        try county.tongbao("doctor").expect(0).says("→ chmod 700 .tongbao")
        try FileManager.default.removeItem(at: place.folder.appending(path: "Outbox"))
        try place.write("x", to: "Outbox")
        try county.tongbao("run").expect(73)
        try county.tongbao("doctor").expect(78).says("没有成功：退出码 73")
    }

    @Test func `the terminal's encoding and the machine's zone are compared`() throws {
        let away = try place.tongbao("doctor", "--campaign", "Campaign", language: "C").expect(0)
        away.says("! 终端的语言环境（LANG）是 C").says("! 机器的时区是 UTC+0，活动是 UTC+8")
        let home = try place.tongbao("doctor", "--campaign", "Campaign", zone: "Asia/Shanghai")
        home.expect(0).says("✓ 时区 UTC+8").says("✓ 终端用 UTF-8")
    }

    @Test func `programs get marks, topics and words in both languages`() throws {
        struct Report: Decodable {
            struct Line: Decodable {
                var mark, topic, message, messageEnglish: String
                var advice: String?
            }
            struct Setting: Decodable { var key, value, originEnglish: String }
            var lines: [Line]
            var settings: [Setting]
        }
        let outcome = try county.tongbao("doctor", "--json").expect(0)
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.stdout.utf8))
        #expect(
            Set(report.lines.map(\.topic)).isSuperset(of: [
                "versions", "configuration", "terminal", "clock", "zone", "inbox", "outbox",
                "state", "outbox_disk", "state_disk", "campaign", "ledger", "mail",
            ]))
        #expect(report.lines.allSatisfy { ($0.mark == "fine") == ($0.advice == nil) })
        #expect(report.settings.first?.key == "inbox")
    }
}
