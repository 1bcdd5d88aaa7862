import Campaigns
import Formulas
import GRDB

extension LedgerSnapshot {
    /// When a return is due: at the period's due time, or at the one to which the office put it off.
    func due(ofForm form: String?, unit: String?, in period: Period) -> Moment {
        guard let form, let unit else { return campaign.due(period) }
        let key = ExpectedReturn.Key(form: form, unit: unit, period: period)
        guard case .extended(let until, _, _) = acts.relief(of: key, asOf: asOf) else {
            return campaign.due(period)
        }
        return until
    }

    /// Whether a return is not owed, so that it cannot be late either.
    func isWaived(form: String?, unit: String?, in period: Period) -> Bool {
        guard let form, let unit else { return false }
        let key = ExpectedReturn.Key(form: form, unit: unit, period: period)
        guard case .waived = acts.relief(of: key, asOf: asOf) else { return false }
        return true
    }

    /// The files of a period that the office took back, by receipt.
    func withdrawals(of period: Period) throws -> [Withdrawal] {
        guard acts.hasWithdrawals else { return [] }
        return try SubmissionHead.all(db, knownBy: horizon, areWithdrawn: true).filter { head in
            head.listedPeriod == period
                && head.form.flatMap { campaign.form($0)?.nature } ?? .units == .units
        }.map { head in
            var delivery = Delivery(
                form: head.form, unit: head.unit, period: head.period, file: head.path,
                sheet: head.sheet, received: head.received, status: head.status, isLate: false,
                lateDays: 0, revision: 0, rows: head.rowCount, findings: [])
            delivery.submission = head.id
            let reason = acts.withdrawal(ofFile: head.fileHash, path: head.path) ?? ""
            return Withdrawal(delivery: delivery, reason: reason)
        }
    }
}
