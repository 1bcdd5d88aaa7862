/// A spelling that the office confirmed for a unit or a roster entry, besides those of the tables.
package struct ConfirmedName: Hashable, Sendable {
    /// The code of the unit or of the entry.
    package var code: String
    package var name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

extension Campaign {
    /// The campaign with more aliases; those of codes that it does not have are left out.
    ///
    /// Names are matched as exactly as those of the tables: one that the tables give to another as well
    /// is ambiguous, and an ambiguous name stands for nobody.
    package func adding(_ names: [ConfirmedName]) -> Campaign {
        guard !names.isEmpty else { return self }
        var campaign = self
        let added = Dictionary(grouping: names, by: \.code).mapValues { $0.map(\.name) }
        for place in campaign.units.indices {
            campaign.units[place].aliases += added[campaign.units[place].code] ?? []
        }
        for place in campaign.roster.indices {
            campaign.roster[place].aliases += added[campaign.roster[place].code] ?? []
        }
        return campaign
    }
}
