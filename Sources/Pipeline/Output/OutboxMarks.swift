import Assessments
import Campaigns
import Files
import Findings
import Foundation
import Workbooks

/// How far a period's output has come, in the state folder: written last, so that a run that was killed
/// before leaves it to be done again.
struct OutboxMarks {
    let state: String

    /// What the period was rendered from when it was last rendered; nil where it never was.
    func key(of period: Period) -> String? { text(period, "key") }

    /// The event up to which the period's returns have their answers; 0 where there are none.
    func answered(_ period: Period) -> Int {
        if let event = text(period, "answered").flatMap({ Int($0) }) { return event }
        // Before this mark there was only the key, whose first word is an event.
        return key(of: period)?.split(separator: " ").first.flatMap { Int($0) } ?? 0
    }

    /// How a period stood when it was rendered; nil where that is not known.
    func report(of period: Period) -> RunReport.PeriodReport? {
        guard let bytes = try? Files.read(path(period, "json")) else { return nil }
        return try? JSONDecoder().decode(RunReport.PeriodReport.self, from: Data(bytes))
    }

    /// Notes what a period was rendered from and how it stands, once all that belongs to it is done.
    func note(
        _ report: RunReport.PeriodReport, of period: Period, key: String
    ) throws(RunError) {
        // What this run wrote and could not write is its own news; a run that completes the work of one
        // that was killed has other news, and leaves the same note.
        var report = report
        (report.written, report.kept, report.remarks, report.correction) = ([], [], [], nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A report is made of texts and numbers; without it the next run gathers them again.
        let bytes = (try? encoder.encode(report)) ?? Data()
        try write(String(decoding: bytes, as: UTF8.self), period, "json")
        try write(key, period, "key")
    }

    func setAnswered(_ period: Period, through event: Int) throws(RunError) {
        try write(String(event), period, "answered")
    }

    /// A table for the office alone, which never reaches the Outbox.
    func writeOffice(_ table: ContractTable, of period: Period) throws(RunError) {
        try writeOffice(CSVWriter.file(table.rows), to: table.file, of: period)
    }

    /// A file for the office alone.
    func writeOffice(_ bytes: [UInt8], to name: String, of period: Period) throws(RunError) {
        let folder = "\(state)/office/\(period)"
        try writing { () throws(FileError) in
            try Files.createFolder(folder, mode: 0o700)
            try Files.write(bytes, to: folder + "/" + name, mode: 0o600)
        }
    }

    private func path(_ period: Period, _ ending: String) -> String {
        "\(state)/outbox/\(period).\(ending)"
    }

    private func text(_ period: Period, _ ending: String) -> String? {
        (try? Files.read(path(period, ending))).map { String(decoding: $0, as: UTF8.self) }
    }

    private func write(_ text: String, _ period: Period, _ ending: String) throws(RunError) {
        try writing { () throws(FileError) in
            try Files.createFolder(state + "/outbox", mode: 0o700)
            try Files.write(Array(text.utf8), to: path(period, ending), mode: 0o600)
        }
    }

    private func writing(_ work: () throws(FileError) -> Void) throws(RunError) {
        do throws(FileError) {
            try work()
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "写不了台账文件夹：\(error.words.chinese)",
                    "cannot write the state folder: \(error.words.english)"))
        }
    }
}
