import Glibc

/// How much processor time a file may take; what others do on the machine does not count.
struct TimeBudget {
    private let end: Double

    /// Begins now.
    init(seconds: Double) { end = Self.now + seconds }

    /// - Throws: `.limit` once the time is used up.
    func check() throws(WorkbookError) {
        if Self.now >= end {
            throw .limit("读这个文件要花的时间太长", "it takes too long to read")
        }
    }

    /// Processor time of this thread, in seconds.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
