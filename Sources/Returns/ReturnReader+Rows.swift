import Campaigns
import Findings
import Workbooks

extension ReturnReader {
    /// Reads the rows of a sheet that was taken for a form.
    func read(_ sheet: TakenSheet, _ context: FileContext) -> SheetReturn {
        let places = ReturnPlaces(
            file: sheet.path, sheet: sheet.grid.name, columns: sheet.heads.columns,
            headerRow: sheet.heads.rows.upperBound, isCSV: context.isCSV)
        let name = sheet.grid.name
        var result = SheetReturn(
            form: sheet.form, unit: sheet.owner.unit?.code, period: sheet.owner.period,
            places: places, evidence: [formEvidence(sheet)] + sheet.owner.evidence)
        result.findings += sheet.owner.problems.map { problem, cell in
            Finding(problem, at: context.place(name, cell.map { [$0] } ?? []))
        }
        result.findings += sheet.remarks.map { Finding($0, at: context.place(name)) }
        result.findings += dutyFindings(sheet, context)
        result.findings += headFindings(sheet, places: places)
        result.findings += placeFindings(sheet, context)
        let personal = personalFindings(in: sheet, context)
        guard personal.isEmpty, !result.findings.contains(where: { $0.check == .personalData })
        else {
            // A file that goes to quarantine is read no further: nothing of it may be stored.
            result.findings += personal
            return result
        }
        if !sheet.owner.areRowsStrange {
            readRows(of: sheet, places: places, into: &result, context)
        }
        return result
    }

    private func readRows(
        of sheet: TakenSheet, places: ReturnPlaces, into result: inout SheetReturn,
        _ context: FileContext
    ) {
        let reader = RowReader(
            sheet: sheet, places: places, campaign: campaign, names: names,
            values: ValueReader(
                campaign: campaign, names: names, period: sheet.owner.period,
                countsFrom1904: context.countsFrom1904),
            memory: memory, subjects: SubjectFinder(campaign: campaign, names: names))
        let totals = TotalCheck(sheet: sheet, places: places, campaign: campaign)
        let (rows, findings) = reader.rows(passingOver: totals.unnamedTotals)
        guard !rows.isEmpty, sheet.holdsFigures else {
            // Nothing filled in is one thing to say, not one for every cell.
            result.findings.append(Finding(.noRows, at: context.place(sheet.grid.name)))
            return
        }
        let moved = MovedRows(sheet: sheet, places: places, campaign: campaign)
        if let moved = moved.finding(rows: rows) {
            // Whose figures a row holds is not certain, whatever name stands before them.
            result.findings.append(moved)
            return
        }
        if let misfit = HeadFit(sheet: sheet).problem(rows: rows, findings: findings) {
            // Heads and rows do not belong together: what the cells hold says nothing more.
            result.findings.append(Finding(misfit, at: places.headPlace(of: [])))
            return
        }
        result.rows = rows
        // Of a row that is nobody's only whose it is is asked.
        let nameless = Set(rows.filter { $0.isNameless(in: sheet.form) }.map(\.number))
        let told = findings.filter { finding in
            finding.check == .unknownEntry
                || !finding.place.cells.contains { nameless.contains($0.row) }
        }
        result.findings += StrangeNames(sheet: sheet, places: places).gathered(told, rows: rows)
        result.findings += totals.findings(rows: rows)
    }

    private func formEvidence(_ sheet: TakenSheet) -> SheetReturn.Evidence {
        let matched = sheet.heads.columns.count
        return .init(
            about: .form, source: .header,
            text: "\(sheet.form.fields.count)栏中认出\(matched)栏")
    }

    /// A month that has not begun; a unit that does not owe the form.
    private func dutyFindings(_ sheet: TakenSheet, _ context: FileContext) -> [Finding] {
        guard let period = sheet.owner.period else { return [] }
        let place = context.place(sheet.grid.name)
        if period.firstDay > context.asOf.date {
            return [Finding(.futurePeriod(period: period.chinese), at: place)]
        }
        guard let unit = sheet.owner.unit, sheet.form.nature == .units,
            !campaign.isExpected(sheet.form, of: unit, in: period)
        else { return [] }
        let closed = unit.validTo.flatMap { lastDay in
            lastDay >= period.lastDay
                ? nil
                : Problem.ClosedUnit(
                    lastDay: lastDay.description,
                    successor: unit.mergedInto.flatMap(campaign.unit)?.name)
        }
        return [
            Finding(
                .unexpectedForm(unit: unit.name, form: sheet.form.title, closed: closed), at: place)
        ]
    }

    /// Missing, doubled and unknown columns; heads of personal data.
    private func headFindings(_ sheet: TakenSheet, places: ReturnPlaces) -> [Finding] {
        var findings: [Finding] = []
        let head = places.headPlace(of: [])
        let matched = Set(sheet.heads.columns.values)
        let known = matched.union(sheet.heads.unclear.map(\.column))
            .union(sheet.heads.doubled.map(\.column))
        let strangers = sheet.heads.heads.keys.sorted()
            .filter { !known.contains($0) }
            .compactMap { column in sheet.heads.heads[column].map { (column, $0) } }
        for doubt in sheet.heads.unclear {
            findings.append(
                Finding(
                    .unclearHeader(
                        column: sheet.heads.heads[doubt.column]?.text ?? doubt.field,
                        field: sheet.form.field(doubt.field)?.header ?? doubt.field,
                        words: doubt.words, isAbove: doubt.isAbove),
                    at: cell(doubt.column, of: sheet, places)))
        }
        let doubted = Set(sheet.heads.unclear.map(\.field))
        let isWhole = sheet.heads.columns.count == sheet.form.fields.count
        for field in isWhole ? [] : sheet.form.fields
        where sheet.heads.columns[field.id] == nil && !doubted.contains(field.id) {
            guard field.required != .never || field.type == .subjectName else { continue }
            // The code alone identifies a row as well as the name does.
            if field.type == .subjectCode && hasColumn(.subjectName, sheet) { continue }
            if field.type == .subjectName && hasColumn(.subjectCode, sheet) { continue }
            let proposals = strangers.map(\.1.text).filter { candidate in
                editDistance(
                    Folding.key(candidate), Folding.key(field.header),
                    limit: max(1, field.header.count / 3)) != nil
            }
            findings.append(
                Finding(
                    .missingColumn(
                        column: field.header, proposals: proposals, isIssued: sheet.isIssued),
                    at: head))
        }
        for (field, column) in sheet.heads.doubled {
            let name = sheet.form.field(field)?.header ?? field
            let first = sheet.heads.columns[field].flatMap { sheet.heads.heads[$0]?.text } ?? name
            let other = sheet.heads.heads[column]?.text ?? name
            findings.append(
                Finding(
                    .doubledColumn(field: name, one: first, other: other),
                    at: cell(column, of: sheet, places)))
        }
        for (column, text) in strangers {
            if PersonalDataScan.isPersonal(text) {
                findings.append(
                    Finding(
                        .personalData(kind: .header), at: cell(column, of: sheet, places)))
            } else if !HeadRows.isSerial(text), holdsCells(column, sheet) {
                findings.append(
                    Finding(
                        .unknownColumn(column: text.text), at: cell(column, of: sheet, places)))
            }
        }
        // 备注（联系电话） is a column of telephones, whatever it is matched with.
        for column in matched.sorted() {
            guard let text = sheet.heads.heads[column],
                text.readings.contains(where: {
                    $0.brackets.contains(where: PersonalDataScan.isPersonal(bracket:))
                })
            else { continue }
            findings.append(
                Finding(.personalData(kind: .header), at: cell(column, of: sheet, places)))
        }
        return findings
    }

    /// A head over nothing is no column: merged titles of groups reach over blank ones.
    private func holdsCells(_ column: Int, _ sheet: TakenSheet) -> Bool {
        sheet.rows.data.contains { $0[column: column] != nil }
    }

    /// Hidden rows and columns; office records outside their folder.
    private func placeFindings(_ sheet: TakenSheet, _ context: FileContext) -> [Finding] {
        var findings: [Finding] = []
        let hiddenRows = sheet.rows.data.filter(\.isHidden).map(\.number)
        let hiddenColumns = sheet.heads.columns.values
            .filter { sheet.grid.hiddenColumns.contains($0) }.sorted()
        var hidden: [String] = []
        if !hiddenRows.isEmpty {
            hidden.append("第" + hiddenRows.map(String.init).joined(separator: "、") + "行")
        }
        if !hiddenColumns.isEmpty {
            let letters = hiddenColumns.map { CellReference.letters(ofColumn: $0) }
            hidden.append(letters.joined(separator: "、") + "列")
        }
        if !hidden.isEmpty {
            findings.append(
                Finding(
                    .hiddenContent(what: hidden.joined(separator: "，")),
                    at: context.place(sheet.grid.name)))
        }
        if let row = sheet.rows.otherTable {
            let forms = book.forms.filter { $0.id != sheet.form.id }
            findings.append(
                Finding(
                    .tablesOnOneSheet(
                        form: sheet.form.title,
                        other: SheetLook.form(ofHeads: row, among: forms, book: book)?.title),
                    at: context.place(
                        sheet.grid.name,
                        row.cells.first.map { [CellReference(row: row.number, column: $0.column)] }
                            ?? [])))
        }
        if !sheet.rows.appendix.isEmpty {
            let numbers = sheet.rows.appendix.map { $0.line ?? $0.number }
            findings.append(
                Finding(.unreadRows(numbers), at: context.place(sheet.grid.name)))
        }
        if sheet.form.nature != .units, let folder = sheet.form.folder,
            !context.hints.liesInside(folder: Folding.key(folder))
        {
            findings.append(
                Finding(
                    .misplacedRecord(form: sheet.form.title, folder: folder),
                    at: context.place(sheet.grid.name)))
        }
        return findings
    }

    private func hasColumn(_ type: FieldType, _ sheet: TakenSheet) -> Bool {
        sheet.form.fields.contains { $0.type == type && sheet.heads.columns[$0.id] != nil }
    }

    private func cell(_ column: Int, of sheet: TakenSheet, _ places: ReturnPlaces) -> Place {
        Place(
            file: sheet.path, sheet: places.isCSV ? nil : sheet.grid.name,
            cells: [CellReference(row: places.headerRow, column: column)])
    }
}
