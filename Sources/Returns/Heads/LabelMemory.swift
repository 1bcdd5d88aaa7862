import Campaigns
import Synchronization

/// What labels above a table and the names behind them were understood as: a unit writes the same ones
/// every month.
final class LabelMemory: Sendable {
    private struct Known {
        var labels = TextTable<(title: String, labels: [HeadLabel])>()
        var units = TextTable<(Unit, String)>()
    }

    private let known = Mutex(Known())
    /// A hostile file may hold any number of texts, and long ones.
    private static let capacity = 5_000
    private static let longest = 200

    /// A text taken apart; only one that holds a label is kept.
    func parse(_ text: String) -> (title: String, labels: [HeadLabel]) {
        guard text.utf8.count <= Self.longest else { return HeadLabel.parse(text) }
        if let parsed = known.withLock({ $0.labels[text] }) { return parsed }
        let parsed = HeadLabel.parse(text)
        guard !parsed.labels.isEmpty else { return parsed }
        known.withLock { known in
            if known.labels.count < Self.capacity { known.labels.add(text, parsed) }
        }
        return parsed
    }

    /// The unit that a text names; one that names none is looked at again.
    func unit(in text: String, _ find: (String) -> (Unit, String)?) -> (Unit, String)? {
        guard text.utf8.count <= Self.longest else { return find(text) }
        if let unit = known.withLock({ $0.units[text] }) { return unit }
        guard let unit = find(text) else { return nil }
        known.withLock { known in
            if known.units.count < Self.capacity { known.units.add(text, unit) }
        }
        return unit
    }
}
