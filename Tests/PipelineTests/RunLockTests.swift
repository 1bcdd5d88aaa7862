import Findings
import Foundation
import Testing

@testable import Pipeline

struct RunLockTests {
    @Test func `the holder is named with the time since when, on the campaign's clock`() throws {
        let words = RunLock.busy(getpid(), clockOffset: 28_800).lines(in: .chinese)[0]
        #expect(words.hasPrefix("另一次运行正在进行（进程 \(getpid())，自 2"))
        #expect(words.hasSuffix(" 起），请稍后再试"))
        let utc = RunLock.busy(getpid(), clockOffset: nil).lines(in: .english)[0]
        #expect(utc.contains(" UTC); try again later"))
        #expect(RunLock.busy(getpid(), clockOffset: 0).exitCode == 75)
    }

    @Test func `a holder out of sight is said to be elsewhere`() {
        let words = RunLock.busy(0, clockOffset: 0)
        #expect(words.lines(in: .chinese) == ["另一次运行正在进行（在另一台机器或另一个容器里），请稍后再试"])
    }

    @Test func `when a process that has ended began is not known`() {
        #expect(ProcessStart.seconds(of: pid_t.max) == nil)
        let words = RunLock.busy(pid_t.max, clockOffset: 0).lines(in: .chinese)
        #expect(words == ["另一次运行正在进行（进程 \(pid_t.max)），请稍后再试"])
    }
}
