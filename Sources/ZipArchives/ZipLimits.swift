/// How much a reader takes from an archive that strangers made; sizes are in bytes.
///
/// Sizes that the archive declares never decide an allocation; they are only checked.
package struct ZipLimits: Hashable, Sendable {
    package var archiveSize = 50 << 20
    package var entries = 2_000
    package var directorySize = 4 << 20
    /// Of one name.
    package var nameLength = 512
    /// Inflated, of all entries that are read.
    package var totalSize = 512 << 20
    /// Inflated to compressed, judged only beyond `ratioGrace` inflated bytes: plain style parts of
    /// honest workbooks reach 300.
    package var ratio = 200
    package var ratioGrace = 32 << 20

    package static let `default` = ZipLimits()

    package init() {}
}
