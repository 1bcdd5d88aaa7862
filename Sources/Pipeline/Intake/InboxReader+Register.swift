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

    /// Notes the lines of the register that are new, and by all lines when each new file was received.
    func findReceipts(of news: [FileEntry], into haul: inout Haul) throws(RunError) {
        let paths = news.map { mask.masked($0.path) }
        try record(haul.register, beside: paths, into: &haul)
        let received = try ledgerWork { () throws(LedgerError) in
            try ledger.received(newcomers: paths, seen: asOf)
        }
        for (entry, moment) in zip(news, received) { haul.received[entry.path] = moment }
    }

    /// Asks about new files that the register has received before the month which they report on began.
    func askAboutEarlyReceipts(of haul: inout Haul) {
        for arrival in haul.arrivals {
            guard let period = arrival.period,
                period.cannotHaveCome(at: arrival.received, seen: arrival.file.firstSeen)
            else { continue }
            let path = arrival.file.path
            let line = haul.register.last {
                $0.entry.received == arrival.received
                    && ("/" + path).hasSuffix("/" + $0.entry.file)
            }
            let problem = Problem.earlyReceipt(
                file: path, received: arrival.received.short, month: period.chinese)
            haul.remarks.append(Finding(problem, at: line?.place ?? Place(file: path)))
        }
    }

    /// Asks about those lines that may be about several files, or are about none.
    private func record(
        _ lines: [ReceiptRegister.Line], beside paths: [String], into haul: inout Haul
    ) throws(RunError) {
        guard !lines.isEmpty else { return }
        let news = try ledgerWork { () throws(LedgerError) in
            let noted = Set(try ledger.record(register: lines.map(\.entry), at: asOf))
            return lines.filter { noted.contains($0.entry) }
        }
        let meanings = try ledgerWork { () throws(LedgerError) in
            try ledger.meanings(of: news.map(\.entry), beside: paths, seen: asOf)
        }
        for (line, meaning) in zip(news, meanings) {
            let problem: Problem
            switch meaning {
            case .clear: continue
            case .contested(let files):
                problem = .contestedReceipt(name: line.entry.file, files: files)
            case .elsewhere(let files):
                problem = .receiptElsewhere(path: line.entry.file, files: files)
            case .early(let file, let period):
                problem = .earlyReceipt(
                    file: file, received: line.entry.received.short, month: period.chinese)
            }
            haul.remarks.append(Finding(problem, at: line.place))
        }
    }
}
