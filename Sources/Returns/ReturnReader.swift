package import Campaigns
import Findings
package import Workbooks

/// Understands a workbook as returns (上报表): which forms, whose, of which month, and every value of
/// every row with its place.
///
/// A value is read where it is certain, and is a finding where it is not; findings are collected and
/// nothing is thrown. The reader knows the campaign and nothing of the ledger.
package struct ReturnReader: Sendable {
    let campaign: Campaign
    let names: NameBook
    private let book: HeaderBook
    private let spotter: UnitSpotter
    let scan: PersonalDataScan

    /// How like a form a sheet must be to be taken for it.
    private static let leastLikeness = 0.5
    /// Two forms nearer to each other than this are not told apart.
    private static let leastDistance = 0.1

    package init(_ campaign: Campaign) {
        self.campaign = campaign
        names = NameBook(campaign)
        book = HeaderBook(campaign)
        spotter = UnitSpotter(campaign)
        scan = PersonalDataScan(campaign)
    }

    /// What a path alone speaks of, for a file that cannot be read: the form whose folder it lies in,
    /// the unit and the month that folders and name give.
    package func hints(
        ofPath path: String, asOf: Moment
    ) -> (form: String?, unit: String?, period: Period?) {
        let latestClosed = campaign.latestClosed(asOf: asOf)
        let hints = FileHints(path: path, units: spotter)
        let form = campaign.forms.first { form in
            form.folder.map { FileHints.lies(path, inside: $0) } ?? false
        }
        let mention = hints.nameMentions.count == 1 ? hints.nameMentions.first : hints.folderMention
        return (form?.id, hints.unit?.code, mention?.period(latestClosed: latestClosed))
    }

    /// Reads a workbook whose path below the Inbox is `path`, which is the file of every place.
    ///
    /// `asOf` is the run's moment: a month without a year is the latest one closed by then, and no month
    /// may begin after it.
    package func read(_ workbook: Workbook, path: String, asOf: Moment) -> FileReading {
        let latestClosed = campaign.latestClosed(asOf: asOf)
        let hints = FileHints(path: path, units: spotter)
        var reading = FileReading()
        (reading.formHint, reading.unitHint, reading.periodHint) = self.hints(
            ofPath: path, asOf: asOf)
        reading.findings += textFindings(workbook, path: path)
        var taken: [TakenSheet] = []
        var nearest: HeaderBlock?
        let visible = workbook.sheets.filter { !$0.isHidden }
        for sheet in workbook.sheets where sheet.isHidden {
            reading.findings += personalFindings(in: sheet, sheetName: sheet.name, path: path)
        }
        for sheet in visible where !sheet.rows.isEmpty {
            let blocks = HeaderBlock.candidates(in: sheet, book: book)
            if let best = blocks.first, best.likeness > nearest?.likeness ?? 0 { nearest = best }
            guard let best = blocks.first, best.likeness >= Self.leastLikeness else {
                reading.findings += personalFindings(
                    in: sheet, sheetName: workbook.isCSV ? nil : sheet.name, path: path)
                continue
            }
            if let second = blocks.dropFirst().first,
                best.likeness - second.likeness < Self.leastDistance
            {
                let problem = Problem.ambiguousForm(
                    one: book.forms[best.formIndex].title,
                    other: book.forms[second.formIndex].title)
                reading.findings.append(
                    Finding(problem, at: Place(file: path, sheet: sheet.name)))
                continue
            }
            taken.append(
                take(
                    sheet, heads: best, workbook: workbook, hints: hints, latestClosed: latestClosed
                ))
        }
        let (kept, findings) = choose(taken, hints: hints, latestClosed: latestClosed)
        reading.returns = kept.map { read($0, isCSV: workbook.isCSV, asOf: asOf) }
        reading.findings += findings
        reading.findings += personalFindings(
            around: workbook, taken: taken, path: path,
            known: reading.findings + reading.returns.flatMap(\.findings))
        let isExplained = reading.findings.contains { $0.severity == .error }
        if taken.isEmpty && !isExplained {
            reading.findings.append(
                workbook.isPlainText
                    ? Finding(.notAReturn(.plainText), at: Place(file: path))
                    : unknownForm(nearest, path: path, isEmpty: visible.allSatisfy(\.rows.isEmpty)))
        }
        reading.findings = reading.findings.map(masked)
        reading.returns = reading.returns.map(masked)
        return reading
    }

    // MARK: Which sheets

    private func take(
        _ sheet: Grid, heads: HeaderBlock, workbook: Workbook, hints: FileHints,
        latestClosed: Period
    ) -> TakenSheet {
        let form = book.forms[heads.formIndex]
        let rows = SheetRows(sheet, heads: heads)
        // A copied sheet may bear another form's marker: only one of this form counts.
        let marker = FormMarker.markers(in: workbook.definedNames).first {
            $0.form == form.id && ($0.sheet ?? sheet.name) == sheet.name
        }
        let owner = SheetOwner(
            head: rows.head, sheet: sheet.name, form: form, hints: hints, marker: marker,
            campaign: campaign, names: names, spotter: spotter, latestClosed: latestClosed)
        return TakenSheet(
            grid: sheet, heads: heads, rows: rows, form: form, owner: owner, path: hints.path)
    }

    /// Of several sheets that resemble one form, the one whose month is the file's; where that is not
    /// exactly one, none is taken.
    private func choose(
        _ taken: [TakenSheet], hints: FileHints, latestClosed: Period
    ) -> ([TakenSheet], [Finding]) {
        var kept: [TakenSheet] = []
        var findings: [Finding] = []
        let wanted =
            (hints.nameMentions.count == 1 ? hints.nameMentions.first : hints.folderMention)?
            .period(latestClosed: latestClosed)
        for form in book.forms {
            let rivals = taken.filter { $0.form.id == form.id }
            // Sheets of different units are different returns.
            for (_, group) in Dictionary(grouping: rivals, by: { $0.owner.unit?.code ?? "" })
                .sorted(by: { $0.key < $1.key })
            {
                guard group.count > 1 else {
                    kept += group
                    continue
                }
                let right = group.filter { $0.titlePeriod == wanted && wanted != nil }
                let others = group.filter { sheet in right.first?.grid.name != sheet.grid.name }
                let problem = Problem.severalSheets(
                    taken: right.first?.grid.name ?? "", others: others.map(\.grid.name))
                var finding = Finding(problem, at: Place(file: hints.path))
                if right.count == 1 {
                    kept += right
                } else {
                    finding.severity = .error
                    finding.message = Bilingual(
                        "\(group.map(\.grid.name).quotedChinese)都像《\(form.title)》，说不清要报哪一张",
                        "\(group.map(\.grid.name).quotedEnglish) all resemble “\(form.title)”")
                }
                findings.append(finding)
            }
        }
        return (kept, findings)
    }

    private func unknownForm(_ nearest: HeaderBlock?, path: String, isEmpty: Bool) -> Finding {
        if isEmpty { return Finding(.unreadableFile(.noSheets), at: Place(file: path)) }
        guard let nearest, nearest.likeness >= 0.2 else {
            return Finding(.unknownForm(best: nil, missing: []), at: Place(file: path))
        }
        let form = book.forms[nearest.formIndex]
        let missing = form.fields.filter { $0.required == .always && nearest.columns[$0.id] == nil }
        return Finding(
            .unknownForm(best: form.title, missing: missing.prefix(5).map(\.header)),
            at: Place(file: path))
    }

    // MARK: Findings about text

    private func textFindings(_ workbook: Workbook, path: String) -> [Finding] {
        workbook.notices.map { notice in
            Finding(
                .damagedText(
                    reason: notice.reason.chinese, reasonEnglish: notice.reason.english),
                at: Place(
                    file: path, sheet: notice.sheet, cells: notice.cell.map { [$0] } ?? [],
                    line: notice.line))
        }
    }
}

/// A sheet that was taken for a form, before its rows are read.
struct TakenSheet {
    var grid: Grid
    var heads: HeaderBlock
    var rows: SheetRows
    var form: Form
    var owner: SheetOwner
    var path: String

    /// The month of the sheet's own words, else of its surroundings.
    var titlePeriod: Period? { owner.period }
}

extension Workbook {
    var isCSV: Bool {
        if case .csv = format { return true }
        return false
    }

    /// A text of lines without columns: somebody's note, no table.
    var isPlainText: Bool {
        isCSV && sheets.contains { !$0.rows.isEmpty }
            && sheets.allSatisfy { $0.rows.allSatisfy { $0.cells.count < 2 } }
    }
}
