import Campaigns
import Findings
import Workbooks

/// Whose sheet it is and of which month: what title, labels, folder and file name say, compared.
struct SheetOwner {
    var unit: Unit?
    var period: Period?
    /// The month that the sheet itself names, whatever stands around it.
    var ownPeriod: Period?
    var evidence: [SheetReturn.Evidence] = []
    var problems: [(Problem, CellReference?)] = []
    /// The rows name the entries of another unit: they are not read as this one's.
    var areRowsStrange = false

    /// Looks at what stands above the column heads, and at all that stands around the sheet.
    init(
        head: SheetHead, sheet: Grid, form: Form, context: FileContext, marker: FormMarker?,
        campaign: Campaign, names: NameBook, labels: LabelMemory, spotter: UnitSpotter
    ) {
        // The one sheet of a CSV is called as the file is: that is no second statement.
        let tab = context.isCSV ? "" : sheet.name
        if form.nature == .units {
            findUnit(
                head: head, tab: tab, context, marker: marker, campaign: campaign,
                names: names, labels: labels, spotter: spotter)
        }
        findPeriod(head: head, tab: tab, context, marker: marker)
    }

    /// One statement about the sheet.
    private struct Claim<Value: Hashable> {
        var value: Value
        var source: Problem.Source
        /// As it is quoted in a finding: of a label what was typed, else what it was taken for.
        var text: String
        var cell: CellReference?
    }

    // MARK: Unit

    private mutating func findUnit(
        head: SheetHead, tab: String, _ context: FileContext, marker: FormMarker?,
        campaign: Campaign, names: NameBook, labels: LabelMemory, spotter: UnitSpotter
    ) {
        let hints = context.hints
        var claims: [Claim<String>] = []
        var unknown: SheetHead.Statement?
        func claim(_ units: [Unit], _ source: Problem.Source, _ cell: CellReference?) {
            guard units.count == 1, let unit = units.first else { return }
            claims.append(
                Claim(value: unit.code, source: source, text: unit.shortName, cell: cell))
        }
        claim((marker?.unit).flatMap(campaign.unit).map { [$0] } ?? [], .marker, nil)
        for statement in head.units {
            let named = labels.unit(in: statement.text) { Self.units(in: $0, names: names) }
            if let (units, text) = named {
                claims.append(
                    Claim(value: units.code, source: .label, text: text, cell: statement.cell))
            } else if unknown == nil {
                unknown = statement
            }
        }
        for statement in head.titles where !Self.isImprint(statement.text) {
            claim(spotter.units(in: statement.text), .title, statement.cell)
        }
        if claims.isEmpty { claim(spotter.units(in: tab), .sheetName, nil) }
        claim(hints.folderUnits, .folder, nil)
        // A copy that went back bears the unit in its name because we put it there.
        if !context.isReturnedCopy || claims.isEmpty { claim(hints.nameUnits, .fileName, nil) }
        evidence += claims.map { .init(about: .unit, source: $0.source, text: $0.text) }
        if let unknown {
            problems.append(
                (
                    .unknownUnit(
                        found: unknown.text, proposals: names.unitProposals(for: unknown.text)),
                    unknown.cell
                ))
        } else if claims.isEmpty {
            problems.append((.unknownUnit(found: nil, proposals: []), nil))
        }
        let settled = Self.settled(&claims, choose: \.first)
        unit = settled.flatMap(campaign.unit)
        guard let first = claims.first, let other = claims.first(where: { $0.value != first.value })
        else { return }
        problems.append(
            (
                .unitConflict(
                    found: first.text, in: first.source, other: other.text, otherIn: other.source),
                Self.odd(claims, settled)
            ))
    }

    /// The unit that the text behind a label names, and as much of the text as names it: all, or what
    /// stands before the first space.
    private static func units(in text: String, names: NameBook) -> (Unit, String)? {
        let isOneWord = !text.unicodeScalars.contains(where: \.isSpace)
        let first =
            isOneWord ? nil : text.split(whereSeparator: { $0.isWhitespace }).first.map(String.init)
        for candidate in [text, first ?? ""] where !candidate.isEmpty {
            for spelling in [candidate, HeadLabel.sealless(Folding.key(candidate))] {
                let units = names.units(named: spelling)
                if units.count == 1, let unit = units.first { return (unit, candidate) }
            }
        }
        return nil
    }

    /// Who made the form, not whose return it is: 中共青石县委组织部制.
    private static func isImprint(_ text: String) -> Bool {
        let key = Folding.key(text)
        return ["制", "印", "印发", "制表", "编"].contains { key.ends(with: $0) }
    }

    // MARK: Period

    private mutating func findPeriod(
        head: SheetHead, tab: String, _ context: FileContext, marker: FormMarker?
    ) {
        let hints = context.hints
        var mentions: [Claim<PeriodText.Mention>] = []
        func mention(_ text: String, _ source: Problem.Source, _ cell: CellReference?) {
            mention(PeriodText.mentions(in: text), source, cell)
        }
        func mention(
            _ named: [PeriodText.Mention], _ source: Problem.Source, _ cell: CellReference?
        ) {
            guard named.count == 1 else { return }
            mentions.append(Claim(value: named[0], source: source, text: "", cell: cell))
        }
        if let period = marker?.period { mention(period.chinese, .marker, nil) }
        for statement in head.periods {
            let count = mentions.count
            mention(statement.text, .periodLabel, statement.cell)
            // 截止日期：2020年6月30日 names the month that ends with the day.
            if mentions.count == count {
                mention(
                    PeriodText.monthEnds(in: statement.text), .periodLabel, statement.cell)
            }
        }
        for statement in head.titles {
            mention(statement.text, .title, statement.cell)
        }
        let isUntitled = mentions.isEmpty
        if isUntitled { mention(tab, .sheetName, nil) }
        if let folder = hints.folderMention {
            mentions.append(Claim(value: folder, source: .folder, text: "", cell: nil))
        }
        mention(hints.nameMentions, .fileName, nil)
        // Last month's title left in, and nothing else that says so: the tab is asked as well.
        if !isUntitled, mentions.count == 1 { mention(tab, .sheetName, nil) }
        // A month without a year means the year that another statement of the same month gives.
        var claims = mentions.compactMap { claim -> Claim<Period>? in
            let dated = mentions.first {
                $0.value.year != nil && $0.value.month == claim.value.month
            }
            let mention = claim.value.year == nil ? dated?.value ?? claim.value : claim.value
            return mention.period(latestBegun: context.latestBegun).map {
                Claim(value: $0, source: claim.source, text: $0.chinese, cell: claim.cell)
            }
        }
        evidence += claims.map { .init(about: .period, source: $0.source, text: $0.text) }
        // Of two months the later: what is left in from before is left in from last month.
        period = Self.settled(&claims) { $0.max() }
        ownPeriod = claims.first { ![.folder, .fileName, .marker].contains($0.source) }?.value
        guard let first = claims.first else {
            problems.append((.unknownPeriod, nil))
            return
        }
        if let other = claims.first(where: { $0.value != first.value }) {
            problems.append(
                (
                    .wrongPeriod(
                        found: first.text, in: first.source, other: other.text,
                        otherIn: other.source), Self.odd(claims, period)
                ))
        }
    }

    // MARK: Both

    /// The cell of the first statement that disagrees with the others, else of the first that has one.
    private static func odd<Value>(_ claims: [Claim<Value>], _ settled: Value?) -> CellReference? {
        claims.first { $0.value != settled && $0.cell != nil }?.cell
            ?? claims.lazy.compactMap(\.cell).first
    }

    /// What most statements name, of equals what `choose` takes of them in their order: a file whose
    /// statements disagree goes back, and counts to the unit and the month that it was most likely meant for.
    ///
    /// A marker that all else contradicts is taken out first, where two or more statements agree: nobody
    /// can see it, and it says only whose form was filled in (last month's, a neighbour's).
    private static func settled<Value>(
        _ claims: inout [Claim<Value>], choose: ([Value]) -> Value?
    ) -> Value? {
        guard let first = claims.first?.value, claims.contains(where: { $0.value != first }) else {
            return claims.first?.value
        }
        let others = claims.filter { $0.source != .marker }
        if others.count >= 2, Set(others.map(\.value)).count == 1,
            others[0].value != claims[0].value
        {
            claims = others
        }
        var counts: [Value: Int] = [:]
        for claim in claims { counts[claim.value, default: 0] += 1 }
        let most = counts.values.max()
        return choose(claims.map(\.value).filter { counts[$0] == most })
    }
}
