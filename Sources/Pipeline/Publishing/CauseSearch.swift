import Assessments
import Campaigns
import Ledgers

/// Finds because of what figures changed, by computing them as they stood in between.
///
/// From what was told it goes in steps to what holds now: this program instead of that of the time, the day
/// of today instead of that day, then everything that became known, in its order. A step's figures are
/// only computed where those before and behind it differ, so that many files of which one mattered cost little.
struct CauseSearch {
    let workshop: Workshop
    let period: Period
    private let then: Workshop
    private let news: [Ledger.News]
    private let told: PrintedFigures
    private let now: PrintedFigures
    /// What stood after each step; the last is what holds now.
    private var known: [Int: PrintedFigures]
    private var causes: [Place: [FigureCause]] = [:]

    private struct Place: Hashable {
        var unit: String
        var item: FigureChange.Item

        init(_ change: FigureChange) {
            (unit, item) = (change.unit, change.item)
        }
    }

    init(
        workshop: Workshop, period: Period, told: PrintedFigures, recomputed: PrintedFigures,
        now: PrintedFigures, then: Workshop, news: [Ledger.News]
    ) {
        self.workshop = workshop
        self.period = period
        self.then = then
        self.news = news
        self.told = told
        self.now = now
        known = [0: told, 1: recomputed, news.count + 3: now]
    }

    /// The figures that are others now, each with what changed it; with nothing where the tables of a step
    /// are lost.
    mutating func changes() throws(RunError) -> [FigureChange] {
        let end = news.count + 3
        try search(from: 0, to: 1)
        try search(from: 1, to: end)
        return told.changes(to: now).map { change in
            var change = change
            change.causes = causes[Place(change)] ?? []
            return change
        }
    }

    /// What the last step before a state was; nil for what is not among the news.
    private func cause(ofStepTo state: Int) -> FigureCause? {
        switch state {
        case 1: .program
        case 2: .time
        default: news.indices.contains(state - 3) ? news[state - 3].cause : nil
        }
    }

    private mutating func search(from start: Int, to end: Int) throws(RunError) {
        guard let before = try figures(after: start), let after = try figures(after: end) else {
            return
        }
        let changes = before.changes(to: after)
        guard !changes.isEmpty else { return }
        guard end - start > 1 else {
            note(changes, by: cause(ofStepTo: end))
            return
        }
        let middle = (start + end) / 2
        try search(from: start, to: middle)
        try search(from: middle, to: end)
    }

    private mutating func note(_ changes: [FigureChange], by cause: FigureCause?) {
        guard let cause else { return }
        let own = Set(changes.filter { $0.item != .rank }.map(\.unit))
        for change in changes {
            // A rank that others have moved.
            let cause = own.contains(change.unit) ? cause : .others
            if causes[Place(change)]?.contains(cause) == true { continue }
            causes[Place(change), default: []].append(cause)
        }
    }

    private mutating func figures(after state: Int) throws(RunError) -> PrintedFigures? {
        if let figures = known[state] { return figures }
        // The telling itself is known in between: it fixes the day by which things are due.
        let event = state == 2 ? (then.horizon ?? 0) + 1 : news[state - 3].event
        guard let between = try workshop.asItWas(at: workshop.asOf, knownBy: event) else {
            return nil
        }
        let figures = PrintedFigures(
            try PeriodRendering(workshop: between, period: period).assessment())
        known[state] = figures
        return figures
    }
}
