import Foundation
import Synchronization
import Testing

/// What happens around a run while it works.
struct MeanwhileTests {
    private let county: PatrolCounty
    private var place: Workplace { county.place }

    init() throws {
        county = try PatrolCounty()
    }

    @Test(arguments: ["zh", "en"])
    func `a second run ends with 75 and says who works since when`(language: String) throws {
        let first = try stoppedRun(at: 60)
        let second = try county.tongbao("run", "--lang", language)
        second.expect(75)
        if language == "zh" {
            second.complains("另一次运行正在进行（进程 \(first.processIdentifier)，自 20")
                .complains("起），请稍后再试")
        } else {
            second.complains(
                "another run is under way (process \(first.processIdentifier), since 20")
        }
        kill(first.processIdentifier, SIGCONT)
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        try county.tongbao("run").expect(0).says("没有新文件")
    }

    @Test func `the lock of a run that was killed is free at once, and nothing is written in it`()
        throws
    {
        let first = try stoppedRun(at: 60)
        kill(first.processIdentifier, SIGKILL)
        first.waitUntilExit()
        try county.tongbao("run").expect(0)
        #expect(try place.data(".tongbao/lock").isEmpty)
    }

    @Test func `a file that is still being copied is taken by the next run, whole`() throws {
        try place.edit("Campaign/settings.csv", "settle_seconds,0", "settle_seconds,2")
        let file = try place.write(Data("青崖县".utf8), to: "Inbox/2021-04/巡护/慢.csv")
        let ended = Flag()
        let copying = Thread {
            while !ended.isSet {
                if let handle = try? FileHandle(forWritingTo: file) {
                    _ = try? handle.seekToEnd()
                    try? handle.write(contentsOf: Data("县".utf8))
                    try? handle.close()
                }
                usleep(50_000)
            }
        }
        copying.start()
        let run = try county.tongbao("run").expect(0)
        ended.set()
        run.says("还在写入，下次再取：2021-04/巡护/慢.csv")
        #expect(try !place.text(".tongbao/events.jsonl").contains("慢.csv"))
        try county.patrol("白桦林场", "月亮坝片区,10,10,中,24,0,\n野猪坪片区,8,4,低,16,0,", to: "慢.csv")
        let time = Date(timeIntervalSince1970: 1_600_000_000)
        try FileManager.default.setAttributes(
            [.modificationDate: time], ofItemAtPath: file.path(percentEncoded: false))
        try county.tongbao("run").expect(0).says("新收 1 个文件")
    }

    @Test func `junk is told of briefly, and nothing of the rest is lost`() throws {
        try county.tongbao("run").expect(0)
        let ranking = try place.data("Outbox/2021-04/数据/排名.csv")
        let folder = place.folder.appending(path: "Inbox/2021-04/杂物")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.path(percentEncoded: false)
        for number in 0..<60 {
            try place.write("", to: "Inbox/2021-04/杂物/~$\(number).xlsx")
            symlink("/etc/passwd", "\(path)/链接\(number).csv")
        }
        mkfifo("\(path)/管道.csv", 0o600)
        try place.write("x", to: "Inbox/2021-04/杂物/红\u{1B}[31m字.csv")
        // 城关镇 as an archive in GBK leaves it.
        let broken: [UInt8] = [0xB3, 0xC7, 0xB9, 0xD8, 0xD5, 0xF2] + Array(".csv".utf8) + [0]
        let bytes = Array(path.utf8) + [UInt8(ascii: "/")] + broken
        let descriptor = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { name in
                name.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
            }
        }
        try #require(descriptor >= 0)
        close(descriptor)

        let run = try county.tongbao("run").expect(0)
        run.says("另有 43 个（--json 列出全部）").says("\\xB3\\xC7\\xB9\\xD8\\xD5\\xF2.csv")
            .says("快捷链接")
        #expect(run.lines.count < 60, "\(run)")
        let json = try county.tongbao("run", "--json").expect(0)
        #expect(json.stdout.split(separator: "\"reason\" : \"link\"").count == 61)
        json.says("\"reason\" : \"pipe\"").says("\"reason\" : \"control_characters\"")
            .says("红\\\\u{1B}[31m字.csv").says("\"reason\" : \"encoding\"")
        #expect(!run.stdout.contains("\u{1B}") && !json.stdout.contains("\u{1B}"))
        #expect(try place.data("Outbox/2021-04/数据/排名.csv") == ranking)
    }

    @Test func `a bulletin that somebody has edited is kept beside the new one`() throws {
        try county.tongbao("run").expect(0)
        let name = "森林防火通报-2021年04月"
        let bulletin = try place.data("Outbox/2021-04/\(name).xlsx")
        try place.write("edited", to: "Outbox/2021-04/\(name).xlsx")
        try place.write("added", to: "Outbox/2021-04/批注.txt")
        try county.tongbao("run").expect(0)
        #expect(try place.text("Outbox/2021-04/\(name).xlsx") == "edited", "nothing new came")
        try county.tongbao("bulletin").expect(0)
            .says("有人改过，另存为：2021-04/\(name)（人工修改）.xlsx")
        #expect(try place.data("Outbox/2021-04/\(name).xlsx") == bulletin)
        #expect(try place.text("Outbox/2021-04/\(name)（人工修改）.xlsx") == "edited")
        #expect(try place.text("Outbox/2021-04/批注.txt") == "added")
    }

    /// A run that has stopped at a point, the lock in its hand.
    private func stoppedRun(at point: Int) throws -> Process {
        let process = Process()
        process.executableURL = Workplace.program
        process.arguments = ["run", "--campaign", "Campaign", "--as-of", PatrolCounty.asOf]
        process.currentDirectoryURL = place.folder
        process.environment = ["TONGBAO_FAIL_AT": String(point), "TONGBAO_FAIL_SIGNAL": "19"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let stat = "/proc/\(process.processIdentifier)/stat"
        while process.isRunning {
            let text = (try? String(contentsOfFile: stat, encoding: .utf8)) ?? ""
            if text.contains(") T ") { return process }
            usleep(10_000)
        }
        Issue.record("the run did not stop at point \(point)")
        return process
    }
}

/// Something that another thread waits for.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
}
