package import Campaigns
package import Findings
package import Ledgers

/// Which queries (核实) the sender has answered already: a 备注 of four characters or more explains
/// the queries of its row.
///
/// An explained query stays a query; it is only not asked for again (催核).
package struct Explanations: Sendable {
    private let campaign: Campaign

    /// Shorter notes (“无”, “见附件”) explain nothing, nor do strokes, or a picture that stands in the cell and
    /// is read as “[图片]”.
    private static let leastLength = 4

    package init(campaign: Campaign) {
        self.campaign = campaign
    }

    /// Whether each finding is a query that its row's note explains, in the order of the findings.
    ///
    /// A query that points at several rows is explained when each of them has a note; one about the
    /// sheet as a whole never is.
    package func areExplained(_ findings: [Finding], in submission: Submission) -> [Bool] {
        let map = RowMap(submission)
        return findings.map { finding in
            guard finding.severity == .query else { return false }
            let rows = map.rows(of: finding)
            return !rows.isEmpty
                && rows.allSatisfy { explanation(of: submission.rows[$0], in: submission) != nil }
        }
    }

    /// The notes that answer queries: one for each row that an explained query points at, in the order of
    /// the findings, then of the rows.
    package func explanations(
        of findings: [Finding], in submission: Submission
    ) -> [ExplainedQuery] {
        let map = RowMap(submission)
        let explained = zip(findings, areExplained(findings, in: submission)).filter(\.1)
        return explained.flatMap { finding, _ in
            map.rows(of: finding).sorted().compactMap { position -> ExplainedQuery? in
                let row = submission.rows[position]
                guard let note = explanation(of: row, in: submission) else { return nil }
                return ExplainedQuery(
                    code: finding.code, subject: row.subject, row: row.number, note: note)
            }
        }
    }

    /// The note of a row where it is long enough to explain; only letters, Chinese ones above all, and digits
    /// count.
    package func explanation(of row: ReturnRow, in submission: Submission) -> String? {
        let notes = submission.form.flatMap(campaign.form)?.fields.filter { $0.type == .note } ?? []
        for field in notes {
            guard case .text(let note) = row.values[field.id] else { continue }
            let length = note.count { $0.isLetter || $0.isNumber }
            if length >= Self.leastLength { return note.trimmed }
        }
        return nil
    }
}
