import Campaigns
import Files
import Glibc

/// What lies in the Inbox, before anything of it is opened.
struct InboxScan {
    /// Files to be looked at, by path; README, locks of open workbooks and half-copied files are not
    /// among them.
    var files: [FileEntry]
    /// Links, devices and names that cannot be printed: never followed, never read.
    var ignored: [String]
    /// Files that were still changing when the waiting time was over; the next run takes them.
    var unsettled: [String]

    /// Looks at a folder; where files have changed within `settleSeconds`, waits once until they have
    /// settled, and leaves those that go on changing.
    init(
        _ folder: String, settleSeconds: Int, watch: RunWatch = RunWatch()
    ) throws(FileError) {
        let first = try Files.tree(folder)
        ignored = first.ignored
        files = first.files.filter { Self.isReturn($0.path) }
        unsettled = []
        let now = Self.now()
        let youngest = files.map(\.modified).filter { $0 <= now + 1 }.max() ?? 0
        let wait = min(youngest + Double(settleSeconds) - now, Double(settleSeconds))
        guard wait > 0 else { return }
        watch.wait(wait)
        let second = try Files.tree(folder)
        let before = Dictionary(
            files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        files = []
        for file in second.files where Self.isReturn(file.path) {
            if before[file.path] == file || file.modified + Double(settleSeconds) <= Self.now() {
                files.append(file)
            } else {
                unsettled.append(file.path)
            }
        }
    }

    /// Names that are never a return: what was taken and moved away, Office's locks, downloads under way, what systems leave behind,
    /// and the README that explains the folder.
    static func isReturn(_ path: String) -> Bool {
        if path.hasPrefix(InboxSweep.folder + "/") { return false }
        let name = Files.name(of: path)
        let lower = name.lowercased()
        if name.hasPrefix("~$") || name.hasPrefix(".") { return false }
        if ["readme.md", "thumbs.db", "desktop.ini"].contains(lower) { return false }
        let endings = [".part", ".tmp", ".crdownload", ".download", ".filepart", ".tongbao-part"]
        return !endings.contains { lower.hasSuffix($0) }
    }

    /// The machine's clock: it decides whether a file may still be written, and nothing else.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
