import Campaigns
import Files
import Findings
import Ledgers
import Returns
import Workbooks

// Bytes that the ledger knows, or that lie in the Inbox twice: mostly a mere copy, at times a clerk's answer.
extension InboxReader {
    /// Bytes that are known: under their own path again (touched), under another one, or, where the office
    /// took back what lies under their own, for the first time where they belong.
    func meet(
        _ known: FileRecord, _ item: InboxFile, into haul: inout Haul
    ) throws(RunError) {
        let (facts, path) = try facts(on: known, at: item, haul.refused)
        if facts.returning != .nothing { haul.resent.append((known.sha256, item.path)) }
        switch facts.meaning {
        case .known:
            haul.known += 1
            if facts.isInPlace, let archive = item.archive { haul.knownHere.insert(archive) }
        case .replaced:
            // Perhaps it was right after all: its sender has to be told that it does not count.
            note(.replacedFile(first: known.path), at: item.path, into: &haul)
        case .copy: copy(item, of: path, into: &haul)
        case .first, .anew:
            if let index = haul.arrivalByHash[known.sha256] {
                return copy(item, of: haul.arrivals[index].file.path, isTwin: true, into: &haul)
            }
            let why = facts.meaning == .first ? Arrival.Why.takenBack : .readAnew
            haul.append(try readAnew(known, item, after: path, why))
        }
    }

    /// The path is the one under which the bytes were read last.
    private func facts(
        on known: FileRecord, at item: InboxFile, _ refused: Set<String> = []
    ) throws(RunError) -> (facts: KnownBytes, path: String) {
        try ledgerWork { () throws(LedgerError) in
            let (hash, path) = (
                known.sha256, try ledger.pathRead(ofFile: known.sha256) ?? known.path
            )
            var facts = KnownBytes(fate: known.fate, isInPlace: path == item.path)
            facts.namesPerson = item.personInName != nil
            facts.isWithdrawn = try ledger.isWithdrawn(file: hash, path: path)
            facts.isWithdrawnHere = try ledger.isWithdrawn(file: hash, path: item.path)
            if facts.isInPlace {
                facts.isOverOldLimit = refused.contains(hash)
            } else {
                facts.isOpen = try ledger.isOpen(file: hash)
                if facts.isOpen || facts.namesPerson {
                    facts.wasReadHere = try ledger.wasRead(file: hash, at: item.path)
                }
            }
            if !facts.isWithdrawn, !facts.isWithdrawnHere, path == known.path {
                facts.returning = try ledger.returning(known, to: item.path)
            }
            return (facts, path)
        }
    }

    /// The bytes came when they first came: to be misfiled does not make them late.
    private func readAnew(
        _ known: FileRecord, _ item: InboxFile, after path: String, _ why: Arrival.Why
    ) throws(RunError) -> Arrival {
        var file = known
        file.path = item.path
        let received = try received(file)
        var arrival = Arrival(
            file, of: item, received: received, reading: read(item, received: received))
        arrival.findFate(limits)
        // Whatever the reason is by now, these limits need not be tried again.
        if path == item.path, arrival.reading.isUnread { arrival.limits = limits.text }
        try arrival.comesAgain(after: path, fate: known.fate, why, in: ledger)
        arrival.earlier?.isThereStill = path != item.path && isThere(path)
        if arrival.file.fate != known.fate {
            try ledgerWork { () throws(LedgerError) in
                try ledger.receive(item.bytes, hash: item.bytesHash)
            }
        }
        return arrival
    }

    /// Bytes that came twice in one run, read at their second path as the next run would read them there.
    ///
    /// Nil where they are a mere copy.
    func readAgain(_ copy: Copy) throws(RunError) -> Arrival? {
        guard copy.isTwin else { return nil }
        let (known, bytes) = try ledgerWork { () throws(LedgerError) in
            (
                try ledger.file(sha256: copy.sha256),
                try ledger.bytesToReadAnew(sha256: copy.sha256)
            )
        }
        guard let known, let bytes else { return nil }
        let item = InboxFile(copy, bytes: bytes)
        let (facts, path) = try facts(on: known, at: item)
        return facts.meaning == .anew
            ? try readAnew(known, item, after: path, .readAnew) : nil
    }

    /// Whether a file lies in the Inbox under a path, or was moved out of it as taken; of a member, the archive.
    private func isThere(_ path: String) -> Bool {
        ["", InboxSweep.folder + "/"].contains { folder in
            var path: String? = path
            while let place = path {
                let file = "\(inbox)/\(folder)\(place)"
                if Files.exists(file) { return !Files.isFolder(file) }
                path = Files.parent(of: place)
            }
            return false
        }
    }

    /// The county is told of a copy; its sender too, should another month's return be awaited there.
    func copy(
        _ item: InboxFile, of first: String, isTwin: Bool = false, into haul: inout Haul
    ) {
        haul.copies.append(
            Copy(
                sha256: item.sha256, path: item.path, first: first, archive: item.archive,
                personInName: item.personInName, isTwin: isTwin))
    }

    /// Notes the copies that came where another month's return is awaited, once all files are in the ledger.
    func note(_ copies: [Copy]) throws(RunError) {
        for copy in copies {
            let hints = returns.hints(ofPath: copy.path, asOf: asOf)
            guard let period = hints.period else { continue }
            try ledgerWork { () throws(LedgerError) in
                try ledger.record(
                    copy.sha256, copiedTo: copy.path, in: period, ofUnit: hints.unit, on: asOf)
            }
        }
    }
}
