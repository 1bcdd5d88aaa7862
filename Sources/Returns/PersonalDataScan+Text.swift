package import Campaigns
package import Findings
import Workbooks

/// What personal data a line of text holds that somebody types at a terminal; nil for none that can be
/// told.
///
/// A person's name is not told from any other words.
package func personalData(
    in text: String, of campaign: Campaign
) -> Problem.PersonalData? {
    let cell = Cell(column: 1, value: .string(text))
    return PersonalDataScan(campaign).findings(in: [Grid.Row(number: 1, cells: [cell])]).first?.kind
}
