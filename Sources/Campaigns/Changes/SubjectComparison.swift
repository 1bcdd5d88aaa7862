import Findings
import Workbooks

/// Compares the units, or the roster, of two versions of a campaign.
struct SubjectComparison {
    let old: Campaign
    let new: Campaign
    let day: CivilDate

    func units() -> [SubjectChange] {
        compare(
            .units, old.units.map { Subject($0) }, new.units.map { Subject($0) })
    }

    func roster() -> [SubjectChange] {
        compare(
            .roster, old.roster.map { Subject($0, in: old) },
            new.roster.map { Subject($0, in: new) })
    }

    /// A unit or an entry in the terms of the comparison.
    private struct Subject {
        var code: String
        var name: String
        var spellings: [String]
        var from: CivilDate?
        var to: CivilDate?
        var mergedInto: String?
        /// To whom it belongs: columns with what is compared and what a person calls it.
        var ties: [(column: String, key: String, title: String)]
        /// Every further column by its name.
        var others: [String: String]

        init(_ unit: Unit) {
            (code, name) = (unit.code, unit.name)
            spellings = [unit.name, unit.shortName] + unit.aliases
            (from, to, mergedInto) = (unit.validFrom, unit.validTo, unit.mergedInto)
            ties = [
                ("kind", unit.kind, unit.kind),
                ("rank_group", unit.rankGroup ?? "", unit.rankGroup ?? ""),
            ]
            others = unit.attributes
            others["short_name"] = unit.shortName
            others["aliases"] = unit.aliases.joined(separator: ";")
            others["mailbox"] = unit.mailbox
        }

        init(_ entry: RosterEntry, in campaign: Campaign) {
            (code, name) = (entry.code, entry.name)
            spellings = [entry.name] + entry.aliases
            (from, to, mergedInto) = (entry.validFrom, entry.validTo, entry.mergedInto)
            func title(_ unit: String?) -> String {
                unit.map { campaign.unit($0)?.shortName ?? $0 } ?? ""
            }
            ties = [
                ("sector", entry.sector, entry.sector), ("unit", entry.unit, title(entry.unit)),
                ("co_unit", entry.coUnit ?? "", title(entry.coUnit)),
            ]
            others = entry.attributes
            others["aliases"] = entry.aliases.joined(separator: ";")
        }

        /// What two rows under different codes have in common if they are one thing.
        var likeness: [String] { [Folding.key(name)] + ties.map(\.key) }

        /// Where it belongs, for people: the unit of an entry, the group of a unit.
        var home: String { ties.count > 2 ? ties[1].title : ties.last?.title ?? "" }
    }

    private func compare(
        _ table: CampaignTables.TableName, _ old: [Subject], _ new: [Subject]
    ) -> [SubjectChange] {
        let before = Dictionary(
            old.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let codes = Set(new.map(\.code))
        var unmatched = old.filter { !codes.contains($0.code) }
        let names = Dictionary(
            (old + new).map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })
        var changes: [SubjectChange] = []
        for subject in new {
            if let earlier = before[subject.code] {
                changes += differences(table, earlier, subject, names)
            } else if let index = unmatched.firstIndex(where: { $0.likeness == subject.likeness }) {
                let earlier = unmatched.remove(at: index)
                changes.append(
                    SubjectChange(
                        table: table, kind: .recoded, code: subject.code, name: subject.name,
                        columns: ["code"], before: earlier.code, after: subject.code,
                        warning: .codeChanged))
            } else {
                let joinsPast = reachesBack(from: subject.from, to: subject.to)
                changes.append(
                    SubjectChange(
                        table: table, kind: .came, code: subject.code, name: subject.name,
                        columns: [], before: "", after: subject.home,
                        warning: joinsPast
                            ? subject.from == nil ? .pastGrows : .pastJoins : nil))
            }
        }
        for subject in unmatched {
            changes.append(
                SubjectChange(
                    table: table, kind: .removed, code: subject.code, name: subject.name,
                    columns: [], before: subject.home, after: "", warning: .rowDeleted))
        }
        return changes
    }

    private func differences(
        _ table: CampaignTables.TableName, _ old: Subject, _ new: Subject, _ names: [String: String]
    ) -> [SubjectChange] {
        func change(
            _ kind: SubjectChange.Kind, _ columns: [String], _ before: String, _ after: String,
            _ warning: SubjectChange.Warning? = nil
        ) -> SubjectChange {
            SubjectChange(
                table: table, kind: kind, code: new.code, name: new.name, columns: columns,
                before: before, after: after, warning: warning)
        }
        func title(_ code: String?) -> String { code.map { names[$0] ?? $0 } ?? "" }
        var changes: [SubjectChange] = []
        let isMerged = new.mergedInto != nil && new.mergedInto != old.mergedInto
        if isMerged {
            changes.append(
                change(
                    .merged, ["merged_into"], title(old.mergedInto), title(new.mergedInto),
                    new.to == nil ? .stillExpected : endWarning(table, old, new)))
        } else if let end = new.to, old.to == nil, old.from == new.from {
            changes.append(
                change(.went, ["valid_to"], "", end.description, endWarning(table, old, new)))
        } else if old.to != new.to || old.from != new.from {
            changes.append(
                change(
                    .redated, ["valid_from", "valid_to"], Self.span(old), Self.span(new),
                    pastWarning(old, new)))
        }
        if old.name != new.name {
            let isKnown = new.spellings.contains { Folding.key($0) == Folding.key(old.name) }
            changes.append(
                change(.renamed, ["name"], old.name, new.name, isKnown ? nil : .oldNameUnknown))
        }
        let ties = zip(old.ties, new.ties).filter { $0.key != $1.key }
        if !ties.isEmpty {
            changes.append(
                change(
                    .moved, ties.map(\.1.column), ties.map(\.0.title).joined(separator: "；"),
                    ties.map(\.1.title).joined(separator: "；"),
                    table == .roster && ties.contains { $0.1.column != "co_unit" }
                        ? .pastMoves : nil))
        }
        var columns = Set(old.others.keys).union(new.others.keys).sorted()
            .filter { (old.others[$0] ?? "") != (new.others[$0] ?? "") }
        if old.mergedInto != nil, new.mergedInto == nil { columns.append("merged_into") }
        if !columns.isEmpty {
            func texts(_ subject: Subject) -> String {
                columns.map {
                    $0 == "merged_into" ? title(subject.mergedInto) : subject.others[$0] ?? ""
                }.joined(separator: "；")
            }
            changes.append(change(.changed, columns, texts(old), texts(new)))
        }
        return changes
    }

    private static func span(_ subject: Subject) -> String {
        let from = subject.from?.description ?? ""
        let to = subject.to?.description ?? ""
        return from.isEmpty && to.isEmpty ? "" : "\(from)—\(to)"
    }

    /// What comes first where something ends: a unit must leave no entries behind.
    private func endWarning(
        _ table: CampaignTables.TableName, _ old: Subject, _ new: Subject
    ) -> SubjectChange.Warning? {
        if table == .units, let unit = self.new.unit(new.code),
            !self.new.entriesLeft(by: unit).isEmpty
        {
            return .entriesLeft
        }
        return pastWarning(old, new)
    }

    // MARK: The past

    /// What a change of validity does to the months that have ended: only a period's last day counts.
    private func pastWarning(_ old: Subject, _ new: Subject) -> SubjectChange.Warning? {
        var grows = false
        var shrinks = false
        // A validity is one span: it differs at the ends of the spans, looked at from both sides.
        let edges = [old.from, new.from, old.to, new.to].compactMap(\.self).flatMap {
            [Period(containing: $0).previous, Period(containing: $0), Period(containing: $0).next]
        }
        let last = Period(containing: day).previous
        for period in Set(edges + [last]) where period <= last {
            let (was, stays) = (
                Self.isValid(old, on: period.lastDay), Self.isValid(new, on: period.lastDay)
            )
            if was && !stays { shrinks = true }
            if !was && stays { grows = true }
        }
        if grows && shrinks { return .pastChanges }
        if shrinks { return .pastShrinks }
        guard grows else { return nil }
        return new.from == nil ? .pastGrows : .pastChanges
    }

    private static func isValid(_ subject: Subject, on date: CivilDate) -> Bool {
        (subject.from.map { $0 <= date } ?? true) && (subject.to.map { date <= $0 } ?? true)
    }

    /// Whether a span holds the end of a month that had ended by the day.
    private func reachesBack(from: CivilDate?, to: CivilDate?) -> Bool {
        guard let from else { return true }
        let last = Period(containing: day).previous.lastDay
        let first = Period(containing: from).lastDay
        return first <= last && (to.map { first <= $0 } ?? true)
    }
}
