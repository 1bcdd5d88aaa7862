import Campaigns
import Findings
import Workbooks

extension ReturnReader {
    /// Reads the rows of a sheet that was taken for a form.
    func read(_ sheet: TakenSheet, isCSV: Bool, asOf: Moment) -> SheetReturn {
        let places = ReturnPlaces(
            file: sheet.path, sheet: sheet.grid.name, columns: sheet.heads.columns,
            headerRow: sheet.heads.rows.upperBound, isCSV: isCSV)
        var result = SheetReturn(
            form: sheet.form, unit: sheet.owner.unit?.code, period: sheet.owner.period,
            places: places,
            evidence: [.init(about: .form, source: .title, text: sheet.form.title)]
                + sheet.owner.evidence)
        let sheetName = isCSV ? nil : sheet.grid.name
        result.findings += sheet.owner.problems.map { problem, cell in
            Finding(
                problem,
                at: Place(file: sheet.path, sheet: sheetName, cells: cell.map { [$0] } ?? []))
        }
        result.findings += dutyFindings(sheet, sheetName: sheetName, asOf: asOf)
        result.findings += headFindings(sheet, places: places)
        result.findings += placeFindings(sheet)
        let personal = personalFindings(in: sheet, sheetName: sheetName)
        guard personal.isEmpty, !result.findings.contains(where: { $0.check == .personalData })
        else {
            // A file that goes to quarantine is read no further: nothing of it may be stored.
            result.findings += personal
            return result
        }
        let reader = RowReader(
            sheet: sheet, places: places, campaign: campaign, names: names,
            values: ValueReader(campaign: campaign, names: names, period: sheet.owner.period),
            subjects: SubjectFinder(campaign: campaign, names: names))
        let (rows, findings) = reader.rows()
        result.rows = rows
        result.findings += findings
        if rows.isEmpty {
            result.findings.append(
                Finding(.noRows, at: Place(file: sheet.path, sheet: sheetName)))
        }
        result.findings += TotalCheck(sheet: sheet, places: places, campaign: campaign)
            .findings(rows: rows)
        return result
    }

    /// A month that has not begun; a unit that does not owe the form.
    private func dutyFindings(_ sheet: TakenSheet, sheetName: String?, asOf: Moment) -> [Finding] {
        guard let period = sheet.owner.period else { return [] }
        let place = Place(file: sheet.path, sheet: sheetName)
        if period.firstDay > asOf.date {
            return [Finding(.futurePeriod(period: period.chinese), at: place)]
        }
        guard let unit = sheet.owner.unit, sheet.form.nature == .units,
            !campaign.unitsExpected(for: sheet.form, in: period)
                .contains(where: { $0.code == unit.code })
        else { return [] }
        return [Finding(.unexpectedForm(unit: unit.name, form: sheet.form.title), at: place)]
    }

    /// Missing, doubled and unknown columns; heads of personal data.
    private func headFindings(_ sheet: TakenSheet, places: ReturnPlaces) -> [Finding] {
        var findings: [Finding] = []
        let head = places.headPlace(of: [])
        let matched = Set(sheet.heads.columns.values)
        let strangers = sheet.heads.heads.keys.sorted()
            .filter { !matched.contains($0) }
            .compactMap { column in sheet.heads.heads[column].map { (column, $0) } }
        for field in sheet.form.fields where sheet.heads.columns[field.id] == nil {
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
                Finding(.missingColumn(column: field.header, proposals: proposals), at: head))
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
            } else if !["序号", "no", "no.", "编号"].contains(text.key) {
                findings.append(
                    Finding(
                        .unknownColumn(column: text.text), at: cell(column, of: sheet, places)))
            }
        }
        return findings
    }

    /// Hidden rows and columns; office records outside their folder.
    private func placeFindings(_ sheet: TakenSheet) -> [Finding] {
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
                    at: Place(file: sheet.path, sheet: sheet.grid.name)))
        }
        if sheet.form.nature != .units, let folder = sheet.form.folder,
            !FileHints.lies(sheet.path, inside: folder)
        {
            findings.append(
                Finding(
                    .misplacedRecord(form: sheet.form.title, folder: folder),
                    at: Place(file: sheet.path, sheet: sheet.grid.name)))
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
