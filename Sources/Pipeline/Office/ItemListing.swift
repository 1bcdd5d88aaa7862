import Assessments
import Campaigns
import Findings
import Ledgers
import Workbooks

/// The register of items as it is read on the terminal, and by programs.
package struct ItemListing: Codable, Sendable {
    package var period: String
    package var counts: ItemCounts
    package var items: [Line]
    package var lines: [String]

    /// An item; what it does not have is left out.
    package struct Line: Codable, Sendable {
        package var number: String
        /// `problem`, `task`, `duty`.
        package var list: String
        /// A unit's code.
        package var unit: String
        /// A roster entry's code.
        package var subject: String?
        package var text: String
        package var source: String
        package var opened: String?
        package var due: String?
        package var extensions: Int
        package var reopenings: Int
        /// `open`, `closed`, `verified`, `reopened`.
        package var state: String
        package var isDue: Bool

        init(_ item: ListItem, on moment: Moment) {
            number = item.number
            list = item.list.rawValue
            unit = item.unit
            subject = item.subject.isEmpty ? nil : item.subject
            text = item.text
            source = item.source.chinese
            opened = item.opened?.description
            due = item.due?.description
            extensions = item.extensions
            reopenings = item.reopenings
            state = item.state.rawValue
            isDue = item.isDue(on: moment.date)
        }
    }
}

/// How many items are open, how many of these have come to their date, and how many will next month.
///
/// Tasks of the tables without a date are not among them: nobody can say when they are due.
package struct ItemCounts: Codable, Sendable, Equatable {
    package var open: Int
    package var due: Int
    package var dueNextMonth: Int
    /// Done, and not checked yet.
    package var closed: Int

    init(_ items: [ListItem], asOf moment: Moment) {
        let dated = items.filter { $0.due != nil && !$0.isPast }
        open = dated.count(where: \.isOpen)
        due = dated.count { $0.isDue(on: moment.date) }
        dueNextMonth = dated.count { $0.isDueNextMonth(after: moment.date) }
        closed = dated.count { $0.state == .closed }
    }

    /// `未完成 41（到期 12，下月到期 5），待核 3`.
    func line(_ say: Say) -> String {
        say(
            "未完成 \(open)（到期 \(due)，下月到期 \(dueNextMonth)），待核 \(closed)",
            "open \(open) (due \(due), next month \(dueNextMonth)), to be checked \(closed)")
    }
}

extension OfficeDesk {
    /// The items that are not verified, or were this month; of a unit, or only those that are due or will
    /// be next month.
    package func listItems(unit: String?, isDue: Bool) throws(RunError) -> ItemListing {
        let workshop = try Workshop.look(options)
        let (campaign, period) = (workshop.campaign, try period(workshop))
        let owner = try unit.map { name throws(RunError) in
            try NameDesk(campaign).unit(name).code
        }
        let items = try ledgerWork { () throws(LedgerError) in
            try workshop.ledger.items(through: period, of: campaign, asOf: workshop.asOf)
        }.filter { item in
            !item.isPast && (owner == nil || item.unit == owner)
        }
        let day = workshop.asOf.date
        let shown = items.filter {
            !isDue || $0.isDue(on: day) || $0.isDueNextMonth(after: day)
        }
        let say = Say(language)
        let counts = ItemCounts(items, asOf: workshop.asOf)
        var lines = ["\(period)  " + counts.line(say)]
        for unit in campaign.units {
            let mine = shown.filter { $0.unit == unit.code }
            if !mine.isEmpty { lines.append("  \(unit.shortName)") }
            lines += mine.map { "    " + line(of: $0, campaign, on: workshop.asOf) }
        }
        return ItemListing(
            period: period.description, counts: counts,
            items: shown.map { .init($0, on: workshop.asOf) }, lines: lines)
    }

    /// `XW57  问题  2020-08-15  未完成  五龙村：村级财务没有公开（延期1次）`.
    private func line(
        of item: ListItem, _ campaign: Campaign, on moment: Moment
    ) -> String {
        let say = Say(language)
        let state = item.stateWords(on: moment.date).text(in: language)
        let remarks = item.remarks.isEmpty ? "" : say("（\(item.remarks)）", " (\(item.remarks))")
        return [
            item.number.isEmpty ? "—" : item.number, say(item.list.chinese, item.list.rawValue),
            item.due?.description ?? say("没有时限", "no date"), state,
            item.words(in: campaign) + remarks,
        ].joined(separator: "  ")
    }
}
