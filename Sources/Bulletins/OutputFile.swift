import Workbooks

/// A file to be written below the Outbox folder of its period.
package struct OutputFile: Sendable, Hashable {
    /// Below `Outbox/<period>/`, `/` between folders: `反馈/城关镇.xlsx`.
    package var path: String
    package var bytes: [UInt8]
    /// The code of the one unit that it may be shown to; nil: it is the county's.
    package var unit: String?

    package init(path: String, bytes: [UInt8], unit: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.unit = unit
    }
}

/// A workbook with the path that it will have, before it is encoded.
struct OutputDraft: Sendable {
    /// Below `Outbox/<period>/`.
    var path: String
    var workbook: WorkbookDraft
    /// The code of the one unit that it may be shown to.
    var unit: String?
}
