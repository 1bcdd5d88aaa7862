import Findings
import ZipArchives

/// A ZIP archive of files (压缩包), taken apart one level deep.
///
/// What is in it is read from memory; nothing is unpacked to a disk, so that no name can lead anywhere.
/// What systems put into archives besides (`__MACOSX/`) and folders are not among the members.
///
/// ```swift
/// if var bundle = try FileBundle(bytes) {
///     for member in bundle.members { let content = try bundle.bytes(of: member) }
/// }
/// ```
package struct FileBundle {
    /// A file in the archive.
    package struct Member: Sendable {
        /// Below the archive, `/` between folders; neither absolute nor with `..` or control characters.
        package let path: String
        fileprivate let entry: ZipEntry
    }

    /// By the bytes of their paths.
    package private(set) var members: [Member] = []
    /// Symbolic links, which are not followed.
    package private(set) var links: [String] = []
    private var archive: ZipArchive
    private let limits: WorkbookLimits
    private let budget: TimeBudget

    /// How many times the processor time of one file an archive may take, what its members take when
    /// they are read included.
    private static let filesOfTime = 6.0

    /// Opens an archive; nil for bytes that are something else, a workbook for one.
    ///
    /// - Throws: The reason why an archive is not taken apart. It is whole or not at all: one that is
    ///   locked, names two files alike or names them oddly, is sent back unopened.
    package init?(
        _ bytes: [UInt8], limits: WorkbookLimits = .default
    ) throws(WorkbookError) {
        guard Self.mayBeArchive(bytes), !Self.beginsAsPackage(bytes) else { return nil }
        self.limits = limits
        budget = TimeBudget(seconds: limits.processorSeconds * Self.filesOfTime)
        do throws(ZipError) {
            archive = try ZipArchive(bytes, limits: limits.zip)
        } catch {
            // Its directory cannot be believed, so its bytes have to say what it was meant to be.
            if Self.isPackage(bytes) { return nil }
            throw Self.reason(error)
        }
        if Self.documents.contains(where: { archive[$0] != nil }) { return nil }
        try list()
        guard !members.isEmpty else { throw WorkbookError(.bundle(.empty)) }
    }

    /// The bytes of a member.
    ///
    /// - Throws: Damage or a limit; the other members are not concerned, but by the limits on all of them
    ///   together.
    package mutating func bytes(of member: Member) throws(WorkbookError) -> [UInt8] {
        try budget.check()
        do throws(ZipError) {
            return try archive.bytes(of: member.entry, atMost: limits.fileSize)
        } catch {
            if case .limit(.entrySize, _) = error {
                let size = "\(limits.fileSize >> 20) MB"
                throw .limit("大于 \(size)", "over \(size)")
            }
            throw WorkbookError(error)
        }
    }

    private mutating func list() throws(WorkbookError) {
        var names: Set<String> = []
        for entry in archive.entries {
            let name = MemberName(entry)
            guard let path = name.path else { throw WorkbookError(.bundle(.oddNames)) }
            guard !path.isEmpty, !name.isFolder, !path.hasPrefix("__MACOSX/") else { continue }
            if entry.isLink {
                links.append(path)
                continue
            }
            // Windows and macOS take names that differ in case only for the same file.
            guard names.insert(ZipEntry.key(of: path)).inserted else {
                throw WorkbookError(.bundle(.doubled(name: path)))
            }
            members.append(Member(path: path, entry: entry))
        }
        members.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    // MARK: What it is

    private static func mayBeArchive(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// The first entry is one of the root of an Office package, as in nearly all of them.
    private static func beginsAsPackage(_ bytes: [UInt8]) -> Bool {
        let name = bytes.dropFirst(30).prefix(24)
        return ["[Content_Types].xml", "_rels/.rels", "docProps/", "xl/"].contains {
            name.starts(with: $0.utf8)
        }
    }

    /// What makes a ZIP container one document and no archive of files.
    private static let documents = ["[Content_Types].xml", "mimetype", "OFD.xml"]

    /// The name of the part that every Office package has stands in the bytes, compressed or not.
    private static func isPackage(_ bytes: [UInt8]) -> Bool {
        let name = Array("[Content_Types].xml".utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while position + name.count <= bytes.count {
                if bytes[position] == name[0],
                    bytes[position..<position + name.count].elementsEqual(name)
                {
                    return true
                }
                position += 1
            }
            return false
        }
    }

    private static func reason(_ error: ZipError) -> WorkbookError {
        switch error {
        case .encrypted: WorkbookError(.bundle(.locked))
        case .unsupportedMethod: WorkbookError(.bundle(.unknownMethod))
        case .unsafeName: WorkbookError(.bundle(.oddNames))
        case .duplicateName(let name): WorkbookError(.bundle(.doubled(name: name)))
        default: WorkbookError(error)
        }
    }
}
