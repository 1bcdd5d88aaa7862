package import Campaigns
package import Findings

/// Tells personal data in texts that are no cells: file names, what somebody types at a terminal.
///
/// A person's name is not told from any other words.
package struct PersonalMask: Sendable {
    private let scan: PersonalDataScan

    package init(_ campaign: Campaign) {
        scan = PersonalDataScan(campaign)
    }

    /// What a text holds; nil for none that can be told.
    package func kind(in text: String) -> Problem.PersonalData? { scan.kind(in: text) }

    /// The text with `[身份证号]`, `[手机号]`, `[银行卡号]` in the place of what it holds.
    package func masked(_ text: String) -> String { scan.masked(text) }
}

/// What personal data a line of text holds that somebody types at a terminal; nil for none that can be
/// told.
package func personalData(
    in text: String, of campaign: Campaign
) -> Problem.PersonalData? {
    PersonalMask(campaign).kind(in: text)
}
