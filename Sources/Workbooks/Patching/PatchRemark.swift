package import Findings

/// What a patch did not do as it was told, or did besides; never a cell's content.
package struct PatchRemark: Hashable, Sendable {
    /// Nil where the whole workbook is meant.
    package var sheet: String?
    /// Nil where no single cell is meant.
    package var cell: CellReference?
    package var reason: Reason

    package enum Reason: Hashable, Sendable {
        /// No worksheet has this name.
        case unknownSheet
        /// The row or column is beyond what a sheet can have.
        case beyondSheet
        /// The cell is covered by a merged region that shows only this cell.
        case coveredByMerge(CellReference)
        /// The cells belong to an array formula, which only changes as a whole.
        case arrayFormula(CellRange)
        /// The cell is the head of a table's column, whose name would no longer match.
        case tableHeader
        /// The rows hold the head or all the data of a table.
        case tableRows
        /// The cell has a threaded comment, which only programs that know such may change.
        case threadedComment
        /// The notes' drawing is no well-formed XML.
        case unreadableDrawing
        /// Rows that hold something would be pushed off the sheet.
        case rowsPushedOff
        /// A workbook has at least one sheet.
        case lastSheet
        /// The draft's long lists want a hidden sheet whose name the workbook has already.
        case sheetNameTaken(String)
        /// Done: the sheet's rows and cells were put in order and given their references first.
        case sheetPutInOrder
        /// Done: the digital signature, which no longer holds, was taken out.
        case signatureRemoved
    }

    /// The change was not made.
    package var isRefusal: Bool { reason != .sheetPutInOrder && reason != .signatureRemoved }
}
