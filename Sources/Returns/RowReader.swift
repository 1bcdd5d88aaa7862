import Campaigns
import Findings
import Workbooks

/// Reads the data rows of one sheet into typed rows.
struct RowReader {
    let sheet: TakenSheet
    let places: ReturnPlaces
    let campaign: Campaign
    let names: NameBook
    let values: ValueReader
    let memory: ReadingMemory
    let subjects: SubjectFinder
    /// The fields that the sheet has.
    private let columns: [Column]
    private let nameField: String?
    private let codeField: String?
    /// The column that names the reporting unit once more in each row.
    private let ownerField: Field?
    /// The merged region of each cell below a merge's first.
    private let merged: [CellReference: CellRange]

    init(
        sheet: TakenSheet, places: ReturnPlaces, campaign: Campaign, names: NameBook,
        values: ValueReader, memory: ReadingMemory, subjects: SubjectFinder
    ) {
        self.sheet = sheet
        self.places = places
        self.campaign = campaign
        self.names = names
        self.values = values
        self.memory = memory
        self.subjects = subjects
        let form = sheet.form
        self.columns = memory.fields(of: form).compactMap { memory in
            guard let column = sheet.heads.columns[memory.field.id],
                let head = sheet.heads.heads[column]
            else { return nil }
            return Column(memory: memory, number: column, head: head)
        }
        nameField = form.fields.first { $0.type == .subjectName }?.id
        codeField = form.fields.first { $0.type == .subjectCode }?.id
        ownerField =
            form.sector == nil
            ? nil
            : form.fields.first.flatMap { first in
                first.type == .unitName ? first : nil
            }
        var merged: [CellReference: CellRange] = [:]
        let columns = Set(sheet.heads.columns.values)
        for range in sheet.grid.merges where range.first.row > sheet.heads.rows.upperBound {
            for row in range.first.row...min(range.last.row, range.first.row + 5000)
            where columns.contains(range.first.column) {
                merged[CellReference(row: row, column: range.first.column)] = range
            }
        }
        self.merged = merged
    }

    /// A field where it stands on the sheet.
    private struct Column {
        let memory: FieldMemory
        let number: Int
        let head: HeaderText

        var field: Field { memory.field }
        var id: String { memory.field.id }
    }

    /// All rows in order, but for those with the numbers in `totals`.
    func rows(passingOver totals: Set<Int>) -> ([ReturnRow], [Finding]) {
        var rows: [ReturnRow] = []
        var findings: [Finding] = []
        for row in sheet.rows.data where !isBlank(row) && !totals.contains(row.number) {
            let (read, found) = self.row(row, above: rows.last)
            rows.append(read)
            findings += found
        }
        return (rows, findings)
    }

    /// A row that holds nothing but a serial number or what a merge spreads over it.
    private func isBlank(_ row: Grid.Row) -> Bool {
        !columns.contains { column in
            guard !column.memory.isUnitName, let cell = row[column: column.number] else {
                return false
            }
            return !cell.value.isBlank
        }
    }

    private func row(_ source: Grid.Row, above: ReturnRow?) -> (ReturnRow, [Finding]) {
        var row = ReturnRow(number: source.number, line: source.line)
        var problems: [(Field, Problem)] = []
        var struck: [Column] = []
        row.values.reserveCapacity(columns.count)
        for column in columns {
            let place = CellReference(row: source.number, column: column.number)
            var cell = source[column: column.number]
            if !merged.isEmpty, let range = merged[place], range.first.row != range.last.row {
                if column.memory.isNumber {
                    if range.first.row == source.number || cell == nil {
                        problems.append(
                            (
                                column.field,
                                .mergedValue(column: column.head.text, cells: range.description)
                            ))
                    }
                    continue
                }
                if cell == nil, let first = sheet.grid[range.first] {
                    cell = first
                    row.changes.append(
                        ValueChange(
                            field: column.id, raw: "", value: first.value.text, reason: .mergedDown
                        ))
                }
            }
            if cell == nil, column.id == ownerField?.id, column.field.blank == .missing,
                let text = above?.values[column.id],
                case .text(let name) = text, name == sheet.owner.unit?.name
            {
                // 乡镇 stands in the first row only: the sheet is the unit's own in any case.
                row.values[column.id] = text
                row.changes.append(
                    ValueChange(field: column.id, raw: "", value: name, reason: .mergedDown))
                continue
            }
            let reading = column.memory.read(
                cell, header: column.head, above: above?.values[column.id], by: values)
            switch reading {
            case .blank:
                continue
            case .value(let value, let change, let note):
                row.values[column.id] = value
                if let change { row.changes.append(change) }
                if let note { problems.append((column.field, note)) }
                if cell?.isStruck == true { struck.append(column) }
            case .problem(let problem):
                problems.append((column.field, problem))
                row.unread[column.id] = cell?.value.text ?? ""
            }
        }
        let (subject, subjectFindings) = find(in: row, of: source, problems: problems)
        row.subject = subject?.code
        let known = subject.map { Finding.Subject(code: $0.code, name: $0.name) }
        let findings = problems.map { field, problem in
            Finding(problem, at: places.place(of: [field.id], in: row), subject: known)
        }
        return (
            row,
            findings + struckFindings(struck, row, of: source, subject: known) + subjectFindings
                + ownerFindings(row, subject: known)
        )
    }

    /// Whether somebody has struck something out and meant it gone is asked once a row: often it is the
    /// whole of it.
    private func struckFindings(
        _ struck: [Column], _ row: ReturnRow, of source: Grid.Row, subject: Finding.Subject?
    ) -> [Finding] {
        guard let first = struck.first else { return [] }
        let problem = Problem.struckValue(
            column: first.head.text, found: source[column: first.number]?.value.text ?? "",
            count: struck.count)
        let place = places.place(of: struck.map(\.id), in: row)
        return [Finding(problem, at: place, subject: subject)]
    }

    /// The roster entry of a row, where the form has a sector.
    private func find(
        in row: ReturnRow, of source: Grid.Row, problems: [(Field, Problem)]
    ) -> (RosterEntry?, [Finding]) {
        // Where the columns are missing, that is told once.
        guard sheet.form.sector != nil,
            [nameField, codeField].contains(where: { $0.flatMap { places.columns[$0] } != nil })
        else { return (nil, []) }
        func text(_ field: String?) -> String? {
            guard let field, case .text(let text)? = row.values[field] else { return nil }
            return text
        }
        let result = memory.subject(
            SubjectWords(
                form: sheet.form.id, unit: sheet.owner.unit?.code, code: text(codeField),
                name: text(nameField))
        ) { words in
            subjects.find(
                code: words.code, name: words.name, form: sheet.form, unit: words.unit)
        }
        switch result {
        case .entry(let entry):
            return (entry, [])
        case .byCodeAlone(let entry, let name):
            let problem = Problem.codeNameMismatch(
                code: head(codeField), name: head(nameField), entry: entry.name, found: name)
            let fields = [codeField, nameField].compactMap { $0 }
            return (
                entry,
                [
                    Finding(
                        problem, at: places.place(of: fields, in: row),
                        subject: .init(code: entry.code, name: entry.name))
                ]
            )
        case .problem(let problem, let fields):
            return (nil, [Finding(problem, at: places.place(of: fields.map(\.id), in: row))])
        }
    }

    /// The head of a field's column as it stands on the sheet.
    private func head(_ field: String?) -> String {
        columns.first { $0.id == field }?.head.text ?? ""
    }

    /// In a form of roster entries, a unit column names the reporting unit itself where the form has
    /// such a column before the entry's own (乡镇, 单位名称).
    private func ownerFindings(_ row: ReturnRow, subject: Finding.Subject?) -> [Finding] {
        guard let unit = sheet.owner.unit, let first = ownerField,
            case .text(let name)? = row.values[first.id], name != unit.name,
            let head = places.columns[first.id].flatMap({ sheet.heads.heads[$0] }),
            // A supervising department on a township's list of social organisations is no contradiction.
            campaign.units.first(where: { $0.name == name })?.kind == unit.kind
        else { return [] }
        let problem = Problem.unitConflict(
            found: name, in: .label, other: unit.name, otherIn: .title)
        var finding = Finding(problem, at: places.place(of: [first.id], in: row), subject: subject)
        finding.message = Bilingual(
            "“\(head.text)”写的是“\(name)”，本表的填报单位是“\(unit.name)”",
            "“\(head.text)” says “\(name)”, but the return is of “\(unit.name)”")
        return [finding]
    }
}
