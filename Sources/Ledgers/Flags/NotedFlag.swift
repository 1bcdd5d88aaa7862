package import Campaigns

/// A flag of a screen (疑点提示) as the office's sheet listed it when its month was first published.
///
/// Facts on a unit, never on a person; without any figure.
package struct NotedFlag: Hashable, Sendable {
    /// `YD3f9a2c1b`: the same whenever the same screen flags the same thing.
    package var id: String
    /// What raised it: the name of a built-in check, or the code of a rule in SQL.
    package var screen: String
    /// The form that it is about; empty for a flag about the county.
    package var form: String
    package var unit: String
    /// The period of the return that it is about.
    package var period: Period
    /// The roster entry; nil where the whole return is meant.
    package var subject: String?
    /// The fields that it rests on; empty where any may be meant.
    package var fields: [String]

    package init(
        screen: String, form: String, unit: String, period: Period, subject: String? = nil,
        fields: [String] = [], object: String = ""
    ) {
        self.screen = screen
        self.form = form
        self.unit = unit
        self.period = period
        self.subject = subject
        self.fields = fields
        let parts =
            [screen, form, unit, period.description, subject ?? "", object] + fields.sorted()
        let hash = Ledger.hash(of: Array(parts.joined(separator: "|").utf8))
        // Two letters before the digits, or a spreadsheet takes 12e45678 for a number.
        id = "YD" + hash.prefix(8)
    }
}

/// What has become of a flag (办理结果).
package enum FlagOutcome: Hashable, Sendable {
    case open
    /// Something was wrong there.
    case confirmed(Reason)
    /// Nothing was wrong there.
    case dismissed(Reason)

    /// By what it was decided.
    package enum Reason: Hashable, Sendable {
        /// The office's own act, by its number, with its reason.
        case act(Int, String)
        /// A record of an inspection, by its visit and item.
        case inspection(visit: String, item: String)
    }
}

/// How often a screen's flags were right (疑点查实情况).
package struct ScreenRecord: Hashable, Sendable {
    package var flagged: Int
    package var confirmed: Int
    package var dismissed: Int

    package init(flagged: Int = 0, confirmed: Int = 0, dismissed: Int = 0) {
        self.flagged = flagged
        self.confirmed = confirmed
        self.dismissed = dismissed
    }

    package var decided: Int { confirmed + dismissed }

    /// The interval in which the share of confirmed flags lies; nil where none was decided.
    package var precision: WilsonInterval? { WilsonInterval(confirmed, of: decided) }

    /// Too few of its flags were right: they are counted on, and no longer listed one by one.
    package func isQuiet(_ settings: Settings) -> Bool {
        guard decided > 0, decided >= settings.count(.decidedMin) else { return false }
        return Double(confirmed) < settings.number(.precisionMin) * Double(decided)
    }

    mutating func add(_ outcome: FlagOutcome) {
        flagged += 1
        switch outcome {
        case .open: break
        case .confirmed: confirmed += 1
        case .dismissed: dismissed += 1
        }
    }
}
