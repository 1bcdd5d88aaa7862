package import Campaigns
import Findings
import Formulas
package import Ledgers

/// Gathers a period's suspicions: what returns that stand were flagged for, what only the county's
/// returns together show, and what inspections contradict.
///
///     let found = try SuspicionSearch(campaign).suspicions(in: facts, history, rates: rates)
///
/// Each screen takes time in proportion to the rows that it looks at. Equal input gives equal suspicions in
/// equal order: by form, unit, screen, object.
package struct SuspicionSearch {
    private let campaign: Campaign
    private let book: RuleBook

    package init(_ campaign: Campaign) {
        self.campaign = campaign
        book = RuleBook(campaign)
    }

    /// All suspicions of a period, dressed in the campaign's words.
    ///
    /// `history` begins with the period itself; `rates` are its rates and those of the period before;
    /// `contradicted` is what `InspectionReview` found in the period's month. Throws where a formula of the
    /// campaign does not run.
    package func suspicions(
        in facts: PeriodFacts, _ history: ReportedHistory, rates: [UnitRate],
        contradicted: [Suspicion]
    ) throws(CheckError) -> [Suspicion] {
        let county = try CountyReturns(campaign, history, asOf: facts.asOf)
        var found: [(finding: Finding, flag: NotedFlag)] = []
        for form in county.forms {
            found += TwinScreen(county, form).flags()
            found += try HeapingScreen(county, form).flags()
            found += try ShrinkingBaseScreen(county, form, rates: rates).flags()
            found += OutlierScreen(county, form).flags()
        }
        for finding in RuleEngine(campaign: campaign).countyFindings(views: facts.views) {
            let flag = NotedFlag(
                screen: Suspicion.screen(of: finding), form: "", unit: "", period: facts.period,
                object: finding.message.chinese)
            found.append((finding, flag))
        }
        let all =
            ofReturns(facts) + book.suspicions(found, period: facts.period) + contradicted
        return sorted(all)
    }

    /// What the checks of single returns found suspicious, in those that stand now.
    private func ofReturns(_ facts: PeriodFacts) -> [Suspicion] {
        facts.deliveries.filter { $0.isStanding && $0.status == .accepted }.flatMap { delivery in
            delivery.findings.filter { $0.severity == .suspicion }.compactMap { finding in
                let state = book.state(of: finding, form: delivery.form, period: facts.period)
                guard state != .retired else { return nil }
                let flag = NotedFlag(
                    screen: Suspicion.screen(of: finding), form: delivery.form ?? "",
                    unit: delivery.unit ?? "", period: facts.period,
                    subject: finding.subject?.code)
                return Suspicion(finding, flag: flag, isTrial: state == .trial)
            }
        }
    }

    /// The same thing flagged twice by one screen is one flag.
    private func sorted(_ suspicions: [Suspicion]) -> [Suspicion] {
        let forms = places(campaign.forms.map(\.id))
        let units = places(campaign.units.map(\.code))
        let subjects = places(campaign.roster.map(\.code))
        func key(_ flag: NotedFlag) -> (Int, Int, String, Int, String) {
            (
                forms[flag.form] ?? .max, units[flag.unit] ?? .max, flag.screen,
                flag.subject.map { subjects[$0] ?? .max } ?? -1, flag.id
            )
        }
        var seen: Set<String> = []
        return suspicions.sorted { key($0.flag) < key($1.flag) }
            .filter { seen.insert($0.flag.id).inserted }
    }

    private func places(_ keys: [String]) -> [String: Int] {
        Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }
}

/// The rate of an indicator for a unit, in a period and in the one before.
package struct UnitRate: Hashable, Sendable {
    package var indicator: String
    package var unit: String
    /// Its denominator and rate, as computed.
    package var before: Part
    package var now: Part

    package struct Part: Hashable, Sendable {
        package var base: Double
        package var rate: Double

        package init(base: Double, rate: Double) {
            self.base = base
            self.rate = rate
        }
    }

    package init(indicator: String, unit: String, before: Part, now: Part) {
        self.indicator = indicator
        self.unit = unit
        self.before = before
        self.now = now
    }
}
