import Foundation
import Testing

/// `tongbao.json` and the environment, as an administrator writes them.
struct ConfigurationFileTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
    }

    @Test func `a file in the working folder says where things are`() throws {
        try place.write(
            #"{"campaign": "Campaign", "outbox": "输出", "state": "台账", "lang": "en"}"#,
            to: "tongbao.json")
        try place.tongbao("campaign", "check").expect(0).says("Campaign: units")
        try place.tongbao("run", "--as-of", PatrolCounty.asOf).expect(0).says("new files")
        #expect(try place.names(in: "输出").contains("2021-04"))
        #expect(place.exists("台账/ledger.sqlite") && !place.exists(".tongbao"))
    }

    @Test func `two campaigns lie side by side, each with its file`() throws {
        for name in ["甲", "乙"] {
            try place.copy("Tests/Fixtures/OtherCampaign/Campaign", to: "\(name)/Campaign")
            try place.copy("Tests/Fixtures/OtherCampaign/Inbox", to: "\(name)/Inbox")
            try place.write(#"{"campaign": "Campaign"}"#, to: "\(name)/tongbao.json")
        }
        let first = try place.tongbao(
            "run", "--config", "甲/tongbao.json", "--as-of", PatrolCounty.asOf
        ).expect(0)
        let second = try place.tongbao(
            "run", "--as-of", PatrolCounty.asOf, environment: ["TONGBAO_CONFIG": "乙/tongbao.json"]
        ).expect(0)
        #expect(try place.snapshot("甲/Outbox") == place.snapshot("乙/Outbox"))
        #expect(
            first.lines.first == second.lines.first
                && first.stdout.contains("通报  甲/Outbox/2021-04/"))
        #expect(place.exists("甲/.tongbao/lock") && place.exists("乙/.tongbao/lock"))
        #expect(!place.exists(".tongbao") && !place.exists("Outbox"))
    }

    @Test(arguments: [
        (["run"], "imbox", "inbox"), (["check", "x.csv"], "outbux", "outbox"),
        (["status"], "stat", "state"), (["dump", "x.csv"], "long", "lang"),
        (["mail", "status"], "smtp.uri", "smtp.url"), (["demo", "d"], "campain", "campaign"),
        (["campaign", "check"], "lgo", "log"), (["doctor"], "limits.sheet", "limits.sheets"),
    ])
    func `every command refuses a misspelt key before it touches anything`(
        arguments: [String], key: String, nearest: String
    ) throws {
        try place.write("{\n\n  \"\(key)\": \"x\"\n}\n", to: "tongbao.json")
        let before = try place.snapshot(".").keys
        try place.tongbao(arguments).expect(78)
            .complains("tongbao.json 第 3 行：没有“\(key)”这一项，是不是 \(nearest)？")
        #expect(try place.snapshot(".").keys == before)
        #expect(!place.exists(".tongbao") && !place.exists("Outbox"))
    }

    @Test func `a named file that is missing ends with 78`() throws {
        try place.tongbao("status", "--config", "没有.json").expect(78).complains("没有.json")
        try place.tongbao("status", environment: ["TONGBAO_CONFIG": "没有.json"]).expect(78)
            .complains("TONGBAO_CONFIG")
    }

    @Test func `faults are told in the language that is asked for, whatever else is wrong`() throws
    {
        try place.write(#"{"lang": "en", "imbox": "x"}"#, to: "tongbao.json")
        try place.tongbao("status", "--lang", "en").expect(78).complains("did you mean inbox?")
        try place.tongbao("status", environment: ["TONGBAO_LANG": "en"]).expect(78)
            .complains("did you mean inbox?")
    }

    @Test func `a mail server may stand in the file`() throws {
        try place.write(
            """
            {"campaign": "Campaign", "smtp": {"url": "smtp://u:geheim@nowhere", "password": "geheim",
              "from": "office@mail.example"}}
            """, to: "tongbao.json")
        let send = try place.tongbao("mail", "send", "--as-of", PatrolCounty.asOf).expect(78)
            .complains("smtp.url 应写成 smtp://主机:25")
        #expect(!send.stderr.contains("geheim"))
    }

    @Test func `the log names files and codes at a configured level, and no content`() throws {
        try county.patrol("云杉林场", "风垭口片区,约十次,9,高,2,0,绝密备注", to: "乱填.csv")
        try place.write(Data("x".utf8), to: "Inbox/坏\u{1B}[2J名.csv")
        try place.write(#"{"log": "debug"}"#, to: "tongbao.json")
        let run = try county.tongbao("run").expect(0)
        run.complains("乱填.csv").complains("F203").complains("坏\\u{1B}[2J名.csv").complains("done")
        #expect(!run.stderr.contains("绝密") && !run.stderr.contains("约十"), "\(run)")
        #expect(!run.stderr.contains("\u{1B}") && !run.stdout.contains("\u{1B}"), "\(run)")
        let quiet = try place.tongbao(
            "run", "--campaign", "Campaign", "--as-of", PatrolCounty.asOf,
            environment: ["TONGBAO_LOG": "critical"]
        ).expect(0)
        #expect(quiet.stderr.isEmpty, "\(quiet)")
    }
}
