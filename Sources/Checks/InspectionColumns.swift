import Campaigns
import Formulas
import Ledgers

/// What the engine adds to a record of an inspection (暗访): the reported value and how it compares.
struct InspectionColumns {
    /// The record's own fields that an engine column is computed from: the cells of its findings.
    static let sources: [String: [String]] = [
        "comparable": ["visit_date"], "deviation": ["observed"], "adverse": ["observed"],
        "waited_days": ["visit_date"],
    ]

    let campaign: Campaign
    let views: [ViewKey: FormView]
    let moment: Moment

    init(campaign: Campaign, views: [ViewKey: FormView], asOf moment: Moment) {
        self.campaign = campaign
        self.views = views
        self.moment = moment
    }

    static func viewsWanted(by rows: [ReturnRow], of campaign: Campaign) -> [ViewKey] {
        []
    }

    func values(of row: ReturnRow) -> [String: SQLValue] { [:] }
}
