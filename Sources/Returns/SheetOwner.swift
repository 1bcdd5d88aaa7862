import Campaigns
import Findings
import Workbooks

/// Whose sheet it is and of which month: what title, labels, folder and file name say, compared.
struct SheetOwner {
    var unit: Unit?
    var period: Period?
    var evidence: [SheetReturn.Evidence] = []
    var problems: [(Problem, CellReference?)] = []

    /// What labels introduce the reporting unit.
    private static let unitLabels = [
        "填报单位", "填表单位", "报送单位", "上报单位", "单位名称(盖章)", "填报单位(盖章)", "单位:",
    ]

    /// Looks at `head`, the rows above the column heads, and at all that stands around the sheet.
    init(
        head: [Grid.Row], sheet: String, form: Form, hints: FileHints, marker: FormMarker?,
        campaign: Campaign, names: NameBook, spotter: UnitSpotter, latestClosed: Period
    ) {
        findUnit(
            head: head, form: form, hints: hints, marker: marker, campaign: campaign, names: names,
            spotter: spotter)
        findPeriod(
            head: head, sheet: sheet, hints: hints, marker: marker, latestClosed: latestClosed)
    }

    // MARK: Unit

    private mutating func findUnit(
        head: [Grid.Row], form: Form, hints: FileHints, marker: FormMarker?, campaign: Campaign,
        names: NameBook, spotter: UnitSpotter
    ) {
        guard form.nature == .units else { return }
        var claims: [(unit: Unit, source: Problem.Source, text: String, cell: CellReference?)] = []
        var unknown: (String, CellReference)?
        if let code = marker?.unit, let unit = campaign.unit(code) {
            claims.append((unit, .marker, unit.name, nil))
        }
        if let (text, cell) = Self.labelled(head, Self.unitLabels) {
            let units = names.units(named: text)
            if units.count == 1, let unit = units.first {
                claims.append((unit, .label, text, cell))
            } else {
                unknown = (text, cell)
            }
        }
        for (text, cell) in Self.titles(head) {
            let units = spotter.units(in: text)
            if units.count == 1, let unit = units.first {
                claims.append((unit, .title, text, cell))
            }
        }
        if hints.folderUnits.count == 1, let unit = hints.folderUnits.first {
            claims.append((unit, .folder, unit.shortName, nil))
        }
        if hints.nameUnits.count == 1, let unit = hints.nameUnits.first {
            claims.append((unit, .fileName, hints.name, nil))
        }
        evidence += claims.map { .init(about: .unit, source: $0.source, text: $0.text) }
        if let (text, cell) = unknown {
            problems.append(
                (.unknownUnit(found: text, proposals: names.unitProposals(for: text)), cell))
        }
        guard let first = claims.first else {
            if unknown == nil { problems.append((.unknownUnit(found: nil, proposals: []), nil)) }
            return
        }
        unit = Self.mostNamed(claims.map(\.unit), by: \.code) ?? first.unit
        if let other = claims.first(where: { $0.unit.code != first.unit.code }) {
            problems.append(
                (
                    .unitConflict(
                        found: first.text, in: first.source, other: other.text,
                        otherIn: other.source), first.cell ?? other.cell
                ))
        }
    }

    /// What most statements name, the first of equals: a file whose statements disagree goes back, and
    /// counts to the unit and the month that it was most likely meant for.
    private static func mostNamed<Claim, Key: Hashable>(
        _ claims: [Claim], by key: (Claim) -> Key
    ) -> Claim? {
        var counts: [Key: Int] = [:]
        for claim in claims { counts[key(claim), default: 0] += 1 }
        let most = counts.values.max()
        return claims.first { counts[key($0)] == most }
    }

    /// What stands behind a label, in the same cell after the colon or in the next cell.
    static func labelled(_ head: [Grid.Row], _ labels: [String]) -> (String, CellReference)? {
        for row in head.reversed() {
            for (index, cell) in row.cells.enumerated() {
                let text = cell.value.text
                guard labels.contains(where: { Folding.key(text).hasPrefix(Folding.key($0)) })
                else {
                    continue
                }
                let place = CellReference(row: row.number, column: cell.column)
                if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
                    let rest = text[text.index(after: colon)...]
                    // 填报单位：城关镇    填报日期：2020年7月2日 may share one cell.
                    let value =
                        rest.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" })
                        .first.map(String.init) ?? ""
                    if !value.trimmed.isEmpty, !value.contains("日期") {
                        return (value.trimmed, place)
                    }
                }
                let next = row.cells.dropFirst(index + 1).first
                guard let next, !next.value.text.contains("：") else { continue }
                return (
                    next.value.text.trimmed, CellReference(row: row.number, column: next.column)
                )
            }
        }
        return nil
    }

    /// Cells above the heads that are no labels.
    private static func titles(_ head: [Grid.Row]) -> [(String, CellReference)] {
        head.flatMap { row in
            row.cells.compactMap { cell -> (String, CellReference)? in
                let text = cell.value.text
                guard !text.contains("："), !text.contains(":") else { return nil }
                return (text, CellReference(row: row.number, column: cell.column))
            }
        }
    }

    // MARK: Period

    private mutating func findPeriod(
        head: [Grid.Row], sheet: String, hints: FileHints, marker: FormMarker?,
        latestClosed: Period
    ) {
        typealias Claim = (
            mention: PeriodText.Mention, source: Problem.Source, text: String, cell: CellReference?
        )
        var mentions: [Claim] = []
        if let period = marker?.period {
            let mention = PeriodText.Mention(year: period.year, month: period.month)
            mentions.append((mention, .marker, period.chinese, nil))
        }
        if let (text, cell) = Self.labelled(head, ["报告期", "所属期", "填报月份", "报表期"]) {
            mentions += PeriodText.mentions(in: text).map { ($0, .label, text, cell) }
        }
        for (text, cell) in Self.titles(head) {
            let named = PeriodText.mentions(in: text)
            if named.count == 1 { mentions.append((named[0], .title, text, cell)) }
        }
        if let mention = hints.folderMention {
            mentions.append((mention, .folder, hints.folders.joined(separator: "/"), nil))
        }
        let named = hints.nameMentions
        if named.count == 1 { mentions.append((named[0], .fileName, hints.name, nil)) }
        // A month without a year means the year that another statement of the same month gives.
        let claims = mentions.compactMap { claim in
            let dated = mentions.first {
                $0.mention.year != nil && $0.mention.month == claim.mention.month
            }
            let mention =
                claim.mention.year == nil ? dated?.mention ?? claim.mention : claim.mention
            return mention.period(latestClosed: latestClosed)
                .map { (period: $0, source: claim.source, text: claim.text, cell: claim.cell) }
        }
        evidence += claims.map { .init(about: .period, source: $0.source, text: $0.text) }
        guard let first = claims.first else {
            problems.append((.unknownPeriod, nil))
            return
        }
        period = Self.mostNamed(claims.map(\.period), by: \.self) ?? first.period
        if let other = claims.first(where: { $0.period != first.period }) {
            problems.append(
                (
                    .wrongPeriod(
                        found: first.period.chinese, in: first.source,
                        other: other.period.chinese, otherIn: other.source),
                    first.cell ?? other.cell
                ))
        }
    }
}
