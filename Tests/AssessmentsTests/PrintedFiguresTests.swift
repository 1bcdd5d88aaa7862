import Assessments
import Ledgers
import Testing

/// What is another between two tellings of one period.
struct PrintedFiguresTests {
    private func rank(_ unit: String, _ rank: Int?, _ score: String?) -> PublishedRank {
        var published = PublishedRank(
            unit: unit, group: "乡镇组", rank: rank, score: score, weights: "w")
        published.baseScore = score
        published.deductions = "0.00"
        published.bonus = "0.00"
        return published
    }

    private func figure(_ unit: String, _ numerator: String) -> PublishedFigure {
        PublishedFigure(
            indicator: "R01", unit: unit, numerator: numerator, denominator: "4",
            rate: "r\(numerator)",
            k: "k\(numerator)")
    }

    @Test func `only what was printed otherwise is a change, the county last`() {
        let told = PrintedFigures(
            ranks: [rank("A", 1, "90.00"), rank("B", 2, "80.00")],
            figures: [figure("A", "3"), figure("county", "5"), figure("B", "2")])
        let now = PrintedFigures(
            ranks: [rank("B", 1, "95.00"), rank("A", 2, "90.00")],
            figures: [figure("A", "3"), figure("county", "6"), figure("B", "4")])
        let changes = told.changes(to: now)
        #expect(changes.map(\.unit) == ["B", "B", "B", "B", "A", "county"])
        #expect(
            changes.map(\.item) == [
                .rank, .score, .baseScore, .indicator("R01"), .rank, .indicator("R01"),
            ])
        #expect(changes[3].before == ["2", "4", "r2", "k2"])
        #expect(changes[3].after == ["4", "4", "r4", "k4"])
        #expect(now.changes(to: now).isEmpty)
    }

    @Test func `what is not applicable any more is a change, and so is a unit that came`() {
        let told = PrintedFigures(ranks: [rank("A", 1, "90.00")], figures: [figure("A", "3")])
        let now = PrintedFigures(ranks: [rank("A", nil, nil), rank("B", 1, "70.00")], figures: [])
        let changes = told.changes(to: now)
        #expect(changes.contains { $0.item == .indicator("R01") && $0.after.isEmpty })
        #expect(changes.contains { $0.unit == "B" && $0.item == .rank && $0.before.isEmpty })
        #expect(changes.contains { $0.unit == "A" && $0.item == .rank && $0.after == [""] })
    }

    @Test func `figures that were not kept are not compared`() {
        let bare = PublishedRank(
            unit: "A", group: "乡镇组", rank: 1, score: "90.00", weights: "w")
        let told = PrintedFigures(ranks: [bare], figures: nil)
        let now = PrintedFigures(ranks: [rank("A", 1, "90.00")], figures: [figure("A", "3")])
        #expect(told.changes(to: now).isEmpty)
    }
}
