/// Why a ZIP container is refused; the texts in it are names of entries, never their contents.
package enum ZipError: Error, Hashable, Sendable {
    /// There is no end-of-central-directory record: no archive, or not the whole of one.
    case noDirectory
    /// More than one directory could be meant, or the archive is one of several disks.
    case ambiguousDirectory
    /// A record of the central directory does not add up.
    case damagedDirectory
    /// The central directory names an entry twice (after lower case and `\` to `/`).
    case duplicateName(String)
    /// Absolute, with `..`, a drive or a control character.
    case unsafeName(String)
    /// The bytes of two entries overlap, or reach into the central directory.
    case overlap(String)
    /// The local header names another entry or another method than the central directory.
    case headersDiffer(String)
    case encrypted(String)
    case unsupportedMethod(Int, entry: String)
    /// The content is cut short, is no deflate stream, or has another size or CRC than declared.
    case damagedEntry(String)
    case limit(Limit, entry: String?)
    /// What is written finds no room; the number is the system's (`errno`), or 0 for want of memory.
    case unwritable(code: Int32)

    /// Which of the `ZipLimits` was passed.
    package enum Limit: Hashable, Sendable {
        case archiveSize, directorySize, entries, nameLength, entrySize, totalSize, ratio
    }
}
