/// How much a reader takes from an archive that strangers made; sizes are in bytes.
///
/// Sizes that the archive declares never decide an allocation; they are only checked.
package struct ZipLimits: Hashable, Sendable {
    /// Of the whole archive, compressed.
    package var archiveSize = 50 << 20
    /// Folders count as well.
    package var entries = 2_000
    /// Of the central directory.
    package var directorySize = 4 << 20
    /// Of one name.
    package var nameLength = 512
    /// Inflated, of all entries that are read.
    package var totalSize = 512 << 20
    /// Inflated to compressed, of one entry.
    package var ratio = 200
    /// The ratio is judged beyond so many inflated bytes: style parts of honest workbooks reach 300.
    package var ratioGrace = 32 << 20

    /// In which content is handed out, compressed and inflated.
    package var pieceSize = 256 << 10

    /// Fit for returns, which are below 2 MB.
    package static let `default` = ZipLimits()

    /// The default limits, to be changed one by one.
    package init() {}
}
