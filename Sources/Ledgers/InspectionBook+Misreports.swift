import Campaigns
import Workbooks

// Whose points a bulletin takes for misreports.
extension InspectionBook {
    /// A bulletin as far as misreports are concerned: what was known when it was made, on which day,
    /// and the last day that it is about.
    struct Bulletin {
        var event: Int
        var day: CivilDate
        var lastDay: CivilDate
    }

    /// The misreports whose points a bulletin takes: seen by the end of its period, confirmed by the
    /// time it was made, and in none before it.
    ///
    /// What was seen in June is never charged to May, also
    /// where May's bulletin is made in July.
    func misreports(earlier: [Bulletin], in bulletin: Bulletin) -> [InspectionRecord] {
        let all = misreports(for: bulletin)
        guard !all.isEmpty else { return [] }
        var taken: Set<Int> = []
        for other in earlier { taken.formUnion(misreports(for: other).map(\.matter)) }
        return Self.sorted(all.filter { !taken.contains($0.matter) && isUpheld($0.matter) })
            .map(\.record)
    }

    /// Where the office gave a verdict of its own, a charge stands as long as it holds to it: points
    /// that rested on a revoked or another verdict are given back where the bulletin is made again.
    private func isUpheld(_ matter: Int) -> Bool {
        !wasRuled(matter) || current.contains { $0.matter == matter && $0.isMisreport }
    }

    private func misreports(for bulletin: Bulletin) -> [Entry] {
        Self.latest(
            entries.lazy.filter { $0.known <= bulletin.event },
            ruled: rulings(at: bulletin.event), campaign: campaign, on: bulletin.day
        ).filter { $0.isMisreport && isLegible($0) && $0.date <= bulletin.lastDay }
    }

    /// What was seen can be held against the figure, or there is none to hold it against: nobody is charged
    /// with what cannot be read.
    private func isLegible(_ entry: Entry) -> Bool {
        ObservedText(campaign: campaign, item: entry.record.item)
            .map { $0.value(entry.values["observed"]) != nil } ?? true
    }
}

extension InspectionBook.Entry {
    var isMisreport: Bool { record.isConfirmed && record.isMisreport }
}
