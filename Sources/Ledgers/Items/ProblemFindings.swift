import Campaigns
import Findings
import GRDB
import Workbooks

/// What the rules of the setting `problem_rules` found in accepted returns, whatever the month.
///
/// Only findings that units are told of: no suspicion and nothing of a rule on trial opens an item.
struct ProblemFindings {
    /// One finding of an accepted verdict.
    struct Found {
        var event: Int
        /// The day on which the verdict became known.
        var day: CivilDate
        var position: Int
        var head: SubmissionHead
        var finding: Finding
    }

    /// What one rule found about one roster entry, in the order in which it became known; never empty.
    struct Problem {
        var code: String
        var subject: String
        var first: Found
        var all: [Found]
    }

    /// By rule in the order of the setting, then by the entry's code.
    let problems: [Problem]

    init(_ snapshot: LedgerSnapshot) throws {
        let campaign = snapshot.campaign
        let codes = campaign.settings.list(.problemRules).filter { code in
            campaign.rules.contains {
                $0.id == code && $0.state == .active && $0.severity != .suspicion
            }
        }
        var found: [String: [String: [Found]]] = [:]
        if !codes.isEmpty {
            let heads = Dictionary(
                snapshot.heads.filter { $0.status == .accepted && $0.period != nil }
                    .map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            try snapshot.db.forEachRow(
                """
                SELECT verdict.event, verdict.submission, finding.position, finding.content,
                    finding.code, event.moment
                FROM finding JOIN verdict ON verdict.event = finding.verdict
                    JOIN event ON event.id = verdict.event
                WHERE finding.code IN (SELECT value FROM json_each(?1))
                    AND verdict.status = 'accepted' AND verdict.event <= ?2
                ORDER BY verdict.event, finding.position
                """, [JSON.strings(codes).text, snapshot.horizon]
            ) { row in
                guard let head = heads[row.integer(1)] else { return }
                guard let finding = JSON(row.text(3)).flatMap({ Finding($0) }),
                    let moment = Moment(stored: row.text(5))
                else { throw LedgerError.damaged("a finding of verdict \(row.integer(0))") }
                guard let subject = finding.subject?.code else { return }
                found[row.text(4), default: [:]][subject, default: []].append(
                    Found(
                        event: row.integer(0), day: moment.date, position: row.integer(2),
                        head: head, finding: finding))
            }
        }
        problems = codes.flatMap { code in
            (found[code] ?? [:]).sorted { $0.key < $1.key }.compactMap { subject, all in
                all.first.map { Problem(code: code, subject: subject, first: $0, all: all) }
            }
        }
    }
}
