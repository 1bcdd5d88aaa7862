import Campaigns
import Findings

/// Looks at the return as a whole for what no single cell gives away.
extension Review {
    mutating func screen() {}
}
