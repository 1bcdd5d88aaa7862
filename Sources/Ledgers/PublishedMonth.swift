package import Campaigns

/// What was told of an earlier period (历期通报): its ranks and who stood in the bottom of a group.
package struct PublishedMonth: Hashable, Sendable {
    package var period: Period
    /// As first published, in the order of the bulletin.
    package var ranks: [PublishedRank]
    /// The units in the bottom of their groups (末位), by code, as first published.
    package var bottom: Set<String>

    package init(period: Period, ranks: [PublishedRank] = [], bottom: Set<String> = []) {
        self.period = period
        self.ranks = ranks
        self.bottom = bottom
    }
}
