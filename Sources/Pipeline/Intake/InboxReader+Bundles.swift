import Files
import Findings
import Ledgers
import Returns
import Workbooks

// Archives (压缩包) in which a township sends a whole month's returns. Each member is a file of its own
// from here on: its bytes, its path (`2020-06/城关镇6月.zip/农村月报.xlsx`), its verdict. Of the archive itself
// the ledger keeps the hash and what was in it, and no bytes: what must not be kept of one member would
// stand in them.

extension InboxReader {
    /// Takes an archive apart; false for a file that is none, or that cannot be opened.
    ///
    /// One that was taken apart elsewhere is opened again: what went back of it may be right here.
    func takeApart(
        _ file: InboxFile, unfinished: String?, into haul: inout Haul
    ) throws(RunError) -> Bool {
        guard var bundle = bundle(file) else { return false }
        let (known, isKnownHere) = try ledgerWork { () throws(LedgerError) in
            (
                try ledger.file(sha256: file.sha256),
                try ledger.wasTakenApart(file.sha256, at: file.path)
            )
        }
        if isKnownHere, !haul.refused.contains(file.sha256) {
            haul.known += 1
            return true
        }
        var record = FileRecord(
            sha256: file.sha256, path: file.path, size: file.size,
            firstSeen: known?.firstSeen ?? asOf, fate: .bundle)
        let twin = haul.archives[file.sha256]
        let first =
            isKnownHere ? nil : twin ?? (known?.fate == .bundle ? known?.path : nil)
        var members: [Ledger.BundleMember] = []
        for member in bundle.members where InboxScan.isReturn(member.path) {
            let item = unpack(member, of: &bundle, file)
            // A run that was killed may have taken a part of them.
            let known = try ledgerWork { () throws(LedgerError) in
                try ledger.file(sha256: item.sha256)
            }
            if let known, known.path == item.path, known.firstSeen < record.firstSeen {
                record.firstSeen = known.firstSeen
            }
            members.append(Ledger.BundleMember(path: item.path, sha256: item.sha256))
            try take(item, unfinished: unfinished, into: &haul)
        }
        haul.ignored += links(of: bundle, file)
        haul.append(Haul.Bundle(file: record, members: members, first: first))
        return true
    }

    /// Opens an archive of the Inbox; nil for what is none, or cannot be opened, or holds nothing to be
    /// taken.
    func bundle(_ file: InboxFile) -> FileBundle? {
        guard file.archive == nil, let bundle = try? FileBundle(file.bytes, limits: limits),
            bundle.members.contains(where: { InboxScan.isReturn($0.path) })
        else { return nil }
        return bundle
    }

    /// A member as a file of its own; one that is damaged is that file's own fault.
    func unpack(
        _ member: FileBundle.Member, of bundle: inout FileBundle, _ file: InboxFile
    ) -> InboxFile {
        do throws(WorkbookError) {
            let bytes = try bundle.bytes(of: member)
            return InboxFile(member.path, of: file, bytes: bytes, mask: mask)
        } catch {
            return InboxFile(member.path, of: file, fault: error.reason, mask: mask)
        }
    }

    /// Links in an archive, which are never followed.
    func links(of bundle: FileBundle, _ file: InboxFile) -> [FileTree.Ignored] {
        bundle.links.map {
            FileTree.Ignored(
                path: RawPath(file.path + "/" + mask.masked($0)), reason: .link, isFolder: false)
        }
    }
}
