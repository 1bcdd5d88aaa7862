import Campaigns
import Files
import Findings
import Glibc

/// What lies in the Inbox, before anything of it is opened.
struct InboxScan {
    /// Files to be looked at, by path; README, locks of open workbooks and half-copied files are not
    /// among them.
    private(set) var files: [FileEntry] = []
    /// Links, devices, names that cannot be printed, and what cannot be read: never opened.
    private(set) var ignored: [FileTree.Ignored] = []
    /// Files that were still changing when the waiting time was over; the next run takes them.
    private(set) var unsettled: [String] = []

    /// Looks at a folder.
    ///
    /// Where files that are not known have changed within `settleSeconds`, it waits once until they
    /// have settled, and leaves those that go on changing. A time of change that is still to come (a
    /// clock that is ahead) tells nothing: such a file is watched over the whole time.
    init(
        _ folder: String, settleSeconds: Int,
        isKnown: (FileEntry) throws(RunError) -> Bool = { _ in false },
        clock: () -> Double = Self.now, wait: (Double) -> Void = Self.sleep
    ) throws(RunError) {
        let first = try Self.look(folder)
        (files, ignored) = (first.files, first.ignored)
        let settle = Double(settleSeconds)
        let now = clock()
        var longest = 0.0
        for file in files where !Self.hasSettled(file, at: now, after: settle) {
            if try isKnown(file) { continue }
            longest = max(longest, file.modified > now ? settle : file.modified + settle - now)
        }
        guard longest > 0 else { return }
        wait(longest)
        let second = try Self.look(folder)
        ignored = second.ignored
        let before = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        let after = clock()
        files = []
        for file in second.files {
            if before[file.path] == file || Self.hasSettled(file, at: after, after: settle) {
                files.append(file)
            } else {
                unsettled.append(file.path)
            }
        }
    }

    /// Everything that could be seen was seen: what is missing was not there.
    var isComplete: Bool {
        unsettled.isEmpty
            && !ignored.contains { if case .unreadable = $0.reason { true } else { false } }
    }

    private static func hasSettled(_ file: FileEntry, at now: Double, after settle: Double) -> Bool
    {
        file.modified + settle <= now
    }

    private static func look(_ folder: String) throws(RunError) -> FileTree {
        do throws(FileError) {
            var tree = try FileTree(folder)
            tree.keep { isReturn($0) }
            return tree
        } catch {
            throw .setUp(
                Bilingual(
                    "读不了收件文件夹：\(error.words.chinese)",
                    "cannot read the Inbox: \(error.words.english)"))
        }
    }

    /// Names that are never a return: what was taken and moved away, Office's locks, downloads under way, what systems leave behind,
    /// and the README that explains the folder.
    static func isReturn(_ path: String) -> Bool {
        if path.hasPrefix(InboxSweep.folder + "/") { return false }
        let name = Files.name(of: path)
        let lower = name.lowercased()
        if name.hasPrefix("~$") || name.hasPrefix(".") { return false }
        if ["readme.md", "thumbs.db", "desktop.ini", "lost+found"].contains(lower) { return false }
        let endings = [".part", ".tmp", ".crdownload", ".download", ".filepart", Files.partSuffix]
        return !endings.contains { lower.hasSuffix($0) }
    }

    /// The machine's clock: it decides whether a file may still be written, and nothing else.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Sleeps so long by a clock that nobody sets, whatever signals come.
    static func sleep(_ seconds: Double) {
        let whole = seconds.rounded(.down)
        var left = timespec(tv_sec: Int(whole), tv_nsec: Int((seconds - whole) * 1e9))
        var interrupted = left
        while clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &interrupted) == EINTR {
            left = interrupted
        }
    }
}
