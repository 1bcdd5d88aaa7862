package import Campaigns

extension ExpectedReturn {
    /// What makes a return one of its own: who, what, when.
    package struct Key: Hashable, Sendable {
        package var form: String
        package var unit: String
        package var period: Period

        package init(form: String, unit: String, period: Period) {
            self.form = form
            self.unit = unit
            self.period = period
        }
    }

    /// What the office granted a return, with its reason.
    package enum Relief: Hashable, Sendable {
        /// 免报.
        case waived(reason: String)
        /// 延期; `isRunning` until the later due time has come.
        case extended(until: Moment, isRunning: Bool, reason: String)
    }

    /// Not owed, and none came.
    package var isWaived: Bool {
        guard !isAccepted, case .waived = relief else { return false }
        return true
    }

    /// None came, and the later due time is still to come.
    package var isDeferred: Bool {
        guard !isAccepted, case .extended(_, true, _) = relief else { return false }
        return true
    }

    /// Silence that the office allowed: nothing is missing and no k is 0 for it.
    package var isExcused: Bool { isWaived || isDeferred }

    /// Owed, and none was accepted; before the period has closed: still to come.
    package var isMissing: Bool { !isAccepted && !isExcused }
}

/// A file, or a sheet of it, that the office took back (撤回), as it was received.
package struct Withdrawal: Hashable, Sendable {
    package var delivery: Delivery
    package var reason: String

    package init(delivery: Delivery, reason: String) {
        self.delivery = delivery
        self.reason = reason
    }
}

/// A veto of the office's register (一票否决): a fact about the year's grade, never about points.
package struct Veto: Hashable, Sendable {
    package var unit: String
    package var basis: String

    package init(unit: String, basis: String) {
        self.unit = unit
        self.basis = basis
    }
}
