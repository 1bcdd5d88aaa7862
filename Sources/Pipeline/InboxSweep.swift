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
        let inbox = workshop.options.inbox
        for file in files where !ReceiptRegister.isRegister(file.path) {
            let hash = try ledgerWork { () throws(LedgerError) in
                try workshop.ledger.hash(
                    ofUnchanged: file.path, size: file.size, modified: file.modified)
            }
            guard hash != nil else { continue }
            do throws(FileError) {
                try Files.move(
                    inbox + "/" + file.path, to: "\(inbox)/\(Self.folder)/\(file.path)")
            } catch {
                throw .cannotWrite(
                    Bilingual("移不走收件：\(error)", "cannot move out of the Inbox: \(error)"))
            }
        }
    }
}
