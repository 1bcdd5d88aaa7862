import Campaigns
import Files
import Findings
import Ledgers
import Workbooks

/// The receipt register of the office (收件登记): when each file was received.
enum ReceiptRegister {
    /// The name that makes a file the register, without its ending.
    static let name = "收件登记"

    /// A line with the cell in which it names the file.
    struct Line {
        var entry: ReceiptEntry
        var place: Place
    }

    /// Whether a file is a register or is called like one; in the Inbox itself a name that begins so is one as
    /// well: 收件登记2021.csv.
    static func isRegister(_ path: String) -> Bool {
        let base = Files.name(of: path)
        if base == path, base.hasPrefix(name) {
            return [".csv", ".xlsx"].contains { base.hasSuffix($0) }
        }
        return ["\(name).csv", "\(name).xlsx"].contains(base)
    }

    /// Only what lies in the Inbox itself is believed.
    ///
    /// A folder may be a unit's, and who hands in a register with his returns says when they came.
    static func isBelieved(_ path: String) -> Bool { isRegister(path) && !path.contains("/") }

    /// How many rows may stand above the heads and with them: a title, a line on who keeps the register.
    private static let headRows = 10

    /// The columns by their heads, of a row that has the two that a register needs.
    private struct Heads {
        var file: Int
        var received: Int
        var note: Int?

        init?(_ row: Grid.Row) {
            func column(_ names: [String]) -> Int? {
                row.cells.first { names.contains(Folding.key($0.value.text)) }?.column
            }
            guard let file = column(["文件名", "文件", "file"]),
                let received = column(["收件时间", "收到时间", "received_at"])
            else { return nil }
            (self.file, self.received, note) = (file, received, column(["备注", "note"]))
        }
    }

    /// Reads the register, a title above its heads aside: headers 文件名, 收件时间, 备注 or file, received_at, note; the times are of the
    /// campaign's zone unless they say otherwise.
    static func read(
        _ workbook: Workbook, path: String, clockOffset: Int
    ) -> (lines: [Line], findings: [Finding]) {
        guard let sheet = workbook.sheets.first(where: { !$0.isHidden && !$0.rows.isEmpty }) else {
            return ([], [])
        }
        guard let head = sheet.rows.prefix(headRows).firstIndex(where: { Heads($0) != nil }),
            let heads = Heads(sheet.rows[head])
        else {
            let problem = Problem.tableColumnMissing(table: name, column: "文件名、收件时间")
            return ([], [Finding(problem, at: Place(file: path))])
        }
        let (file, received, note) = (heads.file, heads.received, heads.note)
        var lines: [Line] = []
        var findings: [Finding] = []
        for row in sheet.rows[(head + 1)...] {
            let name = row[column: file]?.value.text.trimmed ?? ""
            guard !name.isEmpty else { continue }
            func place(_ column: Int) -> Place {
                Place(
                    file: path, cells: [CellReference(row: row.number, column: column)],
                    line: row.line)
            }
            let cell = row[column: received]?.value
            guard let moment = cell.flatMap({ moment($0, clockOffset: clockOffset) }) else {
                findings.append(
                    Finding(
                        .badDate(
                            column: "收件时间", found: cell?.text ?? "", reason: .unreadable),
                        at: place(received)))
                continue
            }
            let entry = ReceiptEntry(
                file: fileName(name), received: moment,
                note: note.flatMap { row[column: $0]?.value.text } ?? "")
            lines.append(Line(entry: entry, place: place(file)))
        }
        return (lines, findings)
    }

    /// The name or path that a line gives, as the ledger has paths: Windows parts folders by `\`.
    private static func fileName(_ text: String) -> String {
        String(text.replacing("\\", with: "/").drop { $0 == "/" })
    }

    /// `2020-07-02 16:20`, `2020/7/2 9:05`, or a date cell.
    private static func moment(_ value: CellValue, clockOffset: Int) -> Moment? {
        if case .date(let date, _) = value {
            return Moment(iso: date.iso.prefix(19).description, offset: clockOffset)
        }
        let text = value.text.trimmed
        if let moment = Moment(iso: text, offset: clockOffset) { return moment }
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard let day = parts.first, parts.count <= 2 else { return nil }
        let numbers = day.split(whereSeparator: { "-/.年月日".contains($0) }).compactMap { Int($0) }
        guard numbers.count == 3,
            let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
        else { return nil }
        guard parts.count == 2 else { return Moment(date, secondOfDay: 0) }
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        guard (2...3).contains(clock.count), clock[0] < 24, clock[1] < 60, (clock.last ?? 0) < 60
        else { return nil }
        return Moment(
            date,
            secondOfDay: clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0))
    }
}
