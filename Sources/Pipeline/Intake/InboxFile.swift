import Findings
import Ledgers
import Returns

/// The bytes of one file on their way in: from the Inbox itself, or out of an archive that lies there.
struct InboxFile {
    /// Below the Inbox, for everything but opening it: numbers of persons in it are masked.
    let path: String
    let bytes: [UInt8]
    let sha256: String
    /// What personal data the name holds, or that of a folder.
    var personInName: Problem.PersonalData?
    /// Why there are no bytes to read.
    var fault: Problem.Unreadable?
    /// The path of the archive in which it lies.
    var archive: String?

    var size: Int { bytes.count }

    /// Of an empty file that of nothing, which is not its identity.
    var bytesHash: String { bytes.isEmpty ? Ledger.hash(of: bytes) : sha256 }

    /// Of an empty file the identity is where it lies: it is never a duplicate.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        sha256 = Ledger.hash(of: bytes.isEmpty ? Array(path.utf8) : bytes)
    }

    /// A file as it lies there.
    init(_ path: String, _ bytes: [UInt8], mask: PersonalMask) {
        let masked = mask.masked(path)
        self.init(path: masked, bytes: bytes)
        personInName = masked == path ? nil : mask.kind(in: path)
    }

    /// A member of an archive.
    init(_ inner: String, of bundle: InboxFile, bytes: [UInt8], mask: PersonalMask) {
        self.init(path: bundle.path + "/" + mask.masked(inner), bytes: bytes)
        personInName = bundle.personInName ?? mask.kind(in: inner)
        archive = bundle.path
    }

    /// Bytes that the ledger keeps, under the further path at which they lay.
    init(_ copy: Copy, bytes: [UInt8]) {
        (path, sha256, archive) = (copy.path, copy.sha256, copy.archive)
        (personInName, self.bytes) = (copy.personInName, bytes)
    }

    /// A member that cannot be unpacked; sent again whole it is another file.
    init(_ inner: String, of bundle: InboxFile, fault: Problem.Unreadable, mask: PersonalMask) {
        path = bundle.path + "/" + mask.masked(inner)
        bytes = []
        sha256 = Ledger.hash(of: Array("\(bundle.sha256)/\(inner)".utf8))
        personInName = bundle.personInName ?? mask.kind(in: inner)
        archive = bundle.path
        self.fault = fault
    }
}
