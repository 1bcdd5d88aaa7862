package import Campaigns

/// Something wrong that a demo's returns are meant to have, so that every answer can be seen.
package struct PlannedFault: Hashable, Sendable {
    package var kind: Kind
    /// The form that it befalls, by its id.
    package var form: String
    /// 0 for the last month of a demo, 1 for the one before it.
    package var monthsBack: Int
    /// Which of the units that owe the form; where that one has a fault already, the next.
    package var choice: Int
    /// What the unit does about it.
    package var sequel: Sequel

    /// Whether a mended file follows.
    package enum Sequel: Hashable, Sendable {
        case none, correctedInTime, correctedLate
    }

    /// What is wrong.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        // What comes too late, not at all, twice, or in the wrong place.
        case missing, late, veryLate, revisedLate, sameBytes, misplacedInspection
        // Files that are no returns, or not this month's.
        case legacyWorkbook, encrypted, emptyFile, unknownForm, wrongMonth, personalData
        // Cells.
        case approximation, emptyCell, unknownChoice, outOfRange, notANumber, impossibleDate
        case damagedCode, uncomputedFormula, contradiction, decline
        // Rows.
        case absentEntry, doubledEntry, unknownEntry, closedEntry
        // What is accepted with a remark or a question.
        case unitInValue, fullWidthDigits, wrongTotal, hiddenRows, copiedMonth
    }

    init(
        _ kind: Kind, _ form: String, back monthsBack: Int = 0, choice: Int = 0,
        then sequel: Sequel = .none
    ) {
        self.kind = kind
        self.form = form
        self.monthsBack = monthsBack
        self.choice = choice
        self.sequel = sequel
    }
}

/// A planned fault with the unit and the month that it falls to.
package struct AssignedFault: Hashable, Sendable {
    package var fault: PlannedFault
    package var unit: Unit
    package var period: Period
}

extension PlannedFault.Kind {
    /// The file is accepted all the same, with the values of the case.
    var leavesValues: Bool {
        switch self {
        case .late, .veryLate, .sameBytes, .misplacedInspection, .unknownForm, .closedEntry,
            .unitInValue, .fullWidthDigits, .wrongTotal, .hiddenRows:
            true
        default: false
        }
    }
}

extension PlannedFault {
    /// It shows only beside the return of the month before.
    var comparesMonths: Bool { kind == .decline || kind == .copiedMonth }

    /// All faults of a demo; in a very small county or a single month some find no unit.
    package static let all: [PlannedFault] = [
        PlannedFault(.closedEntry, "rural", back: 1, choice: 0),
        PlannedFault(.missing, "social_org", choice: 3),
        PlannedFault(.missing, "enterprise", choice: 6),
        PlannedFault(.missing, "community", back: 1, choice: 5),
        PlannedFault(.late, "rural", choice: 5),
        PlannedFault(.veryLate, "social_org", choice: 8),
        PlannedFault(.late, "community", back: 1, choice: 2),
        PlannedFault(.revisedLate, "rural", choice: 14),
        PlannedFault(.sameBytes, "rural", choice: 0),
        PlannedFault(.misplacedInspection, "rural", choice: 3),
        PlannedFault(.legacyWorkbook, "organ", choice: 10, then: .correctedLate),
        PlannedFault(.encrypted, "ledger", choice: 2, then: .correctedInTime),
        PlannedFault(.emptyFile, "ledger", back: 1, choice: 7, then: .correctedInTime),
        PlannedFault(.unknownForm, "rural", back: 1, choice: 12),
        PlannedFault(.wrongMonth, "rural", choice: 4, then: .correctedInTime),
        PlannedFault(.personalData, "enterprise", choice: 1),
        PlannedFault(.approximation, "rural", choice: 2, then: .correctedInTime),
        PlannedFault(.emptyCell, "rural", choice: 6, then: .correctedInTime),
        PlannedFault(.unknownChoice, "enterprise", choice: 4),
        PlannedFault(.outOfRange, "community", choice: 1, then: .correctedInTime),
        PlannedFault(.notANumber, "social_org", choice: 5),
        PlannedFault(.impossibleDate, "enterprise", back: 1, choice: 9, then: .correctedInTime),
        PlannedFault(.damagedCode, "enterprise", back: 1, choice: 5, then: .correctedInTime),
        PlannedFault(.uncomputedFormula, "community", choice: 4, then: .correctedInTime),
        PlannedFault(.contradiction, "rural", back: 1, choice: 13, then: .correctedInTime),
        PlannedFault(.decline, "rural", choice: 1, then: .correctedInTime),
        PlannedFault(.absentEntry, "rural", back: 1, choice: 3, then: .correctedLate),
        PlannedFault(.doubledEntry, "rural", back: 1, choice: 8, then: .correctedInTime),
        PlannedFault(.unknownEntry, "rural", choice: 10, then: .correctedInTime),
        PlannedFault(.unitInValue, "rural", back: 1, choice: 7),
        PlannedFault(.fullWidthDigits, "community", choice: 3),
        PlannedFault(.wrongTotal, "rural", back: 1, choice: 9),
        PlannedFault(.hiddenRows, "rural", back: 1, choice: 11),
        PlannedFault(.copiedMonth, "enterprise", choice: 8),
    ]
}
