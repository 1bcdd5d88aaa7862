package import Workbooks

/// What is different between two versions of a campaign's tables: what the office reads before it takes
/// a new roster in, and what a run reports once it has.
///
/// Compared is what the tables mean, not how they are written: the order of columns, a spelling of a
/// date or a note that only people read make no change.
package struct CampaignChange: Hashable, Sendable {
    /// Units, then roster entries, each in the order of the new table; what was deleted stands last.
    package var subjects: [SubjectChange]
    /// The other tables in the order of `CampaignTables.TableName`; those without a change are left out.
    package var tables: [TableChange]
    /// Columns whose change reaches further than its row; the rows stand in `tables` as well.
    package var fields: [FieldChange]
    /// The weights of the indicators are others: no change of rank is shown in the next bulletin.
    package var changesWeights: Bool

    /// Compares two versions; the new one is taken in on `day`: months that had ended by then are past,
    /// and a change that reaches into them is warned of.
    package init(from old: Campaign, to new: Campaign, on day: CivilDate) {
        subjects =
            SubjectComparison(old: old, new: new, day: day).units()
            + SubjectComparison(old: old, new: new, day: day).roster()
        tables = TableChange.all(from: old, to: new)
        fields = FieldChange.all(from: old, to: new)
        changesWeights = Self.weights(of: old) != Self.weights(of: new)
    }

    /// The tables mean the same.
    package var isEmpty: Bool { subjects.isEmpty && tables.isEmpty }

    private static func weights(of campaign: Campaign) -> [String: [ExactDecimal]] {
        Dictionary(
            campaign.indicators.map { ($0.id, [$0.weightTownship, $0.weightDepartment]) },
            uniquingKeysWith: { first, _ in first })
    }
}
