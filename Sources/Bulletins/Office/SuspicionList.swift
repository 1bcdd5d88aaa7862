package import Campaigns

/// A period's suspicions as the office reads them (疑点清单).
package struct SuspicionList: Sendable {
    package var period: Period
    package var asOf: Moment
    /// In the order of the lines: by form, unit, screen.
    package var lines: [Line]
    /// The screens that raised any of them, in the order of their codes.
    package var screens: [Screen]

    package init(period: Period, asOf: Moment, lines: [Line], screens: [Screen]) {
        self.period = period
        self.asOf = asOf
        self.lines = lines
        self.screens = screens
    }

    /// One flag; of a quiet screen or one on trial none is listed.
    package struct Line: Sendable, Hashable {
        package var number: String
        /// The screen that raised it, as `Screen.name` has it.
        package var screen: String
        /// Codes, empty where the county is meant.
        package var unit: String
        package var form: String
        package var subject: String
        package var message: String
        /// `暗访/…xlsx › 表 › C7`; empty where it stands nowhere in a file.
        package var place: String
        package var outcome: String

        package init(
            number: String, screen: String, unit: String, form: String, subject: String,
            message: String, place: String, outcome: String
        ) {
            self.number = number
            self.screen = screen
            self.unit = unit
            self.form = form
            self.subject = subject
            self.message = message
            self.place = place
            self.outcome = outcome
        }
    }

    /// How a screen has done before this period, and how it is listed.
    package struct Screen: Sendable, Hashable {
        package var name: String
        package var code: String
        package var title: String
        /// How many flags it raised this time.
        package var flags: Int
        /// `此前12个月提示9次，查实5次`.
        package var record: String
        package var state: State

        package enum State: String, Sendable { case listed, quiet, trial }

        package init(
            name: String, code: String, title: String, flags: Int, record: String, state: State
        ) {
            self.name = name
            self.code = code
            self.title = title
            self.flags = flags
            self.record = record
            self.state = state
        }
    }
}
