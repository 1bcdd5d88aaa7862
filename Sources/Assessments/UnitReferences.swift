import Campaigns

/// Resolves what a record says of a unit, a code or a name, to the unit's code.
struct UnitReferences {
    private let campaign: Campaign
    private let names: NameBook

    init(_ campaign: Campaign) {
        self.campaign = campaign
        names = NameBook(campaign)
    }

    /// Nil where no unit, or more than one, is meant: intake has said so, and nobody is charged.
    func code(of text: String) -> String? {
        if let unit = campaign.unit(text) { return unit.code }
        let named = names.units(named: text)
        return named.count == 1 ? named.first?.code : nil
    }
}
