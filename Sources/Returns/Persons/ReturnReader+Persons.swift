import Campaigns
import Findings
package import Workbooks

// Personal data (个人信息), wherever in a file it stands. Telephone numbers are allowed where people are
// named who may be asked about the sheet: in its foot, and beside 填表人 or 电话 above its heads.

extension ReturnReader {
    /// What a reader of the campaign's files has to look for in all parts of a workbook.
    package var personalSearch: TextSearch {
        let scan = scan
        return TextSearch { scan.kind(in: $0) != nil }
    }

    /// Whether a file can be read and holds no numbers of persons, wherever; it need be no return.
    package func isFree(_ bytes: [UInt8], fileName: String, limits: WorkbookLimits) -> Bool {
        let workbook = try? WorkbookReader.read(
            bytes, fileName: fileName, limits: limits, seeking: personalSearch)
        guard let workbook else { return false }
        return workbook.finds.isEmpty
            && workbook.sheets.allSatisfy { scan.findings(in: $0.rows).isEmpty }
    }

    /// In the cells of a sheet that was taken for a form.
    func personalFindings(in sheet: TakenSheet, _ context: FileContext) -> [Finding] {
        let rows = sheet.rows
        lazy var labels = Set((rows.head + rows.labels).map(\.number))
        lazy var foot = Set(rows.foot.map(\.number))
        // All of its rows, whatever they were taken for: an example or another table is no less read by
        // whoever opens the file.
        let found = scan.findings(in: sheet.grid.rows) { kind, row, cell in
            guard kind == .mobileNumber else { return false }
            if labels.contains(row.number) {
                return ContactWords.speaks(of: cell.column, in: row)
            }
            let isBelowOther = rows.otherTable.map { $0.number < row.number } ?? false
            return foot.contains(row.number) || isBelowOther && SheetWords.isFoot(row)
        }
        return found.map { finding($0.kind, $0.cell, sheet.grid.name, context) }
    }

    /// In the cells of a sheet that is no form's; in a hidden one nothing is allowed.
    func personalFindings(in grid: Grid, _ context: FileContext) -> [Finding] {
        let found =
            scan.findings(in: grid.rows) { kind, row, _ in
                !grid.isHidden && kind == .mobileNumber && SheetWords.isFoot(row)
            } + personalColumns(in: grid)
        return Self.firsts(found).map { finding($0.kind, $0.cell, grid.name, context) }
    }

    /// Outside the cells: names of sheets, notes, and every other part of the workbook.
    ///
    /// A kind that was found in a cell is not told again; the cell says where to look.
    func personalFindings(
        around workbook: Workbook, taken: [TakenSheet], path: String, known: [Finding]
    ) -> [Finding] {
        var findings: [Finding] = []
        for sheet in workbook.sheets where !workbook.isCSV {
            if let kind = scan.kind(in: sheet.name) {
                findings.append(
                    Finding(.hiddenPersonalData(kind: kind, in: .sheetName), at: Place(file: path)))
            }
            let notes = sheet.notes.sorted { $0.key < $1.key }
            for (cell, note) in notes {
                guard let kind = scan.kind(in: note.author + "\n" + note.text) else { continue }
                findings.append(
                    Finding(
                        .hiddenPersonalData(kind: kind, in: .note),
                        at: Place(file: path, sheet: sheet.name, cells: [cell])))
                break
            }
        }
        guard (findings + known).allSatisfy({ $0.check != .personalData }) else {
            return findings
        }
        let allowed = allowedNumbers(in: workbook, taken)
        for find in workbook.finds {
            guard let person = scan.persons(in: find.text).first,
                !allowed.contains(person.number.digits)
            else { continue }
            let problem = Problem.hiddenPersonalData(
                kind: person.kind, in: Self.hiding(part: find.part))
            guard !findings.contains(where: { $0.message == problem.message }) else { continue }
            findings.append(Finding(problem, at: Place(file: path)))
        }
        return findings
    }

    /// Nothing that is kept of a file quotes a number of a person: a label's cell may hold the telephone
    /// as well, and a sheet may be called by one.
    func masked(_ reading: FileReading) -> FileReading {
        var reading = reading
        reading.findings = reading.findings.map(masked)
        reading.returns = reading.returns.map(masked)
        for index in reading.unread.indices {
            reading.unread[index].findings = reading.unread[index].findings.map(masked)
            reading.unread[index].sheet = reading.unread[index].sheet.map(scan.masked)
        }
        return reading
    }

    private func masked(_ finding: Finding) -> Finding {
        var finding = finding
        finding.place.sheet = finding.place.sheet.map(scan.masked)
        finding.message = Bilingual(
            scan.masked(finding.message.chinese), scan.masked(finding.message.english))
        return finding
    }

    private func masked(_ sheet: SheetReturn) -> SheetReturn {
        var sheet = sheet
        sheet.findings = sheet.findings.map(masked)
        sheet.evidence = sheet.evidence.map {
            .init(about: $0.about, source: $0.source, text: scan.masked($0.text))
        }
        return sheet
    }

    // MARK: Pieces

    private func finding(
        _ kind: Problem.PersonalData, _ cell: CellReference, _ sheet: String,
        _ context: FileContext
    ) -> Finding {
        Finding(.personalData(kind: kind), at: context.place(sheet, [cell]))
    }

    private static func firsts(
        _ found: [(kind: Problem.PersonalData, cell: CellReference)]
    ) -> [(kind: Problem.PersonalData, cell: CellReference)] {
        var kinds: Set<Problem.PersonalData> = []
        return found.sorted { $0.cell < $1.cell }.filter { kinds.insert($0.kind).inserted }
    }

    /// A head such as 姓名 over cells that are filled in: a list of persons.
    private func personalColumns(
        in grid: Grid
    ) -> [(kind: Problem.PersonalData, cell: CellReference)] {
        for (position, row) in grid.rows.enumerated() where row.cells.count > 1 {
            let below = grid.rows.dropFirst(position + 1).first { $0.cells.count > 1 }
            for cell in row.cells {
                guard case .string(let text) = cell.value, text.utf8.count <= 60,
                    below?[column: cell.column] != nil
                else { continue }
                let key = Folding.key(text)
                guard key.count <= 8, PersonalDataScan.isPersonal(key: key) else { continue }
                return [(.header, CellReference(row: row.number, column: cell.column))]
            }
        }
        return []
    }

    /// The numbers that stand where they may.
    private func allowedNumbers(in workbook: Workbook, _ taken: [TakenSheet]) -> Set<[UInt8]> {
        guard !workbook.finds.isEmpty else { return [] }
        var numbers: Set<[UInt8]> = []
        func allow(_ cell: Cell) {
            let text =
                if case .number(let number, _) = cell.value, let whole = Int(exactly: number) {
                    String(whole)
                } else { cell.value.text }
            for person in scan.persons(in: text) where person.kind == .mobileNumber {
                numbers.insert(person.number.digits)
            }
        }
        for sheet in workbook.sheets where !sheet.isHidden {
            if let rows = taken.first(where: { $0.grid.name == sheet.name })?.rows {
                rows.foot.forEach { $0.cells.forEach(allow) }
                for row in rows.head + rows.labels {
                    for cell in row.cells where ContactWords.speaks(of: cell.column, in: row) {
                        allow(cell)
                    }
                }
            } else {
                sheet.rows.filter(SheetWords.isFoot).forEach { $0.cells.forEach(allow) }
            }
        }
        return numbers
    }

    /// By the usual names of parts; others are other data.
    private static func hiding(part: String) -> Problem.Hiding {
        func has(_ words: String...) -> Bool { words.contains { part.contains($0) } }
        return if part.contains("!") {
            .otherData
        } else if has("comments", "vmldrawing") {
            .note
        } else if has("drawing", "diagram", "chart") {
            .drawing
        } else if part.hasPrefix("docprops/") {
            .properties
        } else if has("worksheets/") {
            .sheetSurroundings
        } else if part.hasSuffix("workbook.xml") {
            .definedName
        } else if has("sharedstrings") {
            .leftover
        } else { .otherData }
    }
}
