import Workbooks

/// A file to be written below the Outbox folder of its period.
package struct OutputFile: Sendable, Hashable {
    /// Below `Outbox/<period>/`, `/` between folders: `反馈/城关镇.xlsx`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A workbook with the path that it will have, before it is encoded.
struct OutputDraft: Sendable {
    /// Below `Outbox/<period>/`.
    var path: String
    var workbook: WorkbookDraft
}
