import Files
import Findings
import Glibc

extension Doctor {
    /// How long ago the last run was, and what became of it.
    func heartbeatLines() -> [Line] {
        var status = stat()
        let path = Heartbeat.path(in: options.state)
        guard stat(path, &status) == 0 else {
            guard Files.exists(options.state + "/ledger.sqlite") else { return [] }
            return [
                Line(
                    .warning, "heartbeat",
                    Bilingual("没有上次运行的记录（\(path)）", "no run has left a heartbeat (\(path))"),
                    advice: Bilingual("运行 tongbao run", "run tongbao run"))
            ]
        }
        guard let heartbeat = Heartbeat(readFrom: options.state) else {
            return [
                Line(
                    .warning, "heartbeat",
                    Bilingual("心跳文件读不懂（\(path)）", "the heartbeat cannot be read (\(path))"),
                    advice: Bilingual("下一次运行会重写它", "the next run writes it anew"))
            ]
        }
        let minutes = max(0, time(nil) - status.st_mtim.tv_sec) / 60
        let hours = minutes / 60
        let ago =
            minutes < 60
            ? Bilingual("\(minutes) 分钟前", "\(minutes) min ago")
            : hours < 48
                ? Bilingual("\(hours) 小时前", "\(hours) h ago")
                : Bilingual("\(hours / 24) 天前", "\(hours / 24) days ago")
        if !heartbeat.ok {
            let kind = heartbeat.error ?? "?"
            return [
                Line(
                    .warning, "heartbeat",
                    Bilingual(
                        "上次运行（\(ago.chinese)）没有成功：退出码 \(heartbeat.exit)，\(kind)",
                        "the last run (\(ago.english)) failed: exit \(heartbeat.exit), \(kind)"),
                    advice: Bilingual(
                        "先修上面标 ✗ 的，再运行 tongbao run",
                        "mend what is marked ✗ above, then run tongbao run"))
            ]
        }
        if hours >= 36 {
            return [
                Line(
                    .warning, "heartbeat",
                    Bilingual("上次运行在 \(ago.chinese)", "the last run was \(ago.english)"),
                    advice: Bilingual(
                        "看 cron 是否还在运行：crontab -l", "is cron still at work? crontab -l"))
            ]
        }
        return [
            Line(
                .fine, "heartbeat",
                Bilingual(
                    "上次运行在 \(ago.chinese)，成功", "the last run was \(ago.english) and ended well"))
        ]
    }
}
