import Campaigns
import Workbooks

/// The order in which items are listed: by unit in the order of the table, list, day of opening, number.
struct ItemOrder {
    private let units: [String: Int]

    init(_ campaign: Campaign) {
        units = Dictionary(
            zip(campaign.units.map(\.code), campaign.units.indices),
            uniquingKeysWith: { first, _ in first })
    }

    /// Items of which nothing else tells stay in their order.
    func sorted(_ items: [ListItem]) -> [ListItem] {
        items.enumerated().map { place, item in
            Place(
                unit: units[item.unit] ?? .max, list: Self.place(of: item.list),
                // What was opened on no day that is known comes first.
                opened: item.opened?.daysSince1970 ?? .min, number: item.number, place: place)
        }.sorted().map { items[$0.place] }
    }

    private static func place(of list: ItemList) -> Int {
        ItemList.allCases.firstIndex(of: list) ?? 0
    }

    private struct Place: Comparable {
        var unit: Int
        var list: Int
        var opened: Int
        var number: String
        var place: Int

        static func < (left: Self, right: Self) -> Bool {
            if left.unit != right.unit { return left.unit < right.unit }
            if left.list != right.list { return left.list < right.list }
            if left.opened != right.opened { return left.opened < right.opened }
            if left.number != right.number { return left.number < right.number }
            return left.place < right.place
        }
    }
}
