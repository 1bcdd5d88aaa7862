package import ZipArchives

/// How much a reader takes from one file; a township's return stays far below all of it.
package struct WorkbookLimits: Hashable, Sendable {
    /// Of the container.
    package var zip = ZipLimits.default
    /// Bytes of a file that is no ZIP container.
    package var textSize = 50 << 20
    /// Bytes of one worksheet part, inflated.
    package var sheetSize = 256 << 20
    /// Bytes of the shared strings part, inflated.
    package var stringsSize = 128 << 20
    /// Bytes of the styles part, inflated.
    package var stylesSize = 32 << 20
    /// Bytes of any other part, inflated.
    package var partSize = 8 << 20
    /// Sheets of all kinds.
    package var sheets = 200
    /// Cells that have a value; styled blanks cost nothing.
    package var cellsPerSheet = 2_000_000
    /// The same, over all sheets.
    package var cellsPerFile = 5_000_000
    /// Entries of the shared strings part.
    package var sharedStrings = 1_000_000
    /// UTF-8 bytes of one text; what is longer is cut, with a notice.
    package var textLength = 64 << 10
    /// Merged regions of one sheet.
    package var merges = 20_000
    /// Names of the workbook.
    package var definedNames = 10_000
    /// Number formats, and styles of cells; Excel takes 64,000.
    package var styles = 100_000
    /// Nesting of elements; libxml2's push parser has no limit of its own.
    package var depth = 64
    /// Attributes and namespaces of one element.
    package var attributes = 256
    /// Bytes that the XML parser may hold back because a tag does not end; its check for double
    /// attributes takes quadratic time.
    package var unfinishedTag = 256 << 10
    /// Notes on cells, of one sheet.
    package var notes = 20_000
    /// Seconds of processor time for one file, judged after every piece that is read.
    package var processorSeconds = 10.0
    /// Whether plain parts are read by scanners, which is faster and gives the same; tests compare.
    package var usesScanners = true
    /// Notices kept of one file.
    package var notices = 100

    /// Bytes of any file that can be read at all.
    package var fileSize: Int { max(zip.archiveSize, textSize) }

    /// Fit for returns.
    package static let `default` = WorkbookLimits()

    /// For files that somebody has named and that are not kept in memory: the size of the file is
    /// his affair, all else is as for returns.
    package static var streaming: WorkbookLimits {
        var limits = WorkbookLimits()
        limits.zip.archiveSize = .max
        limits.textSize = .max
        return limits
    }

    /// The default limits, to be changed one by one.
    package init() {}
}
