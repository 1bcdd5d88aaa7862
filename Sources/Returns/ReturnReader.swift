package import Campaigns
import Findings
package import Workbooks

/// Understands a workbook as returns (上报表): which forms, whose, of which month, and every value of
/// every row with its place.
///
/// A value is read where it is certain, and is a finding where it is not; findings are collected and
/// nothing is thrown. A sheet that is not certain goes back for itself: the others of its workbook are
/// read. The reader knows the campaign and nothing of the ledger.
package struct ReturnReader: Sendable {
    let campaign: Campaign
    let names: NameBook
    let book: HeaderBook
    let spotter: UnitSpotter
    let memory: ReadingMemory
    let labels = LabelMemory()
    let beginnings: RowBeginningMemory
    let scan: PersonalDataScan

    package init(_ campaign: Campaign) {
        self.campaign = campaign
        names = NameBook(campaign)
        book = HeaderBook(campaign)
        spotter = UnitSpotter(campaign)
        memory = ReadingMemory(campaign)
        beginnings = RowBeginningMemory(book)
        scan = PersonalDataScan(campaign)
    }

    /// What a path alone speaks of, for a file that cannot be read: the form whose folder it lies in,
    /// the unit and the month that folders and name give.
    package func hints(
        ofPath path: String, asOf: Moment
    ) -> (form: String?, unit: String?, period: Period?) {
        hints(FileHints(path: path, units: spotter), asOf: asOf)
    }

    private func hints(
        _ hints: FileHints, asOf: Moment
    ) -> (form: String?, unit: String?, period: Period?) {
        let form = book.outlines.firstIndex { outline in
            outline.folderKey.map { hints.liesInside(folder: $0) } ?? false
        }.map { book.forms[$0].id }
        let latestBegun = Period(containing: asOf.date)
        return (form, hints.unit?.code, hints.mention?.period(latestBegun: latestBegun))
    }

    /// Reads a workbook whose path below the Inbox is `path`, which is the file of every place.
    ///
    /// `asOf` is the run's moment: no month may begin after it. A month without a year is the latest that had
    /// begun when the file came, which is at `received`, else now: what is read again a year later means
    /// the month that it meant.
    package func read(
        _ workbook: Workbook, path: String, asOf: Moment, received: Moment? = nil
    ) -> FileReading {
        let came = received ?? asOf
        let hints = FileHints(path: path, units: spotter)
        let context = FileContext(
            path: path, hints: hints, latestBegun: Period(containing: came.date), asOf: asOf,
            isCSV: workbook.isCSV, countsFrom1904: workbook.countsFrom1904,
            isReturnedCopy: workbook.sheets.contains(where: ErrorListSheet.isOne))
        var reading = FileReading()
        (reading.formHint, reading.unitHint, reading.periodHint) = self.hints(hints, asOf: came)
        reading.findings += textFindings(workbook, path: path)
        // A list of ours from a round before is no return; like what is hidden it is only searched.
        var visible: [Grid] = []
        for sheet in workbook.sheets {
            if sheet.isHidden || ErrorListSheet.isOne(sheet) {
                reading.findings += personalFindings(in: sheet, context)
            } else if !sheet.rows.isEmpty {
                visible.append(sheet.withoutPlaceholders(of: workbook))
            }
        }
        let markers = FormMarker.markers(in: workbook.definedNames)
        var (taken, others) = ([TakenSheet](), [OtherSheet]())
        for sheet in visible {
            switch SheetLook(sheet, markers: markers, in: workbook, book: book) {
            case .form(let heads, let marker):
                taken.append(take(sheet, heads: heads, marker: marker, context))
            case .other(let other):
                others.append(other)
                reading.findings += personalFindings(in: sheet, context)
            }
        }
        let unfilled = taken.filter { $0.isUnfilled(in: campaign) }
        reading.findings += unfilledFindings(unfilled, isAll: unfilled.count == taken.count, path)
        let (kept, unclear) = choose(taken.filter { !$0.isUnfilled(in: campaign) }, context)
        reading.returns = kept.map { read($0, context) }
        reading.unread = unclear + answers(to: others, besides: taken, context)
        for sheet in taken where !kept.contains(where: { $0.grid.name == sheet.grid.name }) {
            reading.findings += personalFindings(in: sheet, context)
        }
        reading.findings += personalFindings(
            around: workbook, taken: taken, path: path, known: reading.allFindings)
        if taken.isEmpty, reading.unread.isEmpty, !reading.holdsPersonalData {
            let problem: Problem =
                if visible.isEmpty, workbook.sheets.contains(where: ErrorListSheet.isOne) {
                    .notAReturn(.errorList)
                } else if visible.isEmpty {
                    .unreadableFile(.noSheets)
                } else if workbook.isPlainText {
                    .notAReturn(.plainText)
                } else if reading.formHint == nil {
                    .foreignFile
                } else {
                    // In the folder of a form it was sent as that form's return, whatever it is.
                    .unknownForm(best: nil, missing: [])
                }
            reading.findings.append(Finding(problem, at: Place(file: path)))
        }
        return masked(reading)
    }

    private func take(
        _ sheet: Grid, heads: HeaderBlock, marker: FormMarker?, _ context: FileContext
    ) -> TakenSheet {
        let form = book.forms[heads.formIndex]
        let sector = form.sector ?? ""
        let rows = SheetRows(sheet, heads: heads, book: book, memory: beginnings) { text in
            campaign.entry(text) != nil || !names.entries(named: text, sector: sector).isEmpty
                || (form.sector == nil && !names.units(named: text).isEmpty)
        }
        let head = SheetHead(rows, memory: labels)
        var owner = SheetOwner(
            head: head, sheet: sheet, form: form, context: context, marker: marker,
            campaign: campaign, names: names, labels: labels, spotter: spotter)
        if let unit = owner.unit,
            let other = strangeOwner(of: rows.data, under: heads, saidToBe: unit)
        {
            owner.rowsName(other, not: unit, at: head.units.first?.cell)
        }
        var heads = heads
        if let period = owner.period { heads.doubtGroups(not: period) }
        if let money = head.money { heads.apply(unit: money, book: book) }
        heads.settleDoubles(in: rows.data)
        return TakenSheet(
            grid: sheet, heads: heads, rows: rows, form: form,
            outline: book.outlines[heads.formIndex], owner: owner, path: context.path,
            isIssued: marker != nil)
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

/// What holds for all sheets of a file.
struct FileContext {
    let path: String
    let hints: FileHints
    let latestBegun: Period
    let asOf: Moment
    let isCSV: Bool
    let countsFrom1904: Bool
    /// Our list of errors is in it: it is a workbook that we sent back, under a name that we gave it.
    let isReturnedCopy: Bool

    /// A CSV has no sheets to speak of.
    func place(_ sheet: String, _ cells: [CellReference] = []) -> Place {
        Place(file: path, sheet: isCSV ? nil : sheet, cells: cells)
    }
}

/// A sheet that was taken for a form, before its rows are read.
struct TakenSheet {
    var grid: Grid
    var heads: HeaderBlock
    var rows: SheetRows
    var form: Form
    let outline: FormOutline
    var owner: SheetOwner
    var path: String
    /// A marker says that the sheet is a form of ours.
    var isIssued = false
    /// What there is to say about the sheet beside what is wrong in it.
    var remarks: [Problem] = []

    /// Some row says more than whose it is: an issued form comes back with the names in it in any case.
    var holdsFigures: Bool {
        let columns = outline.saying.compactMap { heads.columns[$0] }
        return rows.data.contains { row in
            columns.contains { column in
                row[column: column].map {
                    !$0.value.text.trimmed.isEmpty || $0.value.isUnfinished
                } ?? false
            }
        }
    }
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
