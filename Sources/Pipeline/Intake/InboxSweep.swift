import Campaigns
import Files
import Findings
import Ledgers

/// Moves what the ledger has taken out of the way, where the setting `inbox_after` is `move`.
///
/// The files keep their folders below `Inbox/已收/`, which no run looks into; the register stays, because
/// people go on writing in it. What is not in the ledger stays where it is.
struct InboxSweep {
    static let folder = "已收"

    let workshop: Workshop

    /// Does nothing where the setting says `keep`.
    func sweep(_ files: [FileEntry]) throws(RunError) {
        guard workshop.campaign.settings.text(.inboxAfter) == "move" else { return }
        for file in files where !ReceiptRegister.isRegister(file.path) {
            let hash = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.hash(
                    ofUnchanged: file.path, size: file.size, modified: file.modified)
            }
            guard hash != nil else { continue }
            do throws(FileError) {
                try move(file, in: workshop.options.inbox)
            } catch {
                throw .cannotWrite(
                    Bilingual(
                        "移不走收件：\(error.words.chinese)",
                        "cannot move out of the Inbox: \(error.words.english)"))
            }
        }
    }

    /// Moves a file that is still as it was taken; one that somebody has replaced meanwhile is put back,
    /// for the next run has to read it.
    private func move(_ file: FileEntry, in inbox: String) throws(FileError) {
        guard Files.isUnchanged(file, in: inbox) else { return }
        let taken = "\(inbox)/\(Self.folder)"
        let path = try Files.move(inbox + "/" + file.path, toFree: taken + "/" + file.path)
        var moved = file
        moved.path = String(path.dropFirst(taken.count + 1))
        if !Files.isUnchanged(moved, in: taken) {
            try Files.move(path, toFree: inbox + "/" + file.path)
        }
    }
}
