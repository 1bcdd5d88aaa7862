import Campaigns
import Findings
import Ledgers
import Workbooks

/// The receipt register of the office (收件登记): when each file was received.
enum ReceiptRegister {
    /// The name that makes a file the register, without its ending.
    static let name = "收件登记"

    static func isRegister(_ path: String) -> Bool {
        let base = path.split(separator: "/").last.map(String.init) ?? path
        return ["\(name).csv", "\(name).xlsx"].contains(base)
    }

    /// Reads the register: headers 文件名, 收件时间, 备注 or file, received_at, note; the times are of the
    /// campaign's zone unless they say otherwise.
    static func read(
        _ workbook: Workbook, path: String, clockOffset: Int
    ) -> (entries: [ReceiptEntry], findings: [Finding]) {
        guard let sheet = workbook.sheets.first(where: { !$0.isHidden && !$0.rows.isEmpty }),
            let head = sheet.rows.first
        else { return ([], []) }
        func column(_ names: [String]) -> Int? {
            head.cells.first { names.contains(Folding.key($0.value.text)) }?.column
        }
        guard let file = column(["文件名", "文件", "file"]),
            let received = column(["收件时间", "收到时间", "received_at"])
        else {
            let problem = Problem.tableColumnMissing(table: name, column: "文件名、收件时间")
            return ([], [Finding(problem, at: Place(file: path))])
        }
        let note = column(["备注", "note"])
        var entries: [ReceiptEntry] = []
        var findings: [Finding] = []
        for row in sheet.rows.dropFirst() {
            let name = row[column: file]?.value.text.trimmed ?? ""
            guard !name.isEmpty else { continue }
            let cell = row[column: received]?.value
            guard let moment = cell.flatMap({ moment($0, clockOffset: clockOffset) }) else {
                let place = Place(
                    file: path, cells: [CellReference(row: row.number, column: received)],
                    line: row.line)
                findings.append(
                    Finding(
                        .badDate(
                            column: "收件时间", found: cell?.text ?? "", reason: .unreadable),
                        at: place))
                continue
            }
            entries.append(
                ReceiptEntry(
                    file: name, received: moment,
                    note: note.flatMap { row[column: $0]?.value.text } ?? ""))
        }
        return (entries, findings)
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
