import Campaigns
import Workbooks

/// How somebody fills in a form: what the office issued, and what has become of it since.
struct SheetHabits: Sendable {
    var title: Int
    /// 1, or 2 with groups over the columns.
    var headerRows: Int
    var hasColumnNumbers: Bool
    var hasSerials: Bool
    var mergesTown: Bool
    /// Optional codes are filled in.
    var hasCodes: Bool
    /// The share of columns headed by an alias.
    var aliasShare: Double
    var isShuffled: Bool
    var hasUnitBrackets: Bool
    /// `=SUM(…)`, else typed.
    var sumsByFormula: Bool
    var dateStyle: Int
    /// Values of a yes/no column, and of lists that people word differently.
    var usesTicks: Bool
    /// Villages by an alias, where they have one.
    var usesEntryAliases: Bool
    var format: Format
    var fileName: Int
    var unitName: Int

    enum Format: Sendable {
        case workbook, csv, legacyCSV
    }

    /// The same from month to month: people do not change their forms.
    init(seed: UInt64, unit: Unit, form: Form) {
        var random = SplitMix64(seed, "habits", unit.code, form.id)
        title = random.integer(0...3)
        hasColumnNumbers = random.chance(0.5)
        hasSerials = random.chance(0.8)
        mergesTown = random.chance(0.6)
        hasCodes = random.chance(0.5)
        aliasShare = random.chance(0.45) ? 0.35 : 0
        isShuffled = random.chance(0.12)
        hasUnitBrackets = random.chance(0.4)
        sumsByFormula = random.chance(0.7)
        dateStyle = random.integer(0...5)
        usesTicks = random.chance(0.25)
        usesEntryAliases = random.chance(0.3)
        let draw = random.integer(1...16)
        format = draw == 1 ? .csv : draw == 2 ? .legacyCSV : .workbook
        headerRows = random.chance(0.45) && !isShuffled && format == .workbook ? 2 : 1
        fileName = random.integer(0...4)
        unitName = random.integer(0...2)
    }

    /// A date as this person writes it; nil is a real date of the program.
    func text(of date: CivilDate) -> String? {
        switch dateStyle {
        case 1: "\(date.year)年\(date.month)月\(date.day)日"
        case 2: "\(date.year).\(date.month).\(date.day)"
        case 3: "\(date.year)/\(date.month)/\(date.day)"
        case 4: padded(date.year, to: 4) + padded(date.month, to: 2) + padded(date.day, to: 2)
        default: nil
        }
    }

    /// The unit as it stands behind 填报单位.
    func name(of unit: Unit) -> String {
        guard !unit.isDepartment else { return unitName == 0 ? unit.shortName : unit.name }
        return unitName == 2
            ? unit.name : unit.name + (unit.kind == "township" ? "人民政府" : "")
    }
}
