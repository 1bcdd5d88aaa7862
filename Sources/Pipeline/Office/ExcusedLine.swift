import Campaigns
import Findings
import Ledgers

/// A return that the office waived or put off, and that has not come.
package struct ExcusedLine: Codable, Sendable {
    package var unit: String
    package var form: String
    /// `waived` or `extended`.
    package var state: String
    /// The later due time; nil where nothing is owed.
    package var until: String?
    package var reason: String

    /// Nil where the office granted nothing.
    init?(_ owed: ExpectedReturn, _ campaign: Campaign) {
        unit = campaign.unit(owed.unit)?.shortName ?? owed.unit
        form = campaign.form(owed.form)?.title ?? owed.form
        switch owed.relief {
        case .waived(let reason): (state, until, self.reason) = ("waived", nil, reason)
        case .extended(let until, _, let reason):
            (state, self.until, self.reason) = ("extended", until.short, reason)
        case nil: return nil
        }
    }

    /// `免报  荻溪镇  洪灾`; with the form, `免报  荻溪镇 《农村基层党建工作月报表》  洪灾`.
    func line(in language: Language, withForm: Bool = false) -> String {
        let say = Say(language)
        let grant = until.map { say("延期至 \($0)", "due \($0)") } ?? say("免报", "waived")
        return "\(grant)  \(unit)" + (withForm ? " 《\(form)》" : "") + "  \(reason)"
    }
}
