package import Campaigns

/// What was told of a period at one time (通报的数): its figures as they were printed, and by which event.
///
/// A period is published by the first ranking that is written after it has closed; the office may issue
/// what stands in the Outbox in its place; what was told and has changed since is corrected. The figures
/// are kept as printed, because a later program may compute them otherwise.
package struct Publication: Hashable, Sendable {
    package var period: Period
    package var kind: Kind
    /// By which event it became known.
    package var event: Int
    /// When that was.
    package var moment: Moment
    /// The moment that the files themselves state.
    package var asOf: Moment
    /// In the order of the bulletin.
    package var ranks: [PublishedRank]
    /// The units in the bottom of their groups (末位), by code.
    package var bottom: Set<String>
    /// Nil where the program of that time kept none.
    package var figures: [PublishedFigure]?
    /// What a correction corrects; empty for the others.
    package var changes: [FigureChange]
    /// The SHA-256 of the files that it was told with, by their paths below the period's folder; letters are
    /// not among them.
    package var files: [String: String]
    /// The tables that it was made by; nil where the program of that time did not say.
    package var campaignVersion: String?
    /// The program that made it; nil where it did not say.
    package var program: String?

    package enum Kind: Hashable, Sendable {
        /// The first ranking that was written after the period had closed (首次通报).
        case first
        /// What the office issued by name (正式通报).
        case issue
        /// 更正通报第n号, counted by period.
        case correction(number: Int)
    }

    /// The last event that was known when it was made.
    package var horizon: Int { event - 1 }

    /// The number of a correction; nil for the others.
    package var number: Int? {
        guard case .correction(let number) = kind else { return nil }
        return number
    }
}

extension [Publication] {
    /// What a period counts as published with, among everything that was told of it: what the office issued
    /// last, else what was first written; nil where it has not been published.
    package var published: Publication? { last { $0.kind == .issue } ?? first }
}

/// One unit's value of an indicator as it was published; what did not apply is empty.
package struct PublishedFigure: Hashable, Sendable {
    package var indicator: String
    /// A unit's code, or `county`.
    package var unit: String
    package var numerator: String
    package var denominator: String
    /// A fraction with 12 decimals, as k.
    package var rate: String
    package var k: String

    package init(
        indicator: String, unit: String, numerator: String, denominator: String, rate: String,
        k: String
    ) {
        self.indicator = indicator
        self.unit = unit
        self.numerator = numerator
        self.denominator = denominator
        self.rate = rate
        self.k = k
    }
}

/// A figure that was told and is another now (更正的数), with what changed it.
package struct FigureChange: Hashable, Sendable {
    /// A unit's code, or `county`.
    package var unit: String
    package var item: Item
    /// As printed: one text; of an indicator numerator, denominator, rate, k.
    ///
    /// Empty where there was none.
    package var before: [String]
    package var after: [String]
    /// In the order in which they became known; empty where nothing that is known explains it.
    package var causes: [FigureCause]

    /// Which figure.
    package enum Item: Hashable, Sendable {
        case rank, score, baseScore, deductions, bonus
        case indicator(String)
    }

    package init(
        unit: String, item: Item, before: [String], after: [String], causes: [FigureCause] = []
    ) {
        self.unit = unit
        self.item = item
        self.before = before
        self.after = after
        self.causes = causes
    }
}

/// Something that changed a figure that had been told.
package enum FigureCause: Hashable, Sendable {
    /// A return that came, or was judged again: its unit, form, period, file and receipt.
    case file(unit: String?, form: String?, period: Period?, path: String, received: Moment)
    /// A record of an inspection, of which no more is told.
    case inspection
    /// The office's register of bonus points.
    case register
    /// An act of the office, by its number.
    case act(Int)
    /// Lines of the receipt register.
    case receipts
    /// Another version of the campaign's tables came into use.
    case tables
    /// Time has passed: a later due time came, or a unit's time to answer ran out.
    case time
    /// The program computes otherwise than the one that had made the bulletin.
    case program
    /// The unit's own figures are the same, others have changed.
    case others
}
