import Assessments
import Campaigns
import Files
import Findings
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

    func setKey(of period: Period, to key: String) throws(RunError) {
        try write(key, period, "key")
    }

    func setAnswered(_ period: Period, through event: Int) throws(RunError) {
        try write(String(event), period, "answered")
    }

    /// A table for the office alone, which never reaches the Outbox.
    func writeOffice(_ table: ContractTable, of period: Period) throws(RunError) {
        let folder = "\(state)/office/\(period)"
        try writing { () throws(FileError) in
            try Files.createFolder(folder, mode: 0o700)
            try Files.write(
                CSVWriter.file(table.rows), to: folder + "/" + table.file, mode: 0o600)
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
