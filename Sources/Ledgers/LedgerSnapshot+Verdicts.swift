import Campaigns
import Findings
import GRDB

// What the verdicts on a period's submissions say, by the events of the verdicts: read by one statement a
// period, for a county has hundreds of returns a month, and most verdicts say nothing.
extension LedgerSnapshot {
    func findings(in period: Period) throws -> [Int: [Finding]] {
        var findings: [Int: [Finding]] = [:]
        try db.forEachRow(
            """
            SELECT verdict, content FROM finding
            WHERE verdict IN (SELECT value FROM json_each(?)) ORDER BY verdict, position
            """, [verdicts(in: period)]
        ) { row in
            let verdict = row.integer(0)
            guard let finding = JSON(row.text(1)).flatMap({ Finding($0) }) else {
                throw LedgerError.damaged("a finding of verdict \(verdict)")
            }
            findings[verdict, default: []].append(finding)
        }
        return findings
    }

    /// The notes that answer queries; read once.
    func explanations(in period: Period) throws -> [Int: [ExplainedQuery]] {
        if let known = explanationsByPeriod[period] { return known }
        var explanations: [Int: [ExplainedQuery]] = [:]
        try db.forEachRow(
            """
            SELECT verdict, code, subject, number, note FROM explanation
            WHERE verdict IN (SELECT value FROM json_each(?)) ORDER BY verdict, position
            """, [verdicts(in: period)]
        ) { row in
            explanations[row.integer(0), default: []].append(
                ExplainedQuery(
                    code: row.text(1), subject: row.optionalText(2), row: row.integer(3),
                    note: row.text(4)))
        }
        explanationsByPeriod[period] = explanations
        return explanations
    }

    private func verdicts(in period: Period) -> String {
        JSON.array((headsByPeriod[period] ?? []).map { .integer($0.verdict) }).text
    }
}
