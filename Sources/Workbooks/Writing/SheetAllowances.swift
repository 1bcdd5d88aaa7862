/// What people may still do on a protected sheet (ECMA-376 Part 1, 18.3.1.85).
package struct SheetAllowances: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let formatCells = SheetAllowances(rawValue: 1 << 0)
    package static let formatColumns = SheetAllowances(rawValue: 1 << 1)
    package static let formatRows = SheetAllowances(rawValue: 1 << 2)
    package static let insertColumns = SheetAllowances(rawValue: 1 << 3)
    package static let insertRows = SheetAllowances(rawValue: 1 << 4)
    package static let insertHyperlinks = SheetAllowances(rawValue: 1 << 5)
    package static let deleteColumns = SheetAllowances(rawValue: 1 << 6)
    package static let deleteRows = SheetAllowances(rawValue: 1 << 7)
    package static let selectLockedCells = SheetAllowances(rawValue: 1 << 8)
    package static let sort = SheetAllowances(rawValue: 1 << 9)
    package static let filter = SheetAllowances(rawValue: 1 << 10)
    package static let selectUnlockedCells = SheetAllowances(rawValue: 1 << 11)

    /// Selecting any cell, so that it can be read whole, and making columns and rows larger.
    package static let `default`: SheetAllowances = [
        .selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows,
    ]

    /// In the order of the schema.
    static let attributes: [(SheetAllowances, String)] = [
        (.formatCells, "formatCells"), (.formatColumns, "formatColumns"),
        (.formatRows, "formatRows"), (.insertColumns, "insertColumns"),
        (.insertRows, "insertRows"), (.insertHyperlinks, "insertHyperlinks"),
        (.deleteColumns, "deleteColumns"), (.deleteRows, "deleteRows"),
        (.selectLockedCells, "selectLockedCells"), (.sort, "sort"), (.filter, "autoFilter"),
        (.selectUnlockedCells, "selectUnlockedCells"),
    ]

    /// What is allowed unless the file says otherwise.
    static let unlockedAtFirst: SheetAllowances = [.selectLockedCells, .selectUnlockedCells]
}
