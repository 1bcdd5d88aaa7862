import Campaigns
import Findings

/// Finds the roster entry that a row is about, by its code, else by its name under the unit.
struct SubjectFinder {
    let campaign: Campaign
    let names: NameBook

    enum Result {
        case entry(RosterEntry)
        /// The code's entry, beside a name that is nobody's.
        case byCodeAlone(RosterEntry, name: String)
        /// The fields whose cells are meant, and what is wrong.
        case problem(Problem, fields: [Field])
    }

    /// The entry that a code (normalised; nil where blank or damaged) and a name (as written; nil where
    /// blank) stand for, among those of the reporting unit where it was recognised.
    func find(code: String?, name: String?, form: Form, unit: String?) -> Result {
        let codeField = form.fields.first { $0.type == .subjectCode }
        let nameField = form.fields.first { $0.type == .subjectName }
        let fields = [codeField, nameField].compactMap { $0 }
        let byCode = code.flatMap { campaign.entry($0) }.flatMap {
            $0.sector == form.sector ? $0 : nil
        }
        let byName = name.map { entries(named: $0, form: form, unit: unit) } ?? []
        if let byCode {
            guard let other = byName.first else {
                return name.map { .byCodeAlone(byCode, name: $0) } ?? .entry(byCode)
            }
            // A name that is another entry's contradicts the code.
            guard !byName.contains(where: { $0.code == byCode.code }) else { return .entry(byCode) }
            return .problem(
                .unknownEntry(
                    found: name ?? "", candidates: [byCode.name, other.name], proposals: []),
                fields: fields)
        }
        if byName.count == 1, let entry = byName.first { return .entry(entry) }
        let found = name ?? code ?? ""
        guard !found.isEmpty else {
            let column = (nameField ?? codeField)?.header ?? ""
            return .problem(.namelessRow(column: column), fields: fields)
        }
        let mark = (name == nil ? codeField : nameField).map { [$0] } ?? fields
        guard byName.isEmpty else {
            return .problem(
                .unknownEntry(
                    found: found, candidates: byName.prefix(5).map { owned($0) }, proposals: []),
                fields: mark)
        }
        return .problem(
            .unknownEntry(
                found: found, candidates: [],
                proposals: names.entryProposals(
                    for: found, sector: form.sector ?? "", unit: unit)), fields: mark)
    }

    /// 东关村（河口镇，610999101201）: villages of different townships bear one name.
    private func owned(_ entry: RosterEntry) -> String {
        "\(entry.name)（\(campaign.unit(entry.unit)?.shortName ?? entry.unit)，\(entry.code)）"
    }

    /// Entries of the unit first; where it has none of that name, those of the whole sector, so that a
    /// row of another unit is known for what it is.
    private func entries(named name: String, form: Form, unit: String?) -> [RosterEntry] {
        guard let sector = form.sector else { return [] }
        if let unit {
            let own = names.entries(named: name, sector: sector, unit: unit)
            if !own.isEmpty { return own }
        }
        return names.entries(named: name, sector: sector)
    }
}
