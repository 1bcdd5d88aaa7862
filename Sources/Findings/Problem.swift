/// What was found, with the facts that its sentence needs.
///
/// The words are in `Problem+Message.swift`
/// the code and the severity with the check (`Check`).
package enum Problem: Hashable, Sendable {
    case unreadableFile(Unreadable)
    /// Two statements of the period that disagree, each with where it stands.
    case wrongPeriod(found: String, in: Source, other: String, otherIn: Source)
    case unknownUnit(found: String?, proposals: [String])
    /// `closed` where the unit is no more.
    case unexpectedForm(unit: String, form: String, closed: ClosedUnit?)
    case unknownForm(best: String?, missing: [String])
    case ambiguousForm(one: String, other: String)
    /// Sheets of one form, and nothing says which of them is the return.
    case rivalSheets(form: String, sheets: [String])
    /// `isIssued`: the sheet is a form of ours, which had every column when it was issued.
    case missingColumn(column: String, proposals: [String], isIssued: Bool)
    case severalSheets(taken: String, others: [String])
    case hiddenContent(what: String)
    case formulaUncomputed(column: String, error: String?)
    case wrongTotal(column: String, total: String, sum: String)
    /// Several totals that all lack the figures of one row.
    case incompleteTotal(row: Int, columns: [String])
    case personalData(kind: PersonalData)
    /// Personal data outside the cells; the part of the file is named, never the datum.
    case hiddenPersonalData(kind: PersonalData, in: Hiding)
    /// A later file takes the place of an earlier one; `isTold`: of a month that was published.
    case resubmission(earlier: String, isTold: Bool)
    case duplicateFile(first: String)
    /// The same as an earlier file whose place another has taken since.
    case replacedFile(first: String)
    case equalReceipt(other: String)
    /// A line of the receipt register that may be about any of several files, and is about none.
    case contestedReceipt(name: String, files: [String])
    /// A line of the receipt register that names a path at which no file lies; those of that name lie elsewhere.
    case receiptElsewhere(path: String, files: [String])
    /// A line of the receipt register that lies before the month which the file reports on had begun.
    case earlyReceipt(file: String, received: String, month: String)
    /// A receipt register in a folder, which may be a unit's own.
    case misplacedRegister
    case unknownPeriod
    case unitConflict(found: String, in: Source, other: String, otherIn: Source)
    case noRows
    case misplacedRecord(form: String, folder: String)
    case doubledColumn(field: String, one: String, other: String)
    case unknownColumn(column: String)
    case futurePeriod(period: String)
    case damagedText(reason: String, reasonEnglish: String)
    /// An issued form that came back as it was issued, beside others that are filled in.
    case unfilledForm(form: String)
    /// Nothing but such forms.
    case nothingFilled(forms: [String])
    /// A head that is a field's but for words in its bracket, or above it; `field` is the issued head.
    case unclearHeader(column: String, field: String, words: String, isAbove: Bool)
    case turnedSheet(form: String)
    /// A second table begins below the first.
    case tablesOnOneSheet(form: String, other: String?)
    case foreignFile
    /// Columns of which hardly a cell is what its head says.
    case headMisfit(columns: [String], rows: Int)
    /// Figures stand one row below the names; the rows, as people count them, are the first name's, which is
    /// empty, and the one behind the last name.
    case movedRows(first: Int, last: Int)
    /// Not one row of the subject's column is on the unit's roster.
    case unknownRows(column: String, rows: Int)
    /// Rows behind an appendix's heading or the foot that are no rows of the table.
    case unreadRows([Int])
    /// A picture, a letter, an archive that is not opened: no return, and nothing against the sender.
    case notAReturn(Unreadable)

    case missingValue(column: String)
    /// A cell that must be filled in says that it does not apply (—, /, 不适用).
    case markedNotApplicable(column: String)
    case notANumber(column: String, found: String)
    /// A number that the spreadsheet took for a date: 3-14.
    case dateForNumber(column: String, found: String)
    case approximation(column: String, found: String)
    case unitInValue(column: String, found: String, read: String)
    case unknownChoice(column: String, found: String, choices: [String])
    case outOfRange(column: String, found: String, minimum: String?, maximum: String?)
    case amountScale(column: String, found: String, median: String)
    case badDate(column: String, found: String, reason: DateFault)
    case damagedCode(column: String, found: String)
    case codeCheckDigit(column: String, found: String)
    case notAnInteger(column: String, found: String)
    case ambiguousPercent(column: String, found: String)
    case mergedValue(column: String, cells: String)
    case dittoValue(column: String)
    case unknownName(column: String, found: String, proposals: [String])
    /// Rows of one item: their number is to name it alone.
    case duplicateNumber(column: String, number: String)
    /// What an inspector saw is no value of the column of the returns that the item is about.
    case observedValue(column: String, found: String, about: String, expected: Bilingual)

    /// Cells of a row with strikethrough; `column` and `found` are of the first one.
    case struckValue(column: String, found: String, count: Int)

    case absentEntry(name: String)
    case duplicateEntry(name: String)
    /// `candidates` are the entries that it could be, where it is more than one; `proposals` the
    /// nearest names where it is none.
    case unknownEntry(found: String, candidates: [String], proposals: [String])
    /// A row with figures that bears neither name nor code; `column` is where the name belongs.
    case namelessRow(column: String)
    /// The code is an entry's, and the name beside it is nobody's: it was read as the code says.
    case codeNameMismatch(code: String, name: String, entry: String, found: String)
    /// A whole column of such names.
    case strangeNames(column: String, rows: Int)
    case closedEntry(name: String, mergedInto: String?)
    case late(days: Int, due: String)
    case reportedByTwo(name: String, other: String)
    case noReturns(period: String)

    /// The sums of a cumulative column over the rows that had something in December.
    case notRestarted(column: String, before: String, now: String)
    case sameAsLastMonth(share: String)
    case noVariance(rows: Int)
    case mutualEvidence(one: String, other: String)
    /// `slip` says what the rows have in common, as a clause.
    case sameSlip(rows: Int, slip: Bilingual)

    case suspected(Suspected)
    case officeSheet(OfficeSheet)

    case tableMissing(table: String)
    case tableColumnMissing(table: String, column: String)
    case tableColumnUnknown(table: String, column: String, nearest: String?)
    case tableValue(column: String, found: String, expected: Bilingual)
    case tableDuplicate(column: String, found: String)
    case tableReference(column: String, found: String, table: String, nearest: String?)
    case formulaError(column: String, reason: String)
    case formulaPortability(column: String, construct: String, instead: String)
    /// `one` and `other` are what the name stands for.
    case tableAmbiguous(column: String, found: String, one: String, other: String)
    case tableReserved(column: String, found: String)
    case weightTotal(column: String, sum: String)
    /// Roster entries that stay valid when the unit that reports them has ended; `successor` is the one
    /// that it was merged into.
    case closedOwner(unit: String, lastDay: String, entries: [String], successor: String?)

    /// Why a file is no workbook that can be read.
    package enum Unreadable: Hashable, Sendable {
        case encrypted
        case legacyWorkbook
        case openDocument
        case markup
        case document(Document)
        /// RAR, 7z and others that are not opened.
        case archive
        case bundle(BundleFault)
        /// A text without columns.
        case plainText
        /// Nothing but our own list of what was wrong in a file that went back: what a returned workbook
        /// leaves when the sheet that is open is saved as CSV.
        case errorList
        /// A link to a file on the sender's own machine.
        case shortcut
        case notAWorkbook
        case empty
        case truncated
        case damaged(part: String)
        case limit(String, String)
        case encoding(offset: Int)
        case noSheets
    }

    /// What else a file turns out to be.
    package enum Document: Hashable, Sendable {
        case word, presentation, pdf, richText, picture
        /// Sound or film.
        case recording
        /// OFD, in which offices issue documents.
        case fixedLayout
        case program
    }

    /// Why a ZIP archive of files cannot be taken apart, or not all of it.
    package enum BundleFault: Hashable, Sendable {
        /// An archive where a workbook was wanted.
        case unopened
        case locked
        case empty
        /// An archive in an archive.
        case nested
        /// Two files of one name.
        case doubled(name: String)
        /// Names that point elsewhere, or hold control characters.
        case oddNames
        case unknownMethod
    }

    /// Where a file says something about itself.
    package enum Source: String, Hashable, Sendable {
        case marker, title, label, folder, fileName
        /// The columns of a sheet.
        case header
        case sheetName
        case periodLabel
        /// The roster's entries that the rows name.
        case rows
    }

    /// What a personal datum looks like; the datum itself is never kept.
    package enum PersonalData: String, Hashable, Sendable {
        case identityNumber, mobileNumber, bankCard, header
    }

    /// Where in a file personal data stands that is in no cell.
    package enum Hiding: Hashable, Sendable {
        case fileName, sheetName
        case note, drawing, properties, definedName
        /// Header, footer, drop-down list, link of a sheet.
        case sheetSurroundings
        /// Text that no cell shows any more.
        case leftover
        case otherData
    }

    package enum DateFault: Hashable, Sendable {
        case unreadable
        /// Later than the last day that the field takes.
        case after(String)
        case impossible
        /// Without a year, and in the period's own long past, where it may as well be the next.
        case yearless(String)
        /// One of two days, nobody can tell which.
        case ambiguous(String, String)
    }
}
