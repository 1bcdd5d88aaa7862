import Campaigns
import Files
import Findings
import Foundation

extension Outbox {
    /// What was reported when the period was rendered, if it was rendered from just this and all of its
    /// files are still there; nil where it has to be rendered.
    func standing(_ period: Period, key: String) -> RunReport.PeriodReport? {
        guard isCurrent(period, key: key), let bytes = try? Files.read(reportPath(period)),
            var report = try? JSONDecoder().decode(
                RunReport.PeriodReport.self, from: Data(bytes))
        else { return nil }
        // What that run wrote and could not write is its own news.
        report.written = []
        report.remarks = []
        return report
    }

    /// Notes what a period was rendered from and how it stands, once all that belongs to it is done: a run
    /// that is cut off before renders it again.
    func note(
        _ report: RunReport.PeriodReport, _ period: Period, key: String
    ) throws(RunError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A report is made of texts and numbers; without it the next run gathers them again.
        let bytes = (try? encoder.encode(report)) ?? Data()
        do throws(FileError) {
            try Files.createFolder(state + "/outbox", mode: 0o700)
            try Files.write(Array(bytes), to: reportPath(period), mode: 0o600)
            try Files.write(Array(key.utf8), to: keyPath(period), mode: 0o600)
        } catch {
            throw .cannotWrite(
                Bilingual("写不了台账文件夹：\(error)", "cannot write the state folder: \(error)"))
        }
    }

    private func reportPath(_ period: Period) -> String { state + "/outbox/\(period).json" }
}
