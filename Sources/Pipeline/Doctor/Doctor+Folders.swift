import Files
import Findings
import Glibc

extension Doctor {
    /// Inbox, Outbox and state: there, with the rights they need, on disks with room.
    func folderLines(movesInbox: Bool) -> [Line] {
        var lines = [inboxLine(movesInbox: movesInbox)]
        lines.append(outboxLine())
        lines += stateLines()
        for (topic, path) in [("outbox_disk", options.outbox), ("state_disk", options.state)] {
            lines += FileSystem(of: Self.present(path)).map { diskLines($0, topic, path) } ?? []
        }
        return lines
    }

    private func inboxLine(movesInbox: Bool) -> Line {
        let path = options.inbox
        guard Files.isFolder(path) else {
            return Line(
                .fault, "inbox",
                Bilingual("没有收件文件夹 \(path)", "there is no Inbox at \(path)"),
                advice: Bilingual(
                    "mkdir \(path)，或在 tongbao.json 里写 inbox",
                    "mkdir \(path), or name it: inbox in tongbao.json"
                ))
        }
        let needed = movesInbox ? R_OK | W_OK | X_OK : R_OK | X_OK
        guard access(path, needed) == 0 else {
            return Line(
                .fault, "inbox",
                movesInbox
                    ? Bilingual(
                        "收件文件夹 \(path) 不能写，而设置 inbox_after 要移走收件",
                        "the Inbox \(path) cannot be written, but inbox_after moves files in it")
                    : Bilingual("收件文件夹 \(path) 不能读", "the Inbox \(path) cannot be read"),
                advice: Self.rights(path))
        }
        return Line(.fine, "inbox", Bilingual("收件文件夹 \(path) 可读", "the Inbox \(path) can be read"))
    }

    /// The Outbox, and whether its file system can exchange two folders at one stroke.
    private func outboxLine() -> Line {
        let (path, present) = (options.outbox, Self.present(options.outbox))
        guard access(present, W_OK | X_OK) == 0, Files.isFolder(present) else {
            return Line(
                .fault, "outbox",
                Bilingual("输出文件夹 \(path) 不能写", "the Outbox \(path) cannot be written"),
                advice: Self.rights(present))
        }
        do throws(FileError) {
            try Self.exchange(in: present)
        } catch {
            return Line(
                .fault, "outbox",
                Bilingual(
                    "输出文件夹 \(path) 的文件系统不能整体换文件夹（\(error)）",
                    "the file system of the Outbox \(path) cannot exchange folders (\(error))"),
                advice: Bilingual(
                    "把输出文件夹放到本机磁盘上（ext4、xfs），再共享出去",
                    "put the Outbox on a local disk (ext4, xfs) and share it from there"))
        }
        return Line(
            .fine, "outbox", Bilingual("输出文件夹 \(path) 可写", "the Outbox \(path) can be written"))
    }

    private func stateLines() -> [Line] {
        let (path, present) = (options.state, Self.present(options.state))
        guard access(present, R_OK | W_OK | X_OK) == 0, Files.isFolder(present) else {
            return [
                Line(
                    .fault, "state",
                    Bilingual("台账文件夹 \(path) 不能写", "the state folder \(path) cannot be written"),
                    advice: Self.rights(present))
            ]
        }
        if let network = FileSystem(of: present)?.network {
            return [
                Line(
                    .fault, "state",
                    Bilingual(
                        "台账文件夹 \(path) 在网络文件系统（\(network)）上，那里的锁靠不住",
                        "the state folder \(path) is on a network file system (\(network)), where locks"
                            + " cannot be relied on"),
                    advice: Bilingual(
                        "把台账文件夹移到本机磁盘，在 tongbao.json 里写 state",
                        "move it to a local disk and name it: state in tongbao.json"))
            ]
        }
        var status = stat()
        if Files.isFolder(path), stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
            return [
                Line(
                    .warning, "state",
                    Bilingual(
                        "台账文件夹 \(path) 别人也能进", "others can enter the state folder \(path)"),
                    advice: Bilingual("chmod 700 \(path)", "chmod 700 \(path)"))
            ]
        }
        return [
            Line(
                .fine, "state",
                Bilingual("台账文件夹 \(path) 可写", "the state folder \(path) can be written"))
        ]
    }

    private func diskLines(_ disk: FileSystem, _ topic: String, _ path: String) -> [Line] {
        let free = "\(disk.free >> 20) MB"
        let advice = Bilingual("清理磁盘：df -h，df -i", "make room: df -h, df -i")
        if disk.free < 100 << 20 || disk.inodes.map({ $0 < 1000 }) == true {
            return [
                Line(
                    .fault, topic,
                    Bilingual(
                        "\(path) 的磁盘快满了：剩 \(free)\(disk.inodes.map { "，\($0) 个文件" } ?? "")",
                        "the disk of \(path) is nearly full: \(free) left"
                            + (disk.inodes.map { ", \($0) files" } ?? "")),
                    advice: advice)
            ]
        }
        if disk.free < 1 << 30 || disk.inodes.map({ $0 < 20_000 }) == true {
            return [
                Line(
                    .warning, topic,
                    Bilingual("\(path) 的磁盘只剩 \(free)", "the disk of \(path) has \(free) left"),
                    advice: advice)
            ]
        }
        return [
            Line(
                .fine, topic,
                Bilingual("\(path) 的磁盘剩 \(free)", "the disk of \(path) has \(free) left"))
        ]
    }

    /// Two folders change places, and are gone again.
    private static func exchange(in folder: String) throws(FileError) {
        let probe = folder + "/.tongbao-doctor-\(getpid())"
        defer {
            try? Files.remove(probe)
            try? Files.remove(probe + "-other")
        }
        try Files.createFolder(probe)
        try Files.createFolder(probe + "-other")
        try Files.replaceFolder(probe, with: probe + "-other")
    }

    /// The path, or the nearest folder above it that is there: that is where a run would make it.
    private static func present(_ path: String) -> String {
        if Files.exists(path) { return path }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : present(String(path[..<slash]))
    }

    private static func rights(_ path: String) -> Bilingual {
        Bilingual(
            "看 ls -ld \(path)：运行 tongbao 的用户要能读写",
            "see ls -ld \(path): the user who runs tongbao must be able to read and write"
        )
    }
}
