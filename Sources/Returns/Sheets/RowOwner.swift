import Campaigns
import Findings
import Workbooks

extension ReturnReader {
    /// The one unit whose roster entries all rows of a sheet name, where that is not the unit that the sheet
    /// is said to be of; nil where the rows and what is said agree, and where the rows say too little.
    ///
    /// A neighbour's name above twelve villages, or a neighbour's villages below the right name: each row would
    /// be a stranger and each entry missing, and all for one reason.
    func strangeOwner(of rows: [Grid.Row], under heads: HeaderBlock, saidToBe unit: Unit) -> Unit? {
        let form = book.forms[heads.formIndex]
        guard let sector = form.sector else { return nil }
        let columns = [FieldType.subjectCode, .subjectName].map { type in
            form.fields.first { $0.type == type }.flatMap { heads.columns[$0.id] }
        }
        var owners: Set<String> = []
        var count = 0
        for row in rows {
            func text(_ column: Int?) -> String? {
                column.flatMap { row[column: $0]?.value.text.trimmed }
            }
            let byCode = text(columns[0]).flatMap { campaign.entry($0) }
            let entries =
                byCode.map { [$0] }
                ?? text(columns[1]).map { names.entries(named: $0, sector: sector) } ?? []
            guard !entries.isEmpty else { continue }
            let units = Set(entries.map(\.unit))
            // Villages of different townships bear one name: then the rows speak for the unit.
            if units.contains(unit.code) { return nil }
            guard units.count == 1 else { continue }
            owners.formUnion(units)
            count += 1
        }
        guard count >= Self.leastStrangers, count * 2 > rows.count, owners.count == 1 else {
            return nil
        }
        return owners.first.flatMap(campaign.unit)
    }

    /// Fewer rows may be strays.
    private static let leastStrangers = 3
}

extension SheetOwner {
    /// All rows are another unit's than the sheet is said to be of.
    ///
    /// Where one statement alone names the unit, the rows say whose return it is; else it stays that of
    /// the unit named, into which a neighbour's table was put.
    mutating func rowsName(_ other: Unit, not said: Unit, at cell: CellReference?) {
        let statements = evidence.filter { $0.about == .unit }
        if statements.count == 1 { unit = other }
        areRowsStrange = true
        guard !problems.contains(where: { $0.0.isUnitConflict }) else { return }
        problems.append(
            (
                .unitConflict(
                    found: said.shortName, in: statements.first?.source ?? .label,
                    other: other.shortName, otherIn: .rows), cell
            ))
    }
}

extension Problem {
    fileprivate var isUnitConflict: Bool {
        if case .unitConflict = self { return true }
        return false
    }
}
