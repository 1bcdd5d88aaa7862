import Campaigns
import Findings
import Ledgers
import Returns

// Bytes that the ledger knows, or that lie in the Inbox twice: mostly a mere copy, at times a clerk's answer.
extension InboxReader {
    /// Bytes that are known: under their own path again (touched), under another one, or, where the office
    /// took back what lies under their own, for the first time where they belong.
    func meet(
        _ known: FileRecord, _ item: InboxFile, into haul: inout Haul
    ) throws(RunError) {
        let (path, isWithdrawn, isOld) = try ledgerWork { () throws(LedgerError) in
            let path = try ledger.pathRead(ofFile: known.sha256) ?? known.path
            return (
                path, try ledger.isWithdrawn(file: known.sha256, path: path),
                try ledger.isWithdrawn(file: known.sha256, path: item.path)
            )
        }
        let isMoved = isWithdrawn || isOld || path != known.path
        let meaning = isMoved ? .nothing : try returning(known, to: item.path)
        if meaning != .nothing { haul.resent.append((known.sha256, item.path)) }
        let isAgain = path == item.path ? false : try isWorthReading(known, at: item.path)
        if meaning == .replaced, !isAgain {
            // Perhaps it was right after all: its sender has to be told that it does not count.
            note(.replacedFile(first: known.path), at: item.path, into: &haul)
        } else if path == item.path || isOld {
            haul.known += 1
        } else if isWithdrawn || isAgain {
            if let index = haul.arrivalByHash[known.sha256] {
                let first = haul.arrivals[index].file.path
                return copy(known.sha256, at: item.path, of: first, into: &haul)
            }
            // The bytes came when they first came: to be misfiled does not make them late.
            var file = known
            file.path = item.path
            let received = try received(file)
            var arrival = Arrival(
                file: file, received: received, reading: read(item, received: received))
            if !isWithdrawn { try arrival.comesAgain(after: path, in: ledger) }
            haul.append(arrival)
        } else {
            copy(known.sha256, at: item.path, of: path, into: &haul)
        }
    }

    /// The county is told of a copy; its sender too, should another month's return be awaited there.
    func copy(
        _ sha256: String, at path: String, of first: String, into haul: inout Haul
    ) {
        duplicate(of: first, path, into: &haul)
        haul.copies.append((sha256, path))
    }

    /// Notes the copies that came where another month's return is awaited, once all files are in the ledger.
    func note(_ copies: [(sha256: String, path: String)]) throws(RunError) {
        for (sha256, path) in copies {
            let hints = returns.hints(ofPath: path, asOf: asOf)
            guard let period = hints.period else { continue }
            try ledgerWork { () throws(LedgerError) in
                try ledger.record(
                    sha256, copiedTo: path, in: period, ofUnit: hints.unit, on: asOf)
            }
        }
    }

    /// Bytes that went back and lie where they did not lie before: what was wrong may have been their
    /// place (the folder of a month, a name without one), or has been mended elsewhere.
    private func isWorthReading(
        _ known: FileRecord, at path: String
    ) throws(RunError) -> Bool {
        guard known.fate == .taken else { return false }
        return try ledgerWork { () throws(LedgerError) in
            guard try ledger.wentBack(file: known.sha256) else { return false }
            return try !ledger.wasRead(file: known.sha256, at: path)
        }
    }

    private func returning(
        _ file: FileRecord, to path: String
    ) throws(RunError) -> Ledger.Return {
        try ledgerWork { () throws(LedgerError) in try ledger.returning(file, to: path) }
    }
}
