import Campaigns
import Findings
import Workbooks

extension ReturnReader {
    /// Of several sheets that resemble one form, the one whose month is the file's; where that is not
    /// exactly one, none is taken.
    func choose(
        _ taken: [TakenSheet], _ context: FileContext
    ) -> (kept: [TakenSheet], unclear: [UnreadSheet]) {
        var kept: [TakenSheet] = []
        var unclear: [UnreadSheet] = []
        let wanted = context.hints.mention?.period(latestBegun: context.latestBegun)
        for form in book.forms {
            let rivals = taken.filter { $0.form.id == form.id }
            guard !rivals.isEmpty else { continue }
            // Sheets of different units are different returns.
            for (_, group) in Dictionary(grouping: rivals, by: { $0.owner.unit?.code ?? "" })
                .sorted(by: { $0.key < $1.key })
            {
                let group = Self.distinct(group)
                guard group.count > 1 else {
                    kept += group
                    continue
                }
                let right = group.filter {
                    ($0.owner.ownPeriod ?? $0.owner.period) == wanted && wanted != nil
                }
                if right.count == 1, var sheet = right.first {
                    let others = group.filter { $0.grid.name != sheet.grid.name }
                    sheet.remarks.append(
                        .severalSheets(taken: sheet.grid.name, others: others.map(\.grid.name)))
                    kept.append(sheet)
                } else {
                    unclear.append(several(group, wanted: wanted, context))
                }
            }
        }
        return (kept, unclear)
    }

    /// Without sheets that hold no rows where others do, and without copies of the one before.
    private static func distinct(_ group: [TakenSheet]) -> [TakenSheet] {
        guard group.count > 1 else { return group }
        let filled = group.filter(\.holdsFigures)
        var distinct: [TakenSheet] = []
        for sheet in filled.isEmpty ? Array(group.prefix(1)) : filled
        where !distinct.contains(where: {
            $0.owner.ownPeriod == sheet.owner.ownPeriod && $0.heads.columns == sheet.heads.columns
                && $0.rows.data.map(\.cells) == sheet.rows.data.map(\.cells)
        }) {
            distinct.append(sheet)
        }
        return distinct
    }

    private func several(
        _ group: [TakenSheet], wanted: Period?, _ context: FileContext
    ) -> UnreadSheet {
        let form = group[0].form
        let finding = Finding(
            .rivalSheets(form: form.title, sheets: group.map(\.grid.name)),
            at: Place(file: context.path))
        return UnreadSheet(
            form: form.id, unit: group[0].owner.unit?.code,
            period: wanted ?? group.compactMap(\.owner.period).max(), sheet: nil,
            findings: [finding])
    }

    /// What is said of sheets that were not taken: nothing where they are nothing of ours, or notes and
    /// sums beside a return of that form.
    func answers(
        to others: [OtherSheet], besides taken: [TakenSheet], _ context: FileContext
    ) -> [UnreadSheet] {
        others.compactMap { other in
            guard let problem = other.problem else { return nil }
            let isBeside = taken.contains { $0.form.id == other.form?.id }
            // A part of a form's columns beside other returns is a summary, not a return.
            guard !isBeside, other.isMeant || taken.isEmpty else { return nil }
            return UnreadSheet(
                form: other.form?.id ?? context.formHint(in: campaign),
                unit: context.hints.unit?.code ?? taken.first?.owner.unit?.code,
                period: context.hints.mention?.period(latestBegun: context.latestBegun)
                    ?? taken.first?.owner.period,
                sheet: context.isCSV ? nil : other.sheet,
                findings: [Finding(problem, at: context.place(other.sheet))])
        }
    }
}

extension FileContext {
    func formHint(in campaign: Campaign) -> String? {
        campaign.forms.first {
            $0.folder.map { hints.liesInside(folder: Folding.key($0)) } ?? false
        }?.id
    }
}
