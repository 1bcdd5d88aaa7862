import Campaigns
import GRDB

/// The office's acts that were known by an event, and what follows from those that stand.
///
/// Of several acts about one thing the last that stands counts; where it is revoked, the one before it
/// stands again.
struct ActBook {
    /// In the order in which they became known, the revoked ones and the revocations among them.
    let acts: [OfficeAct]
    private let standing: [[String]: OfficeAct]
    /// The reasons of withdrawals, by file and path.
    private let withdrawn: [String: [String: String]]

    init(_ db: Database, knownBy horizon: Int) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT act.*, event.moment, itemAct.number AS itemNumber,
                        itemAct.list AS itemList, itemAct.text AS itemText, itemAct.due AS itemDue,
                        itemAct.done AS itemDone, objectionAct.about AS objectionAbout,
                        objectionAct.text AS objectionText, objectionAct.objection,
                        objectionAct.outcome AS objectionOutcome,
                        (SELECT MIN(event) FROM act AS other
                            WHERE other.revokes = act.event AND other.event <= ?1) AS revokedBy
                    FROM act JOIN event ON event.id = act.event
                    LEFT JOIN itemAct ON itemAct.event = act.event
                    LEFT JOIN objectionAct ON objectionAct.event = act.event
                    WHERE act.event <= ?1 ORDER BY act.event
                    """), arguments: [horizon])
        acts = try rows.map { row in
            guard let content = OfficeAct.Content(row), let moment = Moment(stored: row["moment"])
            else { throw LedgerError.damaged("act \(row["event"] as Int)") }
            return OfficeAct(
                id: row["event"], moment: moment, content: content, reason: row["reason"],
                revokedBy: row["revokedBy"])
        }
        standing = Self.standing(acts, at: .max)
        var withdrawn: [String: [String: String]] = [:]
        for act in standing.values {
            guard case .withdraw(let file, let path, _) = act.content else { continue }
            withdrawn[file, default: [:]][path] = act.reason
        }
        self.withdrawn = withdrawn
    }

    private static func standing(_ acts: [OfficeAct], at event: Int) -> [[String]: OfficeAct] {
        var standing: [[String]: OfficeAct] = [:]
        for act in acts where act.id <= event && act.revokedBy.map({ $0 > event }) ?? true {
            standing[act.content.subject] = act
        }
        return standing
    }

    /// The act that stands about what some content is about.
    func act(about content: OfficeAct.Content) -> OfficeAct? { standing[content.subject] }

    /// What the office granted a return (免报、延期); a waiver goes before a later due time.
    func relief(of key: ExpectedReturn.Key, asOf moment: Moment) -> ExpectedReturn.Relief? {
        if let act = act(about: .waive(key)) { return .waived(reason: act.reason) }
        guard let act = act(about: .extend(key, until: moment)),
            case .extend(_, let until) = act.content
        else { return nil }
        return .extended(until: until, isRunning: moment < until, reason: act.reason)
    }

    /// How many later due times of a period's returns have come by a moment.
    func lapsedExtensions(in period: Period, asOf moment: Moment) -> Int {
        standing.values.count { act in
            guard case .extend(let key, let until) = act.content else { return false }
            return key.period == period && until <= moment
        }
    }

    /// The latest moment up to another at which an extension that stands ran out.
    func lastExtension(endedBy moment: Moment) -> Moment? {
        standing.values.compactMap { act in
            guard case .extend(_, let until) = act.content, until <= moment else { return nil }
            return until
        }.max()
    }

    /// Some file was taken back.
    var hasWithdrawals: Bool { !withdrawn.isEmpty }

    /// Why what lies under a path was taken back; nil where it was not.
    func withdrawal(ofFile sha256: String, path: String) -> String? { withdrawn[sha256]?[path] }

    /// The verdicts that stood at an event, in the order in which they were given.
    func rulings(at event: Int) -> [OfficeAct] {
        Self.standing(acts, at: event).values.filter { $0.content.ruling != nil }
            .sorted { $0.id < $1.id }
    }
}

extension OfficeAct.Content {
    /// The verdict on a record of an inspection; nil for another act.
    var ruling: OfficeAct.Ruling? {
        guard case .verdict(let ruling) = self else { return nil }
        return ruling
    }
}
