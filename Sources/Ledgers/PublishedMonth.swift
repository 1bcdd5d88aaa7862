package import Campaigns

/// What was told of an earlier period (历期通报): its ranks and who stood in the bottom of a group.
package struct PublishedMonth: Hashable, Sendable {
    package var period: Period
    /// As first published, in the order of the bulletin: as the office issued them, else as they were first
    /// written.
    package var ranks: [PublishedRank]
    /// The units in the bottom of their groups (末位), by code, as first published.
    package var bottom: Set<String>
    /// What was corrected since (更正通报), in the order of the numbers.
    package var corrections: [Correction] = []

    /// The ranks and the bottom as a correction gave them.
    package struct Correction: Hashable, Sendable {
        package var number: Int
        package var ranks: [PublishedRank]
        package var bottom: Set<String>

        package init(number: Int, ranks: [PublishedRank], bottom: Set<String>) {
            self.number = number
            self.ranks = ranks
            self.bottom = bottom
        }
    }

    package init(period: Period, ranks: [PublishedRank] = [], bottom: Set<String> = []) {
        self.period = period
        self.ranks = ranks
        self.bottom = bottom
    }

    /// The ranks and scores as they were last told: what a year is counted from.
    package var lastRanks: [PublishedRank] { corrections.last?.ranks ?? ranks }

    /// The bottom as it was last told.
    package var lastBottom: Set<String> { corrections.last?.bottom ?? bottom }
}
