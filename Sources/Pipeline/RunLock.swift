import Findings
import Glibc

/// Keeps two runs from working on one ledger; the system lets go of it when the process ends, however
/// it ends.
final class RunLock {
    private let descriptor: Int32

    init(_ state: String) throws(RunError) {
        let path = state + "/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(Bilingual("建不了锁文件：\(path)", "cannot make the lock \(path)"))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var buffer = [UInt8](repeating: 0, count: 64)
            let count = pread(descriptor, &buffer, buffer.count, 0)
            let holder = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
            close(descriptor)
            throw .busy(
                Bilingual(
                    "另一次运行正在进行（进程 \(holder)），请稍后再试",
                    "another run is under way (process \(holder)); try again later"))
        }
        let holder = Array(String(getpid()).utf8)
        _ = ftruncate(descriptor, 0)
        _ = holder.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        close(descriptor)
    }
}
