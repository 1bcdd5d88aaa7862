import Foundation
import Testing

/// `tongbao draw`, from the hash before the visits to the check by anybody after them.
struct DrawRunTests {
    private static let folder = ".tongbao/office/抽查/2021-05"
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
        _ = try county.runBothMonths()
    }

    private func draw(_ arguments: String...) throws -> Outcome {
        try county.place.tongbao(
            ["draw"] + arguments + ["--campaign", "Campaign", "--as-of", PatrolCounty.asOf])
    }

    private func verify(_ folder: String, _ arguments: String...) throws -> Outcome {
        try place.tongbao(
            ["draw", "verify", "\(folder)/种子.txt", "\(folder)/名册.csv"] + arguments)
    }

    private func json(_ outcome: Outcome) throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
    }

    /// What is in the files of some folders, the office's own left out.
    private func outside() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for folder in ["Inbox", "Outbox", ".tongbao"] {
            for (path, bytes) in try place.snapshot(folder) where !path.hasPrefix("office/") {
                files["\(folder)/\(path)"] = bytes
            }
        }
        return files
    }

    @Test func `a plan is published by its hash, and drawn once`() throws {
        let plan = try draw("plan", "--objects", "4").expect(0)
        let hash = try #require(plan.stdout.firstMatch(of: /SHA-256 ([0-9a-f]{64})/)).1
        plan.says("在册 9 个，抽 4 个，其中随机 2 个").says("请在第一次暗访前公布")
        #expect(try place.text("\(Self.folder)/事前公布.txt").contains(hash))
        try draw("plan", "--objects", "4").expect(64).complains("不能重抽")
        try draw("show").expect(0).says("只供办公室；还没有暗访记录的 4 个")
        for name in try place.names(in: Self.folder) {
            let path = place.folder.appending(path: "\(Self.folder)/\(name)")
            let attributes = try FileManager.default.attributesOfItem(
                atPath: path.path(percentEncoded: false))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try place.tongbao("ledger", "verify").expect(0)
    }

    @Test func `nothing outside the office's folder knows seed or sample, whatever is run`() throws
    {
        let before = try outside()
        let plan = try draw("plan", "--objects", "4").expect(0)
        let seal = try place.text("\(Self.folder)/种子.txt")
        let seed = try #require(seal.firstMatch(of: /seed=([0-9a-f]{64})/)).1
        let list = try place.text("\(Self.folder)/名单.csv")
        let codes = list.split(separator: "\r\n").dropFirst().map {
            String($0.split(separator: ",")[2])
        }
        #expect(codes.count == 4)
        let run = try county.tongbao("run", environment: ["TONGBAO_LOG": "debug"]).expect(0)
        run.says("输出没有变化")
        let bulletin = try county.tongbao("bulletin", "--period", "2021-04").expect(0)
        let status = try county.tongbao("status").expect(0)
        let dump = try place.tongbao("ledger", "dump").expect(0)
        let acts = try county.tongbao("office", "list").expect(0)
        let told = [plan, run, bulletin, status, dump, acts].map { $0.stdout + $0.stderr }
        for text in told { #expect(!text.contains(seed)) }
        // Nobody but the ledger has learnt anything, and that the hash alone.
        let after = try outside()
        for (path, bytes) in after where before[path] != bytes {
            let name = path.dropFirst(".tongbao/".count)
            #expect(
                path.hasPrefix(".tongbao/")
                    && (name.hasPrefix("ledger.") || name.hasPrefix("events")
                        || name == "heartbeat.json" || name.hasPrefix("outbox/")),
                "\(path)")
        }
        for (path, bytes) in after {
            #expect(bytes.firstRange(of: Data(seed.utf8)) == nil, "\(path)")
            #expect(!path.contains("抽查") && !path.contains("名单"), "\(path)")
        }
        let events = try place.text(".tongbao/events.jsonl").split(separator: "\n")
        let drawn = events.filter { $0.contains("\"kind\":\"draw\"") }
        #expect(drawn.count == 1)
        for code in codes { #expect(!drawn[0].contains(code)) }
    }

    @Test func `anybody draws the same list from what is in the folder`() throws {
        try draw("plan", "--objects", "5").expect(0)
        let answer = try json(draw("show", "--json").expect(0))
        let rows = try #require(answer["list"] as? [[String: Any]])
        let hash = try #require(answer["hash"] as? String)
        try verify(Self.folder, "--hash", hash).expect(0).says("与事前公布的  相符").says("名单  相符")
        try draw("reveal", "--force").expect(0).says("可以公布")
        // The published program, in another language, beside the published files and the weights.
        let published = place.folder.appending(path: "\(Self.folder)/公布")
        try place.write(
            place.data("\(Self.folder)/权重.csv"), to: "\(Self.folder)/公布/权重.csv")
        let method = try place.text("\(Self.folder)/公布/方法.md")
        let program = try #require(method.firstMatch(of: /```python\n([\s\S]*?)```/)).1
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", String(program)]
        process.currentDirectoryURL = published
        process.environment = ["PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "sha256 \(hash)")
        #expect(
            Array(lines.dropFirst()) == rows.map { "\($0["stratum"] ?? "") \($0["code"] ?? "")" })
    }

    @Test func `what is published shows the random stratum and no suspicion`() throws {
        try draw("plan", "--objects", "5").expect(0)
        try draw("reveal").expect(64).complains("还有 5 个对象没有暗访记录")
        #expect(!place.exists("\(Self.folder)/公布"))
        try draw("reveal", "--force").expect(0)
        #expect(
            try place.names(in: "\(Self.folder)/公布")
                == ["名册.csv", "名单.csv", "方法.md", "种子.txt"]
                .sorted())
        let list = try Table(place.data("\(Self.folder)/公布/名单.csv"), name: "名单.csv")
        #expect(Set(list.rows.map { $0["stratum"] }) == ["random"])
        try verify("\(Self.folder)/公布").expect(0).says("没有提供，只核随机部分").says("名单  相符")
        let dump = try place.tongbao("ledger", "dump").expect(0)
        dump.says("\"act\":\"reveal\"")
        try place.tongbao("ledger", "rebuild").expect(0)
        #expect(try place.tongbao("ledger", "dump").stdout == dump.stdout)
    }

    @Test func `what was changed afterwards does not agree`() throws {
        try draw("plan", "--objects", "5").expect(0)
        let folder = Self.folder
        let list = try place.text("\(folder)/名单.csv")
        let lines = list.split(separator: "\r\n").map(String.init)
        try place.write(
            (lines.dropLast() + [lines[1]]).joined(separator: "\r\n"), to: "\(folder)/名单.csv")
        try verify(folder).expect(1).says("名单  不符")
        try verify(folder, "--hash", String(repeating: "0", count: 64)).expect(1)
            .says("与事前公布的  不符")
        try place.write(list, to: "\(folder)/名单.csv")
        try verify(folder).expect(0)
        let frame = try place.text("\(folder)/名册.csv")
        try place.write(frame + "X,多出来的,LC01\r\n", to: "\(folder)/名册.csv")
        try verify(folder).expect(64).complains("对不上")
        try draw("show").expect(70).complains("名册或权重被改过")
        try place.write(
            place.text("\(folder)/种子.txt").replacing("objects=5", with: "objects=6"),
            to: "\(folder)/种子.txt")
        try draw("show").expect(70).complains("与台账记下的不符")
    }

    @Test(arguments: [
        (["plan", "--objects", "0"], "--objects 应在1到9之间"),
        (["plan", "--objects", "10"], "--objects 应在1到9之间"),
        (["plan", "--objects", "3", "--form", "巡逻"], "没有“巡逻”这张报表"),
        (["plan", "--objects", "3", "--period", "2021-04"], "2021年4月已经过去"),
        (["show"], "还没有抽：tongbao draw plan"), (["reveal"], "还没有抽"),
    ])
    func `what cannot be meant is refused, and nothing is noted`(
        arguments: [String], words: String
    ) throws {
        try place.tongbao(
            ["draw"] + arguments + ["--campaign", "Campaign", "--as-of", PatrolCounty.asOf]
        ).expect(64).complains(words)
        #expect(!place.exists(".tongbao/office/抽查"))
    }
}
