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
    private let order: FieldOrder

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
        let form = memory.form(sheet.form)
        order = form.order
        let merged = MergedRegions(
            sheet.grid.merges, columns: Set(sheet.heads.columns.values),
            from: sheet.heads.rows.upperBound, to: sheet.rows.data.last?.number ?? 0)
        columns = form.fields.enumerated().compactMap { ordinal, memory in
            guard let number = sheet.heads.columns[memory.field.id],
                let head = sheet.heads.heads[number]
            else { return nil }
            return Column(
                memory: memory, ordinal: ordinal, number: number, head: head,
                merged: merged[number])
        }
    }

    /// A field where it stands on the sheet; by reference, for every cell asks for it.
    private final class Column {
        let memory: FieldMemory
        /// The field's place in its form.
        let ordinal: Int
        let number: Int
        let head: HeaderText
        /// The cells that lie in merged regions, by row.
        let merged: [Int: MergedRegions.Part]

        var field: Field { memory.field }
        var id: String { memory.field.id }

        init(
            memory: FieldMemory, ordinal: Int, number: Int, head: HeaderText,
            merged: [Int: MergedRegions.Part]
        ) {
            self.memory = memory
            self.ordinal = ordinal
            self.number = number
            self.head = head
            self.merged = merged
        }

        /// One number over several cells may be each one's or their sum; and what stands over several
        /// columns is said by one of them only.
        func isAmbiguous(_ part: MergedRegions.Part) -> Bool {
            if memory.isNumber { return part.isDown || part.isAcross }
            switch field.type {
            case .subjectCode, .subjectName, .unitName, .text, .note: return false
            default: return part.isAcross && !part.leads
            }
        }
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
        let above = above?.values ?? FieldValues()
        var read: [FieldValue?] = Array(repeating: nil, count: sheet.form.fields.count)
        var struck: [Column] = []
        for column in columns {
            var cell = source[column: column.number]
            if !column.merged.isEmpty, let part = column.merged[source.number] {
                if column.isAmbiguous(part) {
                    if part.range.first.row == source.number || cell == nil {
                        problems.append(
                            (
                                column.field,
                                .mergedValue(
                                    column: column.head.text, cells: part.range.description)
                            ))
                    }
                    continue
                }
                if cell == nil, part.isDown, part.range.first.column == column.number,
                    let first = sheet.grid[part.range.first]
                {
                    cell = first
                    row.changes.append(
                        ValueChange(
                            field: column.id, raw: "", value: first.value.text, reason: .mergedDown
                        ))
                }
            }
            if cell == nil, column.id == sheet.outline.owner?.id, column.field.blank == .missing,
                let text = above[column.id],
                case .text(let name) = text, name == sheet.owner.unit?.name
            {
                // 乡镇 stands in the first row only: the sheet is the unit's own in any case.
                read[column.ordinal] = text
                row.changes.append(
                    ValueChange(field: column.id, raw: "", value: name, reason: .mergedDown))
                continue
            }
            let reading = column.memory.read(
                cell, header: column.head, above: above[column.id], by: values)
            switch reading {
            case .blank:
                continue
            case .value(let value, let change, let note):
                read[column.ordinal] = value
                if let change { row.changes.append(change) }
                if let note { problems.append((column.field, note)) }
                if cell?.isStruck == true { struck.append(column) }
            case .problem(let problem):
                problems.append((column.field, problem))
                row.unread[column.id] = cell?.value.text ?? ""
            }
        }
        row.values = FieldValues(read, in: order)
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
            [sheet.outline.name, sheet.outline.code].contains(where: {
                $0.flatMap { places.columns[$0] } != nil
            })
        else { return (nil, []) }
        func text(_ field: String?) -> String? {
            guard let field, case .text(let text)? = row.values[field] else { return nil }
            return text
        }
        let result = memory.subject(
            SubjectWords(
                form: sheet.form.id, unit: sheet.owner.unit?.code, code: text(sheet.outline.code),
                name: text(sheet.outline.name))
        ) { words in
            subjects.find(
                code: words.code, name: words.name, form: sheet.form, unit: words.unit)
        }
        switch result {
        case .entry(let entry):
            return (entry, [])
        case .byCodeAlone(let entry, let name):
            let problem = Problem.codeNameMismatch(
                code: head(sheet.outline.code), name: head(sheet.outline.name), entry: entry.name,
                found: name)
            let fields = [sheet.outline.code, sheet.outline.name].compactMap(\.self)
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
        guard let unit = sheet.owner.unit, let first = sheet.outline.owner,
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
