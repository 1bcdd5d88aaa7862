import Campaigns
import Findings

/// What a name on the command line stands for; a name that stands for nothing gets the nearest ones.
struct NameDesk {
    let campaign: Campaign

    init(_ campaign: Campaign) {
        self.campaign = campaign
    }

    /// A unit by its code or by any name of it.
    func unit(_ text: String) throws(RunError) -> Unit {
        if let unit = campaign.unit(text) { return unit }
        let names = NameBook(campaign)
        let units = names.units(named: text)
        guard let unit = units.first, units.count == 1 else {
            if units.count > 1 { throw Self.ambiguous(text, units.map { "\($0.name) \($0.code)" }) }
            throw Self.unknown(
                Bilingual("没有“\(text)”这个单位", "there is no unit “\(text)”"),
                proposals: names.unitProposals(for: text))
        }
        return unit
    }

    /// A form by its id, its title or the folder that it comes in.
    func form(_ text: String) throws(RunError) -> Form {
        if let form = campaign.form(text) { return form }
        let key = Folding.key(text)
        let forms = campaign.forms.filter {
            [$0.title, $0.folder ?? ""].map { Folding.key($0) }.contains(key) && !key.isEmpty
        }
        guard let form = forms.first, forms.count == 1 else {
            if forms.count > 1 { throw Self.ambiguous(text, forms.map(\.id)) }
            let words = campaign.forms.filter { $0.nature == .units }.flatMap {
                [$0.folder ?? $0.title, $0.id]
            }
            let near = nearest(to: text, among: words, count: 3)
            throw Self.unknown(
                Bilingual("没有“\(text)”这张报表", "there is no form “\(text)”"),
                proposals: near.isEmpty ? words : near)
        }
        return form
    }

    /// A unit or a roster entry, by code; a unit by name as well.
    func holder(_ text: String) throws(RunError) -> NameHolder {
        if let entry = campaign.entry(text) { return .entry(entry) }
        if let unit = campaign.unit(text) { return .unit(unit) }
        let names = NameBook(campaign)
        let units = names.units(named: text)
        if let unit = units.first, units.count == 1 { return .unit(unit) }
        if units.count > 1 { throw Self.ambiguous(text, units.map { "\($0.name) \($0.code)" }) }
        let sectors = campaign.roster.map(\.sector).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let entries = sectors.flatMap { names.entries(named: text, sector: $0) }
        guard entries.isEmpty else {
            // Names of villages are common; a code is not.
            let codes = entries.prefix(5).map { entry in
                "\(entry.code)（\(campaign.unit(entry.unit)?.shortName ?? entry.unit) \(entry.name)）"
            }
            throw .usage(
                Bilingual(
                    "花名册上的请写代码：\(codes.joined(separator: "、"))",
                    "name a roster entry by its code: \(codes.joined(separator: ", "))"))
        }
        throw Self.unknown(
            Bilingual(
                "没有“\(text)”这个单位，花名册上也没有这个代码",
                "there is no unit and no roster code “\(text)”"),
            proposals: names.unitProposals(for: text)
                + nearest(to: text, among: campaign.roster.map(\.code)))
    }

    static func unknown(_ what: Bilingual, proposals: [String]) -> RunError {
        guard !proposals.isEmpty else { return .usage(what) }
        return .usage(
            Bilingual(
                "\(what.chinese)；是不是\(proposals.quotedChinese)",
                "\(what.english); did you mean \(proposals.quotedEnglish)"))
    }

    static func ambiguous(_ text: String, _ candidates: [String]) -> RunError {
        .usage(
            Bilingual(
                "“\(text)”说不清是哪一个：\(candidates.joined(separator: "、"))",
                "“\(text)” may be any of \(candidates.joined(separator: ", "))"))
    }
}

/// Whom a name can stand for.
enum NameHolder {
    case unit(Unit)
    case entry(RosterEntry)

    var code: String {
        switch self {
        case .unit(let unit): unit.code
        case .entry(let entry): entry.code
        }
    }

    var name: String {
        switch self {
        case .unit(let unit): unit.name
        case .entry(let entry): entry.name
        }
    }
}
