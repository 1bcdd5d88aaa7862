import Campaigns
package import Findings
import Formulas
package import Ledgers

extension RuleEngine {
    /// What only the county's returns together show; asked once a period, after the returns.
    ///
    /// Two columns that bear each other out (互证), of which one has figures and the other is zero
    /// throughout: the pairs of the setting `mutual_evidence_pairs`.
    ///
    /// A pair counts only where both forms have come at all. The findings stand nowhere in a file and
    /// are about no unit; `RuleBook` dresses them with `form` nil.
    package func countyFindings(views: [String: FormView]) -> [Finding] {
        var findings: [Finding] = []
        for pair in (campaign.settings["mutual_evidence_pairs"] ?? "").split(separator: ";") {
            let sides = pair.split(separator: ":").map { side(of: $0.trimmed, in: views) }
            guard sides.count == 2, let one = sides[0], let other = sides[1] else { continue }
            if one.sum > 0, other.sum == 0 {
                findings.append(
                    Finding(
                        .mutualEvidence(one: one.title, other: other.title), at: Place(file: "")))
            } else if other.sum > 0, one.sum == 0 {
                findings.append(
                    Finding(
                        .mutualEvidence(one: other.title, other: one.title), at: Place(file: "")))
            }
        }
        return findings
    }

    /// A column of a form, `organ.vol_cnt`, summed over what was reported; nil where nothing was.
    private func side(
        of name: String, in views: [String: FormView]
    ) -> (title: String, sum: Double)? {
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 2, let form = campaign.form(parts[0]),
            let field = form.field(parts[1]), let view = views[form.id],
            let column = view.columns.firstIndex(where: { $0.name == field.id }),
            let reported = view.columns.firstIndex(where: { $0.name == "reported" })
        else { return nil }
        let values = view.rows.filter { $0[reported] == .integer(1) }
            .compactMap { $0[column].number }
        return values.isEmpty ? nil : (field.header, values.reduce(0, +))
    }
}
