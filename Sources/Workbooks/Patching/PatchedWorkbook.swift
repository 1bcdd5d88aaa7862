package import Findings

/// What came of a patch.
package struct PatchedWorkbook: Sendable {
    /// The package; the very bytes it was made of where nothing changed.
    package var bytes: [UInt8]
    /// Parts with other bytes than before, in the package's order; all others are copied.
    package var changedParts: [String]
    package var addedParts: [String]
    package var removedParts: [String]
    /// What was not done, and what was done besides, in the order of the changes.
    package var remarks: [PatchRemark]
    /// The styles that cells had before this patch gave them others, for putting them back.
    package var formerStyles: [FormerStyle]

    /// The style that a cell had.
    package struct FormerStyle: Hashable, Sendable {
        package var sheet: String
        package var cell: CellReference
        /// Its number in the styles part, for `WorkbookPatch.setStyle(number:at:on:)`.
        package var number: Int

        package init(sheet: String, cell: CellReference, number: Int) {
            self.sheet = sheet
            self.cell = cell
            self.number = number
        }
    }
}
