import Assessments
import Campaigns
import Glibc
import Ledgers
import Pipeline

/// What a run does between intake and rendering: facts and figures of some months, as known in the end.
///
/// Opens the ledger and reads the tables as every command does; with 0 months it does nothing else, so that
/// this can be taken off. Prints how many rows were looked at, and the milliseconds of processor time without
/// the opening.
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
    var rows = 0
    var figures = 0
    let start = processorTime()
    let assessor = Assessor(campaign: campaign)
    for facts in try ledger.facts(of: periods, of: campaign, asOf: asOf) {
        rows += facts.views.values.map(\.rows.count).reduce(0, +)
        figures += try assessor.assess(facts).indicators.map(\.rows.count).reduce(0, +)
    }
    let milliseconds = processorTime() - start
    print("\(periods.count) months, \(rows) rows, \(figures) figures, \(milliseconds) ms")
}

/// What this process has used so far, in milliseconds.
private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
}
