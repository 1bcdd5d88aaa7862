import Campaigns
import Files
import Findings
import Glibc

/// Keeps two runs from working on one ledger; the system lets go of it when the process ends, however
/// it ends, and nothing is ever written.
///
/// A POSIX record lock on the file `lock` of the state folder: it is the process's, not the
/// descriptor's. So closing *any* descriptor of that file lets go of it: nothing else in this process
/// may open it.
final class RunLock {
    private let descriptor: Int32

    /// Takes the lock, or says who holds it and since when: by the campaign's `clockOffset`, UTC without.
    ///
    /// - Throws: `RunError.busy` where another process holds the lock.
    init(_ state: String, clockOffset: Int? = nil) throws(RunError) {
        let path = state + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let reason = FileError(.lock, path, code: errno)
            throw .cannotWrite(
                Bilingual(
                    "建不了锁文件：\(reason.words.chinese)",
                    "cannot make the lock: \(reason.words.english)"))
        }
        // The holder may end between the two questions; then the lock is asked for once more.
        for _ in 0..<3 {
            var wish = Self.record(Int16(F_WRLCK))
            if fcntl(descriptor, F_SETLK, &wish) == 0 { return }
            guard errno == EAGAIN || errno == EACCES else { break }
            var holder = Self.record(Int16(F_WRLCK))
            guard fcntl(descriptor, F_GETLK, &holder) == 0 else { break }
            guard holder.l_type == Int16(F_UNLCK) else {
                close(descriptor)
                throw Self.busy(holder.l_pid, clockOffset: clockOffset)
            }
        }
        let reason = FileError(.lock, path, code: errno)
        close(descriptor)
        throw .cannotWrite(
            Bilingual("锁不了：\(reason.words.chinese)", "cannot lock: \(reason.words.english)"))
    }

    deinit {
        close(descriptor)
    }

    /// The whole file.
    private static func record(_ type: Int16) -> flock {
        flock(l_type: type, l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    }

    /// Who holds the lock, and since when, as far as the system says.
    static func busy(_ holder: pid_t, clockOffset: Int?) -> RunError {
        guard holder > 0 else {
            return .busy(
                Bilingual(
                    "另一次运行正在进行（在另一台机器或另一个容器里），请稍后再试",
                    "another run is under way (on another machine or in another container);"
                        + " try again later"))
        }
        guard let start = ProcessStart.seconds(of: holder) else {
            return .busy(
                Bilingual(
                    "另一次运行正在进行（进程 \(holder)），请稍后再试",
                    "another run is under way (process \(holder)); try again later"))
        }
        let since =
            Moment(secondsSince1970: start, offset: clockOffset ?? 0).short
            + (clockOffset == nil ? " UTC" : "")
        return .busy(
            Bilingual(
                "另一次运行正在进行（进程 \(holder)，自 \(since) 起），请稍后再试",
                "another run is under way (process \(holder), since \(since)); try again later"))
    }
}

/// When a process began, by the system's own tables.
enum ProcessStart {
    /// Seconds since 1970; nil where the process has ended or there are no such tables.
    static func seconds(of process: pid_t) -> Int? {
        guard let stat = text("/proc/\(process)/stat"), let boot = text("/proc/stat") else {
            return nil
        }
        // The name of the program, in brackets, may hold anything; behind it the 3rd field begins.
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[end...].split(separator: " ")
        let line = boot.split(separator: "\n").first { $0.hasPrefix("btime ") }
        guard fields.count > 20, let ticks = Int(fields[20]),
            let booted = line?.split(separator: " ").last.flatMap({ Int($0) })
        else { return nil }
        return booted + ticks / max(1, sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
