package import Files
package import Workbooks

/// One file of a demo: where it goes below the Inbox, and what it holds.
package struct DemoFile: Hashable, Sendable {
    /// Below the Inbox, `/` between folders: `2020-06/农村/城关镇2020年6月农村月报.xlsx`.
    package var path: String
    package var bytes: [UInt8]
}

/// A demo could not be made.
package enum DemoError: Error, Hashable, Sendable {
    /// A sheet cannot be written as a workbook.
    case unwritable(path: String, because: WorkbookError)
    /// A file cannot be written or, of the campaign, not be read.
    case file(FileError)
}
