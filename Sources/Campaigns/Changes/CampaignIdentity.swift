/// What tells one campaign from another, whatever its title: its forms and its units.
///
/// What a ledger holds is kept by the ids of forms and the codes of units. Tables that share no form, or
/// no unit, with those that the ledger was kept by can make nothing of it: they are another campaign. A
/// new title, new rules, some forms more or fewer, half of the units merged: the same campaign.
package struct CampaignIdentity: Hashable, Sendable {
    package var title: String
    /// Sorted.
    package var forms: [String]
    package var units: [String]

    package init(_ campaign: Campaign) {
        title = campaign.settings.text(.campaignTitle)
        forms = campaign.forms.map(\.id).sorted()
        units = campaign.units.map(\.code).sorted()
    }

    package init(title: String, forms: [String], units: [String]) {
        self.title = title
        self.forms = forms
        self.units = units
    }

    /// Whether these tables are a version of the same campaign; true where one side says nothing.
    package func isSameCampaign(as other: CampaignIdentity) -> Bool {
        Self.meet(forms, other.forms) && Self.meet(units, other.units)
    }

    private static func meet(_ one: [String], _ other: [String]) -> Bool {
        one.isEmpty || other.isEmpty || !Set(one).isDisjoint(with: other)
    }
}
