import Campaigns
import Files
import Findings
import Returns
import Workbooks

extension InboxReader {
    /// Understands a file; one that is no workbook is a reading with that finding.
    ///
    /// `received` is when it came: what it says without a year is meant from there.
    func read(_ file: InboxFile, received: Moment) -> FileReading {
        opened(file, received: received).reading
    }

    /// The same with the workbook itself, nil where it is none.
    func opened(
        _ file: InboxFile, received: Moment
    ) -> (reading: FileReading, workbook: Workbook?) {
        var (reading, workbook) = content(of: file, received)
        if let kind = file.personInName {
            reading.findings.insert(
                Finding(
                    .hiddenPersonalData(kind: kind, in: .fileName), at: Place(file: file.path)),
                at: 0)
        }
        return (reading, workbook)
    }

    private func content(
        of file: InboxFile, _ received: Moment
    ) -> (FileReading, Workbook?) {
        if let fault = file.fault { return (unread(file, fault), nil) }
        do throws(WorkbookError) {
            let workbook = try WorkbookReader.read(
                file.bytes, fileName: Files.name(of: file.path), limits: limits,
                seeking: returns.personalSearch, memory: parts)
            let reading = returns.read(
                workbook, path: file.path, asOf: asOf, received: received)
            return (reading, workbook)
        } catch {
            return (unread(file, fault(of: file, error.reason)), nil)
        }
    }

    /// What is wrong with an archive is not what would be wrong with it as a workbook.
    private func fault(
        of file: InboxFile, _ reason: Problem.Unreadable
    ) -> Problem.Unreadable {
        do throws(WorkbookError) {
            guard try FileBundle(file.bytes, limits: limits) != nil else { return reason }
            return .bundle(file.archive == nil ? .empty : .nested)
        } catch {
            return error.reason
        }
    }

    private func unread(_ file: InboxFile, _ reason: Problem.Unreadable) -> FileReading {
        let hints = returns.hints(ofPath: file.path, asOf: asOf)
        let problem: Problem =
            Self.isReturn(reason, path: file.path) ? .unreadableFile(reason) : .notAReturn(reason)
        var reading = FileReading(
            findings: [Finding(problem, at: Place(file: file.path))],
            formHint: hints.form, unitHint: hints.unit, periodHint: hints.period)
        reading.fault = reason
        return reading
    }

    /// Whether what cannot be read was meant as a return: a spreadsheet, be it locked, old, damaged or
    /// empty.
    ///
    /// Of an archive nobody can say what is in it.
    private static func isReturn(_ reason: Problem.Unreadable, path: String) -> Bool {
        switch reason {
        case .document, .archive, .bundle, .plainText, .errorList, .shortcut: false
        case .encrypted, .legacyWorkbook, .openDocument, .markup, .notAWorkbook, .empty,
            .truncated, .damaged, .limit, .encoding, .noSheets:
            !path.lowercased().hasSuffix(".zip")
        }
    }
}
