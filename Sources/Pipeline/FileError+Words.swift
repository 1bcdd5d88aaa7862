import Files
import Findings
import Glibc

extension FileError {
    /// The path and what is the matter with it, in plain words and with what to do, for the reasons that
    /// an office meets; the system's own words for the others.
    var words: Bilingual {
        let reason: (String, String)? =
            switch code {
            case ENOSPC: ("磁盘满了，请腾出空间", "the disk is full; make room")
            case EDQUOT: ("空间配额用完了，请腾出空间", "the quota is used up; make room")
            case EROFS: ("只读，写不进去，请管理员改为可写", "read-only; have it made writable")
            case EACCES, EPERM: ("没有权限，请管理员给运行的用户权限", "no rights; have the running user given them")
            case EIO: ("磁盘或网络读写出错，请管理员检查", "the disk or the network failed; have it looked at")
            case ENOTDIR: ("有一个文件占了文件夹的位置", "a file stands where a folder should be")
            default: nil
            }
        guard let reason else { return Bilingual(description, description) }
        return Bilingual("\(path)：\(reason.0)", "\(path): \(reason.1)")
    }

    /// The same where the Outbox is meant.
    var outbox: Bilingual {
        Bilingual(
            "写不了输出：\(words.chinese)。收到的都已记入台账，改好后再运行一次即可",
            "cannot write the output: \(words.english)."
                + " What came is in the ledger; mend this and run again")
    }
}
