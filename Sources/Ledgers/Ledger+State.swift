import GRDB

extension Ledger {
    /// The last event that can change a figure or an output: files, returns, verdicts, receipts,
    /// campaigns; 0 in an empty ledger.
    ///
    /// Runs, publications and mail do not count: where this number is what it was, rendering again
    /// would only change dates.
    package func lastSubstance() throws(LedgerError) -> Int {
        try reading { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT id FROM event
                    WHERE kind NOT IN ('run', 'publication', 'mail', 'mail_state')
                    ORDER BY id DESC LIMIT 1
                    """) ?? 0
        }
    }
}
