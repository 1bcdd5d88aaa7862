/// What a run did: what came, what it was taken for, what went back, what is missing, what was written.
package struct RunReport: Codable, Sendable {
    package var asOf: String
    /// Files of the Inbox that this run saw for the first time, in the order in which they were taken.
    package var files: [FileLine]
    package var knownFiles: Int
    /// What is never opened: links, devices, names that cannot be printed, what may not be read.
    package var ignored: [IgnoredLine]
    /// Files that were still being written; the next run takes them.
    package var unsettled: [String]
    /// Files that by the receipt register are received after this run's moment: not here yet.
    package var early: [String]
    /// Findings about files that are no returns: the receipt register, duplicates.
    package var remarks: [FindingLine]
    /// What became different in the campaign's tables since the office was last told.
    package var changes: [CampaignChangeReport]
    /// Paths of 回执 and 退回 written for closed months other than this run's.
    package var answers: [String]
    /// Paths below the Outbox under which files of ours are kept that somebody had changed, where they
    /// are in no period below.
    package var kept: [String]
    package var periods: [PeriodReport]
    /// How long the steps took; of all that is here this alone is not the same every time.
    package var times: StepTimes

    /// What was done where an older program had kept the ledger; nil where nothing was.
    package var upgrade: UpgradeLine?

    package struct UpgradeLine: Codable, Sendable {
        package var from: String
        package var to: String
        /// Where the older database was copied to.
        package var backup: String
    }

    /// What became of one file, or of one return in it.
    package struct FileLine: Codable, Sendable {
        package var file: String
        package var form: String?
        package var unit: String?
        package var period: String?
        /// accepted, returned, quarantined, stray (no return), register, duplicate, bundle (an archive that
        /// was taken apart; `rows` counts its members).
        package var status: String
        package var rows: Int
        package var errors: Int
        package var queries: Int
        /// The first errors with their places; for files in quarantine only those that say why.
        package var firstErrors: [FindingLine]
        /// What the office types where a name that is on no list is right all the same.
        package var confirmations: [String]
        /// A return that went back earlier, judged once more by what has changed since; nothing came.
        package var isJudgedAgain = false

        package init(
            file: String, form: String?, unit: String?, period: String?, status: String, rows: Int,
            errors: Int, queries: Int, firstErrors: [FindingLine], confirmations: [String] = []
        ) {
            self.file = file
            self.form = form
            self.unit = unit
            self.period = period
            self.status = status
            self.rows = rows
            self.errors = errors
            self.queries = queries
            self.firstErrors = firstErrors
            self.confirmations = confirmations
        }
    }

    /// How a period stands after the run.
    package struct PeriodReport: Codable, Sendable {
        package var period: String
        package var isDraft: Bool
        package var expected: Int
        package var accepted: Int
        package var late: Int
        /// Unit and form of what is missing; in a draft: of what is still to come.
        package var missing: [String]
        /// What the office allowed not to come, or to come later.
        package var excused: [ExcusedLine]
        /// Queries of returns that stand, which no note answers yet.
        package var unexplained: Int?
        /// Explanations that became tasks, being the same for the third time.
        package var repeatedExplanations: Int?
        package var ranking: [RankLine]
        package var suspended: [String]
        /// Paths below the Outbox that this run wrote anew or changed.
        package var written: [String]
        package var bulletin: String?
        /// The number of the correction (更正通报) that this writing told; nil for none.
        package var correction: Int?
        /// The moment that the output states.
        package var asOf: String?
        /// Paths below the Outbox under which files of ours are kept that somebody had changed.
        package var kept: [String]
        /// Letters that could not be written.
        package var remarks: [FindingLine]

        package init(period: String, isDraft: Bool) {
            self.period = period
            self.isDraft = isDraft
            expected = 0
            accepted = 0
            late = 0
            missing = []
            excused = []
            ranking = []
            suspended = []
            written = []
            kept = []
            remarks = []
        }
    }

    package struct RankLine: Codable, Sendable {
        package var group: String
        package var rank: Int?
        package var name: String
        package var score: String?
        package var change: String

        package init(group: String, rank: Int?, name: String, score: String?, change: String) {
            self.group = group
            self.rank = rank
            self.name = name
            self.score = score
            self.change = change
        }
    }

    package init(asOf: String) {
        self.asOf = asOf
        files = []
        knownFiles = 0
        ignored = []
        unsettled = []
        early = []
        remarks = []
        changes = []
        answers = []
        kept = []
        periods = []
        times = StepTimes(steps: [], total: 0)
    }

    /// Nothing came and nothing was written.
    package var isIdle: Bool {
        files.isEmpty && periods.allSatisfy(\.written.isEmpty)
    }
}
