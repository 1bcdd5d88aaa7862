import Campaigns
import Files
import Findings
import Glibc
import Ledgers
import Workbooks

/// A campaign and a ledger, opened for one piece of work at one moment.
struct Workshop {
    let options: RunOptions
    /// With the names that the office confirmed.
    var campaign: Campaign
    /// The tables as they were read, and those names: what verdicts are judged by.
    let sources: [(name: String, bytes: [UInt8])]
    var asOf: Moment
    /// The last event that is looked at; nil: all that were known at `asOf`.
    var horizon: Int?
    let ledger: Ledger
    /// Of files from strangers.
    var limits: WorkbookLimits { options.limits }
    let watch: RunWatch
    private let lock: RunLock?

    /// Opens the ledger of the state folder, to write to it.
    ///
    /// The campaign is read and linted first: where it has faults nothing is touched.
    static func open(
        _ options: RunOptions, watch: RunWatch = RunWatch()
    ) throws(RunError) -> Workshop {
        let (campaign, sources) = try watch.time(.campaign) { () throws(RunError) in
            try Self.campaign(at: options.campaign)
        }
        let asOf = try Self.moment(options.asOf, campaign)
        try OutboxMark(outbox: options.outbox).check(campaign)
        do throws(FileError) {
            try Files.createFolder(options.state, mode: 0o700)
        } catch {
            throw .cannotWrite(
                Bilingual(
                    "建不了台账文件夹：\(error.words.chinese)",
                    "cannot make the state folder: \(error.words.english)"))
        }
        let lock = try RunLock(options.state, clockOffset: campaign.clockOffset)
        let ledger = try watch.time(.ledger) { () throws(RunError) in
            try ledgerWork { () throws(LedgerError) in
                let ledger = try Ledger.open(options.state)
                try ledger.checkClock(asOf)
                return ledger
            }
        }
        let names = try ConfirmedNames(ledger, asOf: asOf)
        try Self.check(
            campaign, names.sources(sources), against: ledger, at: options.state)
        return Workshop(
            options: options, campaign: names.campaign(campaign), sources: names.sources(sources),
            asOf: asOf, ledger: ledger, watch: watch, lock: lock)
    }

    /// Opens what is there for looking at; without a ledger, an empty one in memory.
    static func look(_ options: RunOptions) throws(RunError) -> Workshop {
        let (campaign, sources) = try Self.campaign(at: options.campaign)
        let asOf = try Self.moment(options.asOf, campaign)
        let ledger = try ledgerToLookAt(options.state)
        let names = try ConfirmedNames(ledger, asOf: asOf)
        try Self.check(
            campaign, names.sources(sources), against: ledger, at: options.state)
        return Workshop(
            options: options, campaign: names.campaign(campaign), sources: names.sources(sources),
            asOf: asOf, ledger: ledger, watch: RunWatch(), lock: nil)
    }

    /// A ledger that a run has left behind its events, or an older program wrote, is brought up to date
    /// first; for that the lock is needed.
    static func ledgerToLookAt(_ state: String) throws(RunError) -> Ledger {
        let ledger = try ledgerWork { () throws(LedgerError) in
            try Ledger.exists(in: state) ? Ledger.look(state) : Ledger.inMemory()
        }
        if let ledger { return ledger }
        let lock: RunLock
        do throws(RunError) {
            lock = try RunLock(state)
        } catch {
            guard case .busy = error else { throw error }
            let ledger = try ledgerWork { () throws(LedgerError) in
                try Ledger.look(state, isBeingWritten: true)
            }
            guard let ledger else { throw error }
            return ledger
        }
        return try withExtendedLifetime(lock) { () throws(RunError) in
            try ledgerWork { () throws(LedgerError) in
                _ = try Ledger.open(state)
                guard let ledger = try Ledger.look(state) else {
                    throw .damaged("it cannot be brought up to date")
                }
                return ledger
            }
        }
    }

    var hasLedger: Bool { Ledger.exists(in: options.state) }

    /// The period that is asked for, else the latest one closed.
    var period: Period { options.period ?? campaign.latestClosed(asOf: asOf) }

    /// Whether a month has closed and nothing came for it: to rank silence would publish a month that never
    /// began, so it is neither scored nor told.
    func isSilent(_ facts: PeriodFacts) -> Bool {
        facts.deliveries.isEmpty && campaign.isClosed(facts.period, asOf: asOf)
    }

    /// Loads and lints a campaign.
    static func campaign(
        at path: String
    ) throws(RunError) -> (Campaign, [(name: String, bytes: [UInt8])]) {
        guard Files.exists(path) else {
            throw .setUp(Bilingual("没有活动表格：\(path)", "there is no campaign at \(path)"))
        }
        let reading: CampaignReading
        do throws(CampaignError) {
            reading = try CampaignLoader.load(path)
        } catch {
            throw .setUp(error.message)
        }
        let findings = reading.findings + CampaignLint.findings(for: reading)
        let errors = findings.filter { $0.severity == .error }
        guard let campaign = reading.campaign, errors.isEmpty else { throw .campaign(errors) }
        return (campaign, reading.sources)
    }

    /// The moment of `--as-of` on the campaign's clock; the machine's clock where there is none.
    static func moment(
        _ text: String?, _ campaign: Campaign
    ) throws(RunError) -> Moment {
        guard let text else {
            return Moment(secondsSince1970: time(nil), offset: campaign.clockOffset)
        }
        guard let moment = Moment(iso: text, offset: campaign.clockOffset) else {
            throw .usage(
                Bilingual(
                    "--as-of 应写成 2020-07-06T09:00 这样",
                    "--as-of takes a moment such as 2020-07-06T09:00"))
        }
        return moment
    }
}

/// Runs work on the ledger; what stops it stops the run.
func ledgerWork<Value>(
    _ work: () throws(LedgerError) -> Value
) throws(RunError) -> Value {
    do throws(LedgerError) {
        return try work()
    } catch {
        throw RunError(error)
    }
}

extension RunError {
    init(_ error: LedgerError) {
        switch error {
        case .clockBehind(let now, let last):
            self = .setUp(
                Bilingual(
                    "现在（\(now)）早于台账的最后一笔（\(last)）：请核对时钟或 --as-of",
                    "now (\(now)) is before the ledger's last event (\(last)): check the clock or --as-of"
                ))
        case .newer(let schema):
            self = .setUp(
                Bilingual(
                    "台账由更新的版本写成（\(schema)）：请升级本程序",
                    "the ledger was written by a newer version (\(schema)): upgrade this program"))
        case .older:
            self = .setUp(
                Bilingual(
                    "台账由旧版本写成：先运行一次 tongbao run，它会备份并升级",
                    "the ledger was written by an older version: run “tongbao run” first, which backs it up and upgrades it"
                ))
        case .damaged(let what):
            self = .fault(
                Bilingual(
                    "台账有损坏：\(what)。请运行 tongbao ledger verify，再运行 tongbao ledger rebuild",
                    "the ledger is damaged: \(what); run “tongbao ledger verify”, then “tongbao ledger rebuild”"
                ))
        case .database(let code, let words):
            self =
                switch code & 0xFF {
                // SQLITE_FULL; SQLITE_IOERR is also what it says where there is no room for its log.
                case 13:
                    .cannotWrite(
                        Bilingual(
                            "写不了台账：磁盘满了，请腾出空间",
                            "cannot write the ledger: the disk is full; make room"))
                case 10:
                    .cannotWrite(
                        Bilingual(
                            "写不了台账：读写出错，多半是磁盘满了，也可能坏了，请管理员检查（\(code)）",
                            "cannot write the ledger: the disk is probably full, or failing; have it looked at (\(code))"
                        ))
                case 8, 14:
                    .cannotWrite(
                        Bilingual("写不了台账：\(words)", "cannot write the ledger: \(words)"))
                default: .fault(Bilingual("台账出错：\(words)", "the ledger failed: \(words)"))
                }
        case .file(let error):
            self = .cannotWrite(
                Bilingual(
                    "写不了台账：\(error.words.chinese)",
                    "cannot write the ledger: \(error.words.english)"))
        }
    }
}
