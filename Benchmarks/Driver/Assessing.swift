import Assessments
import Campaigns
import Ledgers
import Pipeline

/// What a run does between intake and rendering: facts and figures of some months, as known in the end.
///
/// Opens the ledger and reads the tables as every command does; with 0 months it does nothing else, so that
/// this can be taken off. Prints how many rows were looked at, and the milliseconds without the opening.
func assess(_ campaignFolder: String, _ state: String, until last: String, months: Int) throws {
    let campaign = try CampaignDesk.load(campaignFolder)
    let ledger = try Ledger.open(state)
    guard var period = Period(last) else { return }
    let asOf = campaign.due(period.next)
    var periods: [Period] = []
    for _ in 0..<months {
        periods.insert(period, at: 0)
        period = period.previous
    }
    let clock = ContinuousClock()
    var rows = 0
    var figures = 0
    let time = try clock.measure {
        let assessor = Assessor(campaign: campaign)
        for facts in try ledger.facts(of: periods, of: campaign, asOf: asOf) {
            rows += facts.views.values.map(\.rows.count).reduce(0, +)
            figures += try assessor.assess(facts).indicators.map(\.rows.count).reduce(0, +)
        }
    }
    let milliseconds =
        Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000
    print("\(periods.count) months, \(rows) rows, \(figures) figures, \(milliseconds) ms")
}
