import Campaigns
import Findings
import Ledgers

extension OfficeDesk {
    /// 确认名称: a spelling stands for a unit or a roster entry from now on; matching stays exact.
    package func alias(
        _ holder: String, name: String, reason: String?
    ) throws(RunError) -> OfficeAnswer {
        let (workshop, reason) = try opened(reason: reason)
        let name = name.trimmed
        guard !Folding.key(name).isEmpty else {
            throw .usage(Bilingual("名称是空的", "the name is empty"))
        }
        try refuse(name, called: Bilingual("名称", "the name"), workshop)
        let holder = try NameDesk(workshop.campaign).holder(holder)
        let content = OfficeAct.Content.alias(code: holder.code, name: name)
        let known = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.act(about: content)
        }
        if known == nil { try refuse(name, for: holder, workshop.campaign) }
        return try note(
            content, reason: reason, workshop,
            notices: [
                Bilingual(
                    "下次 tongbao run 按这个名称重新校核退回的表",
                    "the next tongbao run judges returned files again with this name")
            ])
    }

    /// Refuses a name that means the holder already, or somebody else.
    private func refuse(
        _ name: String, for holder: NameHolder, _ campaign: Campaign
    ) throws(RunError) {
        let names = NameBook(campaign)
        let others: [String]
        let isKnown: Bool
        switch holder {
        case .unit(let unit):
            let units = names.units(named: name)
            isKnown = units.map(\.code) == [unit.code]
            others = units.filter { $0.code != unit.code }.map { "\($0.name)（\($0.code)）" }
        case .entry(let entry):
            // Villages of different townships may share a name; those of one may not.
            let entries = names.entries(named: name, sector: entry.sector, unit: entry.unit)
            isKnown = entries.map(\.code) == [entry.code]
            others = entries.filter { $0.code != entry.code }.map { "\($0.name)（\($0.code)）" }
        }
        guard others.isEmpty else {
            throw .usage(
                Bilingual(
                    "“\(name)”已经是\(others.joined(separator: "、"))的名称，不能再给\(holder.name)",
                    "“\(name)” is a name of \(others.joined(separator: ", ")) already and cannot stand for "
                        + "\(holder.name) too"))
        }
        guard !isKnown else {
            throw .usage(
                Bilingual(
                    "“\(name)”本来就认作\(holder.name)，不用再办",
                    "“\(name)” is read as \(holder.name) already, there is nothing to do"))
        }
    }
}
