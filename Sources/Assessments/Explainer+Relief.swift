import Campaigns
package import Findings
package import Ledgers

extension Explainer {
    /// What the office granted a return, with its reason; nil where it granted nothing.
    func relief(of form: String, _ unit: String) -> Bilingual? {
        facts.expected.first { $0.form == form && $0.unit == unit }?.relief?.words
    }
}

extension ExpectedReturn.Relief {
    /// `免报：洪灾`, `延期至2020-07-10 17:00：洪灾`.
    package var words: Bilingual {
        switch self {
        case .waived(let reason):
            Bilingual("免报：\(reason)", "waived: \(reason)")
        case .extended(let until, _, let reason):
            Bilingual("延期至\(until.short)：\(reason)", "due \(until.short) instead: \(reason)")
        }
    }
}
