import Campaigns

extension OwedReturn {
    /// None came and the office allowed it: not owed, or not yet.
    var isExcused: Bool {
        guard !isAccepted else { return false }
        switch relief {
        case .waived: return true
        case .extended(_, let isRunning, _): return isRunning
        case nil: return false
        }
    }

    /// Owed and none came.
    var isMissing: Bool { !isAccepted && !isExcused }

    /// Not owed, and none came.
    var isWaived: Bool {
        guard !isAccepted, case .waived = relief else { return false }
        return true
    }
}

extension OwedReturn.Relief {
    /// `免报`, `延期至2020-07-10 17:00`.
    var title: String {
        switch self {
        case .waived: "免报"
        case .extended(let until, _, _): "延期至\(until.short)"
        }
    }

    var reason: String {
        switch self {
        case .waived(let reason), .extended(_, _, let reason): reason
        }
    }

    /// `免报：洪灾`.
    var words: String { "\(title)：\(reason)" }
}
