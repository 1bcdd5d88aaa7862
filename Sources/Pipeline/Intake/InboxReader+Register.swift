import Campaigns
import Files
import Findings
import Ledgers
import Returns
import Workbooks

// The receipt register (收件登记): read before all else, because it says when the other files came.

extension InboxReader {
    func take(
        register bytes: [UInt8], _ entry: FileEntry, into haul: inout Haul
    ) throws(RunError) {
        guard ReceiptRegister.isBelieved(entry.path) else {
            haul.remarks.append(
                Finding(.misplacedRegister, at: Place(file: mask.masked(entry.path))))
            return
        }
        do throws(WorkbookError) {
            let workbook = try WorkbookReader.read(
                bytes, fileName: Files.name(of: entry.path), limits: limits)
            let (lines, findings) = ReceiptRegister.read(
                workbook, path: entry.path, clockOffset: campaign.clockOffset)
            haul.register += lines.map { line in
                var line = line
                line.entry.file = mask.masked(line.entry.file)
                line.entry.note = mask.masked(line.entry.note)
                return line
            }
            haul.remarks += findings
        } catch {
            haul.remarks.append(
                Finding(.unreadableFile(error.reason), at: Place(file: entry.path)))
        }
        // Its lines are events; a note with somebody's telephone in it must not be kept beside them.
        if returns.isFree(bytes, fileName: entry.path, limits: limits) {
            try ledgerWork { () throws(LedgerError) in _ = try ledger.archive(bytes) }
        }
        haul.lines.append(
            .init(
                file: entry.path, form: nil, unit: nil, period: nil, status: "register",
                rows: haul.register.count, errors: 0, queries: 0, firstErrors: []))
    }

    /// Notes the lines that are new, and asks about those that may be about several files or about none.
    func record(
        register lines: [ReceiptRegister.Line], into haul: inout Haul
    ) throws(RunError) {
        guard !lines.isEmpty else { return }
        let noted = try ledgerWork { () throws(LedgerError) in
            Set(try ledger.record(register: lines.map(\.entry), at: asOf))
        }
        for line in lines where noted.contains(line.entry) {
            let newcomers = haul.newcomers[Files.name(of: line.entry.file)] ?? []
            let meaning = try ledgerWork { () throws(LedgerError) in
                try ledger.meaning(of: line.entry, beside: newcomers, asOf: asOf)
            }
            switch meaning {
            case .clear: break
            case .contested(let files):
                haul.remarks.append(
                    Finding(
                        .contestedReceipt(name: line.entry.file, files: files), at: line.place))
            case .elsewhere(let files):
                haul.remarks.append(
                    Finding(.receiptElsewhere(path: line.entry.file, files: files), at: line.place))
            }
        }
    }
}
